import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { blankOf, type Holder } from './holder.actions.ts'
import * as holders from './holder.store.ts'
import type { PaperId } from './papers.contract.ts'
import * as store from './papers.store.ts'

/**
 * Tax form and bank details are papers without a file: what people give is sealed where they are paid from, and here
 * stands that it was asked for, that it came, or that it has to come again.
 */
type What = 'tax' | 'bank'

interface Came {
  readonly holder: Holder
  readonly what: What
  readonly actor: Actor
}

const theirsOf = async (tx: Tx, holderId: string, kindId: string) =>
  (await holders.ofHolders(tx, [holderId])).filter((it) => it.kindId === kindId)

/** It is in order until the office says otherwise. */
export async function payDetailsCame(app: App, tx: Tx, { holder, what, actor }: Came): Promise<void> {
  const kind = await store.payKind(tx, what)
  if (kind === undefined) return
  const theirs = await theirsOf(tx, holder.id, kind.id)
  if (theirs.some(({ state }) => state === 'accepted')) return
  const change = {
    state: 'accepted',
    file_id: null,
    reason: null,
    expires_on: null,
    reviewed_by: actor.kind === 'user' ? actor.name : 'their link',
  } as const
  const id = theirs[0]?.id ?? app.ids.next<PaperId>()
  if (theirs[0] !== undefined) await store.update(tx, id, theirs[0].version, change)
  else await store.insert(tx, { ...blankOf(app, holder, kind.id), id, ...change })
  await app.audit.record(tx, actor, 'paper.handed_in', { subject: { kind: 'paper', id, label: kind.name } })
  await app.announce(tx, { department: 'papers', productionId: null, ids: [id] })
}

/** The office does not take what came, with its reason: it has to come again. */
export async function payDetailsRefused(
  app: App,
  tx: Tx,
  { holder, what, actor, reason }: Came & { reason: string },
): Promise<void> {
  const kind = await store.payKind(tx, what)
  const paper = kind && (await theirsOf(tx, holder.id, kind.id)).find(({ state }) => state === 'accepted')
  if (kind === undefined || paper === undefined) return
  await store.update(tx, paper.id, paper.version, { state: 'rejected', reason: reason || null })
  await app.audit.record(tx, actor, 'paper.sent_back', {
    subject: { kind: 'paper', id: paper.id, label: kind.name },
    after: { reason: reason || null },
  })
  await app.announce(tx, { department: 'papers', productionId: null, ids: [paper.id] })
}

interface Asked {
  readonly personId: string | null
  readonly productionId: string
  readonly asks: boolean
}

/** A deal somebody has signed asks for both in its own link, and reminds by itself; taken back, nothing is asked any more. */
export async function payDetailsAsked(app: App, tx: Tx, { personId, productionId, asks }: Asked): Promise<void> {
  if (personId === null) return
  for (const what of ['tax', 'bank'] as const) {
    const kind = await store.payKind(tx, what)
    if (kind === undefined) continue
    const theirs = await theirsOf(tx, personId, kind.id)
    const now = app.clock.now().toString()
    // What was asked for under Papers has a link there, and is asked for there on.
    const byDeal = theirs.find(({ state, askedBy }) => state === 'asked' && askedBy === null)
    if (!asks && byDeal !== undefined) await store.update(tx, byDeal.id, byDeal.version, { archived_at: now })
    if (asks && theirs.length === 0)
      await store.insert(tx, {
        ...blankOf(app, { kind: 'person', id: personId }, kind.id),
        id: app.ids.next<PaperId>(),
        state: 'asked',
        file_id: null,
        reason: null,
        expires_on: null,
        asked_at: now,
      })
  }
  await app.announce(tx, { department: 'papers', productionId, ids: [] })
}
