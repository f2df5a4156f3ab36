import { sql, type Kysely } from 'kysely'

/**
 * What stands on a strip as a table the office edits: fields in order, on one line or two, and the height. The layouts in
 * common use are shipped. What a board shows becomes a reference; a board whose columns match none keeps its own as a row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table strip_layout (
      id text primary key,
      name text not null,
      source text not null,
      dated date not null,
      shape jsonb not null,
      shipped jsonb,
      sort smallint not null,
      archived_at timestamptz,
      version integer not null default 1
    )`.execute(db)
  for (const [sort, { id, name, source, shape }] of LAYOUTS.entries())
    await sql`insert into strip_layout (id, name, source, dated, shape, shipped, sort)
      values (${id}, ${name}, ${source}, '2026-11-01', ${JSON.stringify(shape)}::jsonb,
        ${JSON.stringify(shape)}::jsonb, ${sort})`.execute(db)
  await sql`alter table board add column layout_id text references strip_layout on delete restrict`.execute(db)
  const { rows } = await sql<{ columns: string[] }>`select distinct look->'columns' as columns from board`.execute(db)
  for (const [at, { columns }] of rows.entries()) {
    const id = await layoutFor(db, columns ?? [], at)
    await sql`update board set layout_id = ${id}
      where look->'columns' is not distinct from ${JSON.stringify(columns)}::jsonb`.execute(db)
  }
  await sql`update board set layout_id = coalesce(layout_id, 'classic'), look = look - 'columns'`.execute(db)
  await sql`alter table board alter column layout_id set not null`.execute(db)
  await sql`create index board_layout on board (layout_id)`.execute(db)
}

const HEAD = ['number', 'intExt', 'set', 'light']

async function layoutFor(db: Kysely<unknown>, columns: readonly string[], at: number): Promise<string> {
  const has = (column: string) => (columns.includes(column) ? [column] : [])
  const upper = [
    ...HEAD,
    ...has('synopsis'),
    ...has('scriptDay'),
    'cast',
    'pages',
    ...has('location'),
    ...has('estimate'),
  ]
  const same = LAYOUTS.find(({ shape }) => shape.lower.length === 0 && shape.upper.join() === upper.join())
  if (same) return same.id
  const id = `kept-${at + 1}`
  await sql`insert into strip_layout (id, name, source, dated, shape, sort)
    values (${id}, ${`Columns of a board, ${at + 1}`}, 'As a board had them', '2026-11-26',
      ${JSON.stringify({ upper, lower: [], height: 28 })}::jsonb, 50)`.execute(db)
  return id
}

const LAYOUTS = [
  {
    id: 'classic',
    name: 'Classic',
    source: 'One line a strip, as on a cardboard strip board',
    shape: { upper: [...HEAD, 'synopsis', 'cast', 'pages', 'location', 'estimate'], lower: [] as string[], height: 28 },
  },
  {
    id: 'two-lines',
    name: 'Two lines',
    source: 'Scheduling programs: the set above, what happens and who is in it below',
    shape: {
      upper: [...HEAD, 'scriptDay', 'pages', 'location', 'estimate'],
      lower: ['synopsis', 'cast'],
      height: 44,
    },
  },
  {
    id: 'cast-first',
    name: 'Cast first',
    source: 'For days planned around people: who works stands before what happens',
    shape: { upper: ['number', 'cast', 'intExt', 'set', 'light', 'pages', 'estimate'], lower: [], height: 28 },
  },
  {
    id: 'dense',
    name: 'Dense',
    source: 'The whole film at a glance: only what tells strips apart',
    shape: { upper: [...HEAD, 'cast', 'pages'], lower: [], height: 22 },
  },
]
