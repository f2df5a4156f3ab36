import type { DayMinute } from '../../kernel/time.ts'
import type { CallSheetView } from './callsheet.view.ts'

export type WorkView = Pick<CallSheetView, 'cast' | 'crew' | 'vehicles' | 'pickups'> & {
  readonly crewWrap: DayMinute | null
}

interface SheetWork {
  readonly personId: string
  readonly from: DayMinute
  readonly until: DayMinute
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/**
 * When people are at work by an issued sheet: from their pick-up or call until they are done, the crew until it has
 * wrapped. Who drives is at work from the first pick-up or call of their vehicle, and until the last passenger has arrived.
 * Who has no fixed call has none here: nobody knows when they begin.
 */
export function workOf({ cast, crew, vehicles, pickups, crewWrap }: WorkView): SheetWork[] {
  const driven = (name: string) => {
    const theirs = vehicles.filter(({ driver }) => same(driver, name))
    const runs = pickups.filter(
      ({ by }) => theirs.some((it) => same(by, it.vehicle) || same(by, it.unit)) || same(by, name),
    )
    return {
      starts: [...theirs.map(({ call }) => call), ...runs.map(({ time }) => time)],
      ends: runs.map(({ arrives }) => arrives),
    }
  }
  return [
    ...cast.map((it) => ({ person: it, done: it.done.minutes })),
    ...crew.flatMap(({ people }) => people.map((person) => ({ person, done: null }))),
  ].flatMap(({ person, done }) => {
    if (person.personId === null) return []
    const run = driven(person.name)
    const from = least([person.pickup?.minutes ?? null, person.call.minutes, ...run.starts])
    const until = most([done ?? crewWrap, ...run.ends])
    return from === null || until === null || until <= from ? [] : [{ personId: person.personId, from, until }]
  })
}

const known = (minutes: readonly (DayMinute | null)[]) => minutes.filter((it) => it !== null)
const least = (minutes: readonly (DayMinute | null)[]) =>
  known(minutes).length === 0 ? null : (Math.min(...known(minutes)) as DayMinute)
const most = (minutes: readonly (DayMinute | null)[]) =>
  known(minutes).length === 0 ? null : (Math.max(...known(minutes)) as DayMinute)
