import { z } from 'zod'
import { FileId, idOf } from '../../kernel/ids.ts'
import { Money } from '../../kernel/money.ts'
import { Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

const VendorId = idOf('VendorId')
const PaperId = idOf('PaperId')
const params = z.object({ vendorId: VendorId })

/** One line of a certificate of insurance, as it stands on it. */
const CoverageLine = z.object({
  coverage: z.string().trim().min(1, 'Say which coverage.').max(80),
  each: Money,
  aggregate: Money.nullable(),
  additionalInsured: z.array(z.string().trim().min(1).max(200)).max(20),
  insurer: z.string().trim().min(1).max(120).nullable().default(null),
  policyNumber: z.string().trim().min(1).max(60).nullable().default(null),
})

/** What the office writes down of a paper it has before it. */
const filing = {
  expiresOn: PlainDay.nullable().default(null),
  coverages: z.array(CoverageLine).max(20).default([]),
  endorsementIds: z.array(FileId).max(10).default([]),
}

export const VendorPaper = z.object({
  kindId: z.string(),
  kind: z.string(),
  effect: z.enum(['block', 'warn']).nullable(),
  standing: z.string(),
  expires: z.boolean(),
  isInsurance: z.boolean(),
  paperId: z.string().nullable(),
  hasFile: z.boolean(),
  reason: z.string().nullable(),
  expiresOn: z.string().nullable(),
  version: z.number().int().nullable(),
  certificate: z.object({ coverages: z.array(CoverageLine), endorsements: z.number().int() }),
})
export type VendorPaper = z.infer<typeof VendorPaper>

/** What a production the reader may see demands of vendors, beside the certificate that counts. */
export const Demand = z.object({ productionId: z.string(), title: z.string(), gaps: z.array(z.string()) })
export type Demand = z.infer<typeof Demand>

export const listVendorPapers = route({
  method: 'GET',
  path: '/v1/vendors/{vendorId}/papers',
  summary:
    'Which papers the office requires of a vendor, how each stands, and what insurance productions demand beside it',
  access: { ability: 'vendors.read', on: 'office' },
  params,
  response: z.object({
    items: z.array(VendorPaper),
    demands: z.array(Demand),
    can: z.object({ edit: z.boolean() }),
  }),
})

export const recordVendorPaper = route({
  method: 'POST',
  path: '/v1/vendors/{vendorId}/papers',
  summary: 'Put a paper of a vendor on file that the office has in hand',
  access: { ability: 'vendors.edit', on: 'office' },
  params,
  body: z.object({ kindId: z.uuid(), fileId: FileId.nullable().default(null), ...filing }),
  idempotencyKey: 'required',
  response: z.object({ paperId: PaperId }),
  status: 201,
})

export const reviewVendorPaper = route({
  method: 'POST',
  path: '/v1/vendors/{vendorId}/papers/{paperId}/review',
  summary: 'Accept a paper of a vendor, or send it back with a reason they read',
  access: { ability: 'vendors.edit', on: 'office' },
  params: params.extend({ paperId: PaperId }),
  body: z.object({ accept: z.boolean(), reason: z.string().trim().max(500).default(''), ...filing }),
  ifMatch: 'required',
  response: z.object({ version: z.number().int() }),
  problems: [Stale],
})

export const readVendorPaper = rawRoute({
  method: 'GET',
  path: '/v1/vendors/{vendorId}/papers/{paperId}/file',
  summary: 'The file of a paper of a vendor',
  access: { ability: 'vendors.edit', on: 'office' },
  params: params.extend({ paperId: PaperId }),
  produces: 'PDF, pictures',
})
