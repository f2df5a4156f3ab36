import { sql, type Kysely } from 'kysely'

/** What a production needs is edited as one list, so the list has a version; a template can be the office's own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table crew_need_list (
      production_id uuid primary key references production on delete cascade,
      version integer not null default 1
    )`.execute(db)
  await sql`alter table crew_template add column is_own boolean not null default false`.execute(db)
}
