import { z } from 'zod'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'
import { BookingState } from './booking.contract.ts'

/** The office's rules of booking, with where they come from. */
export const BookingRules = z.object({
  challengeRule: z.enum(['next_business_day', 'plain_hours']),
  answerByMinute: z.number().int().min(0).max(1440),
  answerHours: z.number().int().min(1).max(240),
  /** A hold without a decision is mentioned this many days before. */
  undecidedDays: z.number().int().min(0).max(60),
  /** … and asks to be settled this many hours before. */
  settleHours: z.number().int().min(0).max(240),
  /** Whoever is booked on more days of one week is pointed out. */
  weekDays: z.number().int().min(1).max(7),
  /** Whether a booking is refused while a required paper is missing, or only says so. */
  papersGate: z.enum(['warn', 'block']),
  source: z.string().trim().min(1, 'Say where this rule comes from.').max(200),
  dated: PlainDay,
  cancellation: z
    .array(z.object({ withinHours: z.number().int().min(1).max(2000), feePercent: z.number().int().min(0).max(100) }))
    .max(20)
    .refine((steps) => new Set(steps.map(({ withinHours }) => withinHours)).size === steps.length, {
      error: 'Two lines speak of the same notice.',
    }),
  /** What the office calls each meaning; the first of a meaning is the usual one. */
  labels: z
    .array(z.object({ id: z.uuid().nullable(), meaning: BookingState, name: z.string().trim().min(1).max(40) }))
    .max(60)
    .refine((all) => new Set(all.map(({ meaning, name }) => `${meaning} ${name.toLowerCase()}`)).size === all.length, {
      error: 'Two labels of one meaning have the same name.',
    }),
})
export type BookingRules = z.infer<typeof BookingRules>

export const readBookingRules = route({
  method: 'GET',
  path: '/v1/booking-rules',
  summary: 'How long a challenge runs, what a cancellation costs, and what the office calls the states of a booking',
  access: { ability: 'office.read', on: 'office' },
  response: BookingRules.extend({ version: z.number().int(), can: z.object({ edit: z.boolean() }) }),
})

export const changeBookingRules = route({
  method: 'PUT',
  path: '/v1/booking-rules',
  summary: 'Change the office’s rules of booking; labels that are left out are archived, and bookings keep theirs',
  access: { ability: 'office.settings', on: 'office' },
  body: BookingRules,
  ifMatch: 'required',
  response: BookingRules.extend({ version: z.number().int(), can: z.object({ edit: z.boolean() }) }),
  problems: [Stale],
})
