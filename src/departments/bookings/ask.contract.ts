import { z } from 'zod'
import { classed, open, rate } from '../../kernel/fields.ts'
import { idOf, PersonId, ProductionId } from '../../kernel/ids.ts'
import { LinkUnusable, problemType, Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { InstantText, PlainDay, ZoneName } from '../../kernel/time.ts'
import { AlreadyBooked, NotPossible } from './conflict.contract.ts'
import { BookingId, Terms } from './engine.contract.ts'

export const AskId = idOf('AskId')
export type AskId = z.infer<typeof AskId>
export const AskState = z.enum(['open', 'filled', 'closed', 'expired'])
export type AskState = z.infer<typeof AskState>
export const PersonState = z.enum(['asked', 'yes', 'yes_if', 'counter', 'no', 'won', 'let_go', 'expired'])
export type PersonState = z.infer<typeof PersonState>

/** Terms as they go back and forth: rate, hours, overtime, kit and travel. */
export const Offer = Terms
export type Offer = z.infer<typeof Offer>

const AskedPerson = classed('crew', {
  personId: open(PersonId),
  name: open(z.string()),
  bookingId: open(BookingId),
  state: open(PersonState),
  words: open(z.string()),
  offer: rate(Offer.nullable()),
  theirs: rate(Offer.nullable()),
  askedAt: open(InstantText),
  answerBy: open(InstantText),
  openedAt: open(InstantText.nullable()),
  answeredAt: open(InstantText.nullable()),
  /** For handing over by other ways than mail; only to those who may ask. */
  page: open(z.string().nullable()),
  reachable: open(z.boolean()),
  /** The letter waits until then and can still be called back; null once it left, or where none is written. */
  leavesAt: open(InstantText.nullable()),
  /** The letter came back, or there is no mail server to take it: nobody has heard of this by mail. */
  undelivered: open(z.boolean()),
})
type AskedPerson = z.infer<typeof AskedPerson>

export const Ask = classed('crew', {
  id: open(AskId),
  productionId: open(ProductionId),
  title: open(z.string()),
  kind: open(z.enum(['availability', 'job'])),
  mode: open(z.enum(['first', 'choose'])),
  winAs: open(z.enum(['hold', 'confirmed'])),
  dates: open(z.array(PlainDay)),
  terms: rate(Offer.nullable()),
  message: open(z.string()),
  zone: open(ZoneName),
  state: open(AskState),
  version: open(z.number().int()),
  people: open(z.array(AskedPerson)),
  soFar: open(
    z.array(
      classed('crew', {
        at: open(InstantText),
        by: open(z.string()),
        words: open(z.string()),
        figures: rate(z.string()),
      }),
    ),
  ),
})
export type Ask = z.infer<typeof Ask>

export const AskOver = problemType('ask-over', 409, 'This was settled already')

const params = z.object({ productionId: ProductionId })
const one = params.extend({ askId: AskId })
const personIds = z
  .array(PersonId)
  .min(1, 'Choose whom to ask.')
  .max(50)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'Somebody is in the list twice.' })

/** Whom to ask for what, on which days and terms, and until when they answer. */
export const NewAsk = z
  .object({
    personIds,
    title: z.string().trim().min(1, 'Say what for.').max(120),
    departmentId: z.uuid().nullable().default(null),
    dates: z.array(PlainDay).min(1, 'Choose the days.').max(200),
    kind: z.enum(['availability', 'job']).default('job'),
    mode: z.enum(['first', 'choose']).default('choose'),
    /** What the chosen one's days become. */
    winAs: z.enum(['hold', 'confirmed']).default('hold'),
    /** Whether the days are only pencilled until the answer, or held at once. */
    meanwhile: z.enum(['planning', 'hold']).default('planning'),
    terms: Offer.nullable().default(null),
    message: z.string().trim().max(2000).default(''),
    answerBy: InstantText,
  })
  .refine(({ dates }) => new Set(dates).size === dates.length, { error: 'A day is named twice.', path: ['dates'] })
export type NewAsk = z.infer<typeof NewAsk>

export const createAsk = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/asks',
  summary: 'Ask one person or many for a position on days, whether they are free or for the job',
  access: { ability: 'bookings.edit', on: 'production' },
  params,
  body: NewAsk,
  idempotencyKey: 'accepted',
  response: Ask,
  status: 201,
  problems: [NotPossible],
})

export const listAsks = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/asks',
  summary: 'Who was asked for what, the newest first',
  access: { ability: 'bookings.read', on: 'production' },
  params,
  query: z.object({ state: AskState.optional(), before: AskId.optional() }),
  response: z.object({ items: z.array(Ask), next: AskId.nullable() }),
})

export const readAsk = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/asks/{askId}',
  summary: 'One ask with its answers side by side and what has happened so far',
  access: { ability: 'bookings.read', on: 'production' },
  params: one,
  response: Ask,
})

export const askMore = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/asks/{askId}/people',
  summary: 'Ask somebody else for the same',
  access: { ability: 'bookings.edit', on: 'production' },
  params: one,
  body: z.object({ personIds, answerBy: InstantText }),
  idempotencyKey: 'accepted',
  response: Ask,
  problems: [NotPossible, AskOver],
})

/** What the office does with one answer. */
export const Decision = z.discriminatedUnion('act', [
  z.object({ act: z.literal('accept'), personId: PersonId }),
  z.object({ act: z.literal('decline'), personId: PersonId }),
  z.object({
    act: z.literal('counter'),
    personId: PersonId,
    terms: Offer,
    message: z.string().trim().max(2000).default(''),
    answerBy: InstantText,
  }),
])
export type Decision = z.infer<typeof Decision>

export const decideAsk = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/asks/{askId}/decision',
  summary: 'Accept one answer, come back with other terms, or decline; who is not chosen is told',
  access: { ability: 'bookings.edit', on: 'production' },
  params: one,
  body: Decision,
  ifMatch: 'required',
  idempotencyKey: 'accepted',
  response: Ask,
  problems: [AskOver, AlreadyBooked, NotPossible, Stale],
})

export const releaseAsk = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/asks/{askId}/release',
  summary: 'Ask nobody any more: everybody is told and their days are let go',
  access: { ability: 'bookings.edit', on: 'production' },
  params: one,
  body: z.object({ reason: z.string().trim().min(1, 'Say why; the history keeps it.').max(500) }),
  ifMatch: 'required',
  response: Ask,
  problems: [AskOver, Stale],
})

export const sendAsk = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/asks/{askId}/send',
  summary: 'Let the letters of this ask leave now instead of waiting for others to merge with',
  access: { ability: 'bookings.edit', on: 'production' },
  params: one,
  body: z.object({}),
  idempotencyKey: 'accepted',
  response: Ask,
})

const token = z.object({ token: z.string().max(100) })

export const askPage = rawRoute({
  method: 'GET',
  path: '/ask/{token}',
  summary: 'What somebody is asked for, and their answer, on their phone',
  access: { public: 'the token is the proof; it is checked by the page itself, which answers a wrong one with a page' },
  params: token,
  produces: 'HTML',
})

export const askOpened = route({
  method: 'POST',
  path: '/v1/ask-links/{token}/opened',
  summary: 'A person looks at what they were asked',
  access: { link: 'ask' },
  params: token,
  body: z.object({}),
  repeated: 'the first look is kept',
  response: z.object({ state: PersonState }),
  problems: [LinkUnusable],
})

/** What somebody says by their link. */
export const Answer = z
  .object({
    answer: z.enum(['yes', 'no', 'yes_if', 'counter']),
    words: z.string().trim().max(1000).default(''),
    /** In whole units of the currency, as people type; null: not named. */
    terms: z
      .object({
        rate: z.number().min(0).max(10_000_000).nullable().default(null),
        hours: z.number().min(0).max(24).nullable().default(null),
        overtime: z.string().trim().max(120).default(''),
        kit: z.number().min(0).max(10_000_000).nullable().default(null),
        travel: z.string().trim().max(300).default(''),
      })
      .nullable()
      .default(null),
  })
  .refine(({ answer, words }) => answer !== 'yes_if' || words !== '', {
    error: 'Say what it depends on.',
    path: ['words'],
  })
  .refine(({ answer, terms }) => answer !== 'counter' || terms?.rate !== null, {
    error: 'Name your rate.',
    path: ['terms', 'rate'],
  })
export type Answer = z.infer<typeof Answer>

export const answerAsk = route({
  method: 'POST',
  path: '/v1/ask-links/{token}/answer',
  summary: 'Yes, no, yes if, or a counter-offer, by the link of an ask',
  access: { link: 'ask' },
  params: token,
  body: Answer,
  repeated: 'the same answer again changes nothing',
  response: z.object({ state: PersonState }),
  problems: [LinkUnusable, AskOver],
})
