import { sql, type Kysely } from 'kysely'

/** Bank details stand in the papers of everybody like the tax form does: which kind they are, whatever it is called. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table paper_kind add column is_bank_details boolean not null default false`.execute(db)
  await sql`create unique index paper_kind_bank_details on paper_kind (is_bank_details) where is_bank_details`.execute(
    db,
  )
  const { rows } = await sql<{ most: number }>`select coalesce(max(sort), 0)::int as most from paper_kind`.execute(db)
  await sql`insert into paper_kind (id, name, per_production, expires, is_insurance, is_bank_details, source, as_of, sort)
    values (gen_random_uuid(), 'Bank details', false, false, false, true,
      'Nobody is paid without them; office practice', '2026-11-26', ${(rows[0]?.most ?? 0) + 1})
    on conflict (name) do update set is_bank_details = true`.execute(db)
  await sql`insert into shipped_row (list, row_id, row, parts, sort)
    select 'required-papers', id::text, to_jsonb(t) - 'version', '[]', sort + 1
    from paper_kind as t where is_bank_details
    on conflict do nothing`.execute(db)
  await sql`insert into paper (id, kind_id, person_id, company_id, state, reviewed_by, created_at)
    select gen_random_uuid(), k.id, v.person_id, v.company_id, 'accepted', b.came_by, b.came_at
    from vendor_bank as b join vendor as v on v.id = b.vendor_id, paper_kind as k
    where k.is_bank_details and (b.state = 'counted' or b.state = 'waiting'
      and not exists (select from vendor_bank as c where c.vendor_id = v.id and c.state = 'counted'))`.execute(db)
}
