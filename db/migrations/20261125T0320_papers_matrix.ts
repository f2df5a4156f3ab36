import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'

/** Which paper is required by which engagement, what was handed in, and what insurance a production demands. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table paper_kind (
      id uuid primary key,
      name text not null unique,
      agreement_kind text,
      per_production boolean not null,
      expires boolean not null,
      is_insurance boolean not null default false,
      keep_after_start_years smallint check (keep_after_start_years >= 0),
      keep_after_end_years smallint check (keep_after_end_years >= 0),
      source text not null,
      as_of date not null,
      sort smallint not null
    )`.execute(db)
  await sql`
    create table paper_rule (
      id uuid primary key,
      kind_id uuid not null references paper_kind on delete cascade,
      engagement_kind text not null,
      effect text not null check (effect in ('block', 'warn')),
      unique (kind_id, engagement_kind)
    )`.execute(db)
  await sql`
    create table paper (
      id uuid primary key,
      kind_id uuid not null references paper_kind on delete restrict,
      person_id uuid references person on delete cascade,
      company_id uuid references company on delete cascade,
      production_id uuid references production on delete cascade,
      state text not null check (state in ('asked', 'in_review', 'accepted', 'rejected')),
      file_id uuid references file on delete restrict,
      expires_on date,
      reason text,
      agreement_id uuid,
      link_id uuid references link on delete set null,
      asked_at timestamptz,
      chases smallint not null default 0,
      chased_at timestamptz,
      reviewed_by text,
      version integer not null default 1,
      created_at timestamptz not null,
      archived_at timestamptz,
      check ((person_id is null) <> (company_id is null)),
      check (state <> 'in_review' or file_id is not null)
    )`.execute(db)
  for (const column of ['kind_id', 'person_id', 'company_id', 'production_id', 'file_id', 'link_id'])
    await sql`create index ${sql.raw(`paper_${column}`)} on paper (${sql.ref(column)})`.execute(db)
  await sql`create unique index paper_agreement on paper (agreement_id) where agreement_id is not null`.execute(db)
  await sql`create index paper_expiry on paper (expires_on) where archived_at is null and state = 'accepted'`.execute(
    db,
  )
  await sql`
    create table paper_attachment (
      id uuid primary key,
      paper_id uuid not null references paper on delete cascade,
      file_id uuid not null references file on delete restrict,
      name text not null
    )`.execute(db)
  await sql`create index paper_attachment_paper on paper_attachment (paper_id)`.execute(db)
  await sql`create index paper_attachment_file on paper_attachment (file_id)`.execute(db)
  await sql`
    create table insurance_coverage (
      id uuid primary key,
      paper_id uuid not null references paper on delete cascade,
      coverage text not null check (coverage <> ''),
      each_minor bigint not null check (each_minor >= 0),
      aggregate_minor bigint check (aggregate_minor >= 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      additional_insured text[] not null default '{}',
      policy_number text,
      insurer text
    )`.execute(db)
  await sql`create index insurance_coverage_paper on insurance_coverage (paper_id)`.execute(db)
  await sql`
    create table insurance_requirement (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      engagement_kind text not null,
      coverage text not null check (coverage <> ''),
      each_minor bigint not null check (each_minor >= 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      additional_insured text,
      source text not null
    )`.execute(db)
  await sql`create index insurance_requirement_production on insurance_requirement (production_id)`.execute(db)
  for (const [sort, kind] of KINDS.entries()) {
    const id = randomUUID()
    await sql`insert into paper_kind (id, name, agreement_kind, per_production, expires, is_insurance,
        keep_after_start_years, keep_after_end_years, source, as_of, sort)
      values (${id}, ${kind.name}, ${kind.agreement ?? null}, ${kind.perProduction ?? false}, ${kind.expires ?? false},
        ${kind.insurance ?? false}, ${kind.keep?.[0] ?? null}, ${kind.keep?.[1] ?? null}, ${kind.source}, '2026-11-01', ${sort})`.execute(
      db,
    )
    for (const [engagement, effect] of Object.entries(kind.for))
      await sql`insert into paper_rule (id, kind_id, engagement_kind, effect)
        values (${randomUUID()}, ${id}, ${engagement}, ${effect})`.execute(db)
  }
}

interface Kind {
  name: string
  agreement?: string
  perProduction?: boolean
  expires?: boolean
  insurance?: boolean
  /** Years after the beginning and after the end; the later one counts. */
  keep?: [number | null, number | null]
  source: string
  for: Record<string, 'block' | 'warn'>
}

/** Where to begin from; the office says what it requires of whom. */
const KINDS: Kind[] = [
  {
    name: 'Tax form',
    keep: [null, 4],
    source: 'US: W-9 or W-8; UK: starter checklist; others as their law says',
    for: { crew: 'warn', cast: 'warn', vendor: 'block' },
  },
  {
    name: 'Right to work',
    keep: [3, 1],
    source: 'US: Form I-9, kept for the later of three years after hire and one after the end',
    for: { crew: 'warn', cast: 'warn' },
  },
  {
    name: 'Non-disclosure agreement',
    agreement: 'nda',
    perProduction: true,
    keep: [null, 7],
    source: 'House rule',
    for: { crew: 'warn', cast: 'warn', vendor: 'warn' },
  },
  {
    name: 'Deal memo',
    agreement: 'deal_memo',
    perProduction: true,
    keep: [null, 7],
    source: 'Signed before the first hour of work',
    for: { crew: 'block' },
  },
  {
    name: 'Start form',
    perProduction: true,
    keep: [null, 4],
    source: 'House rule',
    for: { crew: 'warn', background: 'warn' },
  },
  {
    name: 'Talent release',
    agreement: 'talent_release',
    perProduction: true,
    source: 'Kept as long as the film is used',
    for: { cast: 'block', background: 'block' },
  },
  {
    name: 'Certificate of insurance',
    insurance: true,
    expires: true,
    keep: [null, 7],
    source: 'House rule',
    for: { vendor: 'block' },
  },
  {
    name: 'Vendor agreement',
    agreement: 'vendor_agreement',
    perProduction: true,
    keep: [null, 7],
    source: 'House rule',
    for: { vendor: 'warn' },
  },
  { name: 'Drone licence', expires: true, source: 'Aviation authority of the country', for: {} },
  { name: 'Forklift or lift ticket', expires: true, source: 'House rule', for: {} },
  { name: 'First aid certificate', expires: true, source: 'House rule', for: {} },
]
