import { z } from 'zod'
import { idOf, ProductionId } from '../../kernel/ids.ts'
import { Locale } from '../../kernel/locale.ts'
import { LinkUnusable, problemType } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { InstantText, PlainDay, ZoneName } from '../../kernel/time.ts'
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
