import { z } from 'zod'
import { classed, open, rate } from '../../kernel/fields.ts'
import { ProductionId } from '../../kernel/ids.ts'
import { Money } from '../../kernel/money.ts'
import { Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { DayMinute, daysBetween, PlainDay } from '../../kernel/time.ts'

/** What a day pays and how it came about: the table that was chosen is always named, and the deal it was signed on. */
export const DayPaid = z.object({
  total: Money,
  table: z.string(),
  rate: z.string(),
  /** `HLT-DM-001`; null where it is the rate on their record. */
  deal: z.string().nullable().default(null),
  lines: z.array(z.object({ fromMinutes: z.number(), untilMinutes: z.number(), percent: z.number(), amount: Money })),
})
export type DayPaid = z.infer<typeof DayPaid>

export const TimesheetDay = classed('crew', {
  engagementId: open(z.string()),
  name: open(z.string()),
  position: open(z.string()),
  onDate: open(PlainDay),
  isBooked: open(z.boolean()),
  /** What the booking guarantees; null where no rate says it. */
  bookedMinutes: open(z.number().int().nullable()),
  startMinute: open(z.number().int().nullable()),
  endMinute: open(z.number().int().nullable()),
  mealMinutes: open(z.number().int()),
  workedMinutes: open(z.number().int().nullable()),
  toInvoiceMinutes: open(z.number().int().nullable()),
  note: open(z.string()),
  enteredBy: open(z.string().nullable()),
  byLink: open(z.boolean()),
  approvedBy: open(z.string().nullable()),
  pay: rate(DayPaid.nullable()),
  /** Why it cannot be paid yet, in words. */
  open: open(z.string().nullable()),
  version: open(z.number().int()),
})
export type TimesheetDay = z.infer<typeof TimesheetDay>

const params = z.object({ productionId: ProductionId })
const one = params.extend({ engagementId: z.uuid(), onDate: PlainDay })
const MOST_DAYS = 31
const span = z
  .object({ from: PlainDay, until: PlainDay })
  .refine(({ from, until }) => until >= from && daysBetween(from, until) < MOST_DAYS, {
    path: ['until'],
    error: `Ask for one to ${MOST_DAYS} days at once.`,
  })

export const listTimesheets = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/timesheets',
  summary: 'Booked, worked and to-invoice hours, one line a person and day; both dates included, 31 days at most',
  access: { ability: 'timesheets.read', on: 'production' },
  params,
  query: span,
  response: z.object({
    items: z.array(TimesheetDay),
    /** Where no hours are entered in these days: the last day that has some; where nobody is booked either, the nearest that is. */
    elsewhere: PlainDay.nullable(),
    can: z.object({ edit: z.boolean(), approve: z.boolean() }),
  }),
})

export const Hours = z
  .object({
    startMinute: DayMinute,
    endMinute: DayMinute,
    mealMinutes: z.number().int().min(0).max(240),
    note: z.string().trim().max(500).default(''),
  })
  .refine(({ startMinute, endMinute }) => endMinute > startMinute, {
    path: ['endMinute'],
    error: 'The end lies after the start; past midnight is 25:30.',
  })
  .refine(({ startMinute, endMinute, mealMinutes }) => mealMinutes < endMinute - startMinute, {
    path: ['mealMinutes'],
    error: 'The meal is longer than the day.',
  })
export type Hours = z.infer<typeof Hours>

export const enterHours = route({
  method: 'PUT',
  path: '/v1/productions/{productionId}/timesheets/{engagementId}/{onDate}',
  summary: 'Enter the hours of one person and day; version 0 where nothing is entered yet',
  access: { ability: 'timesheets.edit', on: 'production' },
  params: one,
  body: Hours,
  ifMatch: 'required',
  response: TimesheetDay,
  problems: [Stale],
})

export const approveHours = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/timesheets/approve',
  summary: 'Approve days, which keeps what they pay as it is computed now; or open them again',
  access: { ability: 'timesheets.approve', on: 'production' },
  params,
  body: z.object({
    approved: z.boolean(),
    days: z
      .array(z.object({ engagementId: z.uuid(), onDate: PlainDay, version: z.number().int() }))
      .min(1)
      .max(500),
  }),
  repeated: 'each day names its version',
  response: z.object({ items: z.array(TimesheetDay) }),
  problems: [Stale],
})

export const askForHours = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/timesheets/ask',
  summary: 'Send everybody who was booked in these days a link to enter their own hours',
  access: { ability: 'timesheets.edit', on: 'production' },
  params,
  body: span,
  idempotencyKey: 'required',
  response: z.object({ people: z.number().int(), unreachable: z.array(z.string()) }),
})

export const exportTimesheets = rawRoute({
  method: 'GET',
  path: '/v1/productions/{productionId}/timesheets/export/{format}',
  summary: 'The same lines as a spreadsheet, with what the reader may see',
  access: { ability: 'timesheets.read', on: 'production' },
  params: params.extend({ format: z.enum(['csv', 'xlsx']) }),
  query: span,
  produces: 'text/csv or a spreadsheet',
})

const token = z.object({ token: z.string().max(100) })
const why = 'a page for whoever holds the link; the link is checked inside and answered with a page'

export const hoursPage = rawRoute({
  method: 'GET',
  path: '/hours/{token}',
  summary: 'The page on which somebody enters their own hours',
  access: { public: why },
  params: token,
  produces: 'text/html',
})

export const sendHours = rawRoute({
  method: 'POST',
  path: '/hours/{token}',
  summary: 'Send the hours of one day as a form',
  access: { public: why },
  params: token,
  produces: 'text/html',
})
