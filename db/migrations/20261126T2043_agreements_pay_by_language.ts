import { sql, type Kysely } from 'kysely'

/** What somebody gets for a release on set is said in each language it is signed in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table agreement_point add column pay_by_language jsonb not null default '{}'`.execute(db)
  await sql`
    update agreement_point set pay_by_language =
      coalesce((select jsonb_object_agg(language, pay) from unnest(languages) as language), '{}')`.execute(db)
  await sql`alter table agreement_point drop column pay`.execute(db)
  await sql`alter table agreement_point rename column pay_by_language to pay`.execute(db)
}
