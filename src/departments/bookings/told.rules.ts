import { clockOf, dayText, type DayMinute, type PlainDay } from '../../kernel/time.ts'

/** A day of one person on one production, as they are told of it: what is only pencilled is nobody's news. */
export interface PlannedDay {
  onDate: PlainDay
  /** Null: from the beginning, or to the end, of the day. */
  from: DayMinute | null
  until: DayMinute | null
  title: string
  state: 'hold' | 'confirmed'
}

export interface PlanChange {
  onDate: PlainDay
  /** Null: nothing stood there. */
  before: string | null
  after: string | null
}

/** `Booked, Gaffer`; `On hold, Gaffer, 09:00 to 13:00`. */
export function plannedText({ state, title, from, until }: PlannedDay): string {
  const hours =
    from === null && until === null
      ? ''
      : `${clockOf(from ?? (0 as DayMinute))} to ${until === null ? 'the end of the day' : clockOf(until)}`
  return [state === 'confirmed' ? 'Booked' : 'On hold', title, hours].filter(Boolean).join(', ')
}

/** Where the plan is not as it was told, date by date, from a date on: nobody has to hear of days that are over. */
export function planChanges(told: readonly PlannedDay[], now: readonly PlannedDay[], from: PlainDay): PlanChange[] {
  const [was, is] = [textByDate(told), textByDate(now)]
  const dates = [...new Set([...was.keys(), ...is.keys()])].filter((date) => date >= from).sort()
  return dates.flatMap((onDate) => {
    const [before, after] = [was.get(onDate) ?? null, is.get(onDate) ?? null]
    return before === after ? [] : [{ onDate, before, after }]
  })
}

const textByDate = (plan: readonly PlannedDay[]) =>
  new Map(
    [...Map.groupBy(plan, ({ onDate }) => onDate)].map(([onDate, days]) => [
      onDate,
      days.map(plannedText).toSorted().join('; '),
    ]),
  )

interface LetterFacts {
  production: string
  name: string
  changes: readonly PlanChange[]
  plan: readonly PlannedDay[]
  from: PlainDay
  /** Whether they were told anything before. */
  isFirst: boolean
  sender: string
}

/** What one person reads: what changed for them, and all that stands for them. Nothing of anybody else. */
export function toldLetter({ production, name, changes, plan, from, isFirst, sender }: LetterFacts) {
  const line = (onDate: PlainDay, text: string) => `${dayText(onDate)}: ${text}`
  const ahead = plan.filter(({ onDate }) => onDate >= from)
  const stands =
    ahead.length === 0
      ? ['Nothing stands for you at the moment.']
      : ahead.map((day) => line(day.onDate, plannedText(day)))
  const changed = changes.map(({ onDate, before, after }) =>
    line(
      onDate,
      before === null ? `${after} (new)` : after === null ? `no longer (was: ${before})` : `${after} (was: ${before})`,
    ),
  )
  const parts = isFirst
    ? [`Dear ${name},`, `these are your days on ${production}:`, stands.join('\n')]
    : [
        `Dear ${name},`,
        `something changed for you on ${production}:`,
        changed.join('\n'),
        'All that stands for you now:',
        stands.join('\n'),
      ]
  return {
    subject: isFirst ? `Your days on ${production}` : `Your days on ${production} have changed`,
    text: [...parts, sender].join('\n\n'),
  }
}
