import { sql, type Kysely } from 'kysely'

/** The lines of a kind of request, kept under a name and begun from again on any production. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table quote_template (
      id uuid primary key,
      name text not null check (name <> ''),
      lines jsonb not null check (jsonb_typeof(lines) = 'array'),
      kept_by text not null,
      kept_at timestamptz not null
    )`.execute(db)
  await sql`create unique index quote_template_name on quote_template (lower(name))`.execute(db)
}
