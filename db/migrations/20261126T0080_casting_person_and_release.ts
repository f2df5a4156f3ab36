import { sql, type Kysely } from 'kysely'

/** Somebody said that a candidate is nobody the directory knows; and the release that was made out to who is held. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table casting_candidate
      add column is_new_person boolean not null default false,
      add column agreement_id uuid references agreement on delete set null`.execute(db)
  await sql`create index casting_candidate_agreement on casting_candidate (agreement_id) where agreement_id is not null`.execute(
    db,
  )
  await sql`create index casting_erasure_request on casting_erasure (request_hash)`.execute(db)
}
