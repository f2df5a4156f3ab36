import { sql, type Kysely } from 'kysely'

/**
 * The order revisions are printed in, as a table the office edits: what the office uses, and what it came with. A
 * production takes the office's when it begins, and may have its own (handbook, schedule and breakdown, section 1).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table revision_colours (
      of text primary key check (of in ('office', 'shipped')),
      colours jsonb not null check (jsonb_array_length(colours) between 1 and 20),
      source text not null,
      dated date not null,
      version integer not null default 1
    )`.execute(db)
  for (const whose of ['office', 'shipped'])
    await sql`insert into revision_colours (of, colours, source, dated)
      values (${whose}, ${JSON.stringify(COLOURS)}::jsonb, 'Writers Guild order, as commonly printed', '2026-11-01')`.execute(
      db,
    )
}

const COLOURS = [
  { name: 'White', hex: '#ffffff' },
  { name: 'Blue', hex: '#cfe3fa' },
  { name: 'Pink', hex: '#f9d3df' },
  { name: 'Yellow', hex: '#fdf0a9' },
  { name: 'Green', hex: '#cfecd2' },
  { name: 'Goldenrod', hex: '#f6d27a' },
  { name: 'Buff', hex: '#f0dcbc' },
  { name: 'Salmon', hex: '#fbc4ab' },
  { name: 'Cherry', hex: '#f2a5ae' },
]
