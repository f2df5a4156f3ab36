import { z } from 'zod'
import { officeRoles, productionRoles } from '../../kernel/abilities.ts'
import { ProductionId, UserId } from '../../kernel/ids.ts'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { ZoneName } from '../../kernel/time.ts'

export const OfficeSettings = z.object({
  name: z.string().trim().min(1, 'The office needs a name.').max(120),
  timeZone: ZoneName,
  paperSize: z.enum(['a4', 'letter']),
  hourCycle: z.union([z.literal(12), z.literal(24)]),
  /** How long a sent message can still be taken back. */
  undoSeconds: z.union([z.literal(0), z.literal(30), z.literal(60), z.literal(120)]),
  /** A call sheet is approved by somebody other than its author. */
  approveByAnother: z.boolean(),
  /** As papers print it, line by line. */
  address: z.string().trim().max(400),
  /** The logo papers carry; `isPale` where it would vanish on a black-and-white copy. */
  logo: z
    .object({ sha256: z.string(), width: z.number().int(), height: z.number().int(), isPale: z.boolean() })
    .nullable(),
  version: z.number().int(),
})
export type OfficeSettings = z.infer<typeof OfficeSettings>

export const Me = z.object({
  id: UserId,
  name: z.string(),
  email: z.string(),
  officeRole: z.enum(officeRoles),
  hasTwoFactor: z.boolean(),
  abilities: z.array(z.string()),
  office: z.object({
    name: z.string(),
    timeZone: ZoneName,
    paperSize: z.enum(['a4', 'letter']),
    hourCycle: z.number(),
  }),
  /** Which kinds of messages can leave at all; the others stay in the outbox. */
  carries: z.object({ email: z.boolean(), sms: z.boolean() }),
  productions: z.array(
    z.object({
      id: ProductionId,
      code: z.string(),
      title: z.string(),
      kind: z.string(),
      phase: z.string(),
      timeZone: ZoneName,
      paperSize: z.enum(['a4', 'letter']),
      role: z.enum(productionRoles),
      abilities: z.array(z.string()),
    }),
  ),
})
export type Me = z.infer<typeof Me>

export const getMe = route({
  method: 'GET',
  path: '/v1/me',
  summary: 'Who I am here, what I may do, and on which productions',
  access: { signedIn: 'everybody may know who they are signed in as' },
  response: Me,
})

export const getOffice = route({
  method: 'GET',
  path: '/v1/office',
  summary: 'How this office is set up',
  access: { ability: 'office.read', on: 'office' },
  response: OfficeSettings,
})

export const patchOffice = route({
  method: 'PATCH',
  path: '/v1/office',
  summary: 'Change how this office is set up',
  access: { ability: 'office.settings', on: 'office' },
  body: OfficeSettings.omit({ version: true, logo: true }).partial(),
  ifMatch: 'required',
  response: OfficeSettings,
  problems: [Stale],
})
