import { z } from 'zod'
import { classed, contact, medical, open, personal } from '../../kernel/fields.ts'
import { idOf, PersonId, ProductionId } from '../../kernel/ids.ts'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'
import { CompanyId, DepartmentId } from './person.contract.ts'

export const EngagementId = idOf('EngagementId')
export type EngagementId = z.infer<typeof EngagementId>

export const EngagementKind = z.enum(['crew', 'cast', 'client', 'agency', 'vendor', 'background'])
export type EngagementKind = z.infer<typeof EngagementKind>

const minutes = z.number().int().min(0).max(600)

const settable = {
  departmentId: DepartmentId,
  title: z.string().trim().min(1, 'Say what they do on this production.').max(120),
  kind: EngagementKind,
  /** The character, an element of the script; null for everybody else. */
  elementId: z.uuid().nullable(),
  works: z.enum(['every_shoot_day', 'listed_days']),
  /** The unit they usually work with, by its name on the board; null for the main unit. */
  unit: z.string().trim().min(1).max(60).nullable(),
  callOffsetMinutes: z.number().int().min(-720).max(720).nullable(),
  makeupMinutes: minutes,
  wardrobeMinutes: minutes,
  pickupFrom: z.string().trim().max(200).nullable(),
  driveMinutes: z.number().int().min(0).max(1440).nullable(),
  phoneOnSheet: z.boolean(),
  notes: z.string().trim().max(2000),
  sort: z.number().int(),
}

/** One person (or company) on one production: what the crew list shows, and what a call time is computed from. */
export const Engagement = classed('crew', {
  id: open(EngagementId),
  productionId: open(ProductionId),
  personId: open(PersonId.nullable()),
  companyId: open(CompanyId.nullable()),
  name: open(z.string()),
  companyName: open(z.string().nullable()),
  /** The company they come through: the one named here, else the one on their record. */
  throughCompanyId: open(CompanyId.nullable()),
  pronouns: open(z.string().nullable()),
  department: open(z.object({ id: DepartmentId, name: z.string(), sort: z.number(), callOffsetMinutes: z.number() })),
  title: open(z.string()),
  kind: open(EngagementKind),
  elementId: open(z.string().nullable()),
  works: open(settable.works),
  unit: open(z.string().nullable()),
  /** Null: as the department. */
  callOffsetMinutes: open(z.number().nullable()),
  makeupMinutes: open(z.number()),
  wardrobeMinutes: open(z.number()),
  driveMinutes: open(z.number().nullable()),
  phoneOnSheet: open(z.boolean()),
  sort: open(z.number()),
  homeBase: open(z.string().nullable()),
  languages: open(z.array(z.string())),
  email: contact(z.string().nullable()),
  phone: contact(z.string().nullable()),
  pickupFrom: personal(z.string().nullable()),
  birthDate: personal(PlainDay.nullable()),
  notes: personal(z.string()),
  dietary: medical(z.string().nullable()),
  archivedAt: open(z.string().nullable()),
  version: open(z.number().int()),
})
export type Engagement = z.infer<typeof Engagement>

const params = z.object({ productionId: ProductionId })
const one = params.extend({ engagementId: EngagementId })

export const listEngagements = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/engagements',
  summary: 'Crew, cast and everybody else on the production, in crew-list order',
  access: { ability: 'crew.read', on: 'production' },
  params,
  query: z.object({ show: z.enum(['current', 'archived']).default('current') }),
  response: z.object({ items: z.array(Engagement), can: z.object({ edit: z.boolean() }) }),
})

export const NewEngagement = z
  .object(settable)
  .partial()
  .required({ departmentId: true, title: true })
  .extend({ personId: PersonId.nullable().default(null), companyId: CompanyId.nullable().default(null) })
  .refine(({ personId, companyId }) => personId !== null || companyId !== null, {
    error: 'Choose who it is: a person or a company.',
    path: ['personId'],
  })
export type NewEngagement = z.infer<typeof NewEngagement>

export const createEngagement = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/engagements',
  summary: 'Put somebody on the production',
  access: { ability: 'crew.edit', on: 'production' },
  params,
  body: NewEngagement,
  idempotencyKey: 'accepted',
  preview: true,
  response: Engagement,
  status: 201,
})

export const addEngagements = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/engagements/list',
  summary: 'Put many on the production at once; who is on it already in that position is left as they are',
  access: { ability: 'crew.edit', on: 'production' },
  params,
  body: z.object({ items: z.array(NewEngagement).min(1).max(500) }),
  idempotencyKey: 'accepted',
  preview: true,
  response: z.object({ added: z.array(EngagementId), already: z.number().int() }),
})

export const EngagementChange = z.object({ ...settable, companyId: CompanyId.nullable() }).partial()
export type EngagementChange = z.infer<typeof EngagementChange>

export const changeEngagement = route({
  method: 'PATCH',
  path: '/v1/productions/{productionId}/engagements/{engagementId}',
  summary: 'Change what somebody does here, when they are called and how they get there',
  access: { ability: 'crew.edit', on: 'production' },
  params: one,
  body: EngagementChange,
  ifMatch: 'required',
  preview: true,
  response: Engagement,
  problems: [Stale],
})

export const archiveEngagement = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/engagements/{engagementId}/archive',
  summary: 'Take somebody off the production, or put them back; their days and papers stay',
  access: { ability: 'crew.edit', on: 'production' },
  params: one,
  body: z.object({ archived: z.boolean() }),
  ifMatch: 'required',
  preview: true,
  response: Engagement,
  problems: [Stale],
})

/** One engagement as a person's record shows it; the title of the production is asked of productions. */
export const EngagementLine = z.object({
  id: EngagementId,
  productionId: ProductionId,
  title: z.string(),
  department: z.string(),
  kind: EngagementKind,
  archivedAt: z.string().nullable(),
})
export type EngagementLine = z.infer<typeof EngagementLine>

export const listPersonEngagements = route({
  method: 'GET',
  path: '/v1/people/{personId}/engagements',
  summary: 'Every production a person has been on, the latest first',
  access: { ability: 'people.read', on: 'office' },
  params: z.object({ personId: PersonId }),
  response: z.object({ items: z.array(EngagementLine) }),
})
