import { sql, type Kysely } from 'kysely'

/**
 * Documents of a production or of the office (no production), in folders and by subject, with every version kept.
 * A class says who may read; its rules are rows an office edits.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document_class (
      code text primary key check (code ~ '^[a-z][a-z_]{1,30}$'),
      name text not null,
      about text not null,
      sort smallint not null,
      readers text[] not null,
      is_listed boolean not null,
      is_watermarked boolean not null,
      needs_nda boolean not null,
      nda_exempt text[] not null,
      lowest_channel text not null check (lowest_channel in ('attachment', 'personal_link', 'protected_link', 'nobody')),
      may_download boolean not null,
      link_days smallint not null check (link_days between 1 and 730),
      in_binder boolean not null,
      source text not null,
      as_of date not null,
      version integer not null default 1
    )`.execute(db)
  await sql`
    insert into document_class (code, name, about, sort, readers, is_listed, is_watermarked, needs_nda, nda_exempt,
      lowest_channel, may_download, link_days, in_binder, source, as_of) values
    ('open', 'Open', 'Maps, menus, posters, anything a stranger may read.', 10,
      '{producer,coordinator,department_head,finance,crew,client,vendor}', true, false, false, '{}',
      'attachment', true, 60, true, 'House default', '2026-11-25'),
    ('unit', 'For the unit', 'Recce notes, risk assessments, plans: whoever works on the production.', 20,
      '{producer,coordinator,department_head,finance,crew}', true, false, false, '{}',
      'attachment', true, 30, true, 'House default', '2026-11-25'),
    ('storyboard', 'Storyboard', 'Frames and references tied to scenes. They may stand on a call sheet.', 30,
      '{producer,coordinator,department_head,finance,crew}', true, false, false, '{}',
      'personal_link', true, 30, true, 'House default', '2026-11-25'),
    ('script', 'Script', 'Scripts and sides: a personal, watermarked link, after the confidentiality terms.', 40,
      '{producer,coordinator,department_head,finance,crew}', true, true, true, '{producer,coordinator}',
      'personal_link', false, 14, true, 'Handbook, agreements and releases: NDA before script or product', '2026-11-25'),
    ('confidential', 'Confidential', 'The client''s product, unreleased work, strategy.', 50,
      '{producer,coordinator}', true, true, true, '{producer,coordinator}',
      'protected_link', false, 14, true, 'House default', '2026-11-25'),
    ('agreement', 'Agreements', 'Signed agreements, releases, insurance certificates.', 60,
      '{producer,coordinator,finance}', false, false, false, '{}',
      'personal_link', true, 30, true, 'House default', '2026-11-25'),
    ('financial', 'Financial', 'Budgets, invoices, statements.', 70,
      '{producer,finance}', false, false, false, '{}',
      'protected_link', true, 14, true, 'House default', '2026-11-25'),
    ('personal', 'About a person', 'Certificates, forms, anything with personal data of one person.', 80,
      '{producer,coordinator}', false, true, false, '{}',
      'protected_link', false, 7, false, 'House default', '2026-11-25')`.execute(db)
  await sql`
    create table document_folder (
      id uuid primary key,
      production_id uuid references production on delete restrict,
      parent_id uuid references document_folder on delete restrict,
      name text not null check (name <> ''),
      version integer not null default 1,
      created_at timestamptz not null,
      archived_at timestamptz
    )`.execute(db)
  await sql`create index document_folder_production on document_folder (production_id)`.execute(db)
  await sql`create index document_folder_parent on document_folder (parent_id)`.execute(db)
  await sql`
    create unique index document_folder_name on document_folder (production_id, parent_id, lower(name))
      nulls not distinct where archived_at is null`.execute(db)
  await sql`
    create table document (
      id uuid primary key,
      production_id uuid references production on delete restrict,
      folder_id uuid references document_folder on delete set null,
      class_code text not null references document_class on delete restrict,
      name text not null check (name <> ''),
      search_text text not null,
      origin text not null default 'added',
      origin_key text,
      current_number integer not null default 1,
      version integer not null default 1,
      created_at timestamptz not null,
      created_by uuid references auth."user" on delete set null,
      changed_at timestamptz not null,
      archived_at timestamptz
    )`.execute(db)
  await sql`create index document_production on document (production_id, id)`.execute(db)
  await sql`create index document_in_folder on document (folder_id)`.execute(db)
  await sql`create index document_of_class on document (class_code)`.execute(db)
  await sql`create index document_creator on document (created_by)`.execute(db)
  await sql`create index document_search on document using gin (search_text gin_trgm_ops)`.execute(db)
  await sql`
    create unique index document_origin on document (production_id, origin, origin_key)
      nulls not distinct where origin_key is not null`.execute(db)
  await sql`
    create table document_version (
      id uuid primary key,
      document_id uuid not null references document on delete cascade,
      number integer not null check (number > 0),
      file_id uuid not null references file on delete restrict,
      file_name text not null,
      kind text not null,
      media_type text not null,
      is_disguised boolean not null default false,
      size_bytes bigint not null,
      sha256 text not null,
      note text not null default '',
      added_at timestamptz not null,
      added_by text not null,
      state text not null default 'waiting'
        check (state in ('waiting', 'ready', 'partly', 'encrypted', 'unreadable', 'stored')),
      problem text,
      pages integer,
      thumbnail_key text,
      thumbnail_width integer,
      thumbnail_height integer,
      unique (document_id, number)
    )`.execute(db)
  await sql`create index document_version_file on document_version (file_id)`.execute(db)
  await sql`create index document_version_waiting on document_version (id) where state = 'waiting'`.execute(db)
  await sql`
    alter table document add constraint document_current foreign key (id, current_number)
      references document_version (document_id, number) on delete restrict deferrable initially deferred`.execute(db)
  await sql`create index document_current_version on document (id, current_number)`.execute(db)
  await sql`
    create table document_subject (
      document_id uuid not null references document on delete cascade,
      kind text not null,
      subject_id uuid not null,
      position smallint not null default 0,
      primary key (document_id, kind, subject_id)
    )`.execute(db)
  await sql`create index document_subject_of on document_subject (kind, subject_id)`.execute(db)
  await sql`
    create table document_page (
      version_id uuid not null references document_version on delete cascade,
      number integer not null,
      label text,
      text text not null,
      words tsvector not null,
      primary key (version_id, number)
    )`.execute(db)
  await sql`create index document_page_words on document_page using gin (words)`.execute(db)
  await sql`create table document_word (word text primary key)`.execute(db)
  await sql`create index document_word_like on document_word using gin (word gin_trgm_ops)`.execute(db)
}
