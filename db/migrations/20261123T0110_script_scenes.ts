import { sql, type Kysely } from 'kysely'

/**
 * Scripts and their drafts; scenes, which keep their identity over drafts; the text of each scene in each draft;
 * and the breakdown: categories as data, elements, what stands on which sheet, and who brings whom.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table script (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      title text not null,
      kind text not null check (kind in ('screenplay', 'list')),
      created_at timestamptz not null,
      unique (production_id, kind)
    )`.execute(db)
  await sql`
    create table script_draft (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      script_id uuid references script on delete cascade,
      number integer check (number > 0),
      name text not null,
      colour jsonb not null,
      format text not null check (format in ('fountain', 'fdx')),
      file_name text,
      source bytea not null,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      retags jsonb not null default '[]',
      matches jsonb not null default '[]',
      title_page jsonb not null default '[]',
      preamble jsonb not null default '[]',
      extras jsonb not null default '[]',
      source_tags jsonb not null default '[]',
      pages integer not null default 0,
      created_at timestamptz not null,
      created_by text not null,
      committed_at timestamptz,
      version integer not null default 1,
      unique (script_id, number),
      check ((committed_at is null) = (number is null))
    )`.execute(db)
  await sql`create index script_draft_production on script_draft (production_id, created_at)`.execute(db)
  await sql`
    create table scene (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      script_id uuid not null references script on delete cascade,
      number text,
      int_ext text check (int_ext in ('int', 'ext', 'int_ext')),
      set_name text not null,
      time_of_day text,
      bucket text check (bucket in ('day', 'night', 'dawn_dusk')),
      heading text not null,
      synopsis text not null default '',
      script_day text,
      unit text,
      eighths smallint not null check (eighths >= 0),
      eighths_override smallint check (eighths_override >= 0),
      minutes smallint check (minutes >= 0),
      page text,
      position integer not null,
      omitted boolean not null default false,
      left_out boolean not null default false,
      breakdown_state text not null default 'todo' check (breakdown_state in ('todo', 'part', 'done')),
      note text not null default '',
      version integer not null default 1
    )`.execute(db)
  await sql`create index scene_production on scene (production_id, position)`.execute(db)
  await sql`create index scene_script on scene (script_id, position)`.execute(db)
  await sql`create index scene_words on scene using gin ((heading || ' ' || synopsis) gin_trgm_ops)`.execute(db)
  await sql`
    create table scene_text (
      draft_id uuid not null references script_draft on delete cascade,
      scene_id uuid not null references scene on delete cascade,
      position integer not null,
      number text,
      eighths smallint not null,
      page text,
      elements jsonb not null,
      primary key (draft_id, scene_id)
    )`.execute(db)
  await sql`create index scene_text_scene on scene_text (scene_id)`.execute(db)
  await sql`
    create table element_category (
      code text primary key,
      name text not null,
      colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
      mark text not null check (mark in ('solid', 'dashed', 'dotted', 'double', 'thick')),
      icon text not null,
      key text,
      sort smallint not null,
      version integer not null default 1
    )`.execute(db)
  for (const [at, [code, name, colour, mark, icon, key]] of CATEGORIES.entries())
    await sql`insert into element_category (code, name, colour, mark, icon, key, sort)
      values (${code}, ${name}, ${colour}, ${mark}, ${icon}, ${key}, ${at})`.execute(db)
  await sql`
    create table element (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      category text not null references element_category on delete restrict,
      name text not null check (name <> ''),
      aliases text[] not null default '{}',
      board_id text,
      is_minor boolean not null default false,
      age smallint check (age between 0 and 120),
      allow_hold boolean not null default true,
      allow_drop boolean not null default false,
      min_drop_days smallint not null default 10 check (min_drop_days >= 0),
      do_not_exceed_minutes smallint check (do_not_exceed_minutes > 0),
      notes text not null default '',
      version integer not null default 1,
      merged_into uuid references element on delete set null,
      archived_at timestamptz
    )`.execute(db)
  await sql`create index element_production on element (production_id, category)`.execute(db)
  await sql`create index element_category_fk on element (category)`.execute(db)
  await sql`create index element_merged on element (merged_into)`.execute(db)
  await sql`create unique index element_name on element (production_id, category, lower(name))
    where archived_at is null`.execute(db)
  await sql`create unique index element_board on element (production_id, board_id)
    where archived_at is null and board_id is not null`.execute(db)
  await sql`
    create table scene_element (
      scene_id uuid not null references scene on delete cascade,
      element_id uuid not null references element on delete cascade,
      quantity smallint not null default 1 check (quantity > 0),
      note text not null default '',
      primary key (scene_id, element_id)
    )`.execute(db)
  await sql`create index scene_element_element on scene_element (element_id)`.execute(db)
  await sql`
    create table element_link (
      anchor_id uuid not null references element on delete cascade,
      brings_id uuid not null references element on delete cascade,
      quantity smallint not null default 1 check (quantity > 0),
      note text not null default '',
      primary key (anchor_id, brings_id),
      check (anchor_id <> brings_id)
    )`.execute(db)
  await sql`create index element_link_brings on element_link (brings_id)`.execute(db)
  await sql`
    create table proposal_dismissal (
      scene_id uuid not null references scene on delete cascade,
      key text not null,
      at timestamptz not null,
      primary key (scene_id, key)
    )`.execute(db)
}

/** The usual list, with the commercial additions; colours follow the classic pencil marks where they have one. */
const CATEGORIES: readonly (readonly [string, string, string, string, string, string | null])[] = [
  ['cast', 'Cast', '#c92a2a', 'solid', 'user', 'C'],
  ['background', 'Background', '#2f9e44', 'dotted', 'users', 'B'],
  ['stunts', 'Stunts', '#d9480f', 'thick', 'alert', 'U'],
  ['vehicles', 'Vehicles', '#c2255c', 'dashed', 'car', 'V'],
  ['props', 'Props', '#7048e8', 'solid', 'box', 'P'],
  ['product', 'Product', '#5f3dc4', 'double', 'package', 'H'],
  ['camera', 'Camera', '#495057', 'dotted', 'camera', null],
  ['special_effects', 'Special effects', '#1971c2', 'solid', 'flame', 'F'],
  ['wardrobe', 'Wardrobe', '#0b7285', 'dashed', 'shirt', 'W'],
  ['makeup', 'Make-up and hair', '#a61e4d', 'dotted', 'brush', 'M'],
  ['animals', 'Animals', '#c2255c', 'solid', 'paw', 'A'],
  ['animal_wrangler', 'Animal handler', '#c2255c', 'dotted', 'paw', null],
  ['sound', 'Sound, music', '#7f4f24', 'dashed', 'music', 'S'],
  ['playback', 'Playback', '#7f4f24', 'double', 'speaker', null],
  ['art_department', 'Art department', '#846a00', 'dotted', 'palette', null],
  ['set_dressing', 'Set dressing', '#846a00', 'dashed', 'armchair', 'D'],
  ['greenery', 'Greenery', '#5c940d', 'dotted', 'plant', 'G'],
  ['special_equipment', 'Special equipment', '#495057', 'double', 'crane', 'E'],
  ['security', 'Security', '#343a40', 'dotted', 'shield', null],
  ['additional_labor', 'Additional labour', '#343a40', 'dashed', 'helmet', 'L'],
  ['visual_effects', 'Visual effects', '#1098ad', 'double', 'sparkles', 'Y'],
  ['legal_supers', 'Legal supers', '#495057', 'solid', 'text', null],
  ['miscellaneous', 'Miscellaneous', '#495057', 'dashed', 'dots', 'O'],
  ['notes', 'Notes', '#868e96', 'dotted', 'note', 'N'],
]
