import { LinkUnusable, NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { FileId } from '../../kernel/ids.ts'
import { instantOf, type ZoneName } from '../../kernel/time.ts'
import { systemScope, type Actor, type LinkScope, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { queueLetters } from '../../platform/mail/index.ts'
import * as office from '../office/index.ts'
import * as productions from '../productions/index.ts'
import { candidateMovedOn, isOut } from './candidate.rules.ts'
import * as candidates from './candidate.store.ts'
import { settle } from './candidate.actions.ts'
import { withAgentCopy } from './candidate.letters.ts'
import { keepMedia } from './media.actions.ts'
import { get as getRole, type Write } from './role.actions.ts'
import type { RoleId } from './role.contract.ts'
import type { NewRequest, Request, RequestId, RequestState, Turn } from './request.contract.ts'
import { isLate, nextReminder, refusalOf, turnOf } from './request.rules.ts'
import * as store from './request.store.ts'
import { reminderHours } from './rule.store.ts'
import { letterOf } from './request.letters.ts'

type Link = Extract<Actor, { kind: 'link' }>

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
      roleId: row.roleId as RoleId,
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
    const zone = (body.dueZone ?? timeZone) as ZoneName
    const now = app.clock.now()
    const dueAt = body.dueOn === null ? null : instantOf(body.dueOn, body.dueMinute, zone)
    if (dueAt !== null && Temporal.Instant.compare(dueAt, now) <= 0)
      throw invalid('/dueOn', 'This moment has passed. Give a later one.')
    const steps = await reminderHours(tx)
    const rows = await candidates.lock(tx, scope, body.candidateIds)
    const open = new Set(
      body.kind === 'self_tape'
        ? (await store.openTapes(tx, body.candidateIds)).map(({ candidateId }) => candidateId)
        : [],
    )
    const [already, unreachable]: [string[], string[]] = [[], []]
    const made: RequestId[] = []
    for (const row of rows) {
      const turn = turnOf(row)
      if (open.has(row.id)) already.push(row.name)
      else if (turn === 'talent' && row.email === null) unreachable.push(row.name)
      else {
        const id = app.ids.next<RequestId>()
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
          kind: body.kind,
          body: body.body,
          due_at: dueAt?.toString() ?? null,
          due_zone: zone,
          link_id: link.id,
          turn,
          next_reminder_at: nextReminder(dueAt, now, steps)?.toString() ?? null,
          created_at: now.toString(),
          created_by_name: actor.kind === 'user' ? actor.name : 'Casting',
        })
        await settle(
          app,
          tx,
          { scope, actor },
          { verb: 'casting_candidate.asked', before: row, also: { request: body.kind } },
        )
        made.push(id)
      }
    }
    if (made.length > 0) await write(app, tx, scope, await store.byIds(tx, scope, made), 'asked')
    return { written: made.length, unreachable, already }
  })

async function write(
  app: App,
  tx: Tx,
  scope: ProductionScope,
  rows: readonly store.RequestRow[],
  why: 'asked' | 'reminder' | 'passed_on',
): Promise<void> {
  const { title } = await productions.get(tx, scope)
  const { name: officeName, undoSeconds } = await office.officeSettings(tx)
  const roles = new Map<string, Awaited<ReturnType<typeof getRole>>>()
  for (const { roleId } of rows) if (!roles.has(roleId)) roles.set(roleId, await getRole(tx, scope, roleId as RoleId))
  await queueLetters(
    app,
    tx,
    rows.flatMap((row) => {
      const letter = letterOf(row, {
        why,
        role: roles.get(row.roleId) as Awaited<ReturnType<typeof getRole>>,
        title,
        officeName,
        address: `${app.settings.url}/casting/request/${app.links.tokenOf(row.linkId)}`,
      })
      return letter === null
        ? []
        : withAgentCopy(
            {
              ...letter,
              key: `casting_request:${row.id}:${why}:${row.turn}:${row.reminders}`,
              channel: 'email' as const,
              about: { kind: 'casting_candidate', id: row.candidateId },
              productionId: scope.productionId,
              leavesAt: app.clock.now().add({ seconds: why === 'asked' ? undoSeconds : 0 }),
            },
            row,
          )
    }),
  )
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
  await write(
    app,
    tx,
    scope,
    await store.byIds(
      tx,
      scope,
      rows.map(({ id }) => id),
    ),
    'reminder',
  )
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
    for (const row of rows) {
      await store.update(tx, row.id, { state: 'withdrawn', next_reminder_at: null })
      const [candidate] = await candidates.lock(tx, scope, [row.candidateId])
      if (candidate)
        await settle(
          app,
          tx,
          { scope, actor },
          { verb: 'casting_candidate.request_withdrawn', before: candidate, also: { request: row.kind } },
        )
    }
    return { withdrawn: rows.length }
  })

async function behind(db: Db, link: Link) {
  const row = link.productionId === null ? undefined : await store.behindLink(db, link.productionId, link.linkId)
  if (row === undefined || row.state === 'withdrawn' || link.productionId === null)
    throw new Problem(LinkUnusable, { reason: 'revoked' }, 'This is not asked any more.')
  return { row, scope: systemScope(link.productionId, 'casting request') }
}

/** What one page shows. */
export async function requestOf(app: App, link: Link) {
  const { row, scope } = await behind(app.db, link)
  const role = await getRole(app.db, scope, row.roleId as RoleId)
  const { title } = await productions.get(app.db, scope)
  return { row, role, title: role.isConfidential ? null : title, isLate: isLate(row, app.clock.now()) }
}

interface Answering {
  readonly scope: LinkScope
  readonly body: { answer: 'send' | 'no' | 'pass_on'; text: string | null; fileIds: readonly string[] }
}

/** A late tape is still taken: casting sees that it is late and decides. Said again, the answer is the newer one. */
export const answer = (app: App, { scope: { link }, body }: Answering): Promise<{ state: RequestState; turn: Turn }> =>
  app.transaction(async (tx) => {
    const { row: found, scope } = await behind(tx, link)
    const [row] = await store.lock(tx, scope, [found.id])
    const [candidate] = await candidates.lock(tx, scope, [found.candidateId])
    if (row === undefined || candidate === undefined) throw new Problem(NotFound, {}, 'This is not asked any more.')
    const refusal = refusalOf({
      ...row,
      answer: body.answer,
      text: body.text,
      files: body.fileIds.length,
      reachable: candidate.email !== null,
    })
    if (refusal !== null) throw invalid(refusal.at, refusal.words)
    await app.links.use(tx, link.linkId)
    if (body.answer === 'pass_on') {
      await store.update(tx, row.id, { turn: 'talent' })
      await write(app, tx, scope, await store.byIds(tx, scope, [row.id]), 'passed_on')
      await settle(app, tx, { scope, actor: link }, { verb: 'casting_candidate.request_passed_on', before: candidate })
      return { state: row.state, turn: 'talent' }
    }
    const role = await getRole(tx, scope, candidate.roleId)
    for (const fileId of body.fileIds)
      await keepMedia(
        app,
        tx,
        scope,
        { id: candidate.id, name: candidate.name, roleName: role.name },
        { sender: { linkId: link.linkId }, fileId: fileId as FileId, purpose: 'self_tape' },
      )
    const state = body.answer === 'no' ? 'declined' : 'answered'
    await store.update(tx, row.id, {
      state,
      answer: body.text ?? '',
      answered_at: app.clock.now().toString(),
      next_reminder_at: null,
    })
    if (state === 'answered' && row.kind === 'self_tape') {
      const moved = candidateMovedOn(candidate.state, 'auditioned')
      if (moved !== candidate.state) await candidates.update(tx, scope, candidate.id, { state: moved })
    }
    await settle(
      app,
      tx,
      { scope, actor: link },
      {
        verb: `casting_candidate.request_${state}`,
        before: candidate,
        also: {
          request: row.kind,
        },
      },
    )
    return { state, turn: row.turn }
  })

const announce = (app: App, tx: Tx, scope: ProductionScope, rows: readonly store.RequestRow[]) =>
  app.announce(tx, { department: 'casting', productionId: scope.productionId, ids: rows.map(({ roleId }) => roleId) })
