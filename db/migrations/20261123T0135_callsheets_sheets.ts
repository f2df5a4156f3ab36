import { sql, type Kysely } from 'kysely'

/**
 * Call sheets and what was issued of them. A sheet stores only what people typed; an issue keeps the whole sheet as it
 * went out and never changes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table call_sheet (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      on_date date not null,
      unit text not null,
      variant text not null default '',
      status text not null default 'draft' check (status in ('draft', 'ready', 'published')),
      blocks jsonb not null,
      overrides jsonb not null default '{}',
      ready_at timestamptz,
      ready_by uuid references auth.user on delete set null,
      ready_by_name text,
      version integer not null default 1,
      created_at timestamptz not null,
      created_by uuid references auth.user on delete set null,
      archived_at timestamptz
    )`.execute(db)
  await sql`create index call_sheet_production on call_sheet (production_id, on_date)`.execute(db)
  await sql`create index call_sheet_ready_by on call_sheet (ready_by)`.execute(db)
  await sql`create index call_sheet_created_by on call_sheet (created_by)`.execute(db)
  await sql`
    create unique index call_sheet_one_of_a_kind on call_sheet (production_id, on_date, lower(unit), lower(variant))
    where archived_at is null`.execute(db)
  await sql`
    create table call_sheet_issue (
      id uuid primary key,
      call_sheet_id uuid not null references call_sheet on delete restrict,
      production_id uuid not null references production on delete cascade,
      on_date date not null,
      unit text not null,
      number integer not null check (number > 0),
      colour text not null,
      fill text not null,
      word text not null,
      preliminary boolean not null,
      facts jsonb not null,
      view jsonb not null,
      sha256 text not null,
      schedule_issue_id uuid,
      board_id uuid,
      issued_at timestamptz not null,
      issued_by uuid references auth.user on delete set null,
      issued_by_name text not null
    )`.execute(db)
  await sql`create index call_sheet_issue_sheet on call_sheet_issue (call_sheet_id, issued_at desc)`.execute(db)
  await sql`create index call_sheet_issue_issued_by on call_sheet_issue (issued_by)`.execute(db)
  await sql`create index call_sheet_issue_schedule on call_sheet_issue (schedule_issue_id)`.execute(db)
  await sql`create index call_sheet_issue_board on call_sheet_issue (board_id)`.execute(db)
  await sql`
    create unique index call_sheet_issue_number on call_sheet_issue (production_id, on_date, lower(unit), number)
    where not preliminary`.execute(db)
  await sql`
    create function issued_paper_never_changes() returns trigger language plpgsql as $$
    begin
      if new.view is distinct from old.view or new.facts is distinct from old.facts or new.sha256 <> old.sha256
        or new.number <> old.number or new.issued_at <> old.issued_at then
        raise exception 'An issued call sheet never changes.';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger call_sheet_issue_never_changes before update on call_sheet_issue
    for each row execute function issued_paper_never_changes()`.execute(db)
}
