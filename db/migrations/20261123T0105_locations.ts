import { sql, type Kysely } from 'kysely'

/** Places of a production, and which set of the script is shot where. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table location (
      id uuid primary key,
      production_id uuid not null references production on delete restrict,
      number smallint not null check (number > 0),
      name text not null,
      status text not null default 'found'
        check (status in ('found', 'scouted', 'shortlisted', 'tech_scouted', 'on_hold', 'confirmed', 'wrapped', 'released')),
      address text not null default '',
      latitude double precision check (latitude between -90 and 90),
      longitude double precision check (longitude between -180 and 180),
      time_zone text,
      map_url text,
      gate_code text,
      contact jsonb,
      parking text not null default '',
      crew_parking text not null default '',
      basecamp text not null default '',
      load_in text not null default '',
      holding text not null default '',
      smoking text not null default '',
      toilets text not null default '',
      hospital jsonb,
      emergency_number text,
      notes text not null default '',
      version integer not null default 1,
      created_at timestamptz not null,
      archived_at timestamptz,
      unique (production_id, number),
      check ((latitude is null) = (longitude is null))
    )`.execute(db)
  await sql`
    create table set_location (
      production_id uuid not null references production on delete cascade,
      set_name text not null,
      location_id uuid not null references location on delete cascade,
      primary key (production_id, set_name)
    )`.execute(db)
  await sql`create index set_location_location on set_location (location_id)`.execute(db)
}
