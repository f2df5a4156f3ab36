import { sql, type Kysely } from 'kysely'

/**
 * Minors' hours by jurisdiction become profiles the office edits: each with a name, a source, a date and what a meal adds
 * to the time on set. Two more places are shipped beside California. They are examples, not legal advice: the permit of
 * the job decides.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists btree_gist`.execute(db)
  await sql`
    create table minor_profile (
      id text primary key,
      name text not null,
      source text not null,
      dated date not null,
      meal_extends_minutes smallint not null check (meal_extends_minutes between 0 and 240),
      archived_at timestamptz,
      version integer not null default 1
    )`.execute(db)
  for (const { id, source, meal } of PROFILES)
    await sql`insert into minor_profile (id, name, source, dated, meal_extends_minutes)
      values (${id}, ${id}, ${source}, '2026-11-01', ${meal})`.execute(db)
  // Tables somebody added by hand keep their figures.
  await sql`insert into minor_profile (id, name, source, dated, meal_extends_minutes)
    select distinct on (jurisdiction) jurisdiction, jurisdiction, source, dated, 0 from minor_hours
    on conflict do nothing`.execute(db)
  await sql`alter table minor_hours rename column jurisdiction to profile_id`.execute(db)
  await sql`alter table minor_hours
    drop column source, drop column dated,
    add foreign key (profile_id) references minor_profile on delete cascade,
    add check (work_minutes <= on_set_minutes),
    add check (earliest < latest),
    add exclude using gist (
      profile_id with =,
      (on_school_day::int) with =,
      int4range(from_age_months, until_age_months) with &&
    )`.execute(db)
  for (const { id, rows } of PROFILES)
    for (const [from, until, onSchoolDay, work, onSet, school, rest, earliest, latest] of rows)
      await sql`insert into minor_hours (profile_id, from_age_months, until_age_months, on_school_day, work_minutes,
          on_set_minutes, school_minutes, rest_minutes, earliest, latest, latest_before_free_day)
        values (${id}, ${from}, ${until}, ${onSchoolDay}, ${work}, ${onSet}, ${school}, ${rest}, ${earliest}, ${latest},
          ${latest})`.execute(db)
  await sql`update production set jurisdiction = null
    where jurisdiction not in (select id from minor_profile)`.execute(db)
  await sql`alter table production
    add foreign key (jurisdiction) references minor_profile on delete restrict`.execute(db)
  await sql`create index production_jurisdiction on production (jurisdiction)`.execute(db)
}

/** Months from, until, school day; minutes of work, on set, of school, of rest; not before, not after. */
type Row = readonly [number, number, boolean, number, number, number, number, number, number]

const both = (from: number, until: number, rest: readonly [number, number, number, number, number, number]): Row[] => {
  const [work, onSet, school, ...others] = rest
  return [
    [from, until, true, work, onSet, school, ...others],
    [from, until, false, work, onSet, 0, ...others],
  ]
}

const PROFILES: readonly { id: string; source: string; meal: number; rows: readonly Row[] }[] = [
  { id: 'California', source: 'California Labor Code 1308.7 and DLSE tables', meal: 30, rows: [] },
  {
    id: 'England',
    source: 'Children (Performances and Activities) (England) Regulations 2014',
    meal: 0,
    rows: [
      ...both(0, 60, [120, 300, 0, 0, 420, 1320]),
      ...both(60, 108, [180, 480, 180, 0, 420, 1380]),
      ...both(108, 192, [300, 570, 180, 0, 420, 1380]),
    ],
  },
  {
    id: 'Germany',
    source: 'Jugendarbeitsschutzgesetz 6, 8 and 14; time on set as permits usually allow',
    meal: 0,
    rows: [
      ...both(36, 72, [120, 300, 0, 0, 480, 1020]),
      ...both(72, 180, [180, 300, 0, 0, 480, 1320]),
      ...both(180, 216, [480, 600, 0, 60, 360, 1380]),
    ],
  },
]
