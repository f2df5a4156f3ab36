import { invalid } from '../../kernel/problems.ts'
import { instantOf, type ZoneName } from '../../kernel/time.ts'
import { systemScope, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { queueLetters } from '../../platform/mail/index.ts'
import * as office from '../office/index.ts'
import * as productions from '../productions/index.ts'
import { settleAll } from './candidate.actions.ts'
import { firstReader, withAgentCopy } from './candidate.letters.ts'
import { isOut } from './candidate.rules.ts'
import type { CandidateRow } from './candidate.store.ts'
import * as candidates from './candidate.store.ts'
import type { NewRequest, Request, RequestId } from './request.contract.ts'
import { letterOf } from './request.letters.ts'
import { isLate, nextReminder, turnOf } from './request.rules.ts'
import * as store from './request.store.ts'
import type { Write } from './role.actions.ts'
import * as roles from './role.store.ts'
import { reminderHours } from './rule.store.ts'

export async function list(
  app: App,
  scope: ProductionScope,
  query: Parameters<typeof store.page>[2],
): Promise<{ items: Request[]; next: RequestId | null }> {
  const rows = await store.page(app.db, scope, query)
  const now = app.clock.now()
  const page = rows.slice(0, query.limit)
  return {
    items: page.map((row) => ({
      id: row.id,
      candidateId: row.candidateId,
      roleId: row.roleId,
      name: row.name,
      agentName: row.agentName,
      kind: row.kind,
      body: row.body,
      turn: row.turn,
      state: row.state,
      dueAt: row.dueAt?.toString() ?? null,
      dueZone: row.dueZone,
      isLate: isLate(row, now),
      answer: row.answer,
      answeredAt: row.answeredAt?.toString() ?? null,
      reminders: row.reminders,
      nextReminderAt: row.nextReminderAt?.toString() ?? null,
      createdAt: row.createdAt.toString(),
    })),
    next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** One link and one letter for each; who has an open tape request keeps it, and who has no address is named. */
export const create = (app: App, { scope, actor, body }: Write & { body: NewRequest }) =>
  app.transaction(async (tx) => {
    const { timeZone } = await productions.get(tx, scope)
    const zone = body.dueZone ?? timeZone
    const dueAt = body.dueOn === null ? null : instantOf(body.dueOn, body.dueMinute, zone)
    if (dueAt !== null && Temporal.Instant.compare(dueAt, app.clock.now()) <= 0)
      throw invalid('/dueOn', 'This moment has passed. Give a later one.')
    const rows = await candidates.lock(tx, scope, body.candidateIds)
    const open = new Set(body.kind === 'self_tape' ? await store.withOpenTape(tx, body.candidateIds) : [])
    const already = rows.filter(({ id }) => open.has(id))
    const asked = rows.filter((row) => !open.has(row.id) && firstReader(row) !== null)
    const unreachable = rows.filter((row) => !already.includes(row) && !asked.includes(row))
    const steps = await reminderHours(tx)
    const made: RequestId[] = []
    for (const row of asked)
      made.push(await insert(app, tx, { scope, actor }, row, { kind: body.kind, body: body.body, dueAt, zone, steps }))
    const settled = { verb: 'casting_candidate.asked', before: asked, also: { request: body.kind } }
    await settleAll(app, tx, { scope, actor }, settled)
    await write(app, tx, scope, made, 'asked')
    return {
      written: made.length,
      unreachable: unreachable.map(({ name }) => name),
      already: already.map(({ name }) => name),
    }
  })

interface Wanted {
  readonly kind: NewRequest['kind']
  readonly body: string
  readonly dueAt: Temporal.Instant | null
  readonly zone: ZoneName
  /** Hours before the end at which somebody who has not answered hears again. */
  readonly steps: readonly number[]
}

async function insert(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  row: CandidateRow,
  { kind, body, dueAt, zone, steps }: Wanted,
): Promise<RequestId> {
  const id = app.ids.next<RequestId>()
  const now = app.clock.now()
  const link = await app.links.create(tx, {
    purpose: 'casting_request',
    subject: { kind: 'casting_candidate', id: row.id },
    productionId: scope.productionId,
    label: `Casting request, candidate ${row.number}`,
    createdBy: actor,
  })
  await store.insert(tx, {
    id,
    production_id: scope.productionId,
    candidate_id: row.id,
    kind,
    body,
    due_at: dueAt?.toString() ?? null,
    due_zone: zone,
    link_id: link.id,
    turn: turnOf(row),
    next_reminder_at: nextReminder(dueAt, now, steps)?.toString() ?? null,
    created_at: now.toString(),
    created_by_name: actor.kind === 'user' ? actor.name : 'Casting',
  })
  return id
}

/** Writes to whoever’s turn it is in each of these. */
export async function write(
  app: App,
  tx: Tx,
  scope: ProductionScope,
  ids: readonly RequestId[],
  why: 'asked' | 'reminder' | 'passed_on',
): Promise<void> {
  if (ids.length === 0) return
  const rows = await store.byIds(tx, scope, ids)
  const { title } = await productions.get(tx, scope)
  const { name: officeName, undoSeconds } = await office.officeSettings(tx)
  const wanted = await roles.byIds(
    tx,
    scope,
    rows.map(({ roleId }) => roleId),
  )
  const roleOf = new Map(wanted.map((role) => [role.id, role]))
  const leavesAt = app.clock.now().add({ seconds: why === 'asked' ? undoSeconds : 0 })
  const letters = rows.flatMap((row) => {
    const role = roleOf.get(row.roleId)
    const address = `${app.settings.url}/casting/request/${app.links.tokenOf(row.linkId)}`
    const letter = role && letterOf(row, { why, role, title, officeName, address })
    if (!letter) return []
    const about = { kind: 'casting_candidate', id: row.candidateId }
    const key = `casting_request:${row.id}:${why}:${row.turn}:${row.reminders}`
    const { productionId } = scope
    return withAgentCopy({ ...letter, key, channel: 'email' as const, about, productionId, leavesAt }, row)
  })
  await queueLetters(app, tx, letters)
}

interface Several extends Write {
  readonly ids: readonly RequestId[]
}

export const remind = (app: App, { scope, ids }: Several) =>
  app.transaction(async (tx) => ({
    written: await remindThese(
      app,
      tx,
      scope,
      (await store.lock(tx, scope, ids)).filter(({ state }) => state === 'asked'),
    ),
  }))

async function remindThese(app: App, tx: Tx, scope: ProductionScope, rows: readonly store.RequestRow[]) {
  const [now, steps] = [app.clock.now(), await reminderHours(tx)]
  for (const row of rows)
    await store.update(tx, row.id, {
      reminders: row.reminders + 1,
      next_reminder_at: nextReminder(row.dueAt, now, steps)?.toString() ?? null,
    })
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  await write(app, tx, scope, ids, 'reminder')
  await announce(app, tx, scope, rows)
  return rows.length
}

/** What time alone does. Each in its own transaction; a reminder that was sent is not due any more. */
export async function remindDue(app: App): Promise<number> {
  let written = 0
  for (const { id, productionId } of await store.due(app.db, app.clock.now(), 200))
    written += await app.transaction(async (tx) => {
      const scope = systemScope(productionId, 'casting reminders')
      const [row] = await store.lock(tx, scope, [id])
      const isDue =
        row?.nextReminderAt !== null &&
        row?.nextReminderAt !== undefined &&
        Temporal.Instant.compare(row.nextReminderAt, app.clock.now()) <= 0
      if (row === undefined || !isDue) return 0
      // Who is out of the running is not written to again.
      if (row.state === 'asked' && !isOut(row.standing)) return remindThese(app, tx, scope, [row])
      await store.update(tx, id, { next_reminder_at: null })
      return 0
    })
  return written
}

export const withdraw = (app: App, { scope, actor, ids }: Several) =>
  app.transaction(async (tx) => {
    const rows = (await store.lock(tx, scope, ids)).filter(({ state }) => state === 'asked')
    await app.links.revoke(
      tx,
      rows.map(({ linkId }) => linkId),
    )
    for (const row of rows) await store.update(tx, row.id, { state: 'withdrawn', next_reminder_at: null })
    for (const [kind, of] of Map.groupBy(rows, (row) => row.kind)) {
      const ids = of.map(({ candidateId }) => candidateId)
      const before = await candidates.byIds(tx, scope, ids)
      const withdrawn = { verb: 'casting_candidate.request_withdrawn', before, also: { request: kind } }
      await settleAll(app, tx, { scope, actor }, withdrawn)
    }
    return { withdrawn: rows.length }
  })

const announce = (app: App, tx: Tx, scope: ProductionScope, rows: readonly store.RequestRow[]) =>
  app.announce(tx, { department: 'casting', productionId: scope.productionId, ids: rows.map(({ roleId }) => roleId) })
