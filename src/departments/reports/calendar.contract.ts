import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

/** What a day is for; `event` is a fitting, a rehearsal or a journey of one character, `milestone` a date of the job. */
export const CalendarKind = z.enum([
  'shoot',
  'weather',
  'prep',
  'travel',
  'rehearsal',
  'wrap',
  'off',
  'holiday',
  'hiatus',
  'event',
  'milestone',
])
export type CalendarKind = z.infer<typeof CalendarKind>

export const CalendarItem = z.object({
  key: z.string(),
  onDate: PlainDay,
  kind: CalendarKind,
  label: z.string(),
  /** Call, pages, places; empty when there is nothing more to say. */
  detail: z.string(),
  /** Whether the app has a page for it: the board opened on that day. */
  isOnBoard: z.boolean(),
})
export type CalendarItem = z.infer<typeof CalendarItem>

/** A date nobody works, and why: its weekday, or what somebody wrote. */
export const RestDay = z.object({
  onDate: PlainDay,
  kind: z.enum(['off', 'holiday', 'travel', 'hiatus']),
  label: z.string(),
  /** Set for this date rather than by its weekday. */
  isMarked: z.boolean(),
})
export type RestDay = z.infer<typeof RestDay>

const span = z
  .object({ from: PlainDay, until: PlainDay })
  .refine(({ from, until }) => from < until, { error: 'The span has to end after it begins.', path: ['until'] })

export const ProductionCalendar = z.object({
  production: z.object({ code: z.string(), title: z.string(), startsOn: PlainDay.nullable() }),
  /** Of the marks on it: what a change of them names. */
  version: z.number().int(),
  /** Today where the production is. */
  today: PlainDay,
  /** The first date with work on it, to open the calendar at. */
  opensOn: PlainDay,
  items: z.array(CalendarItem),
  rest: z.array(RestDay),
  /** Working days by mark, on a weekday that is otherwise off. */
  workDays: z.array(PlainDay),
  can: z.object({ edit: z.boolean(), manageFeeds: z.boolean() }),
})
export type ProductionCalendar = z.infer<typeof ProductionCalendar>

export const readCalendar = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/calendar/month',
  summary: 'Shoot days, days off, holidays, events and dates of a production in a span (half-open)',
  access: { ability: 'schedule.read', on: 'production' },
  params: z.object({ productionId: ProductionId }),
  query: span,
  response: ProductionCalendar,
})

/** One production's row on the office's timeline. Those who may not see its schedule see only when it runs. */
export const OfficeCalendarRow = z.object({
  id: ProductionId,
  code: z.string(),
  title: z.string(),
  phase: z.string(),
  startsOn: PlainDay.nullable(),
  endsOn: PlainDay.nullable(),
  days: z.array(z.object({ onDate: PlainDay, kind: CalendarKind, units: z.array(z.string()) })),
})
export type OfficeCalendarRow = z.infer<typeof OfficeCalendarRow>

export const readOfficeCalendar = route({
  method: 'GET',
  path: '/v1/calendar',
  summary: 'All productions the reader may see on one timeline, in a span (half-open)',
  access: { ability: 'productions.list', on: 'office' },
  query: span,
  response: z.object({
    today: PlainDay,
    rows: z.array(OfficeCalendarRow),
    /** False when there are more current productions than a timeline shows. */
    isWhole: z.boolean(),
  }),
})
