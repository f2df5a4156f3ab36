import { sql, type Kysely } from 'kysely'

/** Roles to cast, what talent consents to, and who has been put forward for each role. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table casting_role (
      id uuid primary key,
      production_id uuid not null references production on delete restrict,
      element_id uuid references element on delete set null,
      name text not null,
      kind text not null default 'supporting' check (kind in
        ('lead', 'supporting', 'day_player', 'featured', 'background', 'hand_model', 'presenter', 'stunt', 'voice_over')),
      state text not null default 'open' check (state in
        ('open', 'auditioning', 'callbacks', 'selects', 'offer_out', 'booked', 'backup_released')),
      breakdown text not null default '',
      age_from smallint check (age_from between 0 and 120),
      age_until smallint check (age_until between 0 and 120),
      gender text not null default '',
      look text not null default '',
      skills text[] not null default '{}',
      languages text[] not null default '{}',
      sizes text not null default '',
      union_terms text not null default '',
      rate text not null default '',
      usage_media text not null default '',
      usage_territory text not null default '',
      usage_months smallint check (usage_months between 1 and 600),
      category text not null default '',
      brand text not null default '',
      exclusive_months smallint check (exclusive_months between 1 and 120),
      shoot_days text[] not null default '{}',
      callback_days text[] not null default '{}',
      fitting_on date,
      place text not null default '',
      sides_file_id uuid references file on delete set null,
      is_confidential boolean not null default false,
      deadline_on date,
      deadline_minute smallint check (deadline_minute between 0 and 1440),
      deadline_zone text,
      spoken_text text not null default '',
      spot_seconds smallint check (spot_seconds between 1 and 3600),
      version integer not null default 1,
      created_at timestamptz not null,
      archived_at timestamptz,
      check (age_from is null or age_until is null or age_from <= age_until)
    )`.execute(db)
  await sql`create index casting_role_production on casting_role (production_id)`.execute(db)
  await sql`create unique index casting_role_element on casting_role (element_id) where archived_at is null`.execute(db)
  await sql`create index casting_role_sides on casting_role (sides_file_id)`.execute(db)
  await sql`
    create table casting_reading_speed (
      id uuid primary key,
      language text not null unique,
      words_from smallint not null check (words_from > 0),
      words_until smallint not null check (words_until >= words_from),
      source text not null,
      effective_from date not null,
      version integer not null default 1
    )`.execute(db)
  await sql`
    insert into casting_reading_speed (id, language, words_from, words_until, source, effective_from) values
      ('01900000-0000-7000-8000-0000000c0001', 'English', 150, 160, 'Trade practice for commercials: 65 to 75 words in 30 seconds', '2026-01-01')`.execute(
    db,
  )
  await sql`
    create table casting_consent (
      id uuid primary key,
      number integer not null unique check (number > 0),
      body text not null check (body <> ''),
      retention_months smallint not null check (retention_months between 1 and 36),
      source text not null,
      effective_from date not null,
      created_at timestamptz not null
    )`.execute(db)
  await sql`
    insert into casting_consent (id, number, body, retention_months, source, effective_from, created_at) values
      ('01900000-0000-7000-8000-0000000c0101', 1,
       'I agree that the production office keeps what I send here (my details, photographs and recordings) to decide who is cast in this role, and shows it to the people who decide. It is not published. I can have it deleted at any time by writing to the office.',
       12, 'House wording, to be read by a lawyer; twelve months is the usual period for unsuccessful submissions', '2026-01-01', now())`.execute(
    db,
  )
}
