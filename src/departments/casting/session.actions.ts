import { ageOn, isMinor } from '../../kernel/age.ts'
import { NotFound, Problem, invalid } from '../../kernel/problems.ts'
import { clockOf, dayText, instantOf, weekdayOf, type ZoneName } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import type { CandidateId } from './candidate.contract.ts'
import { candidateMovedOn, isOut, verdictOf } from './candidate.rules.ts'
import * as candidates from './candidate.store.ts'
import { get as getRole, moveOn, type Write } from './role.actions.ts'
import { SlotTaken, type NewSession, type Session, type SessionId, type SessionQuery } from './session.contract.ts'
import { rulesOf, schoolUntil } from './rule.store.ts'
import * as store from './session.store.ts'
import { autoFill, freeSeats, isInSchool, slotsOf } from './slot.rules.ts'

/** Sessions with their grid, who is seen when, and who waits. */
export async function shown(db: Db, rows: readonly store.SessionRow[]): Promise<Session[]> {
  const ids = rows.map(({ id }) => id)
  const appointments = await store.appointmentsOf(db, ids)
  const asked = await store.askedOf(db, ids)
  const afterSchool = await schoolUntil(db)
  return rows.map(({ doorLinkId, ...row }) => ({
    ...row,
    hasDoor: doorLinkId !== null,
    slots: slotsOf(row),
    appointments: appointments
      .filter(({ sessionId }) => sessionId === row.id)
      .map(({ sessionId: _, birthDate, toldAt, signedInAt, signedOutAt, ...it }) => {
        const minor = isMinor(ageOn(birthDate, row.onDate))
        return {
          ...it,
          isMinor: minor,
          inSchool: isInSchool(minor, weekdayOf(row.onDate), it.minute, afterSchool),
          toldAt: toldAt?.toString() ?? null,
          signedInAt: signedInAt?.toString() ?? null,
          signedOutAt: signedOutAt?.toString() ?? null,
        }
      }),
    waiting: asked
      .filter(({ sessionId, waits }) => sessionId === row.id && waits)
      .map(({ candidateId, name, since }) => ({ candidateId, name, since: since.toString() })),
  }))
}

export async function list(app: Pick<App, 'db' | 'clock'>, scope: ProductionScope, query: SessionQuery) {
  const rows = await store.page(app.db, scope, query, app.clock.now())
  const page = rows.slice(0, query.limit)
  return {
    items: page.map((row) => ({
      ...row,
      seats: slotsOf(row).length * row.perSlot,
      taken: Number(row.taken ?? 0),
      waiting: Number(row.waiting ?? 0),
    })),
    next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** @throws NotFound */
export async function get(db: Db, scope: ProductionScope, id: SessionId): Promise<Session> {
  const row = await store.find(db, scope, id)
  const [session] = row === undefined ? [] : await shown(db, [row])
  if (session === undefined) throw new Problem(NotFound, {}, 'There is no such casting day on this production.')
  return session
}

/** @throws NotFound */
export async function lockSession(tx: Tx, scope: ProductionScope, id: SessionId): Promise<store.SessionRow> {
  const row = await store.lock(tx, scope, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such casting day on this production.')
  return row
}

export const create = (app: App, { scope, actor, body }: Write & { body: NewSession }): Promise<Session> =>
  app.transaction(async (tx) => {
    const role = await getRole(tx, scope, body.roleId)
    const { timeZone } = await productions.get(tx, scope)
    const id = app.ids.next<SessionId>()
    if (slotsOf({ ...body, perSlot: body.perSlot ?? 1, breaks: body.breaks ?? [] }).length === 0)
      throw invalid('/slotMinutes', 'No slot fits between from and until. Make the day longer or the slots shorter.')
    await store.insert(tx, {
      id,
      production_id: scope.productionId,
      role_id: role.id,
      kind: body.kind,
      on_date: body.onDate,
      from_minute: body.fromMinute,
      until_minute: body.untilMinute,
      slot_minutes: body.slotMinutes,
      per_slot: body.perSlot ?? 1,
      breaks: JSON.stringify(body.breaks ?? []),
      time_zone: timeZone as ZoneName,
      place: body.place ?? role.place,
      stream: body.stream ?? '',
      release_text: body.releaseText ?? (await rulesOf(tx)).doorText,
      created_at: app.clock.now().toString(),
    })
    return settle(app, tx, { scope, actor }, 'casting_session.added', id)
  })

interface OnSession extends Write {
  readonly id: SessionId
}

export const fill = (app: App, { scope, actor, id }: OnSession) =>
  app.transaction(async (tx) => {
    const row = await lockSession(tx, scope, id)
    const [session] = await shown(tx, [row])
    const taken = session?.appointments ?? []
    const present = new Set(taken.map(({ candidateId }) => candidateId))
    const rows = (await candidates.ofRole(tx, scope, row.roleId)).filter(
      (it) => !isOut(it.state) && !present.has(it.id),
    )
    const marks = Map.groupBy(
      await candidates.marksOf(
        tx,
        rows.map((it) => it.id),
      ),
      ({ candidateId }) => candidateId,
    )
    const wanting = rows.map((it) => ({
      id: it.id,
      choice: it.choice,
      number: it.number,
      verdict: verdictOf(marks.get(it.id) ?? []),
      isMinor: isMinor(ageOn(it.birthDate, row.onDate)),
    }))
    const { placed, left } = autoFill(row, taken, wanting, weekdayOf(row.onDate) <= 5 ? await schoolUntil(tx) : null)
    const unplaced = []
    for (const { id: candidateId, minute } of placed)
      if (!(await seat(app, tx, scope, { row, candidateId: candidateId as CandidateId, minute })))
        unplaced.push(candidateId)
    await settle(app, tx, { scope, actor }, 'casting_session.filled', id)
    return { placed: placed.length - unplaced.length, left: left.length + unplaced.length }
  })

/** @returns false when the time is gone, or the talent is somewhere else then */
export async function seat(
  app: App,
  tx: Tx,
  scope: ProductionScope,
  { row, candidateId, minute }: { row: store.SessionRow; candidateId: CandidateId; minute: number },
): Promise<boolean> {
  const [candidate] = await candidates.byIds(tx, scope, [candidateId])
  if (candidate === undefined || candidate.roleId !== row.roleId)
    throw new Problem(NotFound, {}, 'This candidate is not in the role this day is for.')
  const others = (await store.appointmentsOf(tx, [row.id])).filter((it) => it.candidateId !== candidateId)
  const free = freeSeats(row, others).find((it) => it.minute === minute)
  if (free === undefined) return false
  await store.remove(tx, row.id, candidateId)
  const at = (minutes: number) => instantOf(row.onDate, minutes, row.timeZone).toString()
  const made = await store.place(tx, {
    id: app.ids.next(),
    session_id: row.id,
    candidate_id: candidateId,
    talent_id: candidate.personId ?? candidateId,
    minute,
    seat: free.seat,
    during: `[${at(minute)},${at(minute + row.slotMinutes)})`,
    signed_name: null,
  })
  if (!made) return false
  const state = candidateMovedOn(candidate.state, row.kind === 'callback' ? 'callback' : 'shortlisted')
  if (state !== candidate.state) await candidates.update(tx, scope, candidateId, { state })
  await store.setWaits(tx, row.id, { candidateId, waits: false, since: app.clock.now() })
  await moveOn(tx, scope, [row.roleId], row.kind === 'callback' ? 'callbacks' : 'auditioning')
  return true
}

export const taken = (minute: number) =>
  new Problem(
    SlotTaken,
    {},
    `${clockOf(minute)} is not free: somebody has it, or they are seen elsewhere then. Choose another time.`,
  )

export const place = (
  app: App,
  { scope, actor, id, candidateId, minute }: OnSession & { candidateId: CandidateId; minute: number | null },
): Promise<Session> =>
  app.transaction(async (tx) => {
    const row = await lockSession(tx, scope, id)
    if (minute === null) await store.remove(tx, id, candidateId)
    else if (!(await seat(app, tx, scope, { row, candidateId, minute }))) throw taken(minute)
    return settle(app, tx, { scope, actor }, 'casting_session.placed', id)
  })

/** The moment a casting day is over, at its place. */
export const endOfSession = ({
  onDate,
  untilMinute,
  timeZone,
}: Pick<store.SessionRow, 'onDate' | 'untilMinute' | 'timeZone'>) => instantOf(onDate, untilMinute, timeZone)

/** @param before what the day said, where the act changed more than who is seen when */
export async function settle(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  verb: string,
  id: SessionId,
  before: Session | null = null,
): Promise<Session> {
  await store.touch(tx, id)
  const after = await get(tx, scope, id)
  const role = await getRole(tx, scope, after.roleId)
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'casting_session', id, label: `${role.name}, ${dayText(after.onDate)}` },
    productionId: scope.productionId,
    before: before && told(before),
    after: told(after),
  })
  await app.announce(tx, { department: 'casting', productionId: scope.productionId, ids: [id] })
  return after
}

/** History outlives erasure, so of people it says how many. */
const told = ({ onDate, fromMinute, untilMinute, slotMinutes, perSlot, breaks, place, stream, ...it }: Session) => ({
  onDate,
  from: clockOf(fromMinute),
  until: clockOf(untilMinute),
  slotMinutes,
  perSlot,
  breaks: breaks.map(({ at, minutes }) => `${clockOf(at)}, ${minutes} min`).join('; '),
  place,
  stream,
  releaseText: it.releaseText,
  seen: it.appointments.length,
  waiting: it.waiting.length,
})
