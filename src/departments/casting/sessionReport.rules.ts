import { clockOf, minuteAt, type PlainDay, type ZoneName } from '../../kernel/time.ts'
import type { Appointment, Session } from './session.contract.ts'

interface Line {
  readonly minute: number
  readonly number: number
  readonly name: string
  readonly in: string | null
  readonly out: string | null
  /** Minutes from signing in to signing out. */
  readonly stayed: number | null
  /** How many of these minutes go beyond their slot. */
  readonly over: number | null
  readonly agreedAs: string
  readonly tapes: number
  readonly note: string
}

type Day = Pick<Session, 'onDate' | 'timeZone' | 'slotMinutes'>

/** One person of a day as the report made now says it: nobody stayed away before their time is over. */
export function lineOf(day: Day, it: Appointment, { tapes, now }: { tapes: number; now: Temporal.Instant }): Line {
  const minuteOf = (instant: Temporal.Instant) => minuteAt(instant, day.onDate as PlainDay, day.timeZone as ZoneName)
  const at = (instant: string | null) => (instant === null ? null : minuteOf(Temporal.Instant.from(instant)))
  const [came, left] = [at(it.signedInAt), at(it.signedOutAt)]
  const isOver = minuteOf(now) >= it.minute + day.slotMinutes
  const stayed = came === null || left === null ? null : left - came
  return {
    minute: it.minute,
    number: it.number,
    name: it.name,
    in: came === null ? null : clockOf(came),
    out: left === null ? null : clockOf(left),
    stayed,
    over: stayed === null ? null : Math.max(0, stayed - day.slotMinutes),
    agreedAs: [it.signedName, it.signedGuardian === null ? null : `guardian ${it.signedGuardian}`]
      .filter((name) => name !== null)
      .join(', '),
    tapes,
    note: [
      it.isMinor ? 'Minor' : '',
      came === null ? (isOver ? 'Did not come' : '') : left === null ? 'Not signed out' : '',
    ]
      .filter((text) => text !== '')
      .join(', '),
  }
}

/** `3 of 4 came; from 09:02 to 11:40; 12 minutes on average; 5 recordings.` */
export function dayInWords(lines: readonly Line[]): string {
  const came = lines.filter((it) => it.in !== null)
  if (lines.length === 0) return 'Nobody has a time yet.'
  if (came.length === 0) return `${lines.length} expected; nobody has come yet.`
  const stays = came.flatMap(({ stayed }) => stayed ?? [])
  const ins = came.flatMap((it) => it.in ?? []).toSorted()
  const outs = came.flatMap((it) => it.out ?? []).toSorted()
  const tapes = came.reduce((sum, it) => sum + it.tapes, 0)
  return [
    `${came.length} of ${lines.length} came`,
    outs.length === 0 ? `the first at ${ins[0]}` : `from ${ins[0]} to ${outs.at(-1)}`,
    stays.length === 0 ? '' : `${Math.round(stays.reduce((sum, it) => sum + it, 0) / stays.length)} minutes on average`,
    tapes === 0 ? '' : `${tapes} ${tapes === 1 ? 'recording' : 'recordings'}`,
  ]
    .filter((text) => text !== '')
    .join('; ')
    .concat('.')
}
