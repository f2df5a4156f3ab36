import { z } from 'zod'
import { ProductionId } from './ids.ts'
import { InstantText, PlainDay } from './time.ts'

/** Something a person must do, or waits for from others. Each row ends in one verb that leads to where it is done. */
export const TodayRow = z.object({
  key: z.string(),
  productionId: ProductionId.nullable(),
  kind: z.enum(['callsheet', 'schedule', 'script', 'crew', 'location', 'paper', 'mail', 'office']),
  severity: z.enum(['blocks', 'warns', 'notes']),
  title: z.string(),
  detail: z.string(),
  /** The latest moment for it, where there is one. */
  dueAt: InstantText.nullable(),
  /** Since when it waits, for rows that wait on others. */
  since: InstantText.nullable(),
  verb: z.string(),
  href: z.string(),
})
export type TodayRow = z.infer<typeof TodayRow>

/** One shoot of the coming days and how far its people have confirmed. */
export const TodayShoot = z.object({
  productionId: ProductionId,
  onDate: PlainDay,
  label: z.string(),
  generalCall: z.string().nullable(),
  place: z.string().nullable(),
  href: z.string(),
  counts: z.object({
    people: z.number().int(),
    confirmed: z.number().int(),
    opened: z.number().int(),
    waiting: z.number().int(),
    problem: z.number().int(),
    bounced: z.number().int(),
  }),
  /** Those who have not confirmed, the earliest call first; at most eight. */
  missing: z.array(z.object({ name: z.string(), position: z.string(), call: z.string(), state: z.string() })),
})
export type TodayShoot = z.infer<typeof TodayShoot>

/** A stretch of a production's time, or a date it owes something. Half-open: `until` is the day after the last. */
export const TodayBar = z.object({
  productionId: ProductionId,
  kind: z.enum(['prep', 'shoot', 'wrap', 'post', 'travel', 'due']),
  label: z.string(),
  from: PlainDay,
  until: PlainDay,
})
export type TodayBar = z.infer<typeof TodayBar>

/** What one department has to say about today. */
export interface TodayNews {
  readonly needs?: readonly TodayRow[]
  readonly waiting?: readonly TodayRow[]
  readonly shoots?: readonly TodayShoot[]
  readonly bars?: readonly TodayBar[]
}
