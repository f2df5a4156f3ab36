import { z } from 'zod'
import { PersonId, ProductionId } from '../../kernel/ids.ts'
import { route } from '../../kernel/route.ts'
import { InstantText, PlainDay } from '../../kernel/time.ts'

/** Somebody whose days are not as they were told, with what they would read. */
export const Untold = z.object({
  personId: PersonId,
  name: z.string(),
  toldAt: InstantText.nullable(),
  changes: z.array(z.object({ onDate: PlainDay, before: z.string().nullable(), after: z.string().nullable() })),
  /** Without an e-mail address somebody is told by hand. */
  hasAddress: z.boolean(),
  letter: z.object({ subject: z.string(), text: z.string() }),
  /** The plan the letter was written for: telling names it, so that nobody is told what was not looked at. */
  plan: z.string(),
})
export type Untold = z.infer<typeof Untold>

/** Whom to tell, each with the plan that was looked at. */
export const Telling = z.object({
  people: z
    .array(z.object({ personId: PersonId, plan: z.string().max(64) }))
    .min(1, 'Choose at least one person.')
    .max(500),
  how: z.enum(['letter', 'by_hand']),
})
export type Telling = z.infer<typeof Telling>

export const Told = z.object({
  told: z.array(PersonId),
  /** Not told: their plan changed again after it was looked at, or they have no address. */
  left: z.array(z.object({ personId: PersonId, name: z.string(), why: z.enum(['changed_again', 'no_address']) })),
  /** Until then letters can be called back; null when none was written. */
  leavesAt: InstantText.nullable(),
})
export type Told = z.infer<typeof Told>

const params = z.object({ productionId: ProductionId })
const path = '/v1/productions/{productionId}/bookings/told'

export const listUntold = route({
  method: 'GET',
  path,
  summary: 'Whose days changed since they were last told, and what each would read; five hundred at most',
  access: { ability: 'bookings.edit', on: 'production' },
  params,
  response: z.object({ items: z.array(Untold) }),
})

export const tellChanged = route({
  method: 'POST',
  path,
  summary: 'Tell exactly these people what changed for them, by letter, or note that they were told by hand',
  access: { ability: 'bookings.edit', on: 'production' },
  params,
  body: Telling,
  idempotencyKey: 'required',
  response: Told,
})

export const untellChanged = route({
  method: 'POST',
  path: `${path}/undo`,
  summary: 'Call back letters that have not left, or a note made by hand; the people count as not told again',
  access: { ability: 'bookings.edit', on: 'production' },
  params,
  body: z.object({ personIds: z.array(PersonId).min(1).max(500) }),
  repeated: 'what was called back is not there to be called back',
  response: z.object({ back: z.array(PersonId) }),
})
