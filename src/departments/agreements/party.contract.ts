import { z } from 'zod'
import { problemType } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'
import { Signature } from './agreement.contract.ts'

/** What a party's page is told after each step. */
export const OwnStanding = z.object({
  state: z.enum(['waiting', 'sent', 'opened', 'done', 'declined']),
  paper: z.enum(['draft', 'pending', 'executed', 'expired', 'superseded', 'declined']),
  actedAt: z.string().nullable(),
})
export type OwnStanding = z.infer<typeof OwnStanding>

export const NotYourTurn = problemType('agreement-not-your-turn', 409, 'It is not your turn yet')
export const TextChanged = problemType('agreement-text-changed', 409, 'This is not the text you were shown')
export const NameDiffers = problemType(
  'agreement-name-differs',
  409,
  'The name differs from whom this was sent to',
  z.object({ expected: z.string() }),
)
export const CodeNeeded = problemType('agreement-code-needed', 403, 'Enter the code from the e-mail first')
export const CodeWrong = problemType(
  'agreement-code-wrong',
  422,
  'This code does not fit',
  z.object({ triesLeft: z.number().int() }),
)
export const CodeWait = problemType('agreement-code-wait', 429, 'Too many codes were sent')
export const Ended = problemType('agreement-ended', 409, 'This paper has ended')

const link = { link: 'agreement' } as const
const params = z.object({ token: z.string() })

/** A picture as the phone made it, already small: JPEG or PNG in base64. */
export const Picture = z.object({
  base64: z.base64().max(2_800_000, 'This picture is too large.'),
  takenAt: InstantText.optional(),
})

export const openedPaper = route({
  method: 'POST',
  path: '/v1/agreement-links/{token}/opened',
  summary: 'The page of a party was opened',
  access: link,
  params,
  body: z.object({}),
  repeated: 'the first look is kept',
  response: OwnStanding,
})

export const askCode = route({
  method: 'POST',
  path: '/v1/agreement-links/{token}/code',
  summary: 'Send a code to the e-mail address this link was sent to',
  access: link,
  params,
  body: z.object({}),
  idempotencyKey: 'accepted',
  response: z.object({ sentTo: z.string() }),
  problems: [CodeWait],
})

export const giveCode = route({
  method: 'POST',
  path: '/v1/agreement-links/{token}/code/answer',
  summary: 'Give the code back',
  access: link,
  params,
  body: z.object({ code: z.string().trim().max(12) }),
  repeated: 'a code that was right has been given',
  response: OwnStanding,
  problems: [CodeWrong],
})

export const keepAnswers = route({
  method: 'PUT',
  path: '/v1/agreement-links/{token}/answers',
  summary: 'Keep what a signer has filled in so far, so that it is there when they come back',
  access: link,
  params,
  body: z.object({ answers: z.record(z.string().max(60), z.string().max(2000)) }),
  response: OwnStanding,
  problems: [NotYourTurn, Ended],
})

export const Signing = z.object({
  /** SHA-256 of the text the page showed. */
  seen: z.string().length(64),
  name: z.string().trim().min(2, 'Give your full name.').max(120),
  /** Where the name is not the one it was sent to: how that comes. */
  nameReason: z.enum(['spelling', 'married', 'legal']).optional(),
  answers: z.record(z.string().max(60), z.string().max(2000)).default({}),
  signature: Signature.optional(),
  /** An uploaded picture of a signature. */
  picture: Picture.optional(),
  photo: Picture.optional(),
  where: z.string().trim().max(120).default(''),
  key: z.uuid(),
})
export type Signing = z.infer<typeof Signing>

export const signPaper = route({
  method: 'POST',
  path: '/v1/agreement-links/{token}/sign',
  summary: 'Sign, or approve',
  access: link,
  params,
  body: Signing,
  maxBodyBytes: 6 * 1024 * 1024,
  repeated: 'it is signed, and once',
  response: OwnStanding,
  problems: [NotYourTurn, TextChanged, NameDiffers, CodeNeeded, Ended],
})

export const declinePaper = route({
  method: 'POST',
  path: '/v1/agreement-links/{token}/decline',
  summary: 'Decline, with the reason',
  access: link,
  params,
  body: z.object({ reason: z.string().trim().min(3, 'Say why, in a few words.').max(1000) }),
  repeated: 'it is declined, and once',
  response: OwnStanding,
  problems: [NotYourTurn, Ended],
})

const open = { public: 'who holds the link needs no login; the page itself says what is wrong with a link' } as const

export const partyPage = rawRoute({
  method: 'GET',
  path: '/a/{token}',
  summary: 'The page a party reads and signs on',
  access: open,
  params,
  produces: 'text/html',
})

export const partyPdf = rawRoute({
  method: 'GET',
  path: '/a/{token}/paper.pdf',
  summary: 'The paper as PDF: to read before, sealed after',
  access: open,
  params,
  produces: 'application/pdf',
})
