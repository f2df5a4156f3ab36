import { sql, type Kysely } from 'kysely'

/** When a sheet is to be out, rest, background, digests and how long a personal link lives, beside the other rules. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table call_sheet_rule
      add column issue_by smallint not null default 1080 check (issue_by between 0 and 1439),
      add column usual_rest_minutes smallint not null default 660 check (usual_rest_minutes between 0 and 1440),
      add column background_ready_minutes smallint not null default 45 check (background_ready_minutes between 0 and 600),
      add column digest_hours smallint[] not null default '{8,17}' check (cardinality(digest_hours) between 1 and 12),
      add column link_days smallint not null default 3 check (link_days between 1 and 365)`.execute(db)
  await sql`
    alter table call_sheet_rule
      alter column issue_by drop default, alter column usual_rest_minutes drop default,
      alter column background_ready_minutes drop default, alter column digest_hours drop default,
      alter column link_days drop default`.execute(db)
  await sql`
    update shipped_row set row = row || '{"issue_by": 1080, "usual_rest_minutes": 660, "background_ready_minutes": 45,
      "digest_hours": [8, 17], "link_days": 3}'::jsonb
    where list = 'call-sheet-rules'`.execute(db)
}
