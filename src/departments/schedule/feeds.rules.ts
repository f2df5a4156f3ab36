import type { FeedEntry } from './feedEntries.rules.ts'

/** What one published schedule says, in the order the schedules were published. */
interface PublishedEntries {
  publishedAt: Temporal.Instant
  entries: readonly FeedEntry[]
}

/** An entry as a calendar must hear of it: unchanged, changed so many times, or cancelled. */
export interface FeedEvent extends Omit<FeedEntry, 'key'> {
  uid: string
  sequence: number
  isCancelled: boolean
  changedAt: Temporal.Instant
}

interface Known {
  uid: string
  sequence: number
  changedAt: Temporal.Instant
  isCancelled: boolean
  entry: FeedEntry
}

/**
 * Every entry that was ever published, as it stands after the last publication. A day that moved keeps its uid and
 * counts up; one that went is cancelled, not dropped, because many calendars keep what they are not told to remove.
 * Everything follows from the publications, which never change, so two servers always answer the same.
 * @param namespace makes the uids of different feeds different
 */
export function eventsOf(history: readonly PublishedEntries[], namespace: string): FeedEvent[] {
  const known: Known[] = []
  for (const { entries, publishedAt } of history) publish(known, entries, publishedAt, namespace)
  return known
    .map(({ entry: { key: _, ...entry }, ...state }) => ({ ...entry, ...state }))
    .toSorted((a, b) => a.onDate.localeCompare(b.onDate) || a.uid.localeCompare(b.uid))
}

function publish(known: Known[], entries: readonly FeedEntry[], at: Temporal.Instant, namespace: string): void {
  const told = new Set<Known>()
  const unmatched: FeedEntry[] = []
  for (const entry of entries) {
    const before = known.find((it) => it.entry.key === entry.key)
    if (before) told.add(tell(before, entry, at))
    else unmatched.push(entry)
  }
  for (const entry of unmatched) {
    // A new board has new days; the day of the same date and unit is the same entry for whoever reads a calendar.
    const before = known.find((it) => !told.has(it) && it.entry.onDate === entry.onDate && it.entry.unit === entry.unit)
    if (before) told.add(tell(before, entry, at))
    else {
      const fresh = { uid: uidOf(entry, namespace, known), sequence: 0, changedAt: at, isCancelled: false, entry }
      known.push(fresh)
      told.add(fresh)
    }
  }
  for (const it of known) if (!told.has(it) && !it.isCancelled) cancel(it, at)
}

function tell(before: Known, entry: FeedEntry, at: Temporal.Instant): Known {
  const changed = before.isCancelled || !same(before.entry, entry)
  before.entry = entry
  before.isCancelled = false
  if (changed) {
    before.sequence += 1
    before.changedAt = at
  }
  return before
}

function cancel(it: Known, at: Temporal.Instant): void {
  it.isCancelled = true
  it.sequence += 1
  it.changedAt = at
}

const same = ({ key: _a, ...a }: FeedEntry, { key: _b, ...b }: FeedEntry): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

function uidOf({ key }: FeedEntry, namespace: string, known: readonly Known[]): string {
  const uid = `${key}.${namespace}@unitbase`
  return known.some((it) => it.uid === uid) ? `${key}.${known.length}.${namespace}@unitbase` : uid
}

interface IssueOfBoard {
  boardId: string
  number: number
}

/**
 * The publications that count for a plan: those of the board that drives the production, and what was published before
 * its first. A scenario published later for somebody to look at changes nobody's calendar.
 */
export function historyOf<Issue extends IssueOfBoard>(
  issues: readonly Issue[],
  activeId: string | undefined,
  alongside: ReadonlySet<string>,
): Issue[] {
  const ordered = issues.toSorted((a, b) => a.number - b.number).filter(({ boardId }) => !alongside.has(boardId))
  const first = ordered.find(({ boardId }) => boardId === activeId)?.number ?? Number.POSITIVE_INFINITY
  return ordered.filter(({ boardId, number }) => boardId === activeId || number < first)
}
