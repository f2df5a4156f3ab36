import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'

/** Vendors: what a company (or one freelancer) delivers, on which terms, into which account, and at which prices. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vendor_category (
      id uuid primary key,
      name text not null check (name <> ''),
      source text not null check (source <> ''),
      as_of date not null,
      sort smallint not null,
      archived_at timestamptz
    )`.execute(db)
  await sql`create unique index vendor_category_name on vendor_category (lower(name)) where archived_at is null`.execute(
    db,
  )
  await sql`
    create table vendor (
      id uuid primary key,
      company_id uuid references company on delete restrict,
      person_id uuid references person on delete restrict,
      name text not null check (name <> ''),
      sort_name text not null,
      find_text text not null,
      stage text not null check (stage in ('invited', 'profile', 'in_review', 'classified', 'active', 'do_not_use')),
      stage_reason text,
      stage_by text not null,
      stage_at timestamptz not null,
      payment_days smallint check (payment_days between 0 and 365),
      payment_terms text,
      currency text check (currency ~ '^[A-Z]{3}$'),
      tax_kind text,
      tax_sealed bytea,
      tax_last text,
      notes text,
      version integer not null default 1,
      created_at timestamptz not null,
      archived_at timestamptz,
      check ((company_id is null) <> (person_id is null)),
      check ((tax_sealed is null) = (tax_last is null)),
      check (stage <> 'do_not_use' or stage_reason is not null)
    )`.execute(db)
  for (const column of ['company_id', 'person_id'])
    await sql`create unique index ${sql.raw(`vendor_${column}`)} on vendor (${sql.ref(column)}) where archived_at is null`.execute(
      db,
    )
  await sql`create index vendor_all_company on vendor (company_id)`.execute(db)
  await sql`create index vendor_all_person on vendor (person_id)`.execute(db)
  await sql`create index vendor_by_name on vendor (sort_name, id)`.execute(db)
  await sql`create index vendor_found on vendor using gin (find_text gin_trgm_ops)`.execute(db)
  await sql`
    create table vendor_in_category (
      id uuid primary key,
      vendor_id uuid not null references vendor on delete cascade,
      category_id uuid not null references vendor_category on delete restrict,
      unique (vendor_id, category_id)
    )`.execute(db)
  await sql`create index vendor_in_category_category on vendor_in_category (category_id)`.execute(db)
  await sql`
    create table vendor_contact (
      id uuid primary key,
      vendor_id uuid not null references vendor on delete cascade,
      person_id uuid not null references person on delete cascade,
      does text not null default '',
      sort smallint not null
    )`.execute(db)
  await sql`create index vendor_contact_vendor on vendor_contact (vendor_id)`.execute(db)
  await sql`create index vendor_contact_person on vendor_contact (person_id)`.execute(db)
  await sql`
    create table vendor_bank (
      id uuid primary key,
      vendor_id uuid not null references vendor on delete cascade,
      sealed bytea not null,
      last4 text not null check (length(last4) <= 4),
      country text,
      currency text check (currency ~ '^[A-Z]{3}$'),
      state text not null check (state in ('waiting', 'counted', 'refused', 'replaced')),
      came_from text not null check (came_from in ('link', 'office')),
      came_by text not null,
      came_at timestamptz not null,
      known_numbers text[] not null,
      called_number text,
      number_source text,
      spoke_with text,
      called_at timestamptz,
      decided_by text,
      decided_at timestamptz,
      reason text,
      version integer not null default 1,
      check (state not in ('counted', 'replaced') or (called_number is not null and spoke_with is not null and called_at is not null))
    )`.execute(db)
  await sql`create index vendor_bank_vendor on vendor_bank (vendor_id)`.execute(db)
  for (const state of ['waiting', 'counted'])
    await sql`create unique index ${sql.raw(`vendor_bank_${state}`)} on vendor_bank (vendor_id) where state = ${sql.lit(state)}`.execute(
      db,
    )
  await sql`
    create table vendor_price (
      id uuid primary key,
      vendor_id uuid not null references vendor on delete cascade,
      item text not null check (item <> ''),
      item_key text not null,
      unit text not null check (unit <> ''),
      price_minor bigint not null check (price_minor >= 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      priced_on date not null,
      source text not null check (source <> ''),
      note text,
      created_by text not null,
      created_at timestamptz not null,
      archived_at timestamptz,
      version integer not null default 1
    )`.execute(db)
  await sql`create index vendor_price_of on vendor_price (vendor_id, item_key, priced_on desc)`.execute(db)
  for (const [sort, name] of CATEGORIES.entries())
    await sql`insert into vendor_category (id, name, source, as_of, sort)
      values (${randomUUID()}, ${name}, 'Where to begin from; the office’s own list', '2026-11-01', ${sort})`.execute(
      db,
    )
}

const CATEGORIES = [
  'Camera and lens rental',
  'Grip and lighting rental',
  'Sound rental',
  'Studio',
  'Location',
  'Caterer',
  'Transport and vehicles',
  'Travel and hotels',
  'Art department and props',
  'Costume and make-up supplies',
  'Crew services',
  'Safety and security',
  'Drone operator',
  'Post house',
  'Music and sound post',
  'Insurance and legal',
  'Shipping and customs',
]
