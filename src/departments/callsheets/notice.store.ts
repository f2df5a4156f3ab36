import { sql } from 'kysely'
import type { Insertable, Updateable } from 'kysely'
import type { FileId, LinkId, ProductionId, UserId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { moment } from '../../platform/database/moment.ts'
import type { CallSheetView } from './callsheet.view.ts'
import type { CallSheetIssueId } from './sheet.contract.ts'
import './sheet.table.ts'
import type {
  CallSheetDispatchTable,
  CallSheetEventTable,
  CallSheetNoticeTable,
  Dispatch,
  Notice,
  NoticeEvent,
} from './notice.table.ts'

/** Versions and variants of one day and unit follow each other: they are one thread. */
export interface Thread {
  onDate: PlainDay
  unit: string
}

/** Everything the thread ever told, oldest first. */
export const historyOf = (db: Db, scope: ProductionScope, thread: Thread): Promise<Notice[]> =>
  told(db, scope, thread).execute()

const told = (db: Db, scope: ProductionScope, thread: Thread) =>
  db
    .selectFrom('call_sheet_notice')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .where('on_date', '=', thread.onDate)
    .where(sql`lower(unit)`, '=', thread.unit.toLowerCase())
    .orderBy('issue_number')
    .orderBy('copy_number')
    .orderBy('id')

/** Holds the newest word to everybody until the transaction ends: an answer on its way waits, and is not lost. */
export const lockCurrent = (tx: Tx, scope: ProductionScope, thread: Thread) =>
  tx
    .selectFrom('call_sheet_notice')
    .select('id')
    .where('production_id', '=', scope.productionId)
    .where('on_date', '=', thread.onDate)
    .where(sql`lower(unit)`, '=', thread.unit.toLowerCase())
    .where('superseded_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()

/** The newest word to everybody. */
export const currentOf = (db: Db, scope: ProductionScope, thread: Thread): Promise<Notice[]> =>
  told(db, scope, thread).where('superseded_at', 'is', null).execute()

export const find = (db: Db, scope: ProductionScope, id: string): Promise<Notice | undefined> =>
  db
    .selectFrom('call_sheet_notice')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .executeTakeFirst()

export const lock = (tx: Tx, id: string): Promise<Notice | undefined> =>
  tx.selectFrom('call_sheet_notice').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Notices behind one personal link, newest first. Their page shows the newest that has left. */
export const behindLink = (db: Db, linkId: LinkId): Promise<Notice[]> =>
  db.selectFrom('call_sheet_notice').selectAll().where('link_id', '=', linkId).orderBy('id', 'desc').execute()

export const successorsOf = (db: Db, id: string): Promise<Notice[]> =>
  db.selectFrom('call_sheet_notice').selectAll().where('carried_from', '=', id).execute()

export const insertMany = async (tx: Tx, notices: Insertable<CallSheetNoticeTable>[]): Promise<void> => {
  if (notices.length > 0) await tx.insertInto('call_sheet_notice').values(notices).execute()
}

export const update = (tx: Tx, id: string, fields: Updateable<CallSheetNoticeTable>): Promise<Notice> =>
  tx
    .updateTable('call_sheet_notice')
    .set(fields)
    .set({ version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** The same change to several. */
export const updateAll = async (
  tx: Tx,
  ids: readonly string[],
  fields: Updateable<CallSheetNoticeTable>,
): Promise<void> => {
  if (ids.length === 0) return
  await tx
    .updateTable('call_sheet_notice')
    .set(fields)
    .set({ version: sql<number>`version + 1` })
    .where('id', 'in', [...ids])
    .execute()
}

export const supersede = async (tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<void> => {
  if (ids.length === 0) return
  await tx
    .updateTable('call_sheet_notice')
    .set({ superseded_at: at.toString() })
    .where('id', 'in', [...ids])
    .execute()
}

export const addEvents = async (tx: Tx, events: Insertable<CallSheetEventTable>[]): Promise<void> => {
  if (events.length > 0) await tx.insertInto('call_sheet_event').values(events).execute()
}

export const eventsOf = (db: Db, noticeIds: readonly string[]): Promise<NoticeEvent[]> =>
  noticeIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('call_sheet_event')
        .selectAll()
        .where('notice_id', 'in', [...noticeIds])
        .orderBy('at')
        .orderBy('id')
        .execute()

export const addDispatch = (tx: Tx, dispatch: Insertable<CallSheetDispatchTable>) =>
  tx.insertInto('call_sheet_dispatch').values(dispatch).execute()

export const dispatchesOf = (db: Db, scope: ProductionScope, thread: Thread): Promise<Dispatch[]> =>
  db
    .selectFrom('call_sheet_dispatch')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .where('on_date', '=', thread.onDate)
    .where(sql`lower(unit)`, '=', thread.unit.toLowerCase())
    .orderBy('id', 'desc')
    .execute()

export const updateDispatch = (tx: Tx, id: string, fields: Updateable<CallSheetDispatchTable>) =>
  tx.updateTable('call_sheet_dispatch').set(fields).where('id', '=', id).execute()

export const withoutPdf = (db: Db, scope: ProductionScope, issueId: string): Promise<Notice[]> =>
  db
    .selectFrom('call_sheet_notice')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .where('issue_id', '=', issueId as CallSheetIssueId)
    .where('pdf_file_id', 'is', null)
    .where('task', '!=', 'release')
    .orderBy('copy_number')
    .execute()

/** Of these, the ones still without their copy, held until the transaction ends. */
export const lockWithoutPdf = async (tx: Tx, ids: string[]): Promise<string[]> =>
  (
    await tx
      .selectFrom('call_sheet_notice')
      .select('id')
      .where('id', 'in', ids)
      .where('pdf_file_id', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute()
  ).map(({ id }) => id)

export const setPdfs = (tx: Tx, copies: { noticeId: string; fileId: FileId; sha256: string }[]) =>
  sql`
    update call_sheet_notice as notice
    set pdf_file_id = copy.file_id, pdf_sha256 = copy.sha256, version = notice.version + 1
    from (values ${sql.join(copies.map((it) => sql`(${it.noticeId}::uuid, ${it.fileId}::uuid, ${it.sha256}::text)`))})
      as copy (notice_id, file_id, sha256)
    where notice.id = copy.notice_id`.execute(tx)

/** The sheet as everybody got it, for one person's page. */
export const viewOfIssue = async (db: Db, issueId: CallSheetIssueId): Promise<CallSheetView | undefined> =>
  (await db.selectFrom('call_sheet_issue').select('view').where('id', '=', issueId).executeTakeFirst())?.view

export const subscriptionOf = (db: Db, scope: ProductionScope, userId: UserId) =>
  db
    .selectFrom('confirmation_subscription')
    .select(['mode', 'told_until'])
    .where('production_id', '=', scope.productionId)
    .where('user_id', '=', userId)
    .executeTakeFirst()

/** @param mode null ends it */
export async function setSubscription(
  tx: Tx,
  scope: ProductionScope,
  userId: UserId,
  mode: 'instant' | 'digest' | null,
  at: Temporal.Instant,
): Promise<void> {
  const told_until = at.toString()
  if (mode === null)
    await tx
      .deleteFrom('confirmation_subscription')
      .where('production_id', '=', scope.productionId)
      .where('user_id', '=', userId)
      .execute()
  else
    await tx
      .insertInto('confirmation_subscription')
      .values({ production_id: scope.productionId, user_id: userId, mode, told_until })
      .onConflict((conflict) => conflict.columns(['production_id', 'user_id']).doUpdateSet({ mode, told_until }))
      .execute()
}

/** The notices these messages are about. */
export const aboutLetters = (db: Db, messageIds: readonly string[]) =>
  db
    .selectFrom('mail_message')
    .select('about_id as id')
    .where('id', '=', sql<string>`any(${[...messageIds]}::uuid[])`)
    .execute()

/** Everybody asked who has not answered, on days that are not over; held, but for those somebody else has in hand. */
export const lockSilent = (tx: Tx, now: Temporal.Instant): Promise<Notice[]> =>
  tx
    .selectFrom('call_sheet_notice')
    .selectAll()
    .where('superseded_at', 'is', null)
    .where('asks', '=', true)
    .where('state', 'in', ['sent', 'delivered', 'opened'])
    .where('on_date', '>=', now.subtract({ hours: 24 }).toString().slice(0, 10) as PlainDay)
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute()

export const subscribers = (db: Db, productionId: ProductionId, mode: 'instant' | 'digest') =>
  db
    .selectFrom('confirmation_subscription as it')
    .innerJoin('auth.user as user', 'user.id', 'it.user_id')
    .select(['it.user_id as userId', 'user.name', 'user.email'])
    .where('it.production_id', '=', productionId)
    .where('it.mode', '=', mode)
    .where('user.disabled_at', 'is', null)
    .execute()

export const digestsOf = (db: Db) =>
  db
    .selectFrom('confirmation_subscription as it')
    .innerJoin('auth.user as user', 'user.id', 'it.user_id')
    .select([
      'it.production_id as productionId',
      'it.user_id as userId',
      'it.told_until as toldUntil',
      'user.name',
      'user.email',
    ])
    .where('it.mode', '=', 'digest')
    .where('user.disabled_at', 'is', null)
    .execute()

/** Confirmations and problems of a production since then, oldest first. */
export async function answersSince(
  db: Db,
  scope: ProductionScope,
  since: Temporal.Instant,
): Promise<{ kind: string; text: string; notice: Notice }[]> {
  const events = await db
    .selectFrom('call_sheet_event')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .where('kind', 'in', ['confirmed', 'problem'])
    .where('at', '>', moment(since))
    .orderBy('at')
    .execute()
  const notices = await byIds(db, scope, [...new Set(events.map((event) => event.notice_id))])
  return events.flatMap(({ kind, text, notice_id: id }) => {
    const notice = notices.get(id)
    return notice === undefined ? [] : [{ kind, text, notice }]
  })
}

async function byIds(db: Db, scope: ProductionScope, ids: readonly string[]): Promise<Map<string, Notice>> {
  if (ids.length === 0) return new Map()
  const notices = await db
    .selectFrom('call_sheet_notice')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(notices.map((notice) => [notice.id, notice]))
}
