import type { z } from 'zod'
import type { PersonId } from '../../kernel/ids.ts'
import { Problem, invalid } from '../../kernel/problems.ts'
import { systemOfficeScope, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as bookings from '../bookings/index.ts'
import * as people from '../people/index.ts'
import type { Candidate, CandidateId } from './candidate.contract.ts'
import { isCommitted } from './candidate.rules.ts'
import type { CandidateRow } from './candidate.store.ts'
import * as candidates from './candidate.store.ts'
import { lockFresh, settle } from './candidate.actions.ts'
import { get, sharingAddress } from './candidate.shown.ts'
import { conflictsOf, exclusivityOf } from './exclusivity.rules.ts'
import * as exclusivities from './exclusivity.store.ts'
import { CategoryConflict, PersonUndecided, type holdCandidate } from './hold.contract.ts'
import { get as getRole, moveOn, type Write } from './role.actions.ts'
import type { Role } from './role.contract.ts'

interface Holding extends Write {
  readonly id: CandidateId
  readonly expected: number
  readonly body: z.output<NonNullable<(typeof holdCandidate)['body']>>
}

/** The option becomes a hold in one act: directory, crew list as this character, days held, candidate and role moved on. */
export const hold = (app: App, { scope, actor, id, expected, body }: Holding): Promise<Candidate> =>
  app.transaction(async (tx) => {
    const row = await lockFresh(tx, scope, id, expected)
    if (isCommitted(row.state)) return get(app, tx, scope, id)
    const role = await getRole(tx, scope, row.roleId)
    const days = body.days ?? role.shootDays
    if (days.length === 0) throw invalid('/days', `Give ${role.name} its shoot days first, or say which days to hold.`)
    const known = (await sharingAddress(tx, scope, [row])).get(id) ?? []
    if (known.length > 0)
      throw new Problem(
        PersonUndecided,
        { people: known },
        `The directory has ${known.map(({ name }) => name).join(' and ')} under the same e-mail. Say first whether ${row.name} is the same person.`,
      )
    const personId = row.personId ?? (await intoDirectory(app, row))
    await refuseConflict(tx, scope, { ...role, shootDays: days }, personId, body.acceptConflict)
    const engagementId = await onProduction(app, tx, { scope, actor }, role, personId)
    const booking = await bookings.hold(app, {
      scope,
      actor,
      engagementId,
      spans: days.map((onDate) => ({ onDate })),
      expiresOn: body.expiresOn,
      title: role.name,
      note: body.acceptConflict === '' ? '' : `Conflict accepted: ${body.acceptConflict}`,
    })
    await candidates.update(tx, scope, id, { state: 'on_hold' }, { person_id: personId, booking_id: booking.id })
    await moveOn(tx, scope, [role.id], 'offer_out')
    return settle(
      app,
      tx,
      { scope, actor },
      { verb: 'casting_candidate.held', before: row, also: { days: days.join(', ') } },
    )
  })

/** Talent that sent itself gets a record of its own with the first hold, not before: most never need one. */
async function intoDirectory(app: App, row: CandidateRow): Promise<PersonId> {
  const person = await people.addPerson(app, {
    scope: systemOfficeScope('casting'),
    actor: { kind: 'system', name: 'Casting' },
    body: {
      name: row.name,
      position: 'Performer',
      ...(row.email !== null && { emails: [{ label: null, value: row.email }] }),
      ...(row.phone !== null && { phones: [{ label: null, value: row.phone }] }),
      ...(row.city !== null && { homeBase: row.city }),
      ...(row.birthDate !== null && { birthDate: row.birthDate }),
      ...(row.sizes !== null && { sizes: row.sizes }),
    },
  })
  return person.id
}

async function onProduction(app: App, tx: Tx, { scope, actor }: Write, role: Role, personId: PersonId) {
  const present = (await people.engagementsOf(tx, scope)).find(
    (it) => it.personId === personId && it.kind === 'cast' && it.elementId === role.elementId,
  )
  if (present !== undefined) return present.id
  const departments = await people.departmentsOf(tx)
  const cast = departments.find(({ isCast }) => isCast) ?? departments.at(-1)
  if (cast === undefined) throw new Error('An office without departments.')
  const made = await people.addEngagement(app, {
    scope,
    actor,
    body: {
      personId,
      companyId: null,
      departmentId: cast.id,
      title: role.name,
      kind: 'cast',
      elementId: role.elementId,
      works: 'listed_days',
    },
  })
  return made.id
}

async function refuseConflict(db: Db, scope: ProductionScope, role: Role, personId: PersonId, accepted: string) {
  const conflicts = conflictsOf(
    role,
    (await exclusivities.ofPeople(db, scope, [personId])).filter(({ roleId }) => roleId !== role.id),
  )
  if (conflicts.length === 0 || accepted !== '') return
  throw new Problem(
    CategoryConflict,
    { conflicts: conflicts.map(({ category, brand, untilDay, source }) => ({ category, brand, untilDay, source })) },
    `${conflicts.map(({ brand, category, untilDay }) => `${brand || 'Another'} (${category}) until ${untilDay}`).join('; ')}. Hold somebody else, or say why this is fine.`,
  )
}

/** Days became firm: the candidate has the role, and may not work for a competitor meanwhile. */
export async function booked(app: App, tx: Tx, scope: ProductionScope, bookingId: string): Promise<void> {
  const row = await candidates.byBooking(tx, scope, bookingId)
  if (row === undefined || row.personId === null) return
  const role = await getRole(tx, scope, row.roleId)
  await candidates.update(tx, scope, row.id, { state: 'booked' })
  await moveOn(tx, scope, [role.id], 'booked')
  const term = exclusivityOf(role)
  if (term !== null)
    await exclusivities.insert(tx, {
      id: app.ids.next(),
      person_id: row.personId,
      role_id: role.id,
      category: role.category,
      brand: role.brand,
      from_day: term.fromDay as never,
      until_day: term.untilDay as never,
      source: `Role ${role.name}`,
      created_at: app.clock.now().toString(),
    })
  await settle(app, tx, { scope, actor: scope.actor }, { verb: 'casting_candidate.booked', before: row })
}

/**
 * The last held or booked day was let go: they are free again, for competitors too, and the role still wants somebody. Who
 * keeps a day of it keeps the role.
 */
export async function letGo(app: App, tx: Tx, scope: ProductionScope, bookingId: bookings.BookingId): Promise<void> {
  const row = await candidates.byBooking(tx, scope, bookingId)
  if (row === undefined || !isCommitted(row.state)) return
  const { state } = await bookings.bookingOf(tx, scope, bookingId)
  if (state !== 'released' && state !== 'cancelled') return
  await candidates.update(tx, scope, row.id, { state: 'released' })
  if (row.personId !== null) await exclusivities.removeOfRole(tx, row.roleId, row.personId)
  await settle(app, tx, { scope, actor: scope.actor }, { verb: 'casting_candidate.let_go', before: row })
}
