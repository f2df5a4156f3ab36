import { sql, type Kysely } from 'kysely'

/** When papers are asked for again, how long before their end, and how long the link works, as a row with a source. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table paper_chase_rule (
      id smallint primary key default 1 check (id = 1),
      notice_days smallint[] not null check (cardinality(notice_days) between 1 and 6),
      again_after_days smallint not null check (again_after_days between 1 and 60),
      again_most smallint not null check (again_most between 0 and 20),
      link_days smallint not null check (link_days between 1 and 365),
      source text not null check (source <> ''),
      dated date not null,
      version integer not null default 1,
      check (link_days > again_after_days * again_most)
    )`.execute(db)
  await sql`
    insert into paper_chase_rule (notice_days, again_after_days, again_most, link_days, source, dated)
    values ('{60,30}', 3, 3, 45, 'Custom of production offices', '2026-01-01')`.execute(db)
  await sql`
    insert into shipped_row (list, row_id, row, sort)
    select 'paper-chasing', id::text, to_jsonb(t) - 'version', 1 from paper_chase_rule as t`.execute(db)
}
