import { sql, type Kysely } from 'kysely'

/** Who signed a deal and stopped before tax form and bank details is reminded, counted apart from reminders to sign. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table agreement_party add column payment_reminders integer not null default 0,
    add column next_payment_reminder_at timestamptz`.execute(db)
  await sql`create index agreement_party_payment_reminder on agreement_party (next_payment_reminder_at)
    where next_payment_reminder_at is not null`.execute(db)
}
