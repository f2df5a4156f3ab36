import { z } from 'zod'
import { classed, contact, medical, open, personal, bank, rate } from '../../kernel/fields.ts'
import { CompanyId, idOf, PersonId } from '../../kernel/ids.ts'
import { Money, moneyOf } from '../../kernel/money.ts'
import { Stale } from '../../kernel/problems.ts'
import { pageOf, route } from '../../kernel/route.ts'
import { PlainDay, ZoneName } from '../../kernel/time.ts'
import { Reach } from './draft.contract.ts'

export { CompanyId }
export const DepartmentId = idOf('DepartmentId')
export type DepartmentId = z.infer<typeof DepartmentId>

export const Named = z.object({ id: z.string(), name: z.string() })
export type Named = z.infer<typeof Named>

const word = z.string().trim().max(300).nullable()
const text = z.string().trim().max(20_000).nullable()

const name = z.string().trim().min(1, 'A name is needed.').max(200)

/** What people write about a person; the company is named, and made when there is none of that name. */
const settable = {
  name,
  givenName: word,
  familyName: word,
  legalName: word,
  creditName: word,
  otherNames: z.array(z.string().trim().min(1).max(200)).max(50),
  pronouns: word,
  emails: z.array(Reach.extend({ value: z.email('This is not an e-mail address.') })).max(20),
  phones: z.array(Reach).max(20),
  websites: z.array(z.string().trim().min(1).max(500)).max(20),
  companyName: word,
  agentId: PersonId.nullable(),
  departmentId: DepartmentId.nullable(),
  position: word,
  homeBase: word,
  address: z.string().trim().max(1000).nullable(),
  timeZone: ZoneName.nullable(),
  languages: z.array(z.string().trim().min(1).max(60)).max(30),
  birthDate: PlainDay.nullable(),
  union: word,
  sizes: word,
  emergencyContact: word,
  dietary: word,
  allergies: word,
  rateNote: word,
  bankDetails: word,
  notes: text,
}

export const Person = classed('people', {
  id: open(PersonId),
  name: open(name),
  givenName: open(word),
  familyName: open(word),
  creditName: open(word),
  otherNames: open(settable.otherNames),
  pronouns: open(word),
  company: open(Named.nullable()),
  agent: open(Named.nullable()),
  department: open(Named.nullable()),
  position: open(word),
  homeBase: open(word),
  timeZone: open(z.string().nullable()),
  languages: open(z.array(z.string())),
  websites: open(z.array(z.string())),
  emails: contact(z.array(Reach)),
  phones: contact(z.array(Reach)),
  legalName: personal(word),
  address: personal(z.string().nullable()),
  birthDate: personal(PlainDay.nullable()),
  union: personal(word),
  sizes: personal(word),
  emergencyContact: personal(word),
  notes: personal(z.string().nullable()),
  dietary: medical(word),
  allergies: medical(word),
  rateNote: rate(word),
  bankDetails: bank(word),
  archivedAt: open(z.string().nullable()),
  archivedReason: open(z.string().nullable()),
  mergedInto: open(Named.nullable()),
  version: open(z.number().int()),
  can: open(z.object({ edit: z.boolean(), merge: z.boolean() })),
})
export type Person = z.infer<typeof Person>

export const PersonLine = classed('people', {
  id: open(PersonId),
  name: open(z.string()),
  department: open(z.string().nullable()),
  position: open(z.string().nullable()),
  company: open(z.string().nullable()),
  homeBase: open(z.string().nullable()),
  skills: open(z.array(z.string())),
  photoId: open(z.string().nullable()),
  /** The latest day rate in any position. */
  dayRate: rate(Money.nullable()),
  /** Whole years today. */
  age: personal(z.number().int().nullable()),
  /** Why not, where somebody said so. */
  doNotHire: personal(z.string().nullable()),
  email: contact(z.string().nullable()),
  phone: contact(z.string().nullable()),
  archivedAt: open(z.string().nullable()),
})
export type PersonLine = z.infer<typeof PersonLine>

const filter = z.string().trim().min(1).max(60).optional()

/** An amount and a currency in one word of an address: `650 USD`. */
export const RateLimit = z
  .string()
  .trim()
  .regex(/^\d{1,9}([.,]\d{1,3})? [A-Za-z]{3}$/, 'Write an amount and a currency, like 650 USD.')
  .transform((text): Money => {
    const [amount = '0', currency = ''] = text.replace(',', '.').split(' ')
    return moneyOf(Number(amount), currency.toUpperCase())
  })

export const DirectoryQuery = z.object({
  /** Any part of a name, position, skill, tag, company, city, e-mail or phone; a slipped letter does not matter. */
  q: z.string().trim().max(120).optional(),
  departmentId: DepartmentId.optional(),
  companyId: CompanyId.optional(),
  skill: filter,
  tag: filter,
  language: filter,
  /** The usual position or any of the others. */
  position: filter,
  city: filter,
  has: z.enum(['photo', 'voice', 'reel']).optional(),
  /** A tag or a language of one of their voice samples: `warm`, `Welsh`. */
  voice: filter,
  /** Whole years today; counts only for readers who may see when somebody was born. */
  ageFrom: z.coerce.number().int().min(0).max(120).optional(),
  ageUntil: z.coerce.number().int().min(0).max(120).optional(),
  /** At most this day rate, in one currency: `650.00 USD`. */
  maxDayRate: RateLimit.optional(),
  /** Leaves out those marked as not to be hired. */
  hireable: z.stringbool().optional(),
  show: z.enum(['current', 'archived']).default('current'),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type DirectoryQuery = z.infer<typeof DirectoryQuery>

export const listPeople = route({
  method: 'GET',
  path: '/v1/people',
  summary: 'People of the office by name; with a search, the best matches first',
  access: { ability: 'people.read', on: 'office' },
  query: DirectoryQuery,
  response: pageOf(PersonLine).extend({ total: z.number().int() }),
})

const params = z.object({ personId: PersonId })

export const getPerson = route({
  method: 'GET',
  path: '/v1/people/{personId}',
  summary: 'Everything known about a person, as far as the reader may see it',
  access: { ability: 'people.read', on: 'office' },
  params,
  response: Person,
})

export const PersonBody = z.object(settable).partial()
export type PersonBody = z.infer<typeof PersonBody>
export const NewPerson = PersonBody.required({ name: true })
export type NewPerson = z.infer<typeof NewPerson>

export const createPerson = route({
  method: 'POST',
  path: '/v1/people',
  summary: 'Add a person to the directory; this gives no access to anything',
  access: { ability: 'people.edit', on: 'office' },
  body: NewPerson,
  idempotencyKey: 'accepted',
  response: Person,
  status: 201,
})

export const changePerson = route({
  method: 'PATCH',
  path: '/v1/people/{personId}',
  summary: 'Change what is known about a person',
  access: { ability: 'people.edit', on: 'office' },
  params,
  body: PersonBody,
  ifMatch: 'required',
  response: Person,
  problems: [Stale],
})

export const Archive = z.object({ archived: z.boolean(), reason: z.string().trim().max(300).default('') })

export const archivePerson = route({
  method: 'POST',
  path: '/v1/people/{personId}/archive',
  summary: 'Take a person out of lists, or put them back; what they did stays on record',
  access: { ability: 'people.edit', on: 'office' },
  params,
  body: Archive,
  ifMatch: 'required',
  response: Person,
  problems: [Stale],
})

/** Departments and positions in the order of call sheets and crew lists. */
export const TradeDepartment = z.object({
  id: DepartmentId,
  name: z.string(),
  sort: z.number().int(),
  callOffsetMinutes: z.number().int(),
  /** Performers belong to it, whatever it is called. */
  isCast: z.boolean(),
  positions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** What else it is called on crew lists: DP for the director of photography. */
      also: z.array(z.string()),
    }),
  ),
})
export type TradeDepartment = z.infer<typeof TradeDepartment>

export const listDepartments = route({
  method: 'GET',
  path: '/v1/departments',
  summary: 'Departments and their positions, in crew-list order',
  access: { ability: 'office.read', on: 'office' },
  response: z.object({ items: z.array(TradeDepartment) }),
})

export const RecordActivity = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  verb: z.string(),
  kind: z.string(),
  label: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
})
export type RecordActivity = z.infer<typeof RecordActivity>

export const listRecordActivity = route({
  method: 'GET',
  path: '/v1/people/activity/{recordId}',
  summary: 'Who changed what about a person or a company, the latest first',
  access: { ability: 'people.read', on: 'office' },
  params: z.object({ recordId: z.uuid() }),
  response: z.object({ items: z.array(RecordActivity) }),
})
