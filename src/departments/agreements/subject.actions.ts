import type { PersonId } from '../../kernel/ids.ts'
import { NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as bookings from '../bookings/index.ts'
import * as locations from '../locations/index.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import type { SubjectKind } from './agreement.contract.ts'

/** Whom a paper is about, found in the record it was made from. */
export interface SubjectFacts {
  readonly kind: string
  readonly id: string
  readonly label: string
  readonly personId: PersonId | null
  readonly companyId: string | null
  /** The company a person comes through, whose rate counts where they have none. */
  readonly throughCompanyId: string | null
  readonly locationId: string | null
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly values: Readonly<Record<string, string>>
}

type Found = Omit<SubjectFacts, 'kind' | 'id'>
type Finder = (db: Db, scope: ProductionScope, id: string) => Promise<Found | undefined>

const nothing = {
  personId: null,
  companyId: null,
  throughCompanyId: null,
  locationId: null,
  email: null,
  phone: null,
  values: {},
}

/** @throws Problem 422 when the record is not on this production */
export async function subjectOf(db: Db, scope: ProductionScope, kind: SubjectKind, id: string): Promise<SubjectFacts> {
  const found = await finders[kind](db, scope, id)
  if (found === undefined) throw invalid('/subject/id', 'This record is not on this production.')
  return { ...found, kind, id: kind === 'production' ? scope.productionId : id }
}

const unknown = (fault: unknown): undefined => {
  if (!(fault instanceof Problem) || fault.problem !== (NotFound as unknown)) throw fault
}

const production: Finder = async (db, scope) => {
  const { title, client } = await productions.get(db, scope)
  return { ...nothing, label: title, name: client?.name ?? '' }
}

const location: Finder = async (db, scope, id) => {
  const place = (await locations.all(db, scope)).find((it) => it.id === id)
  if (place === undefined) return undefined
  const values = { 'location.name': place.name, 'location.address': place.address.replaceAll('\n', ', ') }
  const contact = { name: place.contact?.name ?? '', phone: place.contact?.phone ?? null }
  return { ...nothing, ...contact, label: place.name, locationId: place.id, values }
}

const company: Finder = async (db, _scope, id) => {
  const found = (await people.companiesByIds(db, [id])).get(id)
  return found && { ...nothing, label: found.name, companyId: id, name: found.name }
}

type Engaged = Awaited<ReturnType<typeof people.engagementsOf>>[number]

const asEngaged = (it: Engaged): Found => ({
  label: `${it.name}, ${it.title}`,
  personId: it.personId,
  companyId: it.companyId,
  throughCompanyId: it.throughCompanyId,
  locationId: null,
  name: it.name,
  email: it.email,
  phone: it.phone,
  values: { 'engagement.position': it.title, 'engagement.department': it.department.name },
})

const engagement: Finder = async (db, scope, id) => {
  const found = (await people.engagementsOf(db, scope)).find((it) => it.id === id)
  return found && asEngaged(found)
}

/** On the crew list where they are on it, else as the directory has them. */
const person: Finder = async (db, scope, id) => {
  const engaged = (await people.engagementsOf(db, scope)).find((it) => it.personId === id)
  if (engaged !== undefined) return { ...asEngaged(engaged), label: engaged.name }
  const [found] = await people.byIds(db, [id as PersonId])
  if (found === undefined) return undefined
  const [reached] = await people.writeToOf(db, scope, [found.id])
  const contact = { email: reached?.email ?? null, phone: reached?.phone ?? null }
  return { ...nothing, ...contact, label: found.name, personId: found.id, name: found.name }
}

/** A booking stands for who or what is booked: the person with their position, or the place. */
const booking: Finder = async (db, scope, id) => {
  const found = await bookings.bookingOf(db, scope, id as bookings.BookingId).catch(unknown)
  if (found === undefined) return undefined
  if (found.engagementId !== null) return engagement(db, scope, found.engagementId)
  const { resource, title } = found
  if (resource?.kind === 'location') return location(db, scope, resource.id)
  const booked = resource?.kind === 'person' ? await person(db, scope, resource.id) : undefined
  if (booked === undefined || title === '') return booked
  return { ...booked, label: `${booked.name}, ${title}`, values: { ...booked.values, 'engagement.position': title } }
}

const finders: Record<SubjectKind, Finder> = { production, location, company, engagement, person, booking }
