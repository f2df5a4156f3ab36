import type { App } from '../app.ts'
import type { Tx } from '../database/database.ts'
import { smsCarrier } from '../sms/http.ts'
import { nextStep } from './mail.rules.ts'
import type { MailState, Outcome } from './mail.rules.ts'
import * as store from './mail.store.ts'
import type { MailMessage } from './mail.store.ts'
import type { Channel } from './mail.table.ts'
import { wake } from './outbox.ts'
import { smtpCarrier } from './smtp.ts'
import type { Carrier, Parcel } from './smtp.ts'

/** What became of a message, told to the department it is about, in the transaction that records it. */
export interface MailChanged {
  messageId: string
  about: { kind: string; id: string }
  productionId: string | null
  channel: Channel
  address: string
  state: MailState
  code: number | null
  reply: string
  at: Temporal.Instant
}

declare module '../events.ts' {
  interface Events {
    'mail.changed': MailChanged
  }
}

type Carriers = Record<Channel, Carrier | null>

/** Without settings for a channel its messages stay in the outbox, and nothing pretends to have been sent. */
export const carriersOf = ({ settings }: App): Carriers => ({
  email: settings.smtpUrl === undefined ? null : smtpCarrier(settings.smtpUrl),
  sms: settings.sms === undefined ? null : smsCarrier(settings.sms),
})

const atOnce = 4

/** Sends everything that is due. @returns how many messages were tried @throws the first fault, when all hands are free */
export async function deliverDue(app: App): Promise<number> {
  const carriers = carriersOf(app)
  const hands = await Promise.allSettled(Array.from({ length: atOnce }, () => deliverOneByOne(app, carriers)))
  const fault = hands.find((hand) => hand.status === 'rejected')
  if (fault !== undefined) throw fault.reason
  return hands.reduce((tried, hand) => tried + (hand.status === 'fulfilled' ? hand.value : 0), 0)
}

/** Takes a message in hand only to send it next: one that waited in hand for slow servers would outlast its hold. */
async function deliverOneByOne(app: App, carriers: Carriers): Promise<number> {
  for (let tried = 0; ; tried += 1) {
    const next = await app.transaction((tx) => store.claimNext(tx, app.clock.now()))
    if (next === undefined) return tried
    await deliverOne(app, carriers, next)
  }
}

async function deliverOne(app: App, carriers: Carriers, message: MailMessage): Promise<void> {
  const carry = carriers[message.channel]
  const outcome = carry === null ? null : await carry(parcelOf(app, message))
  await app.transaction((tx) => (outcome === null ? keep(app, tx, message) : settle(app, tx, message, outcome)))
}

const noServer = {
  email: 'No mail server is set up, so this waits in the outbox.',
  sms: 'No provider for text messages is set up, so this waits in the outbox.',
} as const

async function keep(app: App, tx: Tx, message: MailMessage): Promise<void> {
  const at = app.clock.now()
  const reply = noServer[message.channel]
  await store.update(tx, message.id, {
    state: 'unsent',
    next_try_at: null,
    held_until: null,
    reply,
    state_at: at.toString(),
  })
  await tell(app, tx, message, { state: 'unsent', code: null, reply, at })
}

async function settle(app: App, tx: Tx, message: MailMessage, outcome: Outcome): Promise<void> {
  const at = app.clock.now()
  const tries = message.tries + 1
  const { state, waitMinutes } = nextStep(outcome, tries)
  const nextTry = waitMinutes === null ? null : at.add({ minutes: waitMinutes })
  await store.addAttempt(tx, {
    id: app.ids.next<string>(),
    message_id: message.id,
    at: at.toString(),
    state: outcome.state,
    code: outcome.code,
    reply: outcome.reply,
    provider_id: outcome.providerId,
  })
  await store.update(tx, message.id, {
    state,
    tries,
    next_try_at: nextTry?.toString() ?? null,
    held_until: null,
    code: outcome.code,
    reply: outcome.reply,
    provider_id: outcome.providerId ?? message.provider_id,
    state_at: at.toString(),
  })
  if (nextTry !== null) await wake(app, tx, nextTry)
  await tell(app, tx, message, { state, code: outcome.code, reply: outcome.reply, at })
}

export async function tell(
  app: App,
  tx: Tx,
  message: MailMessage,
  news: Pick<MailChanged, 'state' | 'code' | 'reply' | 'at'>,
) {
  await app.emit(tx, 'mail.changed', {
    messageId: message.id,
    about: { kind: message.about_kind, id: message.about_id },
    productionId: message.production_id,
    channel: message.channel,
    address: message.to_address,
    ...news,
  })
  await app.announce(tx, { department: 'mail', productionId: message.production_id, ids: [message.id] })
}

const parcelOf = (app: App, message: MailMessage): Parcel => ({
  from: app.settings.mailFrom,
  to: { name: message.to_name, address: message.to_address },
  replyTo: message.reply_to,
  subject: message.subject,
  text: message.body_text,
  html: message.body_html,
  messageId: `<${message.id}@${new URL(app.settings.url).hostname}>`,
  attachments: message.attachments.map((it) => ({
    fileName: it.fileName,
    contentType: it.contentType,
    content: Buffer.from(it.base64, 'base64'),
  })),
})
