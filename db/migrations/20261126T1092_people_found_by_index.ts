import { sql, type Kysely } from 'kysely'

/** People are found by skill, tag, language, position, city and rate by index, and by words with slipped letters too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function words_lowered(words text[]) returns text[] language sql immutable parallel safe
    as $$ select coalesce(array_agg(lower(word)), '{}') from unnest(words) as word $$`.execute(db)
  await sql`drop index person_skills`.execute(db)
  await sql`drop index person_tags`.execute(db)
  await sql`create index person_skills on person using gin (words_lowered(skills)) with (fastupdate = off)`.execute(db)
  await sql`create index person_tags on person using gin (words_lowered(tags)) with (fastupdate = off)`.execute(db)
  await sql`create index person_languages on person using gin (words_lowered(languages)) with (fastupdate = off)`.execute(
    db,
  )
  await sql`create index person_media_voice on person_media using gin (words_lowered(tags)) with (fastupdate = off) where kind = 'voice'`.execute(
    db,
  )
  await sql`create index person_born on person (birth_date) where birth_date is not null`.execute(db)
  await sql`create index person_city on person using gin (lower(home_base) gin_trgm_ops) with (fastupdate = off)`.execute(
    db,
  )
  await sql`create index person_position_name on person_position (lower(position), person_id)`.execute(db)
  await sql`create index person_day_rate on person (day_rate_currency, day_rate_minor)`.execute(db)
  // People are looked for far more often than they are written: what waits to be sorted in makes every search pay for it,
  // and the planner leaves an index alone that has much waiting.
  await sql`drop index person_search`.execute(db)
  await sql`create index person_search on person using gin (find_text gin_trgm_ops) with (fastupdate = off)`.execute(db)
  await sql`drop index company_find`.execute(db)
  await sql`create index company_find on company using gin (find_text gin_trgm_ops) with (fastupdate = off)`.execute(db)
  // A lower bar than the server's holds for these two alone: what is asked for last, when nothing fits better.
  for (const record of ['person', 'company'])
    await sql`
      create function ${sql.raw(`${record}_alike`)}(wanted text) returns setof uuid language sql stable parallel safe
      set pg_trgm.word_similarity_threshold = 0.4
      as $$ select id from ${sql.raw(record)} where find_text %> wanted $$`.execute(db)
}
