import { sql, type Kysely } from 'kysely'

/** What a production demands is edited as one list, so that it has one version; there is no row until somebody edits it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table insurance_requirement_list (
      production_id uuid primary key references production on delete cascade,
      version integer not null default 1
    )`.execute(db)
  await sql`insert into insurance_requirement_list (production_id)
    select distinct production_id from insurance_requirement`.execute(db)
}
