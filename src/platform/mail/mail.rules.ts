import { z } from 'zod'

/**
 * What has become of one message. The names are those of the call-sheet states, so that a person reads one list of words
 * everywhere. *Sent* is a provider's promise to pass it on; *delivered* is the receiving server's acceptance.
 */
export const MailState = z.enum([
  'unsent',
  'queued',
  'sent',
  'delivered',
  'deferred',
  'bounced',
  'blocked',
  'spam',
  'dropped',
])
export type MailState = z.infer<typeof MailState>

/** The letter will not reach anybody: it came back, or nothing takes it. Whoever wrote it has to find another way. */
export const neverArrived = (state: MailState): boolean =>
  state === 'unsent' || state === 'bounced' || state === 'blocked' || state === 'spam' || state === 'dropped'

/** How one attempt ended, in words the rules understand; the reply is kept as the server gave it. */
export interface Outcome {
  state: Exclude<MailState, 'unsent' | 'queued'>
  code: number | null
  reply: string
  /** The provider's or the server's own number for the message, where it gave one. */
  providerId: string | null
}

/** What a failed SMTP conversation leaves behind: nodemailer's error, as far as it matters here. */
export interface SmtpFailure {
  responseCode?: number | undefined
  response?: string | undefined
  command?: string | undefined
  code?: string | undefined
  message: string
}

const enhanced = (reply: string): string | null => /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(reply)?.[1] ?? null

/**
 * A refusal of the address is a bounce; a refusal of the content is a block; everything that is not a refusal of this very
 * message (no connection, silence, a busy server, our own sign-in turned down) is worth another try.
 */
export function outcomeOfFailure(failure: SmtpFailure): Outcome {
  const code = failure.responseCode ?? null
  const reply = failure.response ?? failure.message
  const refused = code !== null && code >= 500
  const state = !refused ? 'deferred' : refusalOf(failure.command ?? '', reply)
  return { state, code, reply, providerId: null }
}

function refusalOf(command: string, reply: string): Outcome['state'] {
  if (/^(AUTH|CONN|EHLO|HELO|STARTTLS)/.test(command) || /^53[045]\b/.test(reply)) return 'deferred'
  if (/\bspam\b|junk/i.test(reply)) return 'spam'
  if (enhanced(reply)?.startsWith('5.7.') === true || command === 'DATA' || command.startsWith('MAIL')) return 'blocked'
  return 'bounced'
}

/** Minutes to wait before the second, third and fourth try. Source: the office's handbook, communication, section 8. */
const retryMinutes = [1, 5, 30] as const

interface NextStep {
  state: MailState
  /** Whole minutes until the next try; null when there is none. */
  waitMinutes: number | null
}

/** After `attempts` tries (this one counted): settle, wait, or give up. */
export function nextStep(outcome: Outcome, attempts: number): NextStep {
  if (outcome.state !== 'deferred') return { state: outcome.state, waitMinutes: null }
  const waitMinutes = retryMinutes[attempts - 1] ?? null
  return { state: waitMinutes === null ? 'dropped' : 'deferred', waitMinutes }
}

/** States that end the story of a message unless a person does something. */
export const isSettled = (state: MailState): boolean =>
  !(['unsent', 'queued', 'deferred'] satisfies MailState[] as MailState[]).includes(state)

const failures: MailState[] = ['bounced', 'blocked', 'spam', 'dropped']
export const hasFailed = (state: MailState): boolean => failures.includes(state)

interface Remedy {
  when: RegExp
  says: string
}

/** A mail server's words, turned into what to do. First match wins. */
const remedies: Remedy[] = [
  {
    when: /5\.1\.[126]|no such|unknown (user|recipient|mailbox)|does not exist|user unknown|not found/i,
    says: 'The address does not exist. Ask for the right one, correct it and send again.',
  },
  {
    when: /5\.2\.2|quota|mailbox (is )?full|insufficient storage/i,
    says: 'The mailbox is full. Reach them by phone, or use another address.',
  },
  { when: /5\.2\.1|disabled|inactive|suspended/i, says: 'The mailbox is switched off. Ask for another address.' },
  {
    when: /5\.3\.4|too (large|big)|size limit/i,
    says: 'Their server finds the message too large. Send the link without the PDF.',
  },
  {
    when: /spam|junk|5\.7\.\d|policy|blocked|blacklist|reputation/i,
    says: 'Their server takes our mail for unwanted. Reach them by phone, and ask whoever runs your mail to check SPF and DKIM.',
  },
  {
    when: /5\.1\.8|sender/i,
    says: 'Their server refuses our sender address. Check the “from” address in the mail settings.',
  },
  {
    when: /^53[045]|auth/i,
    says: 'Our own mail server refuses to let us in. Check user and password in the mail settings.',
  },
  {
    when: /ENOTFOUND|EDNS|ECONNREFUSED|getaddrinfo|ECONNECTION/i,
    says: 'Our mail server cannot be reached. Check its address in the mail settings.',
  },
  {
    when: /timed? ?out|ETIMEDOUT|greeting never received|closed unexpectedly|socket/i,
    says: 'The mail server did not answer in time. We try again by ourselves.',
  },
  {
    when: /4\.7\.\d|greylist|try again|busy|rate/i,
    says: 'Their server asked us to come back later. We try again by ourselves.',
  },
]

/** @returns null when nothing is wrong with the message */
export function remedyFor(state: MailState, reply: string): string | null {
  if (state !== 'deferred' && !hasFailed(state)) return null
  const said = remedies.find((it) => it.when.test(reply))?.says
  if (said !== undefined && !(hasFailed(state) && said.endsWith('by ourselves.'))) return said
  if (state === 'deferred') return 'It did not get through yet. We try again by ourselves.'
  return 'It did not get through. Reach them by phone, or use another address.'
}

/** Which news may follow which: a receipt that arrives late never undoes a later one. */
export function afterNotice(current: MailState, notice: MailState): MailState {
  if (current === 'unsent' || current === 'queued') return current
  if (notice === 'deferred') return isSettled(current) ? current : notice
  if (notice === 'sent') return current === 'deferred' ? 'sent' : current
  if (notice === 'delivered') return hasFailed(current) && current !== 'dropped' ? current : 'delivered'
  return notice
}
