import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { NotFound, problemType } from '../../kernel/problems.ts'
import { pageOf, route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'
import { MailState } from './mail.rules.ts'

export const MailMessageId = idOf('MailMessageId')
export type MailMessageId = z.infer<typeof MailMessageId>

export const MailSummary = z.object({
  id: MailMessageId,
  channel: z.enum(['email', 'sms']),
  to: z.object({ name: z.string().nullable(), address: z.string() }),
  subject: z.string(),
  state: MailState,
  stateAt: InstantText,
  leavesAt: InstantText,
  tries: z.int(),
  nextTryAt: InstantText.nullable(),
  withdrawn: z.boolean(),
  /** The server's own words, and what to do about them. */
  reply: z.string().nullable(),
  remedy: z.string().nullable(),
})
export type MailSummary = z.infer<typeof MailSummary>

export const MailRecord = MailSummary.extend({
  /** Null for sign-in mail, which nobody but its reader sees. */
  text: z.string().nullable(),
  attempts: z.array(z.object({ at: InstantText, state: MailState, code: z.int().nullable(), reply: z.string() })),
})
export type MailRecord = z.infer<typeof MailRecord>

export const NotWaiting = problemType('mail-not-waiting', 409, 'This message does not wait to be sent')

export const listOutbox = route({
  method: 'GET',
  path: '/v1/mail',
  summary: 'The outbox: everything that leaves the office, newest first',
  access: { ability: 'office.outbox', on: 'office' },
  query: z.object({
    state: MailState.optional(),
    before: MailMessageId.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: pageOf(MailSummary).extend({
    /** What is set up; without it messages of that channel stay in the outbox. */
    carries: z.object({ email: z.boolean(), sms: z.boolean() }),
  }),
})

export const getMail = route({
  method: 'GET',
  path: '/v1/mail/{messageId}',
  summary: 'One message with its text and every try',
  access: { ability: 'office.outbox', on: 'office' },
  params: z.object({ messageId: MailMessageId }),
  response: MailRecord,
  problems: [NotFound],
})

export const sendMail = route({
  method: 'POST',
  path: '/v1/mail/{messageId}/send',
  summary: 'Try a message again that waits in the outbox or was given up',
  access: { ability: 'office.outbox', on: 'office' },
  params: z.object({ messageId: MailMessageId }),
  idempotencyKey: 'accepted',
  response: MailSummary,
  problems: [NotFound, NotWaiting],
})

/** What a mail or text provider reports, or a reader of return mail. One of `messageId` and `address` is needed. */
export const MailNotice = z
  .object({
    /** Our Message-ID with or without its brackets, or the provider's number for the message. */
    messageId: z.string().max(300).optional(),
    address: z.string().max(320).optional(),
    state: z.enum(['sent', 'delivered', 'deferred', 'bounced', 'blocked', 'spam', 'dropped']),
    code: z.int().optional(),
    text: z.string().max(2000).default(''),
  })
  .refine((it) => it.messageId !== undefined || it.address !== undefined, {
    error: 'Say which message: messageId or address.',
  })
export type MailNotice = z.infer<typeof MailNotice>

export const noticeMail = route({
  method: 'POST',
  path: '/v1/mail/notices',
  summary: 'Delivery notices and return mail, for providers with an API token of scope office.outbox',
  access: { ability: 'office.outbox', on: 'office' },
  body: z.object({ notices: z.array(MailNotice).min(1).max(500) }),
  repeated: 'each notice changes its message once',
  response: z.object({ taken: z.int(), unknown: z.int() }),
})

/** An answer to a text message: `Y`, `C`, a question, `STOP`. */
export const replySms = route({
  method: 'POST',
  path: '/v1/mail/replies',
  summary: 'Answers to text messages, for a provider with an API token of scope office.outbox',
  access: { ability: 'office.outbox', on: 'office' },
  body: z.object({ from: z.string().max(40), text: z.string().max(1000) }),
  repeated: 'the same words say the same; what was confirmed stays confirmed',
  response: z.object({ taken: z.boolean() }),
})
