import { z } from 'zod'
import { classed, contact, open, personal, rate } from '../../kernel/fields.ts'
import { CompanyId, idOf, PersonId } from '../../kernel/ids.ts'
import { Currency } from '../../kernel/money.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { pageOf, route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'
import { BankState } from './bank.contract.ts'
import { VendorCategoryId } from './category.contract.ts'
import { Blocker, Stage } from './stage.rules.ts'

export const VendorId = idOf('VendorId')
export type VendorId = z.infer<typeof VendorId>
const Named = z.object({ id: z.string(), name: z.string() })

const VendorContact = classed('vendors', {
  personId: open(PersonId),
  name: open(z.string()),
  does: open(z.string()),
  email: contact(z.string().nullable()),
  phone: contact(z.string().nullable()),
})
type VendorContact = z.infer<typeof VendorContact>

/** An account as most readers see it: that it is there, and its last four characters. */
export const BankShown = z.object({
  id: z.string(),
  last4: z.string(),
  country: z.string().nullable(),
  currency: z.string().nullable(),
  state: BankState,
  cameFrom: z.enum(['link', 'office']),
  cameBy: z.string(),
  cameAt: InstantText,
  knownNumbers: z.array(z.string()),
  called: z.object({ number: z.string(), spokeWith: z.string(), at: InstantText, by: z.string() }).nullable(),
  reason: z.string().nullable(),
  version: z.number().int(),
})
export type BankShown = z.infer<typeof BankShown>

export const Vendor = classed('vendors', {
  id: open(VendorId),
  kind: open(z.enum(['company', 'person'])),
  companyId: open(z.string().nullable()),
  personId: open(z.string().nullable()),
  name: open(z.string()),
  legalName: open(z.string().nullable()),
  homeBase: open(z.string().nullable()),
  stage: open(Stage),
  stageReason: open(z.string().nullable()),
  stageBy: open(z.string()),
  stageAt: open(InstantText),
  blockers: open(z.array(Blocker)),
  categories: open(z.array(Named)),
  contacts: open(z.array(VendorContact)),
  emails: contact(z.array(z.string())),
  phones: contact(z.array(z.string())),
  address: contact(z.string().nullable()),
  paymentDays: rate(z.number().int().nullable()),
  paymentTerms: rate(z.string().nullable()),
  currency: rate(z.string().nullable()),
  tax: rate(z.object({ kind: z.string(), last: z.string() }).nullable()),
  bank: rate(z.array(BankShown)),
  notes: personal(z.string().nullable()),
  archivedAt: open(z.string().nullable()),
  version: open(z.number().int()),
  can: open(z.object({ edit: z.boolean(), bank: z.boolean() })),
})
export type Vendor = z.infer<typeof Vendor>

export const VendorLine = classed('vendors', {
  id: open(VendorId),
  kind: open(z.enum(['company', 'person'])),
  name: open(z.string()),
  homeBase: open(z.string().nullable()),
  stage: open(Stage),
  stageReason: open(z.string().nullable()),
  stageAt: open(InstantText),
  categories: open(z.array(z.string())),
  waits: open(z.object({ bank: z.boolean() })),
  paymentDays: rate(z.number().int().nullable()),
  currency: rate(z.string().nullable()),
})
export type VendorLine = z.infer<typeof VendorLine>

export const VendorQuery = z.object({
  q: z.string().trim().max(100).optional(),
  stage: Stage.optional(),
  categoryId: VendorCategoryId.optional(),
  show: z.enum(['current', 'archived']).default('current'),
  sort: z.enum(['name', 'newest', 'changed']).default('name'),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type VendorQuery = z.infer<typeof VendorQuery>

export const listVendors = route({
  method: 'GET',
  path: '/v1/vendors',
  summary: 'Vendors of the office by name, the newest, or those whose stage changed last',
  access: { ability: 'vendors.read', on: 'office' },
  query: VendorQuery,
  response: pageOf(VendorLine).extend({
    total: z.number().int(),
    stages: z.partialRecord(Stage, z.number().int()),
    can: z.object({ edit: z.boolean() }),
  }),
})

const params = z.object({ vendorId: VendorId })

export const getVendor = route({
  method: 'GET',
  path: '/v1/vendors/{vendorId}',
  summary: 'A vendor: terms, contacts, stage with what stands in its way, accounts by their last four',
  access: { ability: 'vendors.read', on: 'office' },
  params,
  response: Vendor,
})

const settable = {
  categoryIds: z.array(VendorCategoryId).max(20),
  contacts: z.array(z.object({ personId: PersonId, does: z.string().trim().max(80).default('') })).max(30),
  paymentDays: z.number().int().min(0).max(365).nullable(),
  paymentTerms: z.string().trim().max(300).nullable(),
  currency: Currency.nullable(),
  tax: z
    .object({
      kind: z.string().trim().min(1, 'Say which number it is: EIN, VAT …').max(40),
      id: z.string().trim().min(4).max(40),
    })
    .nullable(),
  notes: z.string().trim().max(20_000).nullable(),
}

export const VendorBody = z.object(settable).partial()
export type VendorBody = z.infer<typeof VendorBody>

/** Somebody of the directory, or somebody new; a one-off freelancer is a person. */
export const NewVendor = z
  .object({
    ...VendorBody.shape,
    companyId: CompanyId.optional(),
    personId: PersonId.optional(),
    name: z.string().trim().min(1, 'A name is needed.').max(200).optional(),
    isPerson: z.boolean().default(false),
    email: z.email('This is not an e-mail address.').nullable().default(null),
    phone: z.string().trim().min(3).max(40).nullable().default(null),
  })
  .refine(({ companyId, personId, name }) => [companyId, personId, name].filter(Boolean).length === 1, {
    error: 'Choose somebody of the directory, or give a name.',
    path: ['name'],
  })
export type NewVendor = z.infer<typeof NewVendor>

export const AlreadyVendor = problemType(
  'already-vendor',
  409,
  'This is a vendor already',
  z.object({ vendorId: z.string() }),
)

export const createVendor = route({
  method: 'POST',
  path: '/v1/vendors',
  summary: 'Take a company or a person on as a vendor',
  access: { ability: 'vendors.edit', on: 'office' },
  body: NewVendor,
  idempotencyKey: 'accepted',
  response: Vendor,
  status: 201,
  problems: [AlreadyVendor],
})

export const changeVendor = route({
  method: 'PATCH',
  path: '/v1/vendors/{vendorId}',
  summary: 'Change terms, categories, contacts and numbers of a vendor',
  access: { ability: 'vendors.edit', on: 'office' },
  params,
  body: VendorBody,
  ifMatch: 'required',
  response: Vendor,
  problems: [Stale],
})

export const NotReadyForStage = problemType(
  'vendor-not-ready',
  409,
  'Something still stands in the way of this',
  z.object({ blockers: z.array(Blocker) }),
)

export const setStage = route({
  method: 'POST',
  path: '/v1/vendors/{vendorId}/stage',
  summary: 'Move a vendor on, or say that they are not to be used, and why',
  access: { ability: 'vendors.edit', on: 'office' },
  params,
  body: z.object({ stage: Stage, reason: z.string().trim().max(500).default('') }),
  ifMatch: 'required',
  response: Vendor,
  problems: [NotReadyForStage, Stale],
})

export const archiveVendor = route({
  method: 'POST',
  path: '/v1/vendors/{vendorId}/archive',
  summary: 'Take a vendor out of lists, or put them back; the company stays in the directory',
  access: { ability: 'vendors.edit', on: 'office' },
  params,
  body: z.object({ archived: z.boolean() }),
  ifMatch: 'required',
  response: Vendor,
  problems: [Stale, AlreadyVendor],
})

export const likelyVendors = route({
  method: 'GET',
  path: '/v1/vendor-hints',
  summary: 'Who of the directory has this name, address or number already, and whether they are a vendor',
  access: { ability: 'vendors.edit', on: 'office' },
  query: z.object({
    name: z.string().trim().max(200).default(''),
    email: z.string().trim().max(200).optional(),
    phone: z.string().trim().max(40).optional(),
  }),
  response: z.object({
    items: z.array(
      z.object({
        kind: z.enum(['company', 'person']),
        id: z.string(),
        name: z.string(),
        by: z.enum(['name', 'email', 'phone']),
        vendorId: z.string().nullable(),
      }),
    ),
  }),
})

export const listVendorActivity = route({
  method: 'GET',
  path: '/v1/vendors/{vendorId}/activity',
  summary: 'Who changed what about a vendor, looks at accounts included, the latest first',
  access: { ability: 'vendors.read', on: 'office' },
  params,
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        at: InstantText,
        actor: z.string(),
        verb: z.string(),
        kind: z.string(),
        label: z.string().nullable(),
        changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
      }),
    ),
  }),
})
