import { sql, type Kysely } from 'kysely'

/** Templates and clauses with their versions, papers with their parties and what happened to them, and the office's seal. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agreement_clause (
      id uuid primary key,
      key text not null unique check (key ~ '^[a-z][a-z0-9_]{1,40}$'),
      title text not null,
      version integer not null default 1,
      created_at timestamptz not null,
      archived_at timestamptz
    )`.execute(db)
  await sql`
    create table agreement_clause_version (
      id uuid primary key,
      clause_id uuid not null references agreement_clause on delete cascade,
      number integer not null,
      texts jsonb not null,
      note text not null default '',
      created_by_name text not null,
      created_at timestamptz not null,
      approved_by_name text,
      approved_at timestamptz,
      unique (clause_id, number),
      check ((approved_by_name is null) = (approved_at is null))
    )`.execute(db)
  await sql`
    create table agreement_template (
      id uuid primary key,
      kind text not null,
      name text not null,
      roles jsonb not null,
      version integer not null default 1,
      created_at timestamptz not null,
      archived_at timestamptz
    )`.execute(db)
  await sql`
    create table agreement_template_version (
      id uuid primary key,
      template_id uuid not null references agreement_template on delete cascade,
      number integer not null,
      texts jsonb not null,
      docx_file_id uuid references file on delete restrict,
      note text not null default '',
      created_by_name text not null,
      created_at timestamptz not null,
      approved_by_name text,
      approved_at timestamptz,
      unique (template_id, number),
      check ((approved_by_name is null) = (approved_at is null))
    )`.execute(db)
  await sql`create index agreement_template_version_docx on agreement_template_version (docx_file_id)`.execute(db)
  await sql`
    create table agreement_ladder (
      kind text primary key,
      steps_hours integer[] not null,
      most integer not null check (most between 0 and 20),
      sign_within_days integer not null check (sign_within_days between 1 and 365),
      notice_days integer not null default 60 check (notice_days >= 0),
      source text not null,
      dated date not null,
      version integer not null default 1
    )`.execute(db)
  await sql`
    insert into agreement_ladder (kind, steps_hours, most, sign_within_days, source, dated) values
      ('deal_memo', '{24,48,72}', 3, 7, 'House custom: before the first work hour', '2026-01-01'),
      ('crew_agreement', '{24,48,72}', 3, 7, 'House custom: before the first work hour', '2026-01-01'),
      ('nda', '{12,24,48}', 3, 3, 'House custom: before anything is shown', '2026-01-01'),
      ('talent_release', '{24,48,72,120}', 4, 14, 'House custom: before picture lock', '2026-01-01'),
      ('minor_release', '{24,48,72,120}', 4, 14, 'House custom: before picture lock', '2026-01-01'),
      ('location_release', '{48,72,120}', 3, 14, 'House custom: before the location is shot', '2026-01-01'),
      ('vendor_agreement', '{48,72,120}', 3, 14, 'House custom', '2026-01-01'),
      ('other', '{48,72,120}', 3, 14, 'House custom', '2026-01-01')`.execute(db)
  await sql`
    create table agreement_overtime (
      id text primary key,
      name text not null,
      steps jsonb not null,
      method text not null check (method in ('guarantee', 'flat')),
      source text not null,
      dated date not null,
      version integer not null default 1
    )`.execute(db)
  await sql`
    insert into agreement_overtime (id, name, steps, method, source, dated) values
      ('us-ca-daily', 'California daily', '[{"fromHours":0,"times":1},{"fromHours":8,"times":1.5},{"fromHours":12,"times":2}]', 'guarantee', 'California Labor Code 510', '2026-01-01'),
      ('us-commercial-10', 'US commercial, 10-hour day', '[{"fromHours":0,"times":1},{"fromHours":10,"times":1.5},{"fromHours":14,"times":2}]', 'flat', 'Trade custom, non-union commercials', '2026-01-01'),
      ('us-performer', 'US screen day performer', '[{"fromHours":0,"times":1},{"fromHours":8,"times":1.5},{"fromHours":10,"times":2}]', 'guarantee', 'Screen performers agreement, day performers', '2026-01-01'),
      ('uk-commercial', 'UK commercial, 10-hour day', '[{"fromHours":0,"times":1},{"fromHours":10,"times":1.5}]', 'flat', 'Trade terms for UK commercials', '2026-01-01'),
      ('none-flat', 'Flat, no overtime', '[{"fromHours":0,"times":1}]', 'flat', 'Agreed with the person', '2026-01-01')`.execute(
    db,
  )
  await sql`
    create table agreement_need (
      id text primary key,
      applies_to text not null check (applies_to in ('cast', 'background', 'crew', 'minor', 'location', 'client', 'agency', 'vendor')),
      kind text not null,
      required boolean not null default true,
      source text not null,
      dated date not null,
      version integer not null default 1,
      unique (applies_to, kind)
    )`.execute(db)
  await sql`
    insert into agreement_need (id, applies_to, kind, source, dated) values
      ('cast-talent_release', 'cast', 'talent_release', 'Every person recognisable on screen needs a release before picture lock', '2026-01-01'),
      ('background-talent_release', 'background', 'talent_release', 'Every person recognisable on screen needs a release before picture lock', '2026-01-01'),
      ('minor-minor_release', 'minor', 'minor_release', 'A guardian signs for a minor', '2026-01-01'),
      ('crew-deal_memo', 'crew', 'deal_memo', 'Signed before the first work hour', '2026-01-01'),
      ('location-location_release', 'location', 'location_release', 'Every private place needs a release before picture lock', '2026-01-01')`.execute(
    db,
  )
  await sql`
    create table agreement_point (
      id uuid primary key,
      production_id uuid not null references production on delete restrict,
      template_id uuid not null references agreement_template on delete restrict,
      label text not null,
      on_date date,
      location_id uuid references location on delete set null,
      scene_numbers text[] not null default '{}',
      languages text[] not null,
      scope jsonb not null,
      pay text not null default '',
      content jsonb not null,
      link_id uuid not null references link on delete restrict,
      closes_at timestamptz not null,
      closed_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null,
      created_by_name text not null
    )`.execute(db)
  await sql`create index agreement_point_production on agreement_point (production_id, id)`.execute(db)
  await sql`create index agreement_point_template on agreement_point (template_id)`.execute(db)
  await sql`create index agreement_point_location on agreement_point (location_id)`.execute(db)
  await sql`create unique index agreement_point_link on agreement_point (link_id)`.execute(db)
  await sql`
    create table agreement (
      id uuid primary key,
      production_id uuid not null references production on delete restrict,
      kind text not null,
      number text not null,
      title text not null,
      language text not null,
      subject_kind text not null,
      subject_id uuid not null,
      subject_label text not null,
      person_id uuid references person on delete set null,
      company_id uuid references company on delete set null,
      location_id uuid references location on delete set null,
      on_date date,
      scene_numbers text[] not null default '{}',
      template_version_id uuid references agreement_template_version on delete restrict,
      point_id uuid references agreement_point on delete restrict,
      terms jsonb not null,
      scope jsonb,
      extra jsonb not null default '{}',
      content jsonb,
      content_sha256 text,
      state text not null default 'draft'
        check (state in ('draft', 'pending', 'executed', 'expired', 'superseded', 'declined')),
      channel text not null default 'envelope' check (channel in ('envelope', 'on_set', 'paper')),
      asks_code boolean not null default false,
      sent_at timestamptz,
      sign_by timestamptz,
      completed_at timestamptz,
      ended_at timestamptz,
      end_reason text,
      supersedes_id uuid references agreement on delete restrict,
      effective_from date,
      effective_until date,
      renewal text not null default '',
      notice_days integer,
      docx_file_id uuid references file on delete restrict,
      sealed_file_id uuid references file on delete restrict,
      sealed_at timestamptz,
      submission_key uuid,
      version integer not null default 1,
      created_at timestamptz not null,
      created_by_name text not null,
      unique (production_id, number),
      check (state <> 'draft' or sent_at is null),
      check (state not in ('pending', 'executed', 'declined') or (sent_at is not null and content_sha256 is not null)),
      check (state <> 'executed' or completed_at is not null),
      check (state <> 'declined' or end_reason is not null),
      check (effective_until is null or effective_from is null or effective_until >= effective_from),
      check ((sealed_file_id is null) = (sealed_at is null)),
      check (sealed_file_id is null or completed_at is not null)
    )`.execute(db)
  await sql`create index agreement_by_state on agreement (production_id, state, id)`.execute(db)
  await sql`create index agreement_person on agreement (person_id)`.execute(db)
  await sql`create index agreement_company on agreement (company_id)`.execute(db)
  await sql`create index agreement_location on agreement (location_id)`.execute(db)
  await sql`create index agreement_template_used on agreement (template_version_id)`.execute(db)
  await sql`create index agreement_of_point on agreement (point_id)`.execute(db)
  await sql`create index agreement_docx on agreement (docx_file_id)`.execute(db)
  await sql`create unique index agreement_sealed on agreement (sealed_file_id)`.execute(db)
  await sql`create unique index agreement_once on agreement (submission_key)`.execute(db)
  // Of two who correct the same paper at once, one is told to look again.
  await sql`create unique index agreement_supersedes on agreement (supersedes_id)`.execute(db)
  await sql`create index agreement_subject on agreement (subject_kind, subject_id)`.execute(db)
  await sql`create index agreement_due on agreement (sign_by) where state = 'pending'`.execute(db)
  await sql`create index agreement_unsealed on agreement (completed_at) where sealed_file_id is null and completed_at is not null`.execute(
    db,
  )
  await sql`
    create table agreement_party (
      id uuid primary key,
      agreement_id uuid not null references agreement on delete cascade,
      role text not null check (role in ('signer', 'approver', 'viewer', 'copy', 'in_person', 'guardian')),
      label text not null,
      turn integer not null check (turn between 1 and 50),
      person_id uuid references person on delete set null,
      name text not null,
      email text,
      phone text,
      for_name text,
      link_id uuid references link on delete set null,
      state text not null default 'waiting' check (state in ('waiting', 'sent', 'opened', 'done', 'declined')),
      sent_at timestamptz,
      opened_at timestamptz,
      acted_at timestamptz,
      signed_name text,
      name_reason text,
      signature jsonb,
      signature_file_id uuid references file on delete restrict,
      photo_file_id uuid references file on delete restrict,
      photo_taken_at timestamptz,
      answers jsonb not null default '{}',
      decline_reason text,
      identified_by text,
      ip text,
      device text,
      seen_sha256 text,
      signed_where text,
      code_hash text,
      code_tries integer not null default 0,
      code_expires_at timestamptz,
      code_given_at timestamptz,
      reminders integer not null default 0,
      next_reminder_at timestamptz,
      sort integer not null default 0,
      check (state <> 'done' or acted_at is not null),
      check (state <> 'done' or role not in ('signer', 'in_person', 'guardian') or signed_name is not null)
    )`.execute(db)
  await sql`create index agreement_party_agreement on agreement_party (agreement_id, turn, sort)`.execute(db)
  await sql`create index agreement_party_person on agreement_party (person_id)`.execute(db)
  await sql`create unique index agreement_party_link on agreement_party (link_id)`.execute(db)
  await sql`create index agreement_party_signature on agreement_party (signature_file_id)`.execute(db)
  await sql`create index agreement_party_photo on agreement_party (photo_file_id)`.execute(db)
  await sql`create index agreement_party_due on agreement_party (next_reminder_at) where next_reminder_at is not null`.execute(
    db,
  )
  await sql`
    create table agreement_event (
      id uuid primary key,
      agreement_id uuid not null references agreement on delete cascade,
      party_id uuid references agreement_party on delete set null,
      at timestamptz not null,
      what text not null,
      text text not null,
      ip text,
      device text
    )`.execute(db)
  await sql`create index agreement_event_agreement on agreement_event (agreement_id, id)`.execute(db)
  await sql`create index agreement_event_party on agreement_event (party_id)`.execute(db)
  await sql`
    create table agreement_crowd_notice (
      id uuid primary key,
      production_id uuid not null references production on delete restrict,
      on_date date not null,
      location_id uuid references location on delete set null,
      scene_numbers text[] not null default '{}',
      language text not null,
      position text not null,
      photo_file_id uuid references file on delete restrict,
      photo_taken_at timestamptz,
      submission_key uuid unique,
      created_at timestamptz not null,
      created_by_name text not null
    )`.execute(db)
  await sql`create index agreement_crowd_notice_day on agreement_crowd_notice (production_id, on_date)`.execute(db)
  await sql`create index agreement_crowd_notice_location on agreement_crowd_notice (location_id)`.execute(db)
  await sql`create index agreement_crowd_notice_photo on agreement_crowd_notice (photo_file_id)`.execute(db)
  await sql`
    create table agreement_seal (
      id uuid primary key,
      name text not null,
      source text not null check (source in ('made', 'imported')),
      certificate bytea not null,
      chain jsonb not null default '[]',
      private_key bytea not null,
      fingerprint text not null unique,
      created_at timestamptz not null,
      retired_at timestamptz
    )`.execute(db)
  await sql`create unique index agreement_seal_in_use on agreement_seal ((true)) where retired_at is null`.execute(db)
  // What was shown to a signer, and what was sealed, never changes, whoever writes.
  await sql`
    create function agreement_keeps_what_was_signed() returns trigger language plpgsql as $$
    begin
      if old.content_sha256 is not null and (new.content is distinct from old.content or new.content_sha256 is distinct from old.content_sha256)
        then raise exception 'The text of agreement % was sent and does not change.', old.number; end if;
      if old.sealed_file_id is not null and new.sealed_file_id is distinct from old.sealed_file_id
        then raise exception 'Agreement % is sealed.', old.number; end if;
      if old.completed_at is not null and new.completed_at is distinct from old.completed_at
        then raise exception 'Agreement % was completed once.', old.number; end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger agreement_kept before update on agreement
      for each row execute function agreement_keeps_what_was_signed()`.execute(db)
  await sql`
    create function agreement_party_signs_once() returns trigger language plpgsql as $$
    begin
      if old.state in ('done', 'declined') and (new.state, new.signature, new.signed_name, new.acted_at) is distinct from
        (old.state, old.signature, old.signed_name, old.acted_at)
        then raise exception 'Party % has answered already.', old.id; end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger agreement_party_once before update on agreement_party
      for each row execute function agreement_party_signs_once()`.execute(db)
}
