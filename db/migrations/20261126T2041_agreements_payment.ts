import { sql, type Kysely } from 'kysely'

/** A deal may ask, once it is signed, for tax form and bank details in the same link. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table agreement add column asks_payment boolean not null default false`.execute(db)
  await sql`alter table agreement_party add column tax_given_at timestamptz, add column bank_given_at timestamptz`.execute(
    db,
  )
}
