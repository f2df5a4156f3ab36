import { sql, type Kysely } from 'kysely'

/**
 * What the product came with, row by row, so that every list the office edits can be set back, and what each setting back
 * replaced, so that it can be undone. An office that runs already
 * says no more than what its rows are today; where a table kept its own shipped values, those are taken.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table shipped_row (
      list text not null,
      row_id text not null,
      row jsonb not null,
      parts jsonb,
      sort integer not null,
      primary key (list, row_id)
    )`.execute(db)
  await sql`
    create table shipped_reset (
      id uuid primary key,
      list text not null,
      at timestamptz not null,
      by_name text not null,
      rows jsonb not null,
      undone_at timestamptz
    )`.execute(db)
  await sql`create index shipped_reset_list on shipped_reset (list, at desc)`.execute(db)
  for (const { id, source } of STATUTES)
    await sql`update minor_profile set source = ${source}, dated = '2026-11-26' where id = ${id} and version = 1`.execute(
      db,
    )
  for (const { list, table, id, order } of LISTS)
    await sql`
      insert into shipped_row (list, row_id, row, sort)
      select ${list}, ${sql.ref(id)}::text, to_jsonb(t) - 'version', row_number() over (order by ${sql.raw(order)})
      from ${sql.table(table)} as t`.execute(db)
  await castingRules(db)
  await sql`delete from shipped_row where list = 'revision-colours' and row_id = 'shipped'`.execute(db)
  await sql`update shipped_row set row = row || (
      select jsonb_build_object('colours', colours, 'source', source, 'dated', dated)
      from revision_colours where of = 'shipped')
    where list = 'revision-colours'`.execute(db)
  await sql`delete from shipped_row where list in ('strip-colours', 'strip-layouts')
    and coalesce(row->'shipped', 'null') = 'null'`.execute(db)
  await sql`update shipped_row set row = row || jsonb_build_object('colours', row->'shipped')
    where list = 'strip-colours'`.execute(db)
  await sql`update shipped_row set row = row || jsonb_build_object('shape', row->'shipped')
    where list = 'strip-layouts'`.execute(db)
  await sql`update shipped_row set parts = coalesce((
      select jsonb_agg(to_jsonb(h) order by on_school_day, from_age_months) from minor_hours as h
      where h.profile_id = row_id), '[]')
    where list = 'minors-hours'`.execute(db)
  await sql`update shipped_row set parts = coalesce((
      select jsonb_agg(to_jsonb(r) order by engagement_kind) from paper_rule as r where r.kind_id::text = row_id), '[]')
    where list = 'required-papers'`.execute(db)
}

/** The rules of casting become one row only in a later migration, from what stands in two tables until then. */
async function castingRules(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('casting_rule') is not null as there`.execute(db)
  const row = rows[0]?.there
    ? sql`select to_jsonb(t) - 'version' from casting_rule as t`
    : sql`select jsonb_build_object(
        'id', 1,
        'reminder_hours', (
          select coalesce(jsonb_agg(hours_before order by hours_before desc), '[]') from casting_reminder_step),
        'school_until_minute', coalesce((select until_minute from casting_school_hours where country = ''), 930),
        'door_text',
        'I am here of my own will, agree to be recorded at this casting, and that the recording is used only to decide on the role.',
        'source', 'House habit; the school’s own hours and a lawyer’s reading of the text come first',
        'dated', '2026-01-01')`
  await sql`insert into shipped_row (list, row_id, row, sort) values ('casting-rules', '1', (${row}), 1)`.execute(db)
}

/** Read against the statutes; what they do not say is said to be so. */
const STATUTES = [
  {
    id: 'England',
    source:
      'Children (Performances and Activities) (England) Regulations 2014, regulations 21 and 22; three hours of school after regulation 13: check the licence before use',
  },
  {
    id: 'Germany',
    source:
      'Jugendarbeitsschutzgesetz section 6 (3 to 6: 2 h, 8 to 17; over 6: 3 h, 8 to 22), sections 8, 11, 12 and 14 from 15 on; the time on set of children is not in the statute: check the permit before use',
  },
]

const LISTS = [
  { list: 'breakdown', table: 'element_category', id: 'code', order: 'sort' },
  { list: 'strip-colours', table: 'strip_palette', id: 'id', order: 'sort' },
  { list: 'strip-layouts', table: 'strip_layout', id: 'id', order: 'sort' },
  { list: 'revision-colours', table: 'revision_colours', id: 'of', order: 'of' },
  { list: 'working-time', table: 'working_time_profile', id: 'id', order: 'name' },
  { list: 'minors-hours', table: 'minor_profile', id: 'id', order: 'name' },
  { list: 'booking-labels', table: 'booking_label', id: 'id', order: 'meaning, sort' },
  { list: 'booking-rules', table: 'booking_rule', id: 'id', order: 'id' },
  { list: 'cancellation-steps', table: 'cancellation_step', id: 'id', order: 'within_hours' },
  { list: 'document-classes', table: 'document_class', id: 'code', order: 'sort' },
  { list: 'reading-speeds', table: 'casting_reading_speed', id: 'id', order: 'language' },
  { list: 'vendor-categories', table: 'vendor_category', id: 'id', order: 'sort' },
  { list: 'buying-rules', table: 'vendor_rule', id: 'one', order: 'one' },
  { list: 'required-papers', table: 'paper_kind', id: 'id', order: 'sort' },
  { list: 'paper-reminders', table: 'agreement_ladder', id: 'kind', order: 'kind' },
  { list: 'papers-needed', table: 'agreement_need', id: 'id', order: 'applies_to, kind' },
]
