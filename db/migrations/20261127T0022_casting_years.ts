import { sql, type Kysely } from 'kysely'

/** How far around an age of the script a role plays, and around a role's age our own talent is looked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table casting_rule
      add column script_age_years smallint not null default 3 check (script_age_years between 0 and 30),
      add column talent_age_years smallint not null default 5 check (talent_age_years between 0 and 30)`.execute(db)
  await sql`
    alter table casting_rule alter column script_age_years drop default, alter column talent_age_years drop default`.execute(
    db,
  )
  await sql`
    update shipped_row set row = row || '{"script_age_years": 3, "talent_age_years": 5}'::jsonb
    where list = 'casting-rules'`.execute(db)
}
