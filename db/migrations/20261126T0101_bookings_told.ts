import { sql, type Kysely } from 'kysely'

/** What each person on a production was last told of their own days: what is not as it was told is marked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table booking_told (
      production_id uuid not null references production on delete cascade,
      person_id uuid not null references person on delete cascade,
      plan jsonb not null,
      told_at timestamptz not null,
      told_by text not null,
      how text not null check (how in ('letter', 'by_hand')),
      message_id uuid references mail_message on delete set null,
      plan_before jsonb,
      told_before timestamptz,
      primary key (production_id, person_id)
    )`.execute(db)
  await sql`create index booking_told_person on booking_told (person_id)`.execute(db)
  await sql`create index booking_told_message on booking_told (message_id)`.execute(db)
}
