import { sql, type Kysely } from 'kysely'

/** Storyboard frames of scenes. One that was replaced stays: sheets that went out show it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table scene_frame (
      file_id uuid primary key references file on delete restrict,
      scene_id uuid not null references scene on delete cascade,
      production_id uuid not null references production on delete cascade,
      width integer not null check (width > 0),
      height integer not null check (height > 0),
      created_at timestamptz not null,
      replaced_at timestamptz
    )`.execute(db)
  await sql`create unique index scene_frame_current on scene_frame (scene_id) where replaced_at is null`.execute(db)
  await sql`create index scene_frame_scene on scene_frame (scene_id)`.execute(db)
  await sql`create index scene_frame_production on scene_frame (production_id)`.execute(db)
}
