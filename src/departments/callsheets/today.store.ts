import { sql } from 'kysely'
import type { ProductionId } from '../../kernel/ids.ts'
import type { DayMinute, PlainDay } from '../../kernel/time.ts'
import type { Db } from '../../platform/database/database.ts'
import './notice.table.ts'
import './sheet.table.ts'

interface Span {
  readonly productionIds: readonly string[]
  readonly from: PlainDay
  readonly until: PlainDay
}

/** More recipients than any unit of the coming days has; a bound, not a page. */
const mostNotices = 3000

/** The copies that count now of every sheet that is out for a span of days (half-open). */
export const currentNotices = (db: Db, { productionIds, from, until }: Span) =>
  db
    .selectFrom('call_sheet_notice')
    .select([
      'id',
      'production_id',
      'call_sheet_id',
      'issue_id',
      'on_date',
      'unit',
      'name',
      'state',
      'state_at',
      'asks',
      'left_at',
      'problem',
      'mail_reply',
    ])
    .select([
      sql<string>`personal->>'callText'`.as('call_text'),
      sql<string>`personal->>'position'`.as('position'),
      sql<DayMinute | null>`(personal->>'call')::int`.as('call'),
    ])
    .where('production_id', 'in', productionIds as ProductionId[])
    .where('on_date', '>=', from)
    .where('on_date', '<', until)
    .where('superseded_at', 'is', null)
    .where('visible_from', 'is not', null)
    .orderBy('on_date')
    .orderBy(sql`(personal->>'call')::int`)
    .orderBy('name')
    .limit(mostNotices)
    .execute()

export type CurrentNotice = Awaited<ReturnType<typeof currentNotices>>[number]

/** What the front page says of an issue: its day, general call and where to report. */
export const outIssues = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('call_sheet_issue')
    .select([
      'id',
      sql<string>`view->'header'->>'dayLabel'`.as('day_label'),
      sql<DayMinute | null>`(view->'times'->'generalCall'->>'minutes')::int`.as('general_call'),
      sql<string | null>`view->'reportTo'->>'name'`.as('place'),
    ])
    .where('id', 'in', ids as never[])
    .execute()

export type OutIssue = Awaited<ReturnType<typeof outIssues>>[number]
