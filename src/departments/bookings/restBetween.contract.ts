import { z } from 'zod'
import { PersonId, ProductionId } from '../../kernel/ids.ts'
import { route } from '../../kernel/route.ts'
import { DayMinute, PlainDay } from '../../kernel/time.ts'

/** Too little rest before a day, and what it follows from: what ended, what begins, how long lies between. */
const Short = z.object({
  onDate: PlainDay,
  shortMinutes: z.number().int(),
  causes: z.array(z.string()),
  /** When work may begin. */
  earliest: z.string(),
})

export const RestLine = Short.extend({ resourceId: z.uuid() })
export type RestLine = z.infer<typeof RestLine>

const Edge = z.object({ at: z.string(), because: z.string() })

export const RestBefore = z.object({
  /** Where the new hours would leave too little rest. */
  short: z.array(Short),
  /** They have rested from then on, since what ended last before. */
  earliest: Edge.nullable(),
  /** They have to be done by then, for what begins next. */
  latest: Edge.nullable(),
})
export type RestBefore = z.infer<typeof RestBefore>

const Minute = z.coerce.number().int().pipe(DayMinute).nullable().default(null)

export const readRestBefore = route({
  method: 'GET',
  path: '/v1/people/{personId}/rest',
  summary: 'What work on these days of a production would do to somebody’s rest, over all productions',
  access: { ability: 'bookings.timeline', on: 'office' },
  params: z.object({ personId: PersonId }),
  query: z.object({
    productionId: ProductionId,
    /** `2026-06-10,2026-06-11`. */
    days: z
      .string()
      .max(4400)
      .transform((text) => text.split(','))
      .pipe(z.array(PlainDay).min(1).max(400)),
    from: Minute,
    until: Minute,
  }),
  response: RestBefore,
})
export interface RestAsked {
  readonly productionId: ProductionId
  readonly days: readonly PlainDay[]
  readonly from: DayMinute | null
  readonly until: DayMinute | null
}
