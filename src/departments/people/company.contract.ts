import { z } from 'zod'
import { classed, contact, open, personal } from '../../kernel/fields.ts'
import { Stale } from '../../kernel/problems.ts'
import { pageOf, route } from '../../kernel/route.ts'
import { ZoneName } from '../../kernel/time.ts'
import { Reach } from './draft.contract.ts'
import { PersonId } from '../../kernel/ids.ts'
import { Archive, CompanyId, DirectoryQuery, Named } from './person.contract.ts'

/** What a company is to the office; one can be several. */
export const CompanyKind = z.enum(['client', 'agency', 'vendor', 'production', 'talent_agency'])
export type CompanyKind = z.infer<typeof CompanyKind>

const word = z.string().trim().max(300).nullable()
const name = z.string().trim().min(1, 'A name is needed.').max(200)

const settable = {
  name,
  kinds: z.array(CompanyKind).max(5),
  legalName: word,
  otherNames: z.array(z.string().trim().min(1).max(200)).max(50),
  emails: z.array(Reach.extend({ value: z.email('This is not an e-mail address.') })).max(20),
  phones: z.array(Reach).max(20),
  websites: z.array(z.string().trim().min(1).max(500)).max(20),
  homeBase: word,
  address: z.string().trim().max(1000).nullable(),
  timeZone: ZoneName.nullable(),
  notes: z.string().trim().max(20_000).nullable(),
}

export const Company = classed('people', {
  id: open(CompanyId),
  name: open(name),
  kinds: open(z.array(z.string())),
  legalName: open(word),
  otherNames: open(settable.otherNames),
  homeBase: open(word),
  timeZone: open(z.string().nullable()),
  websites: open(settable.websites),
  people: open(z.array(z.object({ id: PersonId, name: z.string(), position: z.string().nullable() }))),
  emails: contact(z.array(Reach)),
  phones: contact(z.array(Reach)),
  address: contact(z.string().nullable()),
  notes: personal(z.string().nullable()),
  archivedAt: open(z.string().nullable()),
  archivedReason: open(z.string().nullable()),
  mergedInto: open(Named.nullable()),
  version: open(z.number().int()),
  can: open(z.object({ edit: z.boolean(), merge: z.boolean() })),
})
export type Company = z.infer<typeof Company>

export const CompanyLine = classed('people', {
  id: open(CompanyId),
  name: open(z.string()),
  kinds: open(z.array(z.string())),
  homeBase: open(z.string().nullable()),
  people: open(z.number().int()),
  email: contact(z.string().nullable()),
  phone: contact(z.string().nullable()),
  archivedAt: open(z.string().nullable()),
})
export type CompanyLine = z.infer<typeof CompanyLine>

export const listCompanies = route({
  method: 'GET',
  path: '/v1/companies',
  summary: 'Companies of the office by name; with a search, the best matches first',
  access: { ability: 'people.read', on: 'office' },
  query: DirectoryQuery.pick({ q: true, show: true, after: true, limit: true }).extend({
    kind: CompanyKind.optional(),
  }),
  response: pageOf(CompanyLine).extend({ total: z.number().int() }),
})

const params = z.object({ companyId: CompanyId })

export const getCompany = route({
  method: 'GET',
  path: '/v1/companies/{companyId}',
  summary: 'A company and the people who work there',
  access: { ability: 'people.read', on: 'office' },
  params,
  response: Company,
})

export const CompanyBody = z.object(settable).partial()
export type CompanyBody = z.infer<typeof CompanyBody>
export const NewCompany = CompanyBody.required({ name: true })
export type NewCompany = z.infer<typeof NewCompany>

export const createCompany = route({
  method: 'POST',
  path: '/v1/companies',
  summary: 'Add a client, an agency or a vendor',
  access: { ability: 'people.edit', on: 'office' },
  body: NewCompany,
  idempotencyKey: 'accepted',
  response: Company,
  status: 201,
})

export const changeCompany = route({
  method: 'PATCH',
  path: '/v1/companies/{companyId}',
  summary: 'Change what is known about a company',
  access: { ability: 'people.edit', on: 'office' },
  params,
  body: CompanyBody,
  ifMatch: 'required',
  response: Company,
  problems: [Stale],
})

export const archiveCompany = route({
  method: 'POST',
  path: '/v1/companies/{companyId}/archive',
  summary: 'Take a company out of lists, or put it back',
  access: { ability: 'people.edit', on: 'office' },
  params,
  body: Archive,
  ifMatch: 'required',
  response: Company,
  problems: [Stale],
})
