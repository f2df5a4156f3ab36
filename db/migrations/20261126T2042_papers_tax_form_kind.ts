import { sql, type Kysely } from 'kysely'

/** Which paper is the tax form, whatever the office calls it: who fills it in with their deal has handed it in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table paper_kind add column is_tax_form boolean not null default false`.execute(db)
  await sql`update paper_kind set is_tax_form = true where name = 'Tax form'`.execute(db)
  await sql`create unique index paper_kind_tax_form on paper_kind (is_tax_form) where is_tax_form`.execute(db)
}
