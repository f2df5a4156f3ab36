import { NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { actorNameOf } from './actorName.ts'
import * as companies from './company.store.ts'
import { ContactDraft } from './draft.contract.ts'
import * as store from './duplicates.store.ts'
import { entriesOf, writeEntry, type Entry } from './entry.actions.ts'
import { POSSIBLE_DUPLICATE, likeness } from './likeness.rules.ts'
import { MergeNotUndoable, MergeStale, type DuplicatePair, type RecordKind } from './merge.contract.ts'
import { disagreements, merge, type MergeChoices } from './merge.rules.ts'
import './people.events.ts'
import * as people from './person.store.ts'

/** Pairs that may be one, the likeliest first. Looks at more pairs than it shows, because not every shared trace is a likeness. */
export async function duplicatesOf(
  db: Db,
  scope: OfficeScope,
  kind: RecordKind,
  limit: number,
): Promise<DuplicatePair[]> {
  const pairs = await store.pairs(db, scope, kind, limit * 4)
  const entries = new Map(
    (await entriesOf(db, scope, kind, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))])).map((entry) => [
      entry.id,
      entry,
    ]),
  )
  return pairs
    .flatMap(({ a, b }) => {
      const [one, two] = [entries.get(a), entries.get(b)]
      return one && two ? [shownPair(kind, one, two)] : []
    })
    .filter(({ score }) => score >= POSSIBLE_DUPLICATE)
    .sort((x, y) => y.score - x.score)
    .slice(0, limit)
}

const shownPair = (kind: RecordKind, a: Entry, b: Entry): DuplicatePair => ({
  kind,
  score: likeness(a.contact, b.contact).score,
  reasons: [...likeness(a.contact, b.contact).reasons],
  a,
  b,
  disagreements: disagreements(a.contact, b.contact),
})

/** Two records side by side, the first as the one that would stay. @throws NotFound */
export async function compare(
  db: Db,
  scope: OfficeScope,
  kind: RecordKind,
  keptId: string,
  otherId: string,
): Promise<DuplicatePair> {
  const entries = new Map((await entriesOf(db, scope, kind, [keptId, otherId])).map((entry) => [entry.id, entry]))
  const [kept, other] = [entries.get(keptId), entries.get(otherId)]
  if (!kept || !other || kept.isArchived || other.isArchived)
    throw new Problem(NotFound, {}, 'One of these records is not in the directory any more.')
  return shownPair(kind, kept, other)
}

interface Write {
  readonly scope: OfficeScope
  readonly actor: Actor
}

interface Merge extends Write {
  readonly kind: RecordKind
  readonly keptId: string
  readonly otherId: string
  readonly keptVersion: number
  readonly otherVersion: number
  readonly choices: MergeChoices
}

/** One record of two. What both were, and everything that moved, is kept so that the merge can be taken back whole. */
export const mergeRecords = (app: App, { scope, actor, kind, keptId, otherId, ...how }: Merge) =>
  app.transaction(async (tx) => {
    if (keptId === otherId) throw invalid('/otherId', 'This is one record already.')
    await lockBoth(tx, scope, kind, [keptId, otherId])
    const { a: kept, b: other } = await compare(tx, scope, kind, keptId, otherId)
    if (kept.version !== how.keptVersion || other.version !== how.otherVersion)
      throw new Problem(MergeStale, {}, 'Somebody changed one of the two. Look at them again before merging.')
    const one = merge(kept.contact, other.contact, how.choices)
    await writeEntry(app, tx, scope, { id: keptId, contact: one, version: kept.version })
    await app.emit(tx, kind === 'person' ? 'people.merging' : 'people.companies_merging', { keptId, otherId })
    const moved = await store.moveReferences(tx, kind, otherId, keptId)
    if (kind === 'person') await app.emit(tx, 'people.merged', { personIds: [keptId] })
    await app.emit(tx, 'people.renamed', { kind, ids: [keptId] })
    await store.retire(tx, kind, otherId, keptId, app.clock.now())
    const mergeId = app.ids.next()
    const snapshot = { kept: kept.contact, other: other.contact, merged: one, moved }
    await store.insertAnswer(tx, {
      id: mergeId,
      kind,
      keptId,
      otherId,
      answer: 'merged',
      snapshot,
      by: actorNameOf(actor),
      at: app.clock.now(),
    })
    await record(app, tx, actor, {
      verb: `${kind}.merged`,
      subject: { kind, id: keptId, label: one.name },
      before: { merged: other.contact.name, ...kept.contact },
      after: { merged: null, ...one },
    })
    return { mergeId, keptId }
  })

export const keepApart = (
  app: App,
  { scope: _, actor, kind, keptId, otherId }: Write & { kind: RecordKind; keptId: string; otherId: string },
) =>
  app.transaction(async (tx) => {
    const answerId = app.ids.next()
    await store.insertAnswer(tx, {
      id: answerId,
      kind,
      keptId,
      otherId,
      answer: 'different',
      snapshot: null,
      by: actorNameOf(actor),
      at: app.clock.now(),
    })
    await record(app, tx, actor, {
      verb: `${kind}.duplicate_dismissed`,
      subject: { kind, id: keptId },
      before: {},
      after: { otherId },
    })
    return { answerId }
  })

interface Snapshot {
  readonly kept: ContactDraft
  readonly other: ContactDraft
  readonly merged: ContactDraft
  readonly moved: store.Moved
}

/** Takes a merge back: both records as they were, and everything that moved. Refused once the joint record was changed. */
export const undo = (app: App, { scope, actor, mergeId }: Write & { mergeId: string }): Promise<null> =>
  app.transaction(async (tx) => {
    const answer = await store.findAnswer(tx, scope, mergeId)
    if (answer === undefined) throw new Problem(NotFound, {}, 'There is no such merge.')
    if (answer.undoneAt !== null) return null
    if (answer.answer === 'merged') await takeBack(app, tx, scope, answer)
    await store.markUndone(tx, mergeId, app.clock.now())
    const label = (answer.snapshot as Snapshot | null)?.kept.name
    await record(app, tx, actor, {
      verb: `${answer.kind}.merge_reverted`,
      subject: { kind: answer.kind, id: answer.keptId, ...(label !== undefined && { label }) },
      before: {},
      after: { otherId: answer.otherId },
    })
    return null
  })

async function takeBack(
  app: App,
  tx: Tx,
  scope: OfficeScope,
  { kind, keptId, otherId, snapshot }: NonNullable<Awaited<ReturnType<typeof store.findAnswer>>>,
): Promise<void> {
  const { kept, other, merged, moved } = snapshot as Snapshot
  await lockBoth(tx, scope, kind, [keptId, otherId])
  const entries = new Map((await entriesOf(tx, scope, kind, [keptId, otherId])).map((entry) => [entry.id, entry]))
  const [now, gone] = [entries.get(keptId), entries.get(otherId)]
  if (
    now === undefined ||
    gone === undefined ||
    JSON.stringify(ContactDraft.parse(now.contact)) !== JSON.stringify(ContactDraft.parse(merged))
  )
    throw new Problem(
      MergeNotUndoable,
      {},
      'The record was changed after merging. Take what belongs to the other out by hand.',
    )
  await store.retire(tx, kind, otherId, null, null)
  await writeEntry(app, tx, scope, { id: keptId, contact: kept, version: now.version })
  await writeEntry(app, tx, scope, { id: otherId, contact: other, version: gone.version + 1 })
  await store.moveBack(tx, kind, moved, otherId)
  if (kind === 'person') await app.emit(tx, 'people.merged', { personIds: [keptId, otherId] })
  await app.emit(tx, 'people.renamed', { kind, ids: [keptId, otherId] })
}

const lockBoth = async (tx: Tx, scope: OfficeScope, kind: RecordKind, ids: readonly string[]): Promise<void> =>
  void (await (kind === 'person' ? people.lock(tx, scope, ids as never) : companies.lock(tx, scope, ids as never)))

export async function mergesOf(db: Db, scope: OfficeScope, keptId: string) {
  const rows = await store.answersOf(db, scope, keptId)
  return rows.map(({ snapshot, at, undoneAt, ...row }) => ({
    ...row,
    name: (snapshot as Snapshot | null)?.other.name ?? '',
    at: at.toString(),
    undone: undoneAt !== null,
  }))
}

interface Happened {
  readonly verb: string
  readonly subject: { readonly kind: RecordKind; readonly id: string; readonly label?: string }
  readonly before: object
  readonly after: object
}

async function record(app: App, tx: Tx, actor: Actor, { verb, ...entry }: Happened): Promise<void> {
  await app.audit.record(tx, actor, verb, entry)
  await app.announce(tx, { department: 'people', productionId: null, ids: [entry.subject.id] })
}
