import { sql, type Kysely } from 'kysely'

/** A share may ask whoever opens it to show that the address is theirs, by a code that is sent there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table document_share
      add column needs_code boolean not null default false,
      add column code_hash text,
      add column code_expires_at timestamptz,
      add column code_wrong smallint not null default 0,
      add check (not needs_code or holder_email is not null),
      add check ((code_hash is null) or (code_expires_at is not null))`.execute(db)
  await sql`alter table document_visit drop constraint document_visit_what_check`.execute(db)
  await sql`
    alter table document_visit add constraint document_visit_what_check check
      (what in ('opened', 'downloaded', 'agreed', 'wrong_password', 'code_sent', 'wrong_code', 'proved'))`.execute(db)
}
