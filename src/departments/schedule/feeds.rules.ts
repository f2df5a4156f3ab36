import type { FeedEntry } from './feedEntries.rules.ts'

/** An entry as a calendar was told it last: as it stands, changed so many times, or cancelled. */
export interface ToldEntry extends FeedEntry {
  /** How the calendar knows that it is this entry, for ever. */
  readonly uid: string
  /** Only ever grows (RFC 5545, 3.8.7.4): a calendar keeps the higher. */
  readonly sequence: number
  readonly isCancelled: boolean
  readonly changedAt: Temporal.Instant
}

interface Retold {
  /** Everything this calendar ever heard of, by date. */
  readonly all: ToldEntry[]
  /** Those of them that it has not heard like this. */
  readonly news: ToldEntry[]
}

/**
 * What a calendar hears next, from what it was told before. A day that moved keeps its uid and counts up; one that went is
 * cancelled, not dropped, because many calendars keep what they are not told to remove; one that comes back counts on.
 * @param namespace makes the uids of different calendars different
 */
export function retold(
  before: readonly ToldEntry[],
  entries: readonly FeedEntry[],
  { at, namespace }: { at: Temporal.Instant; namespace: string },
): Retold {
  const found = matched(before, entries)
  const taken = new Set([...found.values()].map(({ uid }) => uid))
  const uids = new Set(before.map(({ uid }) => uid))
  const on = entries.map((entry): ToldEntry => {
    const known = found.get(entry)
    if (known === undefined)
      return { ...entry, uid: freshUid(entry.key, namespace, uids), sequence: 0, isCancelled: false, changedAt: at }
    if (!known.isCancelled && says(known) === says(entry)) return { ...known, key: entry.key }
    return { ...entry, uid: known.uid, sequence: known.sequence + 1, isCancelled: false, changedAt: at }
  })
  const gone = before
    .filter(({ uid }) => !taken.has(uid))
    .map((it) => (it.isCancelled ? it : { ...it, sequence: it.sequence + 1, isCancelled: true, changedAt: at }))
  const all = [...on, ...gone].toSorted((a, b) => a.onDate.localeCompare(b.onDate) || a.uid.localeCompare(b.uid))
  const known = new Map(before.map((it) => [it.uid, it]))
  return { all, news: all.filter((it) => !isKnown(it, known.get(it.uid))) }
}

/** By the day's own id; then, because a new board has new days, by date and unit: the same entry to who reads a calendar. */
function matched(before: readonly ToldEntry[], entries: readonly FeedEntry[]): Map<FeedEntry, ToldEntry> {
  const byKey = new Map(before.map((it) => [it.key, it]))
  const found = new Map<FeedEntry, ToldEntry>()
  const left = new Set(before)
  const take = (entry: FeedEntry, known: ToldEntry | undefined) => {
    if (known === undefined || !left.delete(known)) return
    found.set(entry, known)
  }
  for (const entry of entries) take(entry, byKey.get(entry.key))
  for (const entry of entries)
    if (!found.has(entry))
      take(
        entry,
        [...left].find((it) => it.onDate === entry.onDate && it.unit === entry.unit),
      )
  return found
}

const isKnown = (it: ToldEntry, before: ToldEntry | undefined): boolean =>
  before?.sequence === it.sequence && before.key === it.key

/** All a reader sees of an entry: not which day of which board it came from. */
const says = ({ onDate, unit, summary, description, location, from, until, zone, isBusy }: FeedEntry): string =>
  JSON.stringify([onDate, unit, summary, description, location, from, until, zone, isBusy])

function freshUid(key: string, namespace: string, uids: Set<string>): string {
  const plain = `${key}.${namespace}@unitbase`
  const uid = uids.has(plain) ? `${key}.${uids.size}.${namespace}@unitbase` : plain
  uids.add(uid)
  return uid
}

interface IssueOfBoard {
  readonly boardId: string
  readonly number: number
}

/**
 * The publications calendars go by: the newest of the board that drives the production, or, until it has one, the newest
 * that was; and the newest of every board that runs alongside. A scenario published for somebody to look at changes
 * nobody's calendar.
 */
export function issuesThatCount<Issue extends IssueOfBoard>(
  issues: readonly Issue[],
  activeId: string | undefined,
  alongside: ReadonlySet<string>,
): Issue[] {
  const newest = issues.toSorted((a, b) => b.number - a.number)
  const driving =
    newest.find(({ boardId }) => boardId === activeId) ?? newest.find(({ boardId }) => !alongside.has(boardId))
  const beside = [...alongside].flatMap((id) => newest.find(({ boardId }) => boardId === id) ?? [])
  return [...(driving ? [driving] : []), ...beside]
}
