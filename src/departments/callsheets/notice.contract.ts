import { z } from 'zod'
import { FileId, idOf } from '../../kernel/ids.ts'
import { LinkUnusable, problemType } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'
import { NoticeState } from './notice.rules.ts'

export const NoticeId = idOf('NoticeId')
export type NoticeId = z.infer<typeof NoticeId>

export const SheetReplaced = problemType(
  'callsheet-replaced',
  409,
  'There is a newer call sheet',
  z.object({ version: z.string() }),
)

/** How a person's sheet stands, as their own page shows it. */
export const OwnStanding = z.object({
  state: NoticeState,
  version: z.string(),
  confirmedAt: InstantText.nullable(),
  problem: z.object({ reason: z.string(), text: z.string(), at: InstantText }).nullable(),
})
export type OwnStanding = z.infer<typeof OwnStanding>

export const ProblemReason = z.enum(['time', 'transport', 'place', 'health', 'other'])
export type ProblemReason = z.infer<typeof ProblemReason>

const token = z.object({ token: z.string().max(100) })
/** What they had before their eyes: an answer to an older version does not count for a newer one. */
const seen = { noticeId: NoticeId }
const path = '/v1/callsheet-links/{token}'
const access = { link: 'callsheet' } as const

export const openedSheet = route({
  method: 'POST',
  path: `${path}/opened`,
  summary: 'The personal page was looked at by a person; previews of mail programs do not get this far',
  access,
  params: token,
  body: z.object(seen),
  repeated: 'the first look is kept',
  response: OwnStanding,
  problems: [LinkUnusable],
})

export const confirmSheet = route({
  method: 'POST',
  path: `${path}/confirm`,
  summary: 'Confirm what the page said; twice is once',
  access,
  params: token,
  body: z.object(seen),
  idempotencyKey: 'accepted',
  response: OwnStanding,
  problems: [LinkUnusable, SheetReplaced],
})

export const reportProblem = route({
  method: 'POST',
  path: `${path}/problem`,
  summary: 'Say what does not work; it never counts as confirmed',
  access,
  params: token,
  body: z.object({ ...seen, reason: ProblemReason, text: z.string().trim().max(1000).default('') }),
  idempotencyKey: 'accepted',
  response: OwnStanding,
  problems: [LinkUnusable],
})

export const takeProblemBack = route({
  method: 'POST',
  path: `${path}/take-back`,
  summary: 'The problem is gone; the call counts as open until it is confirmed',
  access,
  params: token,
  body: z.object(seen),
  idempotencyKey: 'accepted',
  response: OwnStanding,
  problems: [LinkUnusable],
})

const bearer = { public: 'who holds the link needs no login; the page itself says what is wrong with a link' } as const

export const phonePage = rawRoute({
  method: 'GET',
  path: '/c/{token}',
  summary: 'A person’s own call sheet, on a phone',
  access: bearer,
  params: token,
  produces: 'HTML',
})

export const phoneFrame = rawRoute({
  method: 'GET',
  path: '/c/{token}/frame/{fileId}',
  summary: 'A storyboard frame of the sheet this person was sent',
  access: bearer,
  params: token.extend({ fileId: FileId }),
  produces: 'image/jpeg',
})

export const phonePdf = rawRoute({
  method: 'GET',
  path: '/c/{token}/sheet.pdf',
  summary: 'Their own copy, the exact file',
  access: bearer,
  params: token,
  produces: 'application/pdf',
})

export const phoneCalendar = rawRoute({
  method: 'GET',
  path: '/c/{token}/call.ics',
  summary: 'Their call as a calendar entry',
  access: bearer,
  params: token,
  produces: 'text/calendar',
})

export const PhoneAsset = z.enum(['phone.css'])

export const phoneAsset = rawRoute({
  method: 'GET',
  path: '/c/assets/{name}',
  summary: 'Style of the personal page',
  access: { public: 'the same for everybody, and says nothing of anybody' },
  params: z.object({ name: PhoneAsset }),
  produces: 'CSS',
})
