import { sql, type Kysely } from 'kysely'

/** What the office's papers carry besides its name: an address, and a logo as we drew it ourselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table office add column address text not null default ''`.execute(db)
  await sql`
    create table office_logo (
      one boolean primary key default true check (one),
      png bytea not null check (octet_length(png) <= 1000000),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      width integer not null check (width > 0),
      height integer not null check (height > 0),
      is_pale boolean not null
    )`.execute(db)
}
