import { sql, type Kysely } from 'kysely'

/**
 * Strip colours as a table the office edits, with a source and a date. The two sets in common use are shipped (handbook,
 * schedule and breakdown, section 7), in print colours that dark words read on. What a board wears becomes a reference.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table strip_palette (
      id text primary key,
      name text not null,
      source text not null,
      dated date not null,
      colours jsonb not null,
      shipped jsonb,
      sort smallint not null,
      archived_at timestamptz,
      version integer not null default 1
    )`.execute(db)
  for (const [sort, { id, name, source, colours }] of PALETTES.entries())
    await sql`insert into strip_palette (id, name, source, dated, colours, shipped, sort)
      values (${id}, ${name}, ${source}, '2026-11-01', ${JSON.stringify(colours)}::jsonb,
        ${JSON.stringify(colours)}::jsonb, ${sort})`.execute(db)
  await sql`alter table board add column palette_id text references strip_palette on delete restrict`.execute(db)
  await sql`update board set palette_id = case when look->>'palette' = 'B' then 'B' else 'A' end,
    look = look - 'palette'`.execute(db)
  await sql`alter table board alter column palette_id set not null`.execute(db)
  await sql`create index board_palette on board (palette_id)`.execute(db)
}

const [white, yellow, blue, green, pink] = ['#ffffff', '#fff3b0', '#bcd7f7', '#bfe5c5', '#f9cfd6']
const days = { dayBreak: '#20242e', freeDay: '#d4d7de', holiday: '#edb0b0', companyMove: '#e9d8fd' }

const PALETTES = [
  {
    id: 'A',
    name: 'Scheduling software',
    source: 'Common in scheduling programs',
    colours: { intDay: white, extDay: yellow, intNight: blue, extNight: green, dawnDusk: pink, ...days },
  },
  {
    id: 'B',
    name: 'Singleton',
    source: 'R. Singleton, Film Scheduling',
    colours: { intDay: white, extDay: yellow, intNight: green, extNight: blue, dawnDusk: null, ...days },
  },
]
