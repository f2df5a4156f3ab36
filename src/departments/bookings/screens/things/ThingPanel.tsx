import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../../client/react.ts'
import { addDays, clockOf, dayText, type DayMinute, type PlainDay } from '../../../../kernel/time.ts'
import { Button, TextButton } from '../../../../ui/Button.tsx'
import { formatDays } from '../../../../ui/dates.ts'
import { Facts } from '../../../../ui/Facts.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { toast } from '../../../../ui/toast.tsx'
import {
  addOutOfService,
  archiveBookable,
  removeOutOfService,
  type Bookable,
  type BookableTimeline,
} from '../../bookable.contract.ts'
import type { Bar } from '../../timeline.contract.ts'
import { barWords } from '../timeline/layout.rules.ts'
import { OutDialog } from './OutDialog.tsx'
import { KINDS, openText, outSpans } from './things.rules.ts'
import css from './Things.module.css'

interface ThingPanelProps {
  thing: Bookable
  things: BookableTimeline
  codeOf: (bar: Pick<Bar, 'productionId' | 'holder'>) => string
  mayBook: boolean
  onBook: () => void
  onEdit: () => void
  onBar: (bar: Bar) => void
  onClose: () => void
}

/** What there is to know of a room or vehicle, and what is booked of it in these days. */
export function ThingPanel({ thing, things, codeOf, mayBook, onBook, onEdit, onBar, onClose }: ThingPanelProps) {
  const client = useQueryClient()
  const [taking, setTaking] = useState(false)
  const mayEdit = things.can.edit
  const params = { bookableId: thing.id }
  const bars = things.bars.filter(({ resourceId }) => resourceId === thing.id)
  const out = outSpans(things.outOfService.filter(({ resourceId }) => resourceId === thing.id))
  const archive = async (archived: boolean, { id, version, name }: Bookable) => {
    const saved = await browser.call(archiveBookable, {
      params: { bookableId: id },
      ifMatch: version,
      body: { archived },
    })
    await refresh(client, null)
    toast.done(archived ? `${name} is out of use` : `${name} can be booked again`, {
      undo: () => archive(!archived, saved).catch(toast.problem),
    })
  }
  const bringBack = async ({ from, until, note }: (typeof out)[number]) => {
    const last = addDays(until, -1)
    await browser.call(removeOutOfService, { params, query: { from, to: last } })
    await refresh(client, null)
    toast.done(`${thing.name} is in service again`, {
      undo: async () => {
        const body = { from, to: last, note }
        await browser.call(addOutOfService, { params, body, idempotencyKey: crypto.randomUUID() }).catch(toast.problem)
        await refresh(client, null)
      },
    })
  }
  return (
    <Panel
      title={thing.name}
      about={[KINDS[thing.kind].one, thing.place].filter(Boolean).join(', ')}
      onClose={onClose}
      foot={
        <>
          {mayBook && !thing.isArchived && (
            <Button kind="accent" onClick={onBook}>
              Book
            </Button>
          )}
          {mayEdit && <Button onClick={onEdit}>Change</Button>}
          {mayEdit && (
            <TextButton onClick={() => void archive(!thing.isArchived, thing).catch(toast.problem)}>
              {thing.isArchived ? 'Into use again' : 'Take out of use'}
            </TextButton>
          )}
        </>
      }
    >
      <Facts
        of={[
          [thing.kind === 'vehicle' ? 'Seats' : 'Takes', thing.capacity ?? ''],
          [thing.kind === 'vehicle' ? 'Number plate' : 'Door or number', thing.mark],
          ['Open', openText(thing)],
          ['Booked by', thing.byHours ? 'hours' : 'whole days'],
          ['Clock', thing.zone.replaceAll('_', ' ')],
          ['Notes', thing.notes],
        ].filter((fact): fact is [string, string | number] => fact[1] !== '')}
      />
      <Section title="In these days">
        {bars.length === 0 && <p>Free.</p>}
        <ul className={css.list}>
          {bars.map((bar) => (
            <li key={`${bar.bookingId}${bar.from}${bar.hours?.from}`}>
              <TextButton onClick={() => onBar(bar)}>{barWords(bar, codeOf(bar))}</TextButton>
              {bar.hours !== null && (
                <small>
                  {clockOf(bar.hours.from ?? (0 as DayMinute))} to {clockOf(bar.hours.until ?? (1440 as DayMinute))}
                </small>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Out of service">
        <ul className={css.list}>
          {out.map((span) => (
            <li key={`${span.from}${span.note}`}>
              <span>
                {spanText(span)}
                {span.note && <small>{span.note}</small>}
              </span>
              {mayEdit && (
                <TextButton onClick={() => void bringBack(span).catch(toast.problem)}>In service again</TextButton>
              )}
            </li>
          ))}
        </ul>
        {mayEdit && <TextButton onClick={() => setTaking(true)}>Say when it cannot be had</TextButton>}
      </Section>
      {taking && <OutDialog thing={thing} onClose={() => setTaking(false)} />}
    </Panel>
  )
}

const spanText = ({ from, until }: { from: PlainDay; until: PlainDay }): string => {
  const last = addDays(until, -1)
  return from === last ? dayText(from) : formatDays(from, last)
}
