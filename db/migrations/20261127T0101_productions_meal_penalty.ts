import { sql, type Kysely } from 'kysely'

/**
 * A feature in the United States follows the crew's agreement and pays its performers by theirs: what a late meal costs
 * them stands in the profile the production follows, and no longer on every call sheet of the world.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`update working_time_profile set meal_penalty = theirs.meal_penalty
    from working_time_profile as theirs
    where working_time_profile.id = 'us-crew-union' and theirs.id = 'us-performers'
      and coalesce(working_time_profile.meal_penalty, 'null') = 'null'`.execute(db)
  await sql`update shipped_row set row = shipped_row.row || jsonb_build_object('meal_penalty', theirs.row -> 'meal_penalty')
    from shipped_row as theirs
    where shipped_row.list = theirs.list and shipped_row.row_id = 'us-crew-union' and theirs.row_id = 'us-performers'`.execute(
    db,
  )
}
