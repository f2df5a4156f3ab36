import type { PersonId } from '../../kernel/ids.ts'
import { demandFresh, InUse, invalid, NotAllowed, NotFound, Problem } from '../../kernel/problems.ts'
import { listed } from '../../kernel/words.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import type {
  Candidate,
  CandidateChange,
  CandidateId,
  CandidateState,
  Mark,
  NewCandidates,
} from './candidate.contract.ts'
import { isCommitted, mergeKeyOf, stateAfterMark } from './candidate.rules.ts'
import { get } from './candidate.shown.ts'
import * as store from './candidate.store.ts'
import type { Role } from './role.contract.ts'
import { get as getRole, moveOn, type Write } from './role.actions.ts'
import * as roles from './role.store.ts'

export const add = (app: App, { scope, actor, body }: Write & { body: NewCandidates }) =>
  app.transaction(async (tx) => {
    await roles.lock(tx, scope, body.roleId)
    const role = await getRole(tx, scope, body.roleId)
    const present = await store.ofRole(tx, scope, role.id)
    const added: CandidateId[] = []
    const already: CandidateId[] = []
    for (const person of await people.talentByIds(tx, scope, body.personIds as PersonId[])) {
      const here = present.find(({ personId }) => personId === person.id)
      if (here !== undefined) {
        already.push(here.id)
        continue
      }
      const rule = person.agent?.email == null ? 'direct' : person.representation
      added.push(
        await insert(app, tx, { scope, actor }, role, {
          source: 'own_talent',
          personId: person.id,
          name: person.name,
          email: person.email,
          phone: person.phone,
          city: person.homeBase,
          birthDate: person.birthDate as never,
          sizes: person.sizes,
          agentName: person.agent?.name ?? null,
          agentEmail: person.agent?.email ?? null,
          agentFirst: rule === 'agent_first',
          agentCopied: rule === 'agent_copied',
        }),
      )
    }
    if (body.typed !== null) {
      const key = mergeKeyOf(body.typed.name, body.typed.email ?? null)
      const here = key === null ? undefined : await store.byKey(tx, scope, role.id, key)
      if (here !== undefined) already.push(here.id)
      else added.push(await insert(app, tx, { scope, actor }, role, { ...body.typed, source: body.source }))
    }
    return { added, already }
  })

interface Insert extends CandidateChange {
  readonly name: string
  readonly source: string
  readonly personId?: PersonId
  readonly consent?: store.CandidateInsert['consent']
}

/** One candidate more, with the next number of the role, which the caller has locked. */
export async function insert(app: App, tx: Tx, { scope, actor }: Write, role: Role, row: Insert): Promise<CandidateId> {
  const id = app.ids.next<CandidateId>()
  const number = await store.nextNumber(tx, role.id)
  const { consent, ...rest } = row
  await store.insert(tx, scope, {
    ...rest,
    id,
    roleId: role.id,
    number,
    mergeKey: mergeKeyOf(row.name, row.email ?? null),
    at: app.clock.now(),
    ...(consent && { consent }),
  })
  await app.audit.record(tx, actor, 'casting_candidate.added', {
    subject: { kind: 'casting_candidate', id, label: `${role.name} ${number}` },
    productionId: scope.productionId,
    after: { source: row.source },
  })
  await app.announce(tx, { department: 'casting', productionId: scope.productionId, ids: [role.id] })
  return id
}

export const change = (
  app: App,
  { scope, actor, id, expected, body }: Write & { id: CandidateId; expected: number; body: CandidateChange },
): Promise<Candidate> =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, id, expected)
    const name = body.name ?? before.name
    const email = body.email === undefined ? before.email : body.email
    const key = mergeKeyOf(name, email)
    await refuseTwin(tx, scope, before, key)
    if (body.state !== undefined) await refuseHeld(tx, scope, [before], body.state)
    await store.update(tx, scope, id, body, { merge_key: key })
    if (body.state !== undefined) await moveRolesOn(tx, scope, [before], body.state)
    return settle(app, tx, { scope, actor }, { verb: 'casting_candidate.changed', before })
  })

/** Whose days are held stays where the days say: a word here would leave the hold standing and nobody knowing. */
async function refuseHeld(tx: Tx, scope: ProductionScope, rows: readonly store.CandidateRow[], to: CandidateState) {
  if (isCommitted(to)) return
  const held = await store.withDays(tx, scope, rows)
  if (held.length === 0) return
  const names = held.map(({ name }) => name)
  throw new Problem(
    InUse,
    { dependants: names.map((label) => ({ kind: 'booking', label })) },
    `${listed(names)} still ${names.length === 1 ? 'has' : 'have'} days held. Release the days in Bookings, and the candidate follows.`,
  )
}

/** Nobody is put forward twice for one role. */
async function refuseTwin(tx: Tx, scope: ProductionScope, it: store.CandidateRow, key: string | null): Promise<void> {
  const twin = key === null ? undefined : await store.byKey(tx, scope, it.roleId, key)
  if (twin !== undefined && twin.id !== it.id)
    throw invalid('/email', `${twin.name} of this address is in this role already, as number ${twin.number}.`)
}

/** Your own mark; a yes or a maybe is the shortlist, any mark is as good as having looked. */
export const mark = (
  app: App,
  { scope, actor, id, body }: Write & { id: CandidateId; body: { mark: Mark | null; note?: string | undefined } },
): Promise<Candidate> =>
  app.transaction(async (tx) => {
    if (actor.kind !== 'user') throw new Problem(NotAllowed, { ability: 'casting.assess' })
    const [before] = await store.lock(tx, scope, [id])
    if (before === undefined) throw new Problem(NotFound, {}, 'There is no such candidate on this production.')
    await store.putMark(tx, {
      id: app.ids.next(),
      candidate_id: id,
      user_id: actor.userId,
      mark: body.mark,
      marked_at: app.clock.now().toString(),
      ...(body.note !== undefined && { note: body.note }),
    })
    const state = stateAfterMark(before.state, body.mark)
    if (state !== before.state) await store.update(tx, scope, id, { state })
    return settle(app, tx, { scope, actor }, { verb: 'casting_candidate.marked', before, also: { mark: body.mark } })
  })

export const move = (
  app: App,
  { scope, actor, ids, state }: Write & { ids: readonly CandidateId[]; state: CandidateState },
) =>
  app.transaction(async (tx) => {
    const rows = (await store.lock(tx, scope, ids)).filter((row) => row.state !== state)
    await refuseHeld(tx, scope, rows, state)
    await store.setState(
      tx,
      scope,
      rows.map(({ id }) => id),
      { state },
    )
    await settleAll(app, tx, { scope, actor }, { verb: 'casting_candidate.changed', before: rows })
    await moveRolesOn(tx, scope, rows, state)
    return { changed: rows.length }
  })

/** What a candidate's new standing says about the role. */
const roleStageOf: Partial<Record<CandidateState, Role['state']>> = {
  auditioned: 'auditioning',
  callback: 'callbacks',
  pinned: 'selects',
  on_avail: 'selects',
  on_hold: 'offer_out',
  offered: 'offer_out',
  booked: 'booked',
}

async function moveRolesOn(
  tx: Tx,
  scope: ProductionScope,
  rows: readonly store.CandidateRow[],
  state: CandidateState,
): Promise<void> {
  const stage = roleStageOf[state]
  const ids = rows.map(({ roleId }) => roleId)
  if (stage !== undefined) await moveOn(tx, scope, ids, stage)
}

/** @throws NotFound, Stale */
export async function lockFresh(tx: Tx, scope: ProductionScope, id: CandidateId, expected: number) {
  const [before] = await store.lock(tx, scope, [id])
  if (before === undefined) throw new Problem(NotFound, {}, 'There is no such candidate on this production.')
  demandFresh({ expected, current: before.version }, before.name)
  return before
}

interface Settling {
  readonly verb: string
  readonly also?: object
}

/** Ends a change of one candidate: into the history, said to open pages. @returns them as they are now */
export async function settle(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { before, ...what }: Settling & { before: store.CandidateRow },
): Promise<Candidate> {
  await settleAll(app, tx, { scope, actor }, { ...what, before: [before] })
  return get(app, tx, scope, before.id)
}

/**
 * Ends one change of several candidates. History outlives erasure, so it names a candidate by role and number and holds no
 * word about the person.
 */
export async function settleAll(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { verb, before, also = {} }: Settling & { before: readonly store.CandidateRow[] },
): Promise<void> {
  const roleIds = [...new Set(before.map(({ roleId }) => roleId))]
  const names = new Map((await roles.byIds(tx, scope, roleIds)).map(({ id, name }) => [id, name]))
  const ids = before.map(({ id }) => id)
  const now = new Map((await store.byIds(tx, scope, ids)).map((row) => [row.id, row]))
  for (const row of before)
    await app.audit.record(tx, actor, verb, {
      subject: { kind: 'casting_candidate', id: row.id, label: `${names.get(row.roleId)} ${row.number}` },
      productionId: scope.productionId,
      before: told(row),
      after: { ...told(now.get(row.id) ?? row), ...also },
    })
  await app.announce(tx, { department: 'casting', productionId: scope.productionId, ids: roleIds })
}

const told = ({
  state,
  choice,
  agentFirst,
  agentCopied,
  mayKeep,
}: Pick<Candidate, 'state' | 'choice' | 'agentFirst' | 'agentCopied' | 'mayKeep'>) => ({
  state,
  choice,
  agentFirst,
  agentCopied,
  mayKeep,
})
