import { sql, type Kysely } from 'kysely'

/** Binders as they were built: for whom, how far, what is in them, what was missing, and the hashes of both forms. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document_binder (
      id uuid primary key,
      production_id uuid not null references production on delete restrict,
      user_id uuid not null references auth."user" on delete cascade,
      asked_at timestamptz not null,
      asked_by text not null,
      state text not null default 'queued' check (state in ('queued', 'building', 'ready', 'failed')),
      done integer not null default 0,
      total integer,
      problem text,
      contents jsonb not null default '[]',
      missing jsonb not null default '[]',
      pages integer,
      files integer,
      pdf_bytes bigint,
      pdf_sha256 text,
      zip_bytes bigint,
      zip_sha256 text,
      finished_at timestamptz
    )`.execute(db)
  await sql`create index document_binder_production on document_binder (production_id, id)`.execute(db)
  await sql`create index document_binder_user on document_binder (user_id)`.execute(db)
  await sql`
    create unique index document_binder_running on document_binder (production_id, user_id)
      where state in ('queued', 'building')`.execute(db)
}
