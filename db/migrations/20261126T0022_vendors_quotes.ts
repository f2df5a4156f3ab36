import { sql, type Kysely } from 'kysely'

/** The same question to several vendors, answers in the same columns, and a choice with its reason. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table quote_request (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      number integer not null check (number > 0),
      title text not null check (title <> ''),
      what text not null default '',
      from_on date,
      until_on date,
      deliver_by date,
      deliver_to text,
      answer_by timestamptz not null,
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      state text not null check (state in ('draft', 'sent', 'decided', 'withdrawn')),
      chosen_id uuid,
      reason text,
      decided_by text,
      decided_at timestamptz,
      created_by text not null,
      created_at timestamptz not null,
      version integer not null default 1,
      unique (production_id, number),
      check (until_on is null or from_on is null or until_on >= from_on),
      check ((state = 'decided') = (chosen_id is not null)),
      check (state <> 'decided' or reason is not null)
    )`.execute(db)
  await sql`
    create table quote_line (
      id uuid primary key,
      request_id uuid not null references quote_request on delete cascade,
      sort smallint not null,
      item text not null check (item <> ''),
      unit text not null check (unit <> ''),
      quantity_thousandths bigint not null check (quantity_thousandths > 0),
      days_tenths integer check (days_tenths > 0),
      note text
    )`.execute(db)
  await sql`create index quote_line_request on quote_line (request_id)`.execute(db)
  await sql`
    create table quote (
      id uuid primary key,
      request_id uuid not null references quote_request on delete cascade,
      vendor_id uuid not null references vendor on delete restrict,
      link_id uuid references link on delete set null,
      to_address text,
      locale text not null check (locale in ('en', 'de')),
      state text not null check (state in ('asked', 'answered', 'declined', 'expired', 'chosen', 'not_chosen')),
      sent_at timestamptz not null,
      reminded_at timestamptz,
      answered_at timestamptz,
      answered_by text,
      currency text check (currency ~ '^[A-Z]{3}$'),
      delivery_minor bigint check (delivery_minor >= 0),
      tax_hundredths integer check (tax_hundredths between 0 and 10000),
      valid_until date,
      note text,
      file_id uuid references file on delete restrict,
      version integer not null default 1,
      unique (request_id, vendor_id),
      check (state not in ('answered', 'chosen') or (currency is not null and answered_at is not null))
    )`.execute(db)
  for (const column of ['vendor_id', 'link_id', 'file_id'])
    await sql`create index ${sql.raw(`quote_${column}`)} on quote (${sql.ref(column)})`.execute(db)
  await sql`create index quote_waiting on quote (request_id) where state = 'asked'`.execute(db)
  await sql`create unique index quote_chosen_once on quote (request_id) where state = 'chosen'`.execute(db)
  await sql`alter table quote_request add foreign key (chosen_id) references quote on delete restrict`.execute(db)
  await sql`create index quote_request_chosen on quote_request (chosen_id)`.execute(db)
  await sql`
    create table quote_answer (
      id uuid primary key,
      quote_id uuid not null references quote on delete cascade,
      line_id uuid not null references quote_line on delete cascade,
      unit_minor bigint not null check (unit_minor >= 0),
      quantity_thousandths bigint not null check (quantity_thousandths > 0),
      days_tenths integer check (days_tenths > 0),
      discount_hundredths integer not null check (discount_hundredths between 0 and 10000),
      note text,
      unique (quote_id, line_id)
    )`.execute(db)
  await sql`create index quote_answer_line on quote_answer (line_id)`.execute(db)
  await sql`
    create table quote_exchange (
      id uuid primary key,
      request_id uuid not null references quote_request on delete cascade,
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      rate_millionths bigint not null check (rate_millionths > 0),
      source text not null check (source <> ''),
      dated date not null,
      unique (request_id, currency)
    )`.execute(db)
  await sql`alter table vendor_price add column quote_id uuid references quote on delete set null`.execute(db)
  await sql`create index vendor_price_quote on vendor_price (quote_id)`.execute(db)
}
