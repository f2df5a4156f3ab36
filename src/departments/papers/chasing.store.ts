import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { Chasing } from './chasing.contract.ts'
import './papers.table.ts'

/** How the office asks for papers as it is now. */
export const chasingOf = (db: Db): Promise<Chasing & { version: number }> =>
  db
    .selectFrom('paper_chase_rule')
    .select(['notice_days as noticeDays', 'again_after_days as againAfterDays', 'again_most as againMost'])
    .select(['link_days as linkDays', 'source', 'dated', 'version'])
    .executeTakeFirstOrThrow()

/** From how many days before its end a paper counts as about to end. */
export const noticeOf = async (db: Db): Promise<number> => Math.max(...(await chasingOf(db)).noticeDays)

export const lockChasing = (tx: Tx) =>
  tx.selectFrom('paper_chase_rule').select('version').forUpdate().executeTakeFirstOrThrow()

export const putChasing = (tx: Tx, { noticeDays, againAfterDays, againMost, linkDays, source, dated }: Chasing) =>
  tx
    .updateTable('paper_chase_rule')
    .set({
      notice_days: noticeDays.toSorted((a, b) => b - a),
      again_after_days: againAfterDays,
      again_most: againMost,
      link_days: linkDays,
      source,
      dated,
      version: sql<number>`version + 1`,
    })
    .execute()
