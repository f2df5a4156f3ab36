import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

const params = z.object({ productionId: ProductionId })

/** What a production needs: a position, how many, and on which days (none: on every day booked so far). */
export const Need = z.object({
  id: z.uuid(),
  departmentId: z.string(),
  title: z.string(),
  count: z.number().int(),
  dates: z.array(PlainDay),
  /** How many are held or booked on every day that counts; what is missing is what the timeline shows open. */
  filled: z.number().int(),
  /** Who is held or booked for it on any day. */
  names: z.array(z.string()),
  /** The days on which somebody is missing, a row for each who is. */
  open: z.array(z.array(PlainDay)),
})
export type Need = z.infer<typeof Need>

/** The usual positions of a kind of production, shipped or kept by the office. */
const CrewTemplate = z.object({
  kind: z.string(),
  name: z.string(),
  positions: z.number().int(),
  isOwn: z.boolean(),
})

export const Needs = z.object({
  items: z.array(Need),
  templates: z.array(CrewTemplate),
  version: z.number().int(),
  can: z.object({ edit: z.boolean() }),
})
export type Needs = z.infer<typeof Needs>

export const listNeeds = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/needs',
  summary: 'Positions the production needs, and which of them are filled',
  access: { ability: 'bookings.read', on: 'production' },
  params,
  response: Needs,
})

export const putNeeds = route({
  method: 'PUT',
  path: '/v1/productions/{productionId}/needs',
  summary: 'Say which positions the production needs, by hand or from the template of a kind of production',
  access: { ability: 'bookings.edit', on: 'production' },
  params,
  body: z.object({
    fromTemplate: z.string().optional(),
    items: z
      .array(
        z.object({
          id: z.uuid().nullable(),
          departmentId: z.uuid({ error: 'Choose a department.' }),
          title: z.string().trim().min(1, 'Name the position.').max(120),
          count: z.number().int().min(1).max(200).default(1),
          dates: z.array(PlainDay).max(200).default([]),
        }),
      )
      .max(400)
      .optional(),
  }),
  ifMatch: 'required',
  response: Needs,
  problems: [Stale],
})

export const keepCrewTemplate = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/needs/template',
  summary: 'Keep the positions of this production as a template of the office; one of the same name is replaced',
  access: { ability: 'bookings.edit', on: 'production' },
  params,
  body: z.object({ name: z.string().trim().min(1, 'Give it a name.').max(80) }),
  idempotencyKey: 'accepted',
  response: Needs,
  status: 201,
})
