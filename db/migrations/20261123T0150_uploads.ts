import { sql, type Kysely } from 'kysely'

/** Files on their way in: which bytes have arrived, in parts that any process can add to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table upload (
      id uuid primary key,
      user_id uuid not null references auth.user on delete cascade,
      size_bytes bigint check (size_bytes >= 0),
      offset_bytes bigint not null default 0 check (size_bytes is null or offset_bytes <= size_bytes),
      metadata jsonb,
      created_at timestamptz not null,
      finished_at timestamptz
    )`.execute(db)
  await sql`create index upload_user on upload (user_id)`.execute(db)
  await sql`create index upload_age on upload (created_at)`.execute(db)
  await sql`
    create table upload_part (
      upload_id uuid not null references upload on delete cascade,
      from_byte bigint not null,
      size_bytes integer not null check (size_bytes > 0),
      storage_key text not null,
      primary key (upload_id, from_byte)
    )`.execute(db)
}
