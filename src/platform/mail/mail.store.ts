import { sql } from 'kysely'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '../database/database.ts'
import { moment } from '../database/moment.ts'
import type { MailState } from './mail.rules.ts'
import type { MailAttemptTable, MailMessageTable } from './mail.table.ts'

export type MailMessage = Selectable<MailMessageTable>

/**
 * Another process's hold runs out after this, so that mail survives a machine that dies while sending. Longer than the
 * slowest conversation: a dozen steps, each waited for half a minute (smtp.ts).
 */
const holdMinutes = 7

/** @returns the ids that are new; a key that is known already is the same message and is left as it is */
export async function insert(tx: Tx, messages: Insertable<MailMessageTable>[]): Promise<string[]> {
  if (messages.length === 0) return []
  const rows = await tx
    .insertInto('mail_message')
    .values(messages)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .execute()
  return rows.map((it) => it.id)
}

/** Takes the next due message in hand; two processes never take the same one. */
export const claimNext = (tx: Tx, now: Temporal.Instant): Promise<MailMessage | undefined> =>
  tx
    .updateTable('mail_message')
    .set({ held_until: now.add({ minutes: holdMinutes }).toString() })
    .where('id', '=', (due) =>
      due
        .selectFrom('mail_message')
        .select('id')
        .where('next_try_at', '<=', moment(now))
        .where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '<', moment(now))]))
        .orderBy('next_try_at')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst()

export const update = (tx: Tx, id: string, fields: Updateable<MailMessageTable>) =>
  tx.updateTable('mail_message').set(fields).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

export const addAttempt = (tx: Tx, attempt: Insertable<MailAttemptTable>) =>
  tx.insertInto('mail_attempt').values(attempt).execute()

/** Only what nobody has in hand and has not left can be called back. */
export const withdraw = (tx: Tx, which: Which, now: Temporal.Instant): Promise<{ id: string }[]> =>
  stillHere(tx, which, now)
    .set({ state: 'unsent', next_try_at: null, withdrawn_at: now.toString(), state_at: now.toString() })
    .returning('id')
    .execute()

export const leaveNow = (tx: Tx, which: Which, now: Temporal.Instant): Promise<{ id: string }[]> =>
  stillHere(tx, which, now).set({ leaves_at: now.toString(), next_try_at: now.toString() }).returning('id').execute()

/** Messages by their ids, or all about some things. */
export type Which = { ids: readonly string[] } | { about: { kind: string; ids: readonly string[] } }

const stillHere = (tx: Tx, which: Which, now: Temporal.Instant) =>
  tx
    .updateTable('mail_message')
    .where((eb) =>
      'ids' in which
        ? eb('id', '=', sql<string>`any(${[...which.ids]}::uuid[])`)
        : eb.and([
            eb('about_kind', '=', which.about.kind),
            eb('about_id', '=', sql<string>`any(${[...which.about.ids]}::text[])`),
          ]),
    )
    .where('state', 'in', ['queued', 'deferred'])
    .where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '<', moment(now))]))

export const find = (db: Db, id: string): Promise<MailMessage | undefined> =>
  db.selectFrom('mail_message').selectAll().where('id', '=', id).executeTakeFirst()

export const lock = (tx: Tx, id: string): Promise<MailMessage | undefined> =>
  tx.selectFrom('mail_message').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const attemptsOf = (db: Db, messageId: string) =>
  db.selectFrom('mail_attempt').selectAll().where('message_id', '=', messageId).orderBy('at').orderBy('id').execute()

const lineColumns = [
  'id',
  'channel',
  'to_name',
  'to_address',
  'subject',
  'state',
  'state_at',
  'leaves_at',
  'tries',
  'next_try_at',
  'withdrawn_at',
  'reply',
] as const

/** A message as a list shows it: neither what it says nor the papers it carries. */
export type MailLine = Pick<MailMessage, (typeof lineColumns)[number]>

/** Newest first, paged by id. */
export const page = (
  db: Db,
  filter: { state?: MailState | undefined; before?: string | undefined; limit: number },
): Promise<MailLine[]> =>
  db
    .selectFrom('mail_message')
    .select(lineColumns)
    .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state as MailState))
    .$if(filter.before !== undefined, (query) => query.where('id', '<', filter.before as string))
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute()

/** The newest message a provider's number, or else an address, stands for. */
export const findReported = (
  tx: Tx,
  by: { messageId?: string | undefined; address?: string | undefined },
): Promise<MailMessage | undefined> =>
  tx
    .selectFrom('mail_message')
    .selectAll()
    .where('tries', '>', 0)
    .where((eb) =>
      by.messageId === undefined
        ? eb('to_address', '=', by.address ?? '')
        : eb.or([eb(sql<string>`id::text`, '=', by.messageId), eb('provider_id', '=', by.messageId)]),
    )
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
