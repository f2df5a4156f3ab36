import { sql, type Kysely } from 'kysely'

/** A tablet at the door has a link of its own; a guardian signs for a minor; several people may be on one recording. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table casting_session add column door_link_id uuid unique references link on delete set null`.execute(
    db,
  )
  await sql`alter table casting_appointment add column signed_guardian text`.execute(db)
  await sql`alter table casting_media drop constraint casting_media_file_id_key`.execute(db)
  await sql`alter table casting_media drop constraint casting_media_sent_file_id_key`.execute(db)
  await sql`create unique index casting_media_once on casting_media (file_id, candidate_id)`.execute(db)
  await sql`create unique index casting_media_sent_once on casting_media (sent_file_id, candidate_id)`.execute(db)
  await sql`create index casting_session_coming on casting_session (production_id, on_date, from_minute, id)`.execute(
    db,
  )
  await sql`drop index casting_session_production`.execute(db)
}
