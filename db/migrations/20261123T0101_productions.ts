import { sql, type Kysely } from 'kysely'

/** The jobs themselves, who works on them with an account, their calendars, and the working-time profiles they follow. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table working_time_profile (
      id text primary key,
      name text not null,
      source text not null,
      dated date not null,
      daily_rest_minutes integer not null check (daily_rest_minutes > 0),
      weekly_rest_minutes integer,
      meal_after_minutes integer not null,
      meal_minutes integer not null,
      second_meal_after_minutes integer,
      overtime_after_minutes integer not null,
      meal_penalty jsonb not null,
      version integer not null default 1
    )`.execute(db)
  await sql`
    create table production (
      id uuid primary key,
      code text not null,
      title text not null,
      kind text not null check (kind in ('narrative', 'commercial', 'corporate', 'documentary', 'social')),
      client_company_id uuid,
      phase text not null default 'prep'
        check (phase in ('development', 'prep', 'shoot', 'wrap', 'post', 'delivery', 'archive')),
      starts_on date,
      ends_on date,
      time_zone text not null,
      paper_size text not null check (paper_size in ('a4', 'letter')),
      hour_cycle smallint not null default 24 check (hour_cycle in (12, 24)),
      days_off smallint[] not null default '{6,7}',
      profile_id text references working_time_profile on delete restrict,
      revision_colours jsonb not null,
      lines_per_page smallint not null default 54 check (lines_per_page between 40 and 70),
      eighths_rounding text not null default 'half_up' check (eighths_rounding in ('half_up', 'ceil')),
      jurisdiction text,
      notes text not null default '',
      version integer not null default 1,
      created_at timestamptz not null,
      archived_at timestamptz,
      check (ends_on is null or starts_on is null or ends_on >= starts_on)
    )`.execute(db)
  await sql`create unique index production_code on production (lower(code)) where archived_at is null`.execute(db)
  await sql`create index production_profile on production (profile_id)`.execute(db)
  await sql`create index production_client on production (client_company_id)`.execute(db)
  await sql`
    create table production_member (
      production_id uuid not null references production on delete cascade,
      user_id uuid not null references auth.user on delete cascade,
      role text not null
        check (role in ('producer', 'coordinator', 'department_head', 'crew', 'finance', 'client', 'vendor')),
      added_at timestamptz not null,
      primary key (production_id, user_id)
    )`.execute(db)
  await sql`create index production_member_user on production_member (user_id)`.execute(db)
  await sql`
    create table calendar_day (
      production_id uuid not null references production on delete cascade,
      on_date date not null,
      kind text not null check (kind in ('off', 'holiday', 'travel', 'hiatus', 'work')),
      label text not null default '',
      primary key (production_id, on_date)
    )`.execute(db)
  for (const [table, column] of [
    ['link', 'production_id'],
    ['audit_entry', 'production_id'],
    ['concern_answer', 'production_id'],
    ['file', 'production_id'],
  ] as const)
    await sql`alter table ${sql.table(table)} add constraint ${sql.raw(`${table}_production_fk`)}
      foreign key (${sql.ref(column)}) references production on delete restrict`.execute(db)
}
