import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import { moment } from '../../platform/database/moment.ts'
import type { AgreementId, PartyId } from './agreement.contract.ts'
import type { PartyTable } from './agreement.table.ts'
import './agreement.table.ts'

export type PartyRow = Selectable<PartyTable>

export const of = (db: Db, ids: readonly AgreementId[]): Promise<PartyRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('agreement_party')
        .selectAll()
        .where('agreement_id', 'in', ids)
        .orderBy('turn')
        .orderBy('sort')
        .orderBy('id')
        .execute()

export const byId = (db: Db, id: PartyId): Promise<PartyRow | undefined> =>
  db.selectFrom('agreement_party').selectAll().where('id', '=', id).executeTakeFirst()

export const insert = (tx: Tx, rows: readonly Insertable<PartyTable>[]) =>
  rows.length === 0 ? Promise.resolve([]) : tx.insertInto('agreement_party').values(rows).execute()

export const removeAll = (tx: Tx, id: AgreementId) =>
  tx.deleteFrom('agreement_party').where('agreement_id', '=', id).execute()

export const update = (tx: Tx, id: PartyId, change: Updateable<PartyTable>) =>
  tx.updateTable('agreement_party').set(change).where('id', '=', id).execute()

/** Parties somebody wrote to who were not called back. */
export const writtenTo = async (db: Db, ids: readonly PartyId[]): Promise<ReadonlySet<string>> =>
  ids.length === 0
    ? new Set()
    : new Set(
        (
          await db
            .selectFrom('mail_message')
            .select('about_id')
            .distinct()
            .where('about_kind', '=', 'agreement_party')
            .where('about_id', 'in', [...ids])
            .where('withdrawn_at', 'is', null)
            .execute()
        ).map(({ about_id }) => about_id),
      )

/** What became of the newest letter to each party. */
export const newestLetters = async (db: Db, ids: readonly PartyId[]) =>
  ids.length === 0
    ? []
    : await db
        .selectFrom('mail_message')
        .distinctOn('about_id')
        .select(['about_id as partyId', 'state'])
        .where('about_kind', '=', 'agreement_party')
        .where('about_id', 'in', [...ids])
        .where('withdrawn_at', 'is', null)
        .orderBy('about_id')
        .orderBy('id', 'desc')
        .execute()

/** How many codes were sent to a party since then. */
export const codesSince = async (db: Db, id: PartyId, since: Temporal.Instant): Promise<number> =>
  (
    await db
      .selectFrom('mail_message')
      .select(({ fn }) => fn.countAll<number>().as('many'))
      .where('about_kind', '=', 'agreement_party')
      .where('about_id', '=', id)
      .where('key', 'like', 'agreement-code:%')
      .where('created_at', '>', moment(since))
      .executeTakeFirstOrThrow()
  ).many

/** A party is reminded to sign, and after that of what it is paid by; each has its own moment. */
type Reminder = 'next_reminder_at' | 'next_payment_reminder_at'

export const stopReminders = (tx: Tx, id: AgreementId, of: Reminder = 'next_reminder_at') =>
  tx
    .updateTable('agreement_party')
    .set({ [of]: null })
    .where('agreement_id', '=', id)
    .execute()

export const withDueReminders = async (db: Db, now: Temporal.Instant, of: Reminder): Promise<AgreementId[]> =>
  (
    await db
      .selectFrom('agreement_party')
      .select('agreement_id')
      .where(of, '<=', moment(now))
      .groupBy('agreement_id')
      .orderBy(({ fn }) => fn.min(of))
      .limit(500)
      .execute()
  ).map(({ agreement_id }) => agreement_id)

export const dueReminders = (tx: Tx, id: AgreementId, now: Temporal.Instant, of: Reminder): Promise<PartyRow[]> =>
  tx
    .selectFrom('agreement_party')
    .selectAll()
    .where('agreement_id', '=', id)
    .where(of, '<=', moment(now))
    .orderBy('id')
    .execute()
