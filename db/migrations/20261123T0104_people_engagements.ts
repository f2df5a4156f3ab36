import { sql, type Kysely } from 'kysely'

/** Who works on which production, as what, and with which habits of call time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table engagement (
      id uuid primary key,
      production_id uuid not null references production on delete restrict,
      person_id uuid references person on delete restrict,
      company_id uuid references company on delete restrict,
      department_id uuid not null references department on delete restrict,
      title text not null,
      kind text not null check (kind in ('crew', 'cast', 'client', 'agency', 'vendor', 'background')),
      element_id uuid,
      works text not null default 'every_shoot_day' check (works in ('every_shoot_day', 'listed_days')),
      call_offset_minutes smallint,
      makeup_minutes smallint not null default 0 check (makeup_minutes between 0 and 600),
      wardrobe_minutes smallint not null default 0 check (wardrobe_minutes between 0 and 600),
      pickup_from text,
      drive_minutes smallint check (drive_minutes between 0 and 1440),
      phone_on_sheet boolean not null default true,
      notes text not null default '',
      sort integer not null default 0,
      version integer not null default 1,
      created_at timestamptz not null,
      archived_at timestamptz,
      check (person_id is not null or company_id is not null)
    )`.execute(db)
  for (const column of ['person_id', 'company_id', 'department_id', 'element_id'])
    await sql`create index ${sql.raw(`engagement_${column}`)} on engagement (${sql.ref(column)})`.execute(db)
  await sql`create index engagement_production on engagement (production_id, department_id, sort)`.execute(db)
}
