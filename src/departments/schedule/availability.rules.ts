import type { Concern } from '../../kernel/concern.ts'
import { overlaps } from '../../kernel/ranges.ts'
import { addDays } from '../../kernel/time.ts'
import type { Absence, ClashFacts, ElementEvent, Work } from './clash.facts.rules.ts'
import { clock, laneOf, on, workSubject, workText } from './clash.words.rules.ts'

const reasons: Record<Absence['kind'], { says: string; severity: Concern['severity'] }> = {
  unavailable: { says: 'is not available', severity: 'blocks' },
  leave: { says: 'is on leave', severity: 'blocks' },
  day_off: { says: 'has a day off', severity: 'warns' },
  travel: { says: 'is travelling', severity: 'warns' },
  tentative: { says: 'may not be available', severity: 'notes' },
}

const hoursText = ({ from, until }: Pick<Absence, 'from' | 'until'>): string => {
  if (from === null && until === null) return 'all day'
  if (from === null) return `until ${clock(until ?? 0)}`
  return until === null ? `from ${clock(from)}` : `${clock(from)}–${clock(until)}`
}

const spanOf = (it: Pick<Absence, 'from' | 'until'>) => ({ from: it.from ?? 0, until: it.until ?? 1440 })

/** People, places and units asked for while they are away. A night that runs over midnight meets the next day too. */
export function unavailable({ works, absences }: ClashFacts): Concern[] {
  const away = byResource(absences)
  return works.flatMap((work) =>
    askedOf(away, work)
      .filter((absence) => meets(work, absence))
      .map((absence): Concern => {
        const { says, severity } = reasons[absence.kind]
        return {
          code: 'schedule.unavailable',
          key: `schedule.unavailable:${work.resource.id}:${absence.onDate}:${laneOf(work.plan)}`,
          severity,
          subject: workSubject(work.resource, work),
          message: `${work.resource.label} ${says} on ${on(absence.onDate)}`,
          causes: [workText(work), `Away ${hoursText(absence)}${absence.note === '' ? '' : `: ${absence.note}`}`],
          remedy: 'Move the scenes to another day, or ask whether the date can be changed.',
          onDate: work.onDate,
        }
      }),
  )
}

const eventNames: Record<ElementEvent['kind'], string> = {
  travel: 'travels',
  rehearsal: 'rehearses',
  fitting: 'has a fitting',
  other: 'has another appointment',
}

/** An element in strips and at an event of the same hours. */
export function eventClashes({ works, events }: ClashFacts): Concern[] {
  const booked = byResource(events)
  return works.flatMap((work) =>
    askedOf(booked, work)
      .filter((event) => meets(work, event))
      .map((event): Concern => ({
        code: 'schedule.event_clash',
        key: `schedule.event_clash:${event.id}:${laneOf(work.plan)}`,
        severity: event.from === null ? 'warns' : 'blocks',
        subject: workSubject(work.resource, work),
        message: `${work.resource.label} ${eventNames[event.kind]} on ${on(event.onDate)} and is called to set`,
        causes: [workText(work), `${event.note === '' ? 'Event' : event.note}, ${hoursText(event)}`],
        remedy: 'Move the event or the scenes.',
        onDate: work.onDate,
      })),
  )
}

/** What is entered for a character holds for whoever plays it, and the other way round. */
const askedOf = <T>(entries: ReadonlyMap<string, T[]>, work: Work): T[] => [
  ...(entries.get(keyOf(work.resource)) ?? []),
  ...(work.elementId === null || work.resource.kind === 'element'
    ? []
    : (entries.get(keyOf({ kind: 'element', id: work.elementId })) ?? [])),
]

const keyOf = (resource: { kind: string; id: string }): string => `${resource.kind}:${resource.id}`

const byResource = <T extends { readonly resource: { kind: string; id: string } }>(rows: readonly T[]) =>
  Map.groupBy(rows, ({ resource }) => keyOf(resource))

function meets(work: Work, absence: Pick<Absence, 'onDate' | 'from' | 'until'>): boolean {
  if (absence.onDate === work.onDate) return overlaps(work, spanOf(absence))
  const over = { from: work.from - 1440, until: work.until - 1440 }
  return work.until > 1440 && absence.onDate === addDays(work.onDate, 1) && overlaps(over, spanOf(absence))
}
