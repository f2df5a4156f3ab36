import { z } from 'zod'
import { classed, open, rate } from '../../kernel/fields.ts'
import { FileId, idOf, ProductionId } from '../../kernel/ids.ts'
import { InUse, problemType, Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { PlainDay, ZoneName } from '../../kernel/time.ts'

export const RoleId = idOf('CastingRoleId')
export type RoleId = z.infer<typeof RoleId>

export const RoleKind = z.enum([
  'lead',
  'supporting',
  'day_player',
  'featured',
  'background',
  'hand_model',
  'presenter',
  'stunt',
  'voice_over',
])
export type RoleKind = z.infer<typeof RoleKind>

/** How far a role has come; see `role.rules.ts` for what moves it on by itself. */
export const RoleState = z.enum([
  'open',
  'auditioning',
  'callbacks',
  'selects',
  'offer_out',
  'booked',
  'backup_released',
])
export type RoleState = z.infer<typeof RoleState>

const short = z.string().trim().max(200)
const words = z.string().trim().max(5000)
const list = z.array(z.string().trim().min(1).max(80)).max(40)
const age = z.number().int().min(0).max(120).nullable()

const roleFields = {
  name: short.min(1, 'Give the role a name.'),
  kind: RoleKind,
  state: RoleState,
  breakdown: words,
  ageFrom: age,
  ageUntil: age,
  gender: short,
  look: words,
  skills: list,
  languages: list,
  sizes: short,
  unionTerms: short,
  rate: short,
  usageMedia: short,
  usageTerritory: short,
  usageMonths: z.number().int().min(1).max(600).nullable(),
  /** What the product is, as conflicts are counted: *beer*, *banking*. */
  category: short,
  brand: short,
  exclusiveMonths: z.number().int().min(1).max(120).nullable(),
  shootDays: z.array(PlainDay).max(120),
  callbackDays: z.array(PlainDay).max(60),
  fittingOn: PlainDay.nullable(),
  place: short,
  sidesFileId: FileId.nullable(),
  isConfidential: z.boolean(),
  deadlineOn: PlainDay.nullable(),
  deadlineMinute: z.number().int().min(0).max(1440).nullable(),
  deadlineZone: ZoneName.nullable(),
  /** What a voice reads: counted, and measured against the length of the spot. */
  spokenText: z.string().trim().max(20_000),
  spotSeconds: z.number().int().min(1).max(3600).nullable(),
}

export const Role = classed('casting', {
  id: open(RoleId),
  elementId: open(z.string().nullable()),
  name: open(roleFields.name),
  kind: open(roleFields.kind),
  state: open(roleFields.state),
  breakdown: open(roleFields.breakdown),
  ageFrom: open(roleFields.ageFrom),
  ageUntil: open(roleFields.ageUntil),
  gender: open(roleFields.gender),
  look: open(roleFields.look),
  skills: open(roleFields.skills),
  languages: open(roleFields.languages),
  sizes: open(roleFields.sizes),
  unionTerms: open(roleFields.unionTerms),
  rate: rate(roleFields.rate),
  usageMedia: open(roleFields.usageMedia),
  usageTerritory: open(roleFields.usageTerritory),
  usageMonths: open(roleFields.usageMonths),
  category: open(roleFields.category),
  brand: open(roleFields.brand),
  exclusiveMonths: open(roleFields.exclusiveMonths),
  shootDays: open(roleFields.shootDays),
  callbackDays: open(roleFields.callbackDays),
  fittingOn: open(roleFields.fittingOn),
  place: open(roleFields.place),
  sidesFileId: open(roleFields.sidesFileId),
  isConfidential: open(roleFields.isConfidential),
  deadlineOn: open(roleFields.deadlineOn),
  deadlineMinute: open(roleFields.deadlineMinute),
  deadlineZone: open(roleFields.deadlineZone),
  spokenText: open(roleFields.spokenText),
  spotSeconds: open(roleFields.spotSeconds),
  /** Candidates who are still in it, and how many nobody has looked at. */
  candidates: open(z.number().int()),
  unseen: open(z.number().int()),
  /** Who has it, by name, once somebody is on hold or booked. */
  cast: open(z.array(z.string())),
  archivedAt: open(z.string().nullable()),
  version: open(z.number().int()),
})
export type Role = z.infer<typeof Role>

export const RoleTaken = problemType('casting-role-taken', 409, 'This character is being cast already')

const params = z.object({ productionId: ProductionId })
const one = params.extend({ roleId: RoleId })
const path = '/v1/productions/{productionId}/casting/roles'
const edit = { ability: 'casting.edit', on: 'production' } as const
const read = { ability: 'casting.read', on: 'production' } as const

export const listRoles = route({
  method: 'GET',
  path,
  summary: 'Roles to cast, in the order of the script, each with its candidates counted',
  access: read,
  params,
  query: z.object({ show: z.enum(['current', 'archived']).default('current') }),
  response: z.object({
    items: z.array(Role),
    /** Characters of the script nobody casts yet. */
    uncast: z.array(z.object({ elementId: z.string(), name: z.string(), scenes: z.number().int() })),
    can: z.object({ edit: z.boolean(), assess: z.boolean() }),
  }),
})

export const NewRole = z
  .object(roleFields)
  .partial()
  .required({ name: true })
  .extend({ elementId: z.uuid().nullable().default(null) })
export type NewRole = z.infer<typeof NewRole>

export const createRole = route({
  method: 'POST',
  path,
  summary: 'Add a role to cast',
  access: edit,
  params,
  body: NewRole,
  idempotencyKey: 'accepted',
  response: Role,
  status: 201,
  problems: [RoleTaken],
})

export const createRolesFromScript = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/casting/roles-from-script',
  summary:
    'Cast these characters of the script: name, age and days come along; one that is cast already stays as it is',
  access: edit,
  params,
  body: z.object({ elementIds: z.array(z.uuid()).min(1).max(200) }),
  repeated: 'a character has one role',
  response: z.object({ added: z.number().int() }),
})

export const RoleChange = z.object(roleFields).partial()
export type RoleChange = z.infer<typeof RoleChange>

export const changeRole = route({
  method: 'PATCH',
  path: `${path}/{roleId}`,
  summary: 'Change a role, or say how far it has come',
  access: edit,
  params: one,
  body: RoleChange,
  ifMatch: 'required',
  response: Role,
  problems: [Stale],
})

export const archiveRole = route({
  method: 'POST',
  path: `${path}/{roleId}/archive`,
  summary: 'Put a role away, or take it out again; refused while somebody is held for it',
  access: edit,
  params: one,
  body: z.object({ archived: z.boolean() }),
  ifMatch: 'required',
  response: Role,
  problems: [InUse, Stale],
})

export const exportBreakdown = rawRoute({
  method: 'GET',
  path: '/v1/productions/{productionId}/casting/breakdown/{format}',
  summary: 'The breakdown of these roles, to post elsewhere; confidential roles and rates only when asked for',
  access: read,
  params: params.extend({ format: z.enum(['pdf', 'csv']) }),
  query: z.object({
    role: z.union([RoleId, z.array(RoleId)]).optional(),
    rates: z.enum(['yes', 'no']).default('no'),
    paper: z.enum(['a4', 'letter']).default('a4'),
  }),
  produces: 'PDF or CSV',
})
