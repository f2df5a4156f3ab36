import type { z } from 'zod'
import { given } from '../../kernel/patch.ts'
import { demandFresh, NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { queueLetters } from '../../platform/mail/index.ts'
import * as office from '../office/index.ts'
import * as productions from '../productions/index.ts'
import * as candidates from './candidate.store.ts'
import {
  Frozen,
  WithoutMedia,
  type changePresentation,
  type createPresentation,
  type Presentation,
  type PresentationId,
  type PresentationQuery,
  type sharePresentation,
  type VoiceId,
} from './presentation.contract.ts'
import * as store from './presentation.store.ts'
import type { Write } from './role.actions.ts'

type Body<C extends { body?: z.ZodType }> = z.output<NonNullable<C['body']>>

const addressOf = (app: App, linkId: store.VoiceRow['linkId']) =>
  `${app.settings.url}/casting/view/${app.links.tokenOf(linkId)}`

async function shown(app: App, db: Db, rows: readonly store.PresentationRow[]): Promise<Presentation[]> {
  const ids = rows.map(({ id }) => id)
  const items = await store.itemsOf(db, ids)
  const voices = await store.voicesOf(db, ids)
  const picks = await store.picksOf(db, ids)
  const decisions = await store.decisionsOf(db, ids)
  const log = await store.logOf(db, ids)
  const mine = <T extends { presentationId: PresentationId }>(list: readonly T[], id: PresentationId) =>
    list.filter(({ presentationId }) => presentationId === id)
  return rows.map((row) => ({
    ...row,
    expiresAt: row.expiresAt?.toString() ?? null,
    frozenAt: row.frozenAt?.toString() ?? null,
    items: mine(items, row.id),
    voices: mine(voices, row.id).map(({ linkId, seenAt, ...voice }) => ({
      ...voice,
      address: addressOf(app, linkId),
      seenAt: seenAt?.toString() ?? null,
    })),
    picks: mine(picks, row.id),
    decisions: mine(decisions, row.id).map((it) => ({ ...it, decidedAt: it.decidedAt.toString() })),
    log: mine(log, row.id).map((it) => ({ ...it, at: it.at.toString() })),
  }))
}

export async function list(app: App, scope: ProductionScope, query: PresentationQuery) {
  const rows = await store.page(app.db, scope, query)
  const page = rows.slice(0, query.limit)
  return {
    items: await shown(app, app.db, page),
    next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** @throws NotFound */
export async function get(app: App, db: Db, scope: ProductionScope, id: PresentationId): Promise<Presentation> {
  const row = await store.find(db, scope, id)
  const [found] = row ? await shown(app, db, [row]) : []
  if (found === undefined) throw new Problem(NotFound, {}, 'There is no such selection on this production.')
  return found
}

export const create = (app: App, { scope, actor, body }: Write & { body: Body<typeof createPresentation> }) =>
  app.transaction(async (tx) => {
    const id = app.ids.next<PresentationId>()
    const { items, expiresAt, groupBy, ...rest } = body
    await store.insert(tx, {
      ...given(rest),
      title: body.title,
      id,
      production_id: scope.productionId,
      expires_at: expiresAt ?? null,
      ...(groupBy && { group_by: groupBy }),
      created_at: app.clock.now().toString(),
    })
    await putItems(app, tx, scope, id, items)
    await refuseNothingToSee(tx, scope, id)
    return settle(app, tx, { scope, actor }, 'casting_presentation.added', id)
  })

interface Change extends Write {
  readonly id: PresentationId
  readonly expected: number
}

export const change = (
  app: App,
  { scope, actor, id, expected, body }: Change & { body: Body<typeof changePresentation> },
) =>
  app.transaction(async (tx) => {
    await lockOpen(tx, scope, id, expected)
    const before = await get(app, tx, scope, id)
    const { items, expiresAt, groupBy, ...rest } = body
    await store.update(tx, scope, id, {
      ...given(rest),
      ...(expiresAt !== undefined && { expires_at: expiresAt }),
      ...(groupBy !== undefined && { group_by: groupBy }),
    })
    if (items !== undefined) await putItems(app, tx, scope, id, items)
    await refuseNothingToSee(tx, scope, id)
    // The links of those who were asked already end with the selection, sooner or later than they were made for.
    if (expiresAt !== undefined) {
      const links = (await store.voicesOf(tx, [id])).map(({ linkId }) => linkId)
      await app.links.endAt(tx, links, expiresAt === null ? null : Temporal.Instant.from(expiresAt))
    }
    return settle(app, tx, { scope, actor }, 'casting_presentation.changed', id, before)
  })

async function putItems(
  app: App,
  tx: Tx,
  scope: ProductionScope,
  id: PresentationId,
  items: Body<typeof createPresentation>['items'],
): Promise<void> {
  const ids = items.map(({ candidateId }) => candidateId)
  const known = new Set((await candidates.byIds(tx, scope, ids)).map((row) => row.id))
  const unknown = ids.findIndex((it) => !known.has(it))
  if (unknown >= 0) throw invalid(`/items/${unknown}/candidateId`, 'This candidate is not on this production.')
  await store.putItems(
    tx,
    id,
    items.map(({ candidateId, group, note }, sort) => ({
      id: app.ids.next<string>(),
      presentation_id: id,
      candidate_id: candidateId,
      group_name: group,
      note,
      sort,
    })),
  )
}

/** Everybody in a selection can be seen or heard by it: a reel counts only where the link shows it. */
async function refuseNothingToSee(tx: Tx, scope: ProductionScope, id: PresentationId): Promise<void> {
  const ids = (await store.itemsOf(tx, [id])).map(({ candidateId }) => candidateId)
  const media = await candidates.mediaOf(tx, ids)
  const showsReel = (await store.find(tx, scope, id))?.fields.includes('reel') ?? false
  const bare = (await candidates.byIds(tx, scope, ids)).filter(
    (row) => !media.has(row.id) && (row.reel === null || !showsReel),
  )
  if (bare.length === 0) return
  const names = bare.map(({ name }) => name)
  const all = names.length === 1 ? 'has' : 'have'
  const detail = bare.some(({ reel }) => reel !== null)
    ? `${names.join(', ')} ${all} nothing to see or hear beside a reel. Add a photo or a tape, or let the link show reels.`
    : `${names.join(', ')} ${all} nothing to see or hear. Add a photo, a tape or a reel first.`
  throw new Problem(WithoutMedia, { names }, detail)
}

/** Each voice gets a link of its own, so that every pick has a name and every link can be withdrawn by itself. */
export const share = (
  app: App,
  { scope, actor, id, body }: Omit<Change, 'expected'> & { body: Body<typeof sharePresentation> },
) =>
  app.transaction(async (tx) => {
    const row = await lockOpen(tx, scope, id, null)
    const present = new Set((await store.voicesOf(tx, [id])).map(({ email }) => email.toLowerCase()))
    const { undoSeconds, name: officeName } = await office.officeSettings(tx)
    const { title } = await productions.get(tx, scope)
    const leavesAt = app.clock.now().add({ seconds: undoSeconds })
    for (const { name, email } of body.voices) {
      if (present.has(email.toLowerCase())) continue
      present.add(email.toLowerCase())
      const link = await app.links.create(tx, {
        purpose: 'casting_view',
        subject: { kind: 'casting_presentation', id },
        productionId: scope.productionId,
        label: `${row.title}, ${name}`,
        createdBy: actor,
        ...(row.expiresAt !== null && { expiresAt: row.expiresAt }),
      })
      const voiceId = app.ids.next<VoiceId>()
      await store.insertVoice(tx, {
        id: voiceId,
        presentation_id: id,
        link_id: link.id,
        name,
        email,
        created_at: app.clock.now().toString(),
      })
      await queueLetters(app, tx, [
        {
          key: `casting_view:${voiceId}`,
          channel: 'email',
          to: { name, address: email },
          subject: `${title}: ${row.title}`,
          text: `Hello ${name},\n\n${officeName} has put a selection together for ${title}: ${row.title}.\n${row.note === '' ? '' : `\n${row.note}\n`}\nLook, pick and comment here. The link is yours: what you say stands under your name.\n${addressOf(app, link.id)}\n`,
          about: { kind: 'casting_presentation', id },
          productionId: scope.productionId,
          leavesAt,
        },
      ])
    }
    await store.update(tx, scope, id, { state: 'open' })
    return settle(app, tx, { scope, actor }, 'casting_presentation.shared', id)
  })

/** @throws NotFound, Frozen, Stale */
export async function lockOpen(tx: Tx, scope: ProductionScope, id: PresentationId, expected: number | null) {
  const row = await store.lock(tx, scope, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such selection on this production.')
  if (row.state === 'frozen')
    throw new Problem(Frozen, {}, 'This decision is recorded. Put a new selection together to decide again.')
  if (expected !== null) demandFresh({ expected, current: row.version }, row.title)
  return row
}

export async function settle(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  verb: string,
  id: PresentationId,
  before: Presentation | null = null,
): Promise<Presentation> {
  const after = await get(app, tx, scope, id)
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'casting_presentation', id, label: after.title },
    productionId: scope.productionId,
    before: before && told(before),
    after: told(after),
  })
  await app.announce(tx, { department: 'casting', productionId: scope.productionId, ids: [id] })
  return after
}

/** History outlives erasure, so of people it says how many. */
const told = ({ title, note, groupBy, expiresAt, state, fields, items, voices }: Presentation) => ({
  title,
  note,
  groupBy,
  expiresAt,
  state,
  fields,
  people: items.length,
  voices: voices.length,
})
