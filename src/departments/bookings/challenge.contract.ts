import { z } from 'zod'
import { idOf, ProductionId } from '../../kernel/ids.ts'
import { Locale } from '../../kernel/locale.ts'
import { LinkUnusable, problemType, Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { InstantText, PlainDay, ZoneName } from '../../kernel/time.ts'
import { BookingState } from './booking.contract.ts'
import { AlreadyBooked, NotPossible } from './conflict.contract.ts'
import { BookingDayId, BookingId } from './engine.contract.ts'

export const ChallengeId = idOf('ChallengeId')
export type ChallengeId = z.infer<typeof ChallengeId>

export const ChallengeState = z.enum(['open', 'booked', 'released', 'lapsed', 'withdrawn'])
export type ChallengeState = z.infer<typeof ChallengeState>

/** One side asks the other to book or let go. `side` says which of the two the reader's production is. */
export const Challenge = z.object({
  id: ChallengeId,
  bookingId: BookingId,
  againstId: BookingId,
  side: z.enum(['ours', 'theirs']),
  /** The other side: a production's code, or whoever holds from outside. */
  other: z.string(),
  name: z.string(),
  title: z.string(),
  dates: z.array(PlainDay),
  askedAt: InstantText,
  askedBy: z.string(),
  dueAt: InstantText,
  zone: ZoneName,
  rule: z.string(),
  state: ChallengeState,
  answeredAt: InstantText.nullable(),
  /** For copying into a message of one's own: our page, and where the other side is outside the office also theirs. */
  ourPage: z.string().nullable(),
  theirPage: z.string().nullable(),
})
export type Challenge = z.infer<typeof Challenge>

export const AlreadyAnswered = problemType(
  'challenge-answered',
  409,
  'This challenge is over',
  z.object({ state: ChallengeState }),
)

const params = z.object({ productionId: ProductionId })

export const challengeHold = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/bookings/{bookingId}/challenge',
  summary: 'Ask whoever holds directly ahead to book or let go; silence releases',
  access: { ability: 'bookings.edit', on: 'production' },
  params: params.extend({ bookingId: BookingId }),
  body: z.object({
    dayIds: z.array(BookingDayId).min(1).max(400).optional(),
    /** Where a holder outside the office is written to. */
    theirEmail: z.email({ error: 'This is not an e-mail address.' }).nullable().default(null),
    theirLocale: Locale.default('en'),
  }),
  idempotencyKey: 'accepted',
  response: z.object({ items: z.array(Challenge) }),
  status: 201,
  problems: [NotPossible],
})

export const listChallenges = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/challenges',
  summary: 'Challenges by and against this production, the open ones first',
  access: { ability: 'bookings.read', on: 'production' },
  params,
  query: z.object({ bookingId: BookingId.optional() }),
  response: z.object({ items: z.array(Challenge), rule: z.string() }),
})

const answer = z.object({ answer: z.enum(['book', 'release', 'withdraw']) })

export const answerChallenge = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/challenges/{challengeId}/answer',
  summary: 'Book or release what was challenged, or withdraw a challenge of one’s own',
  access: { ability: 'bookings.edit', on: 'production' },
  params: params.extend({ challengeId: ChallengeId }),
  body: answer,
  repeated: 'a challenge is answered once; the same answer again changes nothing',
  response: Challenge,
  problems: [AlreadyAnswered, AlreadyBooked, NotPossible],
})

export const challengePage = rawRoute({
  method: 'GET',
  path: '/h/{token}',
  summary: 'A challenged hold as either side sees it: who, when, until when, and two buttons',
  access: { public: 'the token is the proof; it is checked by the page itself, which answers a wrong one with a page' },
  params: z.object({ token: z.string().max(100) }),
  produces: 'HTML',
})

export const answerByLink = route({
  method: 'POST',
  path: '/v1/hold-links/{token}/answer',
  summary: 'Book or release by the link of a challenge',
  access: { link: 'hold' },
  params: z.object({ token: z.string().max(100) }),
  body: answer,
  repeated: 'a challenge is answered once; the same answer again changes nothing',
  response: z.object({ state: ChallengeState }),
  problems: [LinkUnusable, AlreadyAnswered, AlreadyBooked, NotPossible],
})

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
