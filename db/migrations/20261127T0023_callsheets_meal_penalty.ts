import { sql, type Kysely } from 'kysely'

const shipped = JSON.stringify({
  stepMinutes: 30,
  amounts: [25, 35],
  beyond: 50,
  currency: 'USD',
  terms: 'US screen terms',
})

/** What a late meal costs a performer, beside the other rules of call sheets. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table call_sheet_rule add column meal_penalty jsonb`.execute(db)
  await sql`update call_sheet_rule set meal_penalty = ${shipped}::jsonb`.execute(db)
  await sql`alter table call_sheet_rule alter column meal_penalty set not null`.execute(db)
  await sql`
    update shipped_row set row = row || jsonb_build_object('meal_penalty', ${shipped}::jsonb)
    where list = 'call-sheet-rules'`.execute(db)
}
