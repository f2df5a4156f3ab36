import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh } from '../../../../client/react.ts'
import { addDays, daysBetween, type PlainDay } from '../../../../kernel/time.ts'
import { plural } from '../../../../kernel/words.ts'
import { toast } from '../../../../ui/toast.tsx'
import { moveBooking, readBooking, type Booking, type Span } from '../../engine.contract.ts'
import type { Bar } from '../../timeline.contract.ts'
import type { Window } from './layout.rules.ts'

const live = ({ days }: Booking): Span[] =>
  days
    .filter(({ state }) => state === 'planning' || state === 'hold' || state === 'confirmed')
    .map(({ onDate, from, until }) => ({ onDate, from, until }))

/** A bar pulled longer or shorter: the booking gets those days, and a way back. */
export function useExtend(window: Window) {
  const client = useQueryClient()
  const put = async (booking: Booking, spans: Span[]): Promise<Booking> => {
    const params = { productionId: booking.productionId!, bookingId: booking.id }
    const saved = await browser.call(moveBooking, { params, ifMatch: booking.version, body: { spans, reason: '' } })
    await refresh(client, null)
    return saved
  }
  const putBack = async (saved: Booking, before: Span[]): Promise<void> => {
    await put(saved, before)
    toast.done('As it was')
  }
  return (bar: Bar, until: number) => {
    if (bar.productionId === null) return
    const work = async () => {
      const params = { productionId: bar.productionId!, bookingId: bar.bookingId }
      const booking = await browser.call(readBooking, { params })
      const end = addDays(window.from, until)
      const inBar = (day: PlainDay) => bar.from <= day && day < bar.until
      const length = Math.max(1, daysBetween(bar.from, end))
      const kept = live(booking).filter(({ onDate }) => !inBar(onDate))
      const wanted = Array.from({ length }, (_, at) => addDays(bar.from, at))
      const added = wanted
        .filter((day) => !kept.some(({ onDate }) => onDate === day))
        .map((onDate) => ({ onDate, from: bar.hours?.from ?? null, until: bar.hours?.until ?? null }))
      const spans = [...kept, ...added]
      const saved = await put(booking, spans)
      toast.done(`${saved.name} has ${plural(spans.length, 'day')} now`, {
        undo: () => putBack(saved, live(booking)).catch(toast.problem),
      })
    }
    work().catch(toast.problem)
  }
}
