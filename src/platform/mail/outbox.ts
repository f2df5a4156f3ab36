import type { App } from '../app.ts'
import type { Tx } from '../database/database.ts'
import { deliverMail } from './mail.job.ts'
import * as store from './mail.store.ts'
import type { Channel, StoredAttachment } from './mail.table.ts'

/** One message to one person. */
export interface Letter {
  /** The same key is the same letter, so that a retry cannot send it twice. */
  key: string
  channel: Channel
  /** An e-mail address, or a phone number with its country code for a text message. */
  to: { name: string | null; address: string }
  replyTo?: string | null
  subject: string
  text: string
  html?: string | null
  attachments?: StoredAttachment[]
  /** What it is about, for whoever listens to `mail.changed`. */
  about: { kind: string; id: string }
  productionId?: string | null
  /** When it leaves; now unless stated. Until then it can be withdrawn. */
  leavesAt?: Temporal.Instant
  /** Holds a way to sign in: nobody reads it in the outbox. */
  sealed?: boolean
}

/**
 * Puts letters into the outbox, in the transaction that causes them. They leave when their undo window ends.
 * @returns the ids of those that are new
 */
export async function queueLetters(
  app: App,
  tx: Tx,
  letters: readonly Letter[],
): Promise<{ key: string; id: string }[]> {
  const now = app.clock.now()
  const rows = letters.map((letter) => ({ letter, id: app.ids.next<string>(), leavesAt: letter.leavesAt ?? now }))
  const fresh = new Set(
    await store.insert(
      tx,
      rows.map(({ letter, id, leavesAt }) => ({
        id,
        key: letter.key,
        channel: letter.channel,
        production_id: letter.productionId ?? null,
        about_kind: letter.about.kind,
        about_id: letter.about.id,
        to_name: letter.to.name,
        to_address: addressOf(letter),
        reply_to: letter.replyTo ?? null,
        subject: letter.subject,
        body_text: letter.text,
        body_html: letter.html ?? null,
        attachments: JSON.stringify(letter.attachments ?? []),
        sealed: letter.sealed ?? false,
        state: 'queued',
        leaves_at: leavesAt.toString(),
        next_try_at: leavesAt.toString(),
        code: null,
        reply: null,
        provider_id: null,
        created_at: now.toString(),
        state_at: now.toString(),
      })),
    ),
  )
  for (const leavesAt of new Set(rows.filter((it) => fresh.has(it.id)).map((it) => it.leavesAt.toString())))
    await wake(app, tx, Temporal.Instant.from(leavesAt))
  return rows.filter((it) => fresh.has(it.id)).map(({ letter, id }) => ({ key: letter.key, id }))
}

/** A number is dialled without the spaces and brackets people write it with. */
const addressOf = ({ channel, to }: Letter): string => (channel === 'sms' ? dialled(to.address) : to.address.trim())

export const dialled = (number: string): string => number.replaceAll(/[\s().-]/g, '')

/** Calls back what has not left. @returns the ids of those that stayed */
export async function withdrawLetters(app: App, tx: Tx, which: store.Which): Promise<string[]> {
  const withdrawn = await store.withdraw(tx, which, app.clock.now())
  return withdrawn.map((it) => it.id)
}

/** Ends the undo window now. */
export async function sendLettersNow(app: App, tx: Tx, which: store.Which): Promise<string[]> {
  const now = app.clock.now()
  const leaving = await store.leaveNow(tx, which, now)
  if (leaving.length > 0) await wake(app, tx, now)
  return leaving.map((it) => it.id)
}

/** One more try for a message that waits without a mail server or was given up; what was withdrawn stays withdrawn. */
export async function tryAgain(app: App, tx: Tx, id: string): Promise<store.MailMessage | undefined> {
  const message = await store.lock(tx, id)
  if (message === undefined || message.withdrawn_at !== null) return undefined
  if (message.state !== 'unsent' && message.state !== 'dropped') return undefined
  const now = app.clock.now().toString()
  const queued = await store.update(tx, id, {
    state: 'queued',
    next_try_at: now,
    tries: 0,
    held_until: null,
    state_at: now,
  })
  await wake(app, tx, app.clock.now())
  return queued
}

/** The outbox itself knows what is due; a job only says when to look. */
export const wake = (app: App, tx: Tx, at: Temporal.Instant): Promise<void> =>
  app.jobs.send(tx, deliverMail, { at: at.toString() }, { startAfter: at })
