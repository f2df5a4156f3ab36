import { sql, type Kysely } from 'kysely'

/** Whether call sheets put the day into people's calendars by invitation; a production says so itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table production add column calendar_invitations boolean not null default false`.execute(db)
}
