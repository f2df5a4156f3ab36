import type { Change, Preview } from '../../kernel/concern.ts'
import { dayText } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'

/** One person, or crew that change alike, and their release on each day that changes. */
interface TimeChange {
  readonly name: string
  readonly days: readonly { readonly day: string; readonly before: string | null; readonly after: string | null }[]
  readonly people: number
}

interface TimeChanges {
  readonly people: number
  readonly days: readonly string[]
  readonly rows: readonly TimeChange[]
}

/** More than this many rows would hide the rest of the preview; those that change alike are told together first. */
const MOST_ALIKE = 2

/** Times as they change, person by person; several who change in the same way become one line. */
export function timeChanges(changes: readonly Change[]): TimeChanges {
  const people = new Map<string, { name: string; changes: Map<string, Change> }>()
  for (const change of changes) {
    const [personId = '', onDate = ''] = change.key.split('|')
    const person = people.get(personId) ?? {
      name: change.label.split(', ')[0] ?? '',
      changes: new Map<string, Change>(),
    }
    person.changes.set(onDate, change)
    people.set(personId, person)
  }
  const dates = [...new Set(changes.map((change) => change.key.split('|')[1] ?? ''))].sort()
  const alike = new Map<string, { names: string[]; changes: Map<string, Change> }>()
  for (const { name, changes: own } of people.values()) {
    const key = row(name, 1, own, dates)
      .days.map(({ before, after }) => `${before ?? ''}>${after ?? ''}`)
      .join('|')
    const group = alike.get(key)
    if (group) group.names.push(name)
    else alike.set(key, { names: [name], changes: own })
  }
  const rows = [...alike.values()].flatMap(({ names, changes: own }) =>
    names.length <= MOST_ALIKE
      ? names.map((name) => row(name, 1, own, dates))
      : [row(`${names.length} people`, names.length, own, dates)],
  )
  rows.sort((a, b) => a.people - b.people)
  return { people: people.size, days: dates.map((date) => dayText(date as PlainDay)), rows }
}

const row = (name: string, people: number, own: ReadonlyMap<string, Change>, dates: readonly string[]): TimeChange => ({
  name,
  people,
  days: dates.map((date) => {
    const change = own.get(date)
    return {
      day: date,
      before: shortTime(change?.before, change?.after),
      after: shortTime(change?.after, change?.before),
    }
  }),
})

/** The release, which is what a day's length is felt by; the arrival where only that changes. */
function shortTime(value: string | null | undefined, other: string | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const [from, until = ''] = value.split('–')
  return other !== null && other !== undefined && other.split('–')[1] === until ? `in ${from}` : until
}

/** Whether a preview found anything anybody would notice. */
export const changesNothing = (preview: Preview): boolean =>
  preview.raises.length === 0 &&
  preview.clears.length === 0 &&
  preview.messages === 0 &&
  Object.values(preview.changes).every((changes) => changes.length === 0)
