import { z } from 'zod'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

const ofDay = z.number('Give the time.').int().min(0).max(1439)

/** When the office goes after those who have not answered, in minutes of the day on the clock of the shoot. */
export const Ladder = z.object({
  /** After it was sent. */
  reminderAfterMinutes: z.number('Give the minutes.').int().min(5).max(1440),
  /** The evening before the shoot, like the two after it. */
  secondAt: ofDay,
  phoneListAt: ofDay,
  replaceAt: ofDay,
  phoneForCallsBefore: z.number('Give the time.').int().min(0).max(1440),
  /** Nobody is reminded from the evening… */
  quietFrom: ofDay,
  /** …until the morning. */
  quietUntil: ofDay,
})
export type Ladder = z.infer<typeof Ladder>

/** `zones` begins the names of time zones: `America`, `Europe/London`; empty for everywhere else. */
export const EmergencyNumber = z.object({
  zones: z.string().trim().max(60),
  number: z
    .string()
    .trim()
    .regex(/^[\d ]{2,12}$/, 'Give the number as it is dialled.'),
})
export type EmergencyNumber = z.infer<typeof EmergencyNumber>

const minutes = z.number('Give the minutes.').int()

export const SheetRules = Ladder.extend({
  /** A sheet is to be out by then, the evening before. */
  issueBy: ofDay,
  /** Background is called so long before it is to be ready. */
  backgroundReadyMinutes: minutes.min(0).max(600),
  /** Full hours on the clock of the production at which a digest of the answers leaves. */
  digestHours: z
    .array(z.number('Give full hours.').int('Give full hours.').min(0).max(23, 'The last hour is 23.'))
    .min(1, 'Give one hour at least.')
    .max(12, 'Twelve are the most.')
    .refine((all) => new Set(all).size === all.length, { error: 'One of them stands there twice.' }),
  /** A personal link outlives the day it is for, so that times can be looked up when hours are written down. */
  linkDays: z.number('Give a number of days.').int().min(1).max(365),
  emergencyNumbers: z
    .array(EmergencyNumber)
    .min(1, 'Give at least the number for everywhere else.')
    .max(100)
    .refine((all) => new Set(all.map(({ zones }) => zones)).size === all.length, {
      error: 'Two lines speak of the same place.',
    })
    .refine((all) => all.some(({ zones }) => zones === ''), { error: 'One line is for everywhere else.' }),
  source: z.string().trim().min(1, 'Say where the figures come from.').max(300),
  dated: PlainDay,
})
  .refine((it) => it.secondAt <= it.phoneListAt, {
    error: 'The phone list comes after the second reminder.',
    path: ['phoneListAt'],
  })
  .refine((it) => it.phoneListAt <= it.replaceAt, {
    error: 'People are phoned before they are replaced.',
    path: ['replaceAt'],
  })
  .refine((it) => it.quietUntil <= it.quietFrom, { error: 'Quiet hours end in the morning.', path: ['quietUntil'] })
export type SheetRules = z.infer<typeof SheetRules>

const Shown = SheetRules.safeExtend({ version: z.number().int(), can: z.object({ edit: z.boolean() }) })

export const readSheetRules = route({
  method: 'GET',
  path: '/v1/callsheet-rules',
  summary:
    'When a sheet is to be out, who has not confirmed is reminded and phoned, rest, digests, links and emergency numbers',
  access: { ability: 'office.read', on: 'office' },
  response: Shown,
})

export const changeSheetRules = route({
  method: 'PUT',
  path: '/v1/callsheet-rules',
  summary: 'Change when the office goes after answers; sheets that are out go by it from now on',
  access: { ability: 'office.settings', on: 'office' },
  body: SheetRules,
  ifMatch: 'required',
  response: Shown,
  problems: [Stale],
})
