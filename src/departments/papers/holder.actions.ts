import type { FileId } from '../../kernel/ids.ts'
import { demandFresh, NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { openFile } from '../../platform/uploads/index.ts'
import * as holders from './holder.store.ts'
import { certificatesOf, cover, uploaded, type Certificate, type Filing } from './certificate.actions.ts'
import { dayOf } from './matrix.actions.ts'
import { noticeOf } from './chasing.store.ts'
import { bestOf, standingOf, type Effect, type Standing } from './matrix.rules.ts'
import { keptPaper } from './paperFile.ts'
import type { PaperId, PaperKindId } from './papers.contract.ts'
import * as store from './papers.store.ts'

/** A paper that holds for every production, as one holder has it or lacks it. */
export interface HolderPaper {
  readonly kindId: string
  readonly kind: string
  readonly effect: Effect | null
  readonly standing: Standing
  readonly expires: boolean
  readonly isInsurance: boolean
  readonly paperId: string | null
  readonly hasFile: boolean
  readonly reason: string | null
  readonly expiresOn: string | null
  readonly version: number | null
  readonly chases: number
  readonly askedAt: string | null
  readonly receivedAt: string | null
  /** What stands on it, where it is a certificate of insurance. */
  readonly certificate: Certificate
}

export interface Holder {
  readonly kind: 'company' | 'person'
  readonly id: string
}

/**
 * What this office requires of whoever is engaged like this, for every production alike, and how it stands, by holder.
 * @example (await papers.ofHolders(db, [companyId], 'vendor', now)).get(companyId)   // [{ kind: 'Tax form', standing: 'missing', … }]
 */
export async function ofHolders(
  db: Db,
  ids: readonly string[],
  engagementKind: string,
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, HolderPaper[]>> {
  const when = { today: dayOf(now), noticeDays: await noticeOf(db) }
  const kinds = (await store.kinds(db)).filter(({ perProduction }) => !perProduction)
  const rules = await store.rules(db)
  const papers = await holders.ofHolders(db, ids)
  const insurance = new Set<string>(kinds.filter(({ isInsurance }) => isInsurance).map(({ id }) => id))
  const held = await certificatesOf(
    db,
    papers.filter(({ kindId }) => insurance.has(kindId)).map(({ id }) => id),
  )
  return new Map(
    ids.map((id) => [
      id,
      kinds.flatMap((kind): HolderPaper[] => {
        const effect = rules.find((it) => it.kindId === kind.id && it.engagementKind === engagementKind)?.effect ?? null
        const theirs = papers.filter((it) => it.kindId === kind.id && (it.companyId ?? it.personId) === id)
        const best = bestOf(theirs, when.today)
        const row = theirs.find((it) => it.id === best?.id)
        if (effect === null && row === undefined) return []
        return [
          {
            kindId: kind.id,
            kind: kind.name,
            effect,
            standing: standingOf(best, when),
            expires: kind.expires,
            isInsurance: kind.isInsurance,
            paperId: row?.id ?? null,
            hasFile: row !== undefined && row.fileId !== null,
            reason: row?.reason ?? null,
            expiresOn: row?.expiresOn ?? null,
            version: row?.version ?? null,
            chases: row?.chases ?? 0,
            askedAt: row?.askedAt?.toString() ?? null,
            receivedAt: row?.createdAt.toString() ?? null,
            certificate: held.of(kind.isInsurance && row !== undefined ? row.id : null),
          },
        ]
      }),
    ]),
  )
}

interface HandIn {
  readonly holder: Holder
  readonly kindId: string
  readonly name: string
  readonly bytes: Buffer
  readonly expiresOn: string | null
  readonly actor: Actor
}

/**
 * Takes a paper of a holder; it is in review until somebody of the office has looked. What nobody has looked at yet is
 * replaced, so sending twice leaves one.
 * @throws Unacceptable, PictureRefused, Invalid
 */
export async function handInFor(app: App, tx: Tx, { holder, kindId, name, bytes, expiresOn, actor }: HandIn) {
  const kind = (await store.kinds(tx)).find(({ id }) => id === kindId)
  if (kind === undefined || kind.perProduction) throw invalid('/kindId', 'There is no such kind of paper.')
  if (kind.expires && expiresOn === null)
    throw invalid('/expiresOn', `Say until when the ${kind.name.toLowerCase()} is good.`)
  const fileId: FileId = await keptPaper(app, tx, name, bytes)
  await holders.lockHolder(tx, holder.id)
  const open = (await holders.ofHolders(tx, [holder.id])).find((it) => it.kindId === kindId && it.state !== 'accepted')
  const change = { state: 'in_review', file_id: fileId, reason: null, expires_on: expiresOn as never } as const
  const id = open?.id ?? app.ids.next<PaperId>()
  if (open !== undefined) await store.update(tx, open.id, open.version, change)
  else await store.insert(tx, { ...blankOf(app, holder, kind.id), id, ...change })
  await app.audit.record(tx, actor, 'paper.handed_in', { subject: { kind: 'paper', id, label: kind.name } })
  await app.announce(tx, { department: 'papers', productionId: null, ids: [id] })
  return { paperId: id, kind: kind.name }
}

/** A paper of a holder for every production, nothing said of it yet. */
export const blankOf = (app: App, holder: Holder, kindId: PaperKindId) => ({
  kind_id: kindId,
  person_id: holder.kind === 'person' ? (holder.id as never) : null,
  company_id: holder.kind === 'company' ? holder.id : null,
  production_id: null,
  agreement_id: null,
  link_id: null,
  asked_at: null,
  chased_at: null,
  reviewed_by: null,
  created_at: app.clock.now().toString(),
  archived_at: null,
})

interface Recording extends Filing {
  readonly holder: Holder
  readonly kindId: string
  readonly expiresOn: string | null
  readonly actor: Actor
}

/**
 * A paper of a holder that the office has in hand: it counts at once, by whoever put it there. What was handed in and not
 * looked at yet is replaced.
 * @throws Invalid, NotFound, Unacceptable
 */
export async function recordFor(app: App, tx: Tx, { holder, kindId, expiresOn, actor, ...filing }: Recording) {
  const kind = (await store.kinds(tx)).find(({ id }) => id === kindId)
  if (kind === undefined || kind.perProduction) throw invalid('/kindId', 'There is no such kind of paper.')
  if (kind.expires && expiresOn === null) throw invalid('/expiresOn', `Say when the ${kind.name.toLowerCase()} ends.`)
  await holders.lockHolder(tx, holder.id)
  const open = (await holders.ofHolders(tx, [holder.id])).find((it) => it.kindId === kindId && it.state !== 'accepted')
  const change = {
    state: 'accepted',
    file_id: await uploaded(app, tx, actor, filing.fileId),
    reason: null,
    expires_on: expiresOn as never,
    reviewed_by: actor.kind === 'user' ? actor.name : actor.kind,
  } as const
  const id = open?.id ?? app.ids.next<PaperId>()
  if (open !== undefined) await store.update(tx, open.id, open.version, change)
  else await store.insert(tx, { ...blankOf(app, holder, kind.id), id, ...change })
  await cover(app, tx, id, { actor, ...filing })
  await app.audit.record(tx, actor, 'paper.recorded', { subject: { kind: 'paper', id, label: kind.name } })
  await app.announce(tx, { department: 'papers', productionId: null, ids: [id] })
  return { paperId: id }
}

interface Review {
  readonly holderId: string
  readonly paperId: PaperId
  readonly expected: number
  readonly actor: Actor
  readonly accept: boolean
  readonly reason: string
  readonly expiresOn: string | null
  readonly coverages: Filing['coverages']
  readonly endorsementIds: Filing['endorsementIds']
}

/** @throws NotFound, Stale, Invalid */
export async function reviewFor(app: App, tx: Tx, { holderId, paperId, expected, actor, ...body }: Review) {
  const before = await holders.lock(tx, holderId, paperId)
  if (before === undefined) throw new Problem(NotFound, {}, 'This paper is not there any more.')
  if (!body.accept && body.reason === '')
    throw invalid('/reason', 'Say what is wrong with it; they are told in these words.')
  if (body.accept && before.state !== 'in_review') throw invalid('/accept', 'Nothing was handed in yet.')
  demandFresh({ expected, current: before.version }, 'this paper')
  await store.update(tx, paperId, expected, {
    state: body.accept ? 'accepted' : 'rejected',
    reason: body.accept ? null : body.reason,
    reviewed_by: actor.kind === 'user' ? actor.name : actor.kind,
    ...(body.expiresOn !== null && { expires_on: body.expiresOn as never }),
  })
  const kind = (await store.kinds(tx)).find(({ id }) => id === before.kindId)?.name ?? 'Paper'
  if (body.accept && body.coverages.length + body.endorsementIds.length > 0)
    await cover(app, tx, paperId, { actor, ...body })
  await app.audit.record(tx, actor, body.accept ? 'paper.accepted' : 'paper.sent_back', {
    subject: { kind: 'paper', id: paperId, label: kind },
    after: { reason: body.reason || null },
  })
  await app.announce(tx, { department: 'papers', productionId: null, ids: [paperId] })
  return { kind, version: expected + 1 }
}

/** The file of a paper of this holder. @throws NotFound */
export async function fileOf(app: App, holderId: string, paperId: PaperId) {
  const paper = await holders.ofHolder(app.db, holderId, paperId)
  const found = paper?.fileId ? await openFile(app, paper.fileId) : undefined
  if (found === undefined) throw new Problem(NotFound, {}, 'There is no file with this paper.')
  return found
}
