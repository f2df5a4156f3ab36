import { sql, type Kysely } from 'kysely'

/** Whether a booking waits for required papers. Most offices book by telephone and chase, so it begins with a warning. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table booking_rule
      add column papers_gate text not null default 'warn' check (papers_gate in ('warn', 'block'))`.execute(db)
}
