import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconChevronLeft,
  IconChevronRight,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { addDays, mondayOf, type PlainDay } from '../../../../kernel/time.ts'
import { useSearchValue } from '../../../../ui/address.ts'
import { Button, IconButton } from '../../../../ui/Button.tsx'
import { formatDay, readersToday } from '../../../../ui/dates.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { useKeys } from '../../../../ui/useKeys.ts'
import { useIsNarrow } from '../../../../ui/useIsNarrow.ts'
import { plural } from '../../../../ui/words.ts'
import { getToday } from '../../../office/today.contract.ts'
import type { Ask } from '../../ask.contract.ts'
import type { Bar, Gap } from '../../timeline.contract.ts'
import { AskDialog, type Asking } from '../ask/AskDialog.tsx'
import { AskPanel } from '../ask/AskPanel.tsx'
import { BookingPanel } from './BookingPanel.tsx'
import { BookingTabs } from './BookingTabs.tsx'
import { GapPanel } from './GapPanel.tsx'
import { HoldDialog, type Wanted } from './HoldDialog.tsx'
import { attention } from './layout.rules.ts'
import css from './TimelinePage.module.css'
import { TimelineAgenda } from './TimelineAgenda.tsx'
import { TimelineBoard } from './TimelineBoard.tsx'
import { TimelineLegend } from './TimelineLegend.tsx'
import { useExtend } from './useExtend.ts'
import { useTimeline } from './useTimeline.ts'

const SPANS = ['14', '28', '56'] as const

/** Who is booked, held and away over all productions of the office. */
export function TimelinePage() {
  const frame = useRef<HTMLDivElement>(null)
  const isNarrow = useIsNarrow(frame, 720)
  const today = useAsk(getToday).data?.date ?? readersToday()
  const [from, setFrom] = useSearchValue('from')
  const [span, setSpan] = useSearchValue('days')
  const [booking, setBooking] = useSearchValue('booking')
  const [asked, setAsked] = useSearchValue('ask')
  const [asking, setAsking] = useState<Asking>()
  const [hiding, setHiding] = useSearchValue('hide')
  const [gap, setGap] = useState<Gap>()
  const [wanted, setWanted] = useState<Wanted>()
  const days = Number(SPANS.find((it) => it === span) ?? '14')
  const window = { from: mondayOf((from ?? today) as PlainDay), days }
  const hidden = useMemo(() => new Set((hiding ?? '').split(' ').filter(Boolean)), [hiding])
  const { asked: loading, timeline, rows, present, colourOf, codeOf } = useTimeline(window, hidden)
  const extend = useExtend(window)
  const shift = (by: number) => setFrom(addDays(window.from, by))
  const close = () => {
    setBooking(undefined)
    setAsked(undefined)
    setGap(undefined)
  }
  const openBar = ({ bookingId }: Pick<Bar, 'bookingId'>) => {
    close()
    setBooking(bookingId)
  }
  const openGap = (next: Gap) => {
    close()
    setGap(next)
  }
  const openAsk = ({ id, productionId }: Pick<Ask, 'id' | 'productionId'>) => setAsked(`${productionId}.${id}`)
  useKeys({ t: () => setFrom(undefined), '[': () => shift(-7), ']': () => shift(7), Escape: close })
  const counts = attention(rows)
  const mayEdit = timeline?.productions.some((it) => it.mayEdit) ?? false
  const last = addDays(window.from, days - 1)
  const toggle = (id: string) => {
    const next = new Set(hidden)
    if (!next.delete(id)) next.add(id)
    setHiding(next.size === 0 ? undefined : [...next].join(' '))
  }
  const bar = booking === undefined ? undefined : timeline?.bars.find(({ bookingId }) => bookingId === booking)
  return (
    <Page
      title="Bookings"
      width="flush"
      tools={<BookingTabs at="bookings" />}
      aside={
        asked !== undefined && timeline ? (
          <AskPanel
            key={asked}
            productionId={asked.split('.')[0] ?? ''}
            askId={asked.split('.')[1] ?? ''}
            productions={timeline.productions}
            colourOf={colourOf}
            onClose={close}
          />
        ) : booking !== undefined ? (
          <BookingPanel
            key={booking}
            bookingId={booking}
            bar={bar}
            productions={timeline?.productions ?? []}
            colourOf={colourOf}
            onClose={close}
          />
        ) : (
          gap &&
          timeline && (
            <GapPanel
              gap={gap}
              timeline={timeline}
              onHold={setWanted}
              onAsk={setAsking}
              onOpenAsk={openAsk}
              onClose={close}
            />
          )
        )
      }
      hints={[
        { keys: ['↑', '↓', '←', '→'], does: 'walk' },
        { keys: ['Shift', '→'], does: 'mark days' },
        { keys: ['Enter'], does: 'open or hold' },
        { keys: ['[', ']'], does: 'week back, week on' },
        { keys: ['T'], does: 'today' },
      ]}
      status={timeline && plural(counts.people, 'person', 'people')}
    >
      <div className={css.frame} ref={frame}>
        <div className={css.tool} role="toolbar" aria-label="Window">
          <IconButton label="A week back" icon={<IconChevronLeft size={16} />} onClick={() => shift(-7)} />
          <IconButton label="A week on" icon={<IconChevronRight size={16} />} onClick={() => shift(7)} />
          <Button onClick={() => setFrom(undefined)}>Today</Button>
          <span className={css.range}>
            {formatDay(window.from)} to {formatDay(last, { year: true })}
          </span>
          <Tabs
            label="How much"
            value={String(days)}
            options={[
              { value: '14', label: '2 weeks' },
              { value: '28', label: '4 weeks' },
              { value: '56', label: '8 weeks' },
            ]}
            onChange={(next: string) => setSpan(next === '14' ? undefined : next)}
          />
          <div className={css.counts}>
            {counts.conflicts > 0 && (
              <span>
                <IconAlertOctagon size={16} className={css.stop} aria-hidden /> <b>{counts.conflicts}</b>{' '}
                {counts.conflicts === 1 ? 'conflict' : 'conflicts'}
              </span>
            )}
            {counts.rest > 0 && (
              <span>
                <IconAlertTriangle size={16} className={css.warn} aria-hidden /> <b>{counts.rest}</b> short of rest
              </span>
            )}
            {counts.full > 0 && (
              <span>
                <IconAlertTriangle size={16} className={css.warn} aria-hidden /> <b>{counts.full}</b> over their week
              </span>
            )}
            {counts.gaps > 0 && (
              <span>
                <IconAlertTriangle size={16} className={css.warn} aria-hidden /> <b>{counts.gaps}</b> not filled
              </span>
            )}
            <span>
              <b>{counts.holds}</b> {counts.holds === 1 ? 'hold' : 'holds'} to settle
            </span>
          </div>
        </div>
        {present.length > 0 && (
          <div className={css.tool} role="group" aria-label="Productions shown">
            <div className={css.shown}>
              {present.map(({ id, code, title }) => (
                <button
                  key={id}
                  type="button"
                  aria-pressed={!hidden.has(id)}
                  style={colourOf(id)}
                  onClick={() => toggle(id)}
                >
                  <i aria-hidden /> <b>{code}</b> {title}
                </button>
              ))}
            </div>
          </div>
        )}
        <Loaded of={loading}>
          {(loaded) =>
            rows.length === 0 ? (
              <EmptyState
                title={loaded.bars.length > 0 ? 'Every production is hidden' : 'Nobody is booked in these weeks'}
                icon={<IconUsersGroup size={24} stroke={1.5} />}
                actions={
                  loaded.nearest !== null && (
                    <Button kind="accent" onClick={() => setFrom(loaded.nearest ?? undefined)}>
                      Go to {formatDay(loaded.nearest)}
                    </Button>
                  )
                }
              >
                People appear here when they work shoot days, or when somebody holds or books them on any production. Go
                to another week, or hold somebody from a production’s crew list.
              </EmptyState>
            ) : (
              <>
                {isNarrow ? (
                  <TimelineAgenda {...{ rows, window, today, codeOf, colourOf }} onBar={openBar} onGap={openGap} />
                ) : (
                  <TimelineBoard
                    {...{ rows, window, today, codeOf, colourOf, mayEdit }}
                    chosen={booking}
                    onBar={openBar}
                    onGap={openGap}
                    onSweep={({ person }, marked) =>
                      setWanted({
                        resource: { kind: 'person', id: person.id },
                        name: person.name,
                        title: person.position,
                        days: marked,
                      })
                    }
                    onExtend={extend}
                  />
                )}
                <TimelineLegend of="people" />
              </>
            )
          }
        </Loaded>
      </div>
      {wanted && timeline && (
        <HoldDialog
          wanted={wanted}
          bars={timeline.bars.filter(({ resourceId }) => resourceId === wanted.resource.id)}
          away={timeline.away.filter(({ resourceId }) => resourceId === wanted.resource.id)}
          productions={timeline.productions.filter((it) => it.mayEdit)}
          codeOf={codeOf}
          onClose={() => setWanted(undefined)}
          onDone={(id) => {
            setGap(undefined)
            setBooking(id)
          }}
        />
      )}
      {asking && (
        <AskDialog
          asking={asking}
          onClose={() => setAsking(undefined)}
          onDone={(made) => {
            close()
            openAsk(made)
          }}
        />
      )}
    </Page>
  )
}
