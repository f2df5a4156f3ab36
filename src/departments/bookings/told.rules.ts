import type { Locale } from '../../kernel/locale.ts'
import { clockOf, type DayMinute, type PlainDay } from '../../kernel/time.ts'
import { askWords } from './ask.words.ts'
import { toldWords } from './told.words.ts'

/** A day of one person on one production, as they are told of it: what is only pencilled is nobody's news. */
export interface PlannedDay {
  onDate: PlainDay
  /** Null: from the beginning, or to the end, of the day. */
  from: DayMinute | null
  until: DayMinute | null
  title: string
  state: 'hold' | 'confirmed'
}

interface PlanChange {
  onDate: PlainDay
  /** Null: nothing stood there. */
  before: string | null
  after: string | null
}

/** `Booked, Gaffer`; `On hold, Gaffer, 09:00 to 13:00`. */
export function plannedText({ state, title, from, until }: PlannedDay, locale: Locale = 'en'): string {
  const words = toldWords[locale]
  const hours =
    from === null && until === null
      ? ''
      : words.hours(clockOf(from ?? (0 as DayMinute)), until === null ? null : clockOf(until))
  return [state === 'confirmed' ? words.booked : words.onHold, title, hours].filter(Boolean).join(', ')
}

/** Where the plan is not as it was told, date by date, from a date on: nobody has to hear of days that are over. */
export function planChanges(
  told: readonly PlannedDay[],
  now: readonly PlannedDay[],
  from: PlainDay,
  locale: Locale = 'en',
): PlanChange[] {
  const [was, is] = [textByDate(told, locale), textByDate(now, locale)]
  const dates = [...new Set([...was.keys(), ...is.keys()])].filter((date) => date >= from).sort()
  return dates.flatMap((onDate) => {
    const [before, after] = [was.get(onDate) ?? null, is.get(onDate) ?? null]
    return before === after ? [] : [{ onDate, before, after }]
  })
}

const textByDate = (plan: readonly PlannedDay[], locale: Locale) =>
  new Map(
    [...Map.groupBy(plan, ({ onDate }) => onDate)].map(([onDate, days]) => [
      onDate,
      days
        .map((day) => plannedText(day, locale))
        .toSorted()
        .join('; '),
    ]),
  )

interface LetterFacts {
  production: string
  /** Whose days they are. */
  name: string
  told: readonly PlannedDay[]
  plan: readonly PlannedDay[]
  from: PlainDay
  /** Whether they were told anything before. */
  isFirst: boolean
  sender: string
  /** Who reads it: themselves, the agent through whom they hear it, or the agent who gets a copy. */
  reader: { readonly name: string; readonly locale: Locale; readonly as: 'self' | 'agent' | 'copy' }
}

/** What one person reads, in their language: what changed for them, and all that stands for them. Nothing of anybody else. */
export function toldLetter({ production, name, told, plan, from, isFirst, sender, reader }: LetterFacts) {
  const { locale } = reader
  const [words, asks] = [toldWords[locale], askWords[locale]]
  const line = (onDate: PlainDay, text: string) => `${words.day(onDate)}: ${text}`
  const ahead = plan.filter(({ onDate }) => onDate >= from)
  const stands =
    ahead.length === 0 ? words.nothing : ahead.map((day) => line(day.onDate, plannedText(day, locale))).join('\n')
  const changed = planChanges(told, plan, from, locale).map(({ onDate, before, after }) =>
    line(
      onDate,
      before === null ? words.fresh(after ?? '') : after === null ? words.gone(before) : words.instead(after, before),
    ),
  )
  const forWhom = reader.as === 'self' ? [] : [reader.as === 'agent' ? asks.through(name) : asks.copied(name)]
  const parts = isFirst
    ? [words.first(production), stands]
    : [words.changed(production), changed.join('\n'), words.stands, stands]
  const subject = (isFirst ? words.subject : words.changedSubject)(production)
  return {
    subject: reader.as === 'self' ? subject : `${production}, ${name}`,
    text: [asks.dear(reader.name), ...forWhom, ...parts, sender].join('\n\n'),
  }
}
