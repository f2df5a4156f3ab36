import { sql, type Kysely } from 'kysely'

/** One letter tags into one category: two people who change keys at once cannot make it mean two. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create unique index element_category_key on element_category (key) where key is not null`.execute(db)
}
