import { z } from 'zod'
import { classed, open, rate } from '../../kernel/fields.ts'
import { idOf, PersonId, ProductionId } from '../../kernel/ids.ts'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import { BookedResource, BookingState, EngagementId } from './booking.contract.ts'
import { AlreadyBooked, NotPossible, PapersMissing } from './conflict.contract.ts'

export const BookingId = idOf('BookingId')
export type BookingId = z.infer<typeof BookingId>
export const BookingDayId = idOf('BookingDayId')
export type BookingDayId = z.infer<typeof BookingDayId>

/** What a booking or an offer pays; amounts in minor units of the currency. */
export const Terms = z.object({
  basis: z.enum(['hour', 'day', 'week', 'flat']),
  amount: z.number().int().min(0),
  currency: z.string().length(3),
  guaranteedHours: z.number().min(0).max(24).nullable().default(null),
  overtime: z.string().trim().max(120).default(''),
  kitFee: z.number().int().min(0).nullable().default(null),
  travel: z.string().trim().max(300).default(''),
})
export type Terms = z.infer<typeof Terms>

/** One day or hours of it; a whole day when neither side is given. `until` is not included and may pass midnight. */
export const Span = z
  .object({
    onDate: PlainDay,
    from: DayMinute.refine((minute) => minute >= 0)
      .nullable()
      .default(null),
    until: DayMinute.nullable().default(null),
  })
  .refine(({ from, until }) => (from ?? 0) < (until ?? 1440), {
    error: 'The hours end before they begin.',
    path: ['until'],
  })
export type Span = z.infer<typeof Span>

export const BookingDay = z.object({
  id: BookingDayId,
  onDate: PlainDay,
  from: DayMinute.nullable(),
  until: DayMinute.nullable(),
  zone: ZoneName,
  state: BookingState,
  /** 1 is first hold; null unless held. */
  rank: z.number().int().nullable(),
  followsSchedule: z.boolean(),
  sharedReason: z.string().nullable(),
  endedReason: z.string(),
  feePercent: z.number().nullable(),
  /** How it lies outside the opening hours of a room or vehicle. */
  outside: z.string().nullable(),
})
export type BookingDay = z.infer<typeof BookingDay>

export const HoldMeans = z.enum(['courtesy', 'engagement'])
export type HoldMeans = z.infer<typeof HoldMeans>

/** Is this a booking? Dates, position, rate, hours, state: what the question is answered by. */
export const Booking = classed('crew', {
  id: open(BookingId),
  productionId: open(ProductionId.nullable()),
  engagementId: open(EngagementId.nullable()),
  resource: open(BookedResource.nullable()),
  name: open(z.string()),
  title: open(z.string()),
  departmentId: open(z.string().nullable()),
  purpose: open(z.string()),
  holder: open(z.string()),
  source: open(z.string()),
  state: open(z.enum([...BookingState.options, 'mixed'])),
  days: open(z.array(BookingDay)),
  holdMeans: open(HoldMeans),
  terms: rate(Terms.nullable()),
  expiresOn: open(PlainDay.nullable()),
  note: open(z.string()),
  labelId: open(z.string().nullable()),
  soFar: open(z.array(z.object({ at: z.string(), kind: z.string(), words: z.string(), by: z.string() }))),
  version: open(z.number().int()),
})
export type Booking = z.infer<typeof Booking>

const params = z.object({ productionId: ProductionId })
const one = params.extend({ bookingId: BookingId })
const dayIds = z.array(BookingDayId).min(1).max(400).optional()
const reason = z.string().trim().min(1, 'Say why; the history keeps it.').max(500)

const NewHold = z
  .object({
    engagementId: EngagementId.nullable().default(null),
    personId: PersonId.nullable().default(null),
    resource: BookedResource.nullable().default(null),
    spans: z.array(Span).min(1).max(400),
    title: z.string().trim().max(120).default(''),
    departmentId: z.uuid().nullable().default(null),
    purpose: z.string().trim().max(60).default(''),
    state: z.enum(['planning', 'hold', 'confirmed']).default('hold'),
    holdMeans: HoldMeans.default('courtesy'),
    /** Left out: by the days a hold of this production stands; null: until somebody decides. */
    expiresOn: PlainDay.nullable().optional(),
    note: z.string().trim().max(2000).default(''),
    terms: Terms.nullable().default(null),
    /** Set for a hold by somebody outside the office; it takes its rank like any other. */
    holder: z.string().trim().max(120).default(''),
    source: z.string().trim().max(120).default(''),
    /** Why it is booked although the office wants papers first. */
    despite: z.string().trim().max(300).default(''),
  })
  .refine(({ engagementId, personId, resource }) => [engagementId, personId, resource].filter(Boolean).length === 1, {
    error: 'Say who or what is held: an engagement, a person, or a place or unit.',
    path: ['personId'],
  })
type NewHold = z.infer<typeof NewHold>

export const addBooking = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/bookings/new',
  summary: 'Pencil, hold or book somebody or something on days or hours; holds take their rank',
  access: { ability: 'bookings.edit', on: 'production' },
  params,
  body: NewHold,
  idempotencyKey: 'accepted',
  preview: true,
  response: Booking,
  status: 201,
  problems: [AlreadyBooked, PapersMissing],
})

export const readBooking = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/bookings/{bookingId}',
  summary: 'One booking with its days, terms and what has happened so far',
  access: { ability: 'bookings.read', on: 'production' },
  params: one,
  response: Booking,
})

export const confirmBooking = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/bookings/{bookingId}/confirm',
  summary: 'Book the held days, or some of them; refused where another job has the person',
  access: { ability: 'bookings.edit', on: 'production' },
  params: one,
  body: z.object({
    dayIds,
    terms: Terms.optional(),
    /** Why it is booked although the office wants papers first. */
    despite: z.string().trim().max(300).optional(),
  }),
  ifMatch: 'required',
  preview: true,
  response: Booking,
  problems: [AlreadyBooked, NotPossible, PapersMissing, Stale],
})

export const releaseBooking = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/bookings/{bookingId}/release',
  summary: 'Let held days go; whoever waits behind moves up and is told',
  access: { ability: 'bookings.edit', on: 'production' },
  params: one,
  body: z.object({ dayIds, reason }),
  ifMatch: 'required',
  preview: true,
  response: Booking,
  problems: [NotPossible, Stale],
})

export const cancelBooking = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/bookings/{bookingId}/cancel',
  summary: 'Cancel confirmed days with a reason; the history stays, the fee follows the cancellation table',
  access: { ability: 'bookings.edit', on: 'production' },
  params: one,
  body: z.object({ dayIds, reason, feePercent: z.number().int().min(0).max(100).optional() }),
  ifMatch: 'required',
  preview: true,
  response: Booking,
  problems: [NotPossible, Stale],
})

export const moveBooking = route({
  method: 'PUT',
  path: '/v1/productions/{productionId}/bookings/{bookingId}/days',
  summary: 'Give a booking these days: new ones take the state of the rest, those left out are released',
  access: { ability: 'bookings.edit', on: 'production' },
  params: one,
  body: z.object({ spans: z.array(Span).min(1).max(400), reason: z.string().trim().max(500).default('') }),
  ifMatch: 'required',
  preview: true,
  response: Booking,
  problems: [AlreadyBooked, NotPossible, Stale],
})

export const changeBooking = route({
  method: 'PATCH',
  path: '/v1/productions/{productionId}/bookings/{bookingId}',
  summary: 'Change position, purpose, terms, label, note or when a hold lets go by itself',
  access: { ability: 'bookings.edit', on: 'production' },
  params: one,
  body: z
    .object({
      title: z.string().trim().min(1).max(120),
      purpose: z.string().trim().max(60),
      note: z.string().trim().max(2000),
      expiresOn: PlainDay.nullable(),
      terms: Terms.nullable(),
      holdMeans: HoldMeans,
      labelId: z.uuid().nullable(),
    })
    .partial(),
  ifMatch: 'required',
  preview: true,
  response: Booking,
  problems: [Stale],
})

export const shareBookingDays = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/bookings/{bookingId}/share',
  summary: 'Book days although another job has the person, with a reason that stands as a concern',
  access: { ability: 'bookings.edit', on: 'production' },
  params: one,
  body: z.object({ dayIds, reason }),
  ifMatch: 'required',
  preview: true,
  response: Booking,
  problems: [NotPossible, Stale],
})
