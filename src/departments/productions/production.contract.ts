import { z } from 'zod'
import { productionRoles } from '../../kernel/abilities.ts'
import { CompanyId, ProductionId, UserId } from '../../kernel/ids.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { pageOf, route } from '../../kernel/route.ts'
import { PlainDay, ZoneName } from '../../kernel/time.ts'

export const ProductionKind = z.enum(['narrative', 'commercial', 'corporate', 'documentary', 'social'])
export type ProductionKind = z.infer<typeof ProductionKind>

export const Phase = z.enum(['development', 'prep', 'shoot', 'wrap', 'post', 'delivery', 'archive'])
export type Phase = z.infer<typeof Phase>

/** The paper a revision is printed on; the first is the first issue. */
export const RevisionColour = z.object({
  name: z.string().trim().min(1, 'Give the colour a name.').max(40),
  hex: z.string().regex(/^#[0-9a-f]{6}$/i, 'Give a colour like #cfe3fa.'),
})
export type RevisionColour = z.infer<typeof RevisionColour>

const PersonOrCompany = z.object({ id: CompanyId, name: z.string() })

const title = z.string().trim().min(1, 'Give the production a title.').max(200)
const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{1,11}$/, 'Give a short code of 2 to 12 letters and digits, such as HLT.')
const weekdays = z.array(z.number().int().min(1).max(7)).max(6, 'At least one weekday has to stay a working day.')

/** Everything about a production that people set themselves. */
const settable = {
  code,
  title,
  kind: ProductionKind,
  phase: Phase,
  clientCompanyId: CompanyId.nullable(),
  agencyCompanyId: CompanyId.nullable(),
  jobNumber: z.string().trim().max(60),
  startsOn: PlainDay.nullable(),
  endsOn: PlainDay.nullable(),
  timeZone: ZoneName,
  paperSize: z.enum(['a4', 'letter']),
  hourCycle: z.union([z.literal(12), z.literal(24)]),
  daysOff: weekdays,
  profileId: z.string().nullable(),
  revisionColours: z.array(RevisionColour).min(1).max(20),
  linesPerPage: z.number().int().min(40).max(70),
  eighthsRounding: z.enum(['half_up', 'ceil']),
  jurisdiction: z.string().max(60).nullable(),
  notes: z.string().max(20_000),
  /** Call sheets go out with an invitation that puts the day into people's calendars. */
  calendarInvitations: z.boolean(),
  /** Days after which a hold lets go by itself, where nobody says otherwise; null: it stays until somebody decides. */
  holdDays: z.number().int().min(1).max(365).nullable(),
}

export const Production = z.object({
  id: ProductionId,
  ...settable,
  client: PersonOrCompany.nullable(),
  agency: PersonOrCompany.nullable(),
  archivedAt: z.string().nullable(),
  version: z.number().int(),
  /** What this reader may do inside it, by name of ability. */
  can: z.array(z.string()),
})
export type Production = z.infer<typeof Production>

/** What a list shows of a production. */
export const ProductionLine = Production.pick({
  id: true,
  code: true,
  title: true,
  kind: true,
  phase: true,
  client: true,
  startsOn: true,
  endsOn: true,
  timeZone: true,
  archivedAt: true,
})
export type ProductionLine = z.infer<typeof ProductionLine>

export const ProductionCodeTaken = problemType(
  'production-code-taken',
  409,
  'Another production has this code',
  z.object({ code: z.string() }),
)
export const ColoursUnclear = problemType(
  'revision-colours-unclear',
  422,
  'These revision colours could not be told apart, or not read on',
  z.object({ wrong: z.array(z.string()) }),
)
export const DatesReversed = problemType('production-dates-reversed', 422, 'The production would end before it starts')

const params = z.object({ productionId: ProductionId })
const one = '/v1/productions/{productionId}'

export const listProductions = route({
  method: 'GET',
  path: '/v1/productions',
  summary: 'Productions the reader belongs to or reaches by role, the next to begin first',
  access: { ability: 'productions.list', on: 'office' },
  query: z.object({
    show: z.enum(['current', 'archived']).default('current'),
    /** Only the one with this code, in capitals or not. */
    code: z.string().max(40).optional(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: pageOf(ProductionLine),
})

/** What has to be known to begin; the rest takes the office's defaults and those of the country. */
export const NewProduction = z.object(settable).partial().required({ code: true, title: true, kind: true })
export type NewProduction = z.infer<typeof NewProduction>

export const createProduction = route({
  method: 'POST',
  path: '/v1/productions',
  summary: 'Begin a production',
  access: { ability: 'productions.create', on: 'office' },
  body: NewProduction,
  idempotencyKey: 'accepted',
  response: Production,
  status: 201,
  problems: [ProductionCodeTaken, DatesReversed, ColoursUnclear],
})

export const getProduction = route({
  method: 'GET',
  path: one,
  summary: 'One production',
  access: { ability: 'production.read', on: 'production' },
  params,
  response: Production,
})

export const ProductionChange = z.object(settable).partial()
export type ProductionChange = z.infer<typeof ProductionChange>

export const changeProduction = route({
  method: 'PATCH',
  path: one,
  summary: 'Change what is set about a production',
  access: { ability: 'production.edit', on: 'production' },
  params,
  body: ProductionChange,
  ifMatch: 'required',
  preview: true,
  response: Production,
  problems: [ProductionCodeTaken, DatesReversed, ColoursUnclear, Stale],
})

export const archiveProduction = route({
  method: 'POST',
  path: `${one}/archive`,
  summary: 'Put a production away; nothing of it is lost, and it can be taken out again',
  access: { ability: 'production.edit', on: 'production' },
  params,
  body: z.object({ archived: z.boolean() }),
  ifMatch: 'required',
  response: Production,
  problems: [ProductionCodeTaken, Stale],
})

export const Member = z.object({
  userId: UserId,
  name: z.string(),
  email: z.string(),
  role: z.enum(productionRoles),
})
export type Member = z.infer<typeof Member>

export const listMembers = route({
  method: 'GET',
  path: `${one}/members`,
  summary: 'Accounts that belong to the production, with their roles in it',
  access: { ability: 'production.members', on: 'production' },
  params,
  response: z.object({ members: z.array(Member), others: z.array(Member.omit({ role: true })) }),
})

const memberParams = params.extend({ userId: UserId })

export const setMember = route({
  method: 'PUT',
  path: `${one}/members/{userId}`,
  summary: 'Give an account a role in the production, or another one',
  access: { ability: 'production.members', on: 'production' },
  params: memberParams,
  body: Member.pick({ role: true }),
  response: Member,
})

export const removeMember = route({
  method: 'DELETE',
  path: `${one}/members/{userId}`,
  summary: "End an account's access to the production",
  access: { ability: 'production.members', on: 'production' },
  params: memberParams,
  response: z.null(),
})
