import { sql, type Kysely } from 'kysely'

/** Issues by day over all productions: what rest between two jobs is read from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index call_sheet_issue_day on call_sheet_issue (on_date)`.execute(db)
}
