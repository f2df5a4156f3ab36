-- What db/migrations adds up to. Made by: node scripts/run.mjs scripts/schema.ts

create extension btree_gist;

create extension pg_trgm;

create extension unaccent;

create schema auth;

CREATE OR REPLACE FUNCTION public.agreement_keeps_what_was_signed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if old.content_sha256 is not null and (new.content is distinct from old.content or new.content_sha256 is distinct from old.content_sha256)
        then raise exception 'The text of agreement % was sent and does not change.', old.number; end if;
      if old.sealed_file_id is not null and new.sealed_file_id is distinct from old.sealed_file_id
        then raise exception 'Agreement % is sealed.', old.number; end if;
      if old.completed_at is not null and new.completed_at is distinct from old.completed_at
        then raise exception 'Agreement % was completed once.', old.number; end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION public.agreement_party_signs_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if old.state in ('done', 'declined') and (new.state, new.signature, new.signed_name, new.acted_at) is distinct from
        (old.state, old.signature, old.signed_name, old.acted_at)
        then raise exception 'Party % has answered already.', old.id; end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION public.audit_is_final()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin raise exception 'The audit log is not changed.'; end $function$
;

CREATE OR REPLACE FUNCTION public.booking_day_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if tg_op = 'INSERT' then
        perform keep_booking_runs(array(select distinct booking_id from fresh));
      elsif tg_op = 'DELETE' then
        perform keep_booking_runs(array(select distinct booking_id from gone));
      else
        perform keep_booking_runs(array(select booking_id from fresh union select booking_id from gone));
      end if;
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION public.casting_decision_stands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if tg_op = 'UPDATE' and new.candidate_id is null and (to_jsonb(new) - 'candidate_id') = (to_jsonb(old) - 'candidate_id')
      then return new; end if;
      raise exception 'A casting decision does not change once it is recorded.';
    end $function$
;

CREATE OR REPLACE FUNCTION public.company_alike(wanted text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET "pg_trgm.word_similarity_threshold" TO '0.4'
AS $function$ select id from company where find_text %> wanted $function$
;

CREATE OR REPLACE FUNCTION public.issued_paper_never_changes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if new.view is distinct from old.view or new.facts is distinct from old.facts or new.sha256 <> old.sha256
        or new.number <> old.number or new.issued_at <> old.issued_at then
        raise exception 'An issued call sheet never changes.';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION public.keep_booking_runs(ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    begin
      -- Whoever else changes days of these bookings waits here, and then sees ours.
      perform from booking where id = any(ids) order by id for no key update;
      delete from booking_run where booking_id = any(ids);
      -- A date less its number in the row is the same for all days in a row. Hours stand alone.
      insert into booking_run
        (booking_id, person_id, bookable_id, dates, from_minute, until_minute, state, rank, waits, shared)
      select booking_id, person_id, bookable_id, daterange(min(on_date), max(on_date) + 1), from_minute, until_minute,
        state, rank, waits, shared
      from (
        select *, case when hours = 1 then on_date else on_date - (row_number() over (
          partition by booking_id, resource_id, state, rank, waits, shared, hours order by on_date))::int end as run
        from (
          select booking_id, person_id, bookable_id, resource_id, on_date, from_minute, until_minute, state, rank, hours,
            is_standing and not by_hand and state = 'planning' as waits, shared_reason is not null as shared
          from booking_day
          where booking_id = any(ids) and num_nonnulls(person_id, bookable_id) = 1
            and state in ('planning', 'hold', 'confirmed')) as live
      ) as numbered
      group by booking_id, person_id, bookable_id, from_minute, until_minute, state, rank, waits, shared, run;
    end $function$
;

CREATE OR REPLACE FUNCTION public.person_alike(wanted text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET "pg_trgm.word_similarity_threshold" TO '0.4'
AS $function$ select id from person where find_text %> wanted $function$
;

CREATE OR REPLACE FUNCTION public.schedule_issue_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'what was published never changes'; end $function$
;

CREATE OR REPLACE FUNCTION public.tell_access_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    declare
      who uuid := case tg_table_name when 'user' then (to_jsonb(old) ->> 'id') else (to_jsonb(old) ->> 'user_id') end;
    begin
      perform pg_notify('unitbase_live',
        json_build_object('department', 'access', 'productionId', null, 'ids', json_build_array(who))::text);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION public.words_lowered(words text[])
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select coalesce(array_agg(lower(word)), '{}') from unnest(words) as word $function$
;

create table auth."user" (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean default false not null,
  image text,
  two_factor_enabled boolean default false,
  office_role text default 'member'::text not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email),
  constraint user_office_role_check CHECK ((office_role = ANY (ARRAY['owner'::text, 'admin'::text, 'coordinator'::text, 'finance'::text, 'member'::text])))
);
CREATE TRIGGER account_changed AFTER UPDATE OF disabled_at, office_role ON auth."user" FOR EACH ROW WHEN (((old.disabled_at IS DISTINCT FROM new.disabled_at) OR (old.office_role <> new.office_role))) EXECUTE FUNCTION tell_access_changed();

create table auth.account (
  id uuid not null,
  user_id uuid not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint account_pkey PRIMARY KEY (id)
);
CREATE INDEX account_user ON auth.account USING btree (user_id);

create table auth.passkey (
  id uuid not null,
  user_id uuid not null,
  name text,
  public_key text not null,
  credential_id text not null,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamp with time zone default now(),
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_id_key UNIQUE (credential_id)
);
CREATE INDEX passkey_user ON auth.passkey USING btree (user_id);

create table auth.session (
  id uuid not null,
  user_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token)
);
CREATE INDEX session_of_user ON auth.session USING btree (user_id);
CREATE TRIGGER session_ended AFTER DELETE ON auth.session FOR EACH ROW EXECUTE FUNCTION tell_access_changed();

create table auth.two_factor (
  id uuid not null,
  user_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamp with time zone,
  constraint two_factor_pkey PRIMARY KEY (id)
);
CREATE INDEX two_factor_user ON auth.two_factor USING btree (user_id);

create table auth.verification (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier ON auth.verification USING btree (identifier);

create table public."position" (
  id uuid not null,
  department_id uuid not null,
  name text not null,
  sort smallint not null,
  also text[] default '{}'::text[] not null,
  constraint position_pkey PRIMARY KEY (id),
  constraint position_department_id_name_key UNIQUE (department_id, name)
);

create table public.agreement (
  id uuid not null,
  production_id uuid not null,
  kind text not null,
  number text not null,
  title text not null,
  language text not null,
  subject_kind text not null,
  subject_id uuid not null,
  subject_label text not null,
  person_id uuid,
  company_id uuid,
  location_id uuid,
  on_date date,
  scene_numbers text[] default '{}'::text[] not null,
  template_version_id uuid,
  point_id uuid,
  terms jsonb not null,
  scope jsonb,
  extra jsonb default '{}'::jsonb not null,
  content jsonb,
  content_sha256 text,
  state text default 'draft'::text not null,
  channel text default 'envelope'::text not null,
  asks_code boolean default false not null,
  sent_at timestamp with time zone,
  sign_by timestamp with time zone,
  completed_at timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason text,
  supersedes_id uuid,
  effective_from date,
  effective_until date,
  renewal text default ''::text not null,
  notice_days integer,
  docx_file_id uuid,
  sealed_file_id uuid,
  sealed_at timestamp with time zone,
  submission_key uuid,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by_name text not null,
  seal_fault text,
  seal_tried_at timestamp with time zone,
  asks_payment boolean default false not null,
  constraint agreement_pkey PRIMARY KEY (id),
  constraint agreement_production_id_number_key UNIQUE (production_id, number),
  constraint agreement_channel_check CHECK ((channel = ANY (ARRAY['envelope'::text, 'on_set'::text, 'paper'::text]))),
  constraint agreement_check CHECK (((state <> 'draft'::text) OR (sent_at IS NULL))),
  constraint agreement_check1 CHECK (((state <> ALL (ARRAY['pending'::text, 'executed'::text, 'declined'::text])) OR ((sent_at IS NOT NULL) AND (content_sha256 IS NOT NULL)))),
  constraint agreement_check2 CHECK (((state <> 'executed'::text) OR (completed_at IS NOT NULL))),
  constraint agreement_check3 CHECK (((state <> 'declined'::text) OR (end_reason IS NOT NULL))),
  constraint agreement_check4 CHECK (((effective_until IS NULL) OR (effective_from IS NULL) OR (effective_until >= effective_from))),
  constraint agreement_check5 CHECK (((sealed_file_id IS NULL) = (sealed_at IS NULL))),
  constraint agreement_check6 CHECK (((sealed_file_id IS NULL) OR (completed_at IS NOT NULL))),
  constraint agreement_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'pending'::text, 'executed'::text, 'expired'::text, 'superseded'::text, 'declined'::text])))
);
CREATE INDEX agreement_by_state ON public.agreement USING btree (production_id, state, id);
CREATE INDEX agreement_company ON public.agreement USING btree (company_id);
CREATE INDEX agreement_docx ON public.agreement USING btree (docx_file_id);
CREATE INDEX agreement_due ON public.agreement USING btree (sign_by) WHERE (state = 'pending'::text);
CREATE INDEX agreement_location ON public.agreement USING btree (location_id);
CREATE INDEX agreement_of_point ON public.agreement USING btree (point_id);
CREATE INDEX agreement_person ON public.agreement USING btree (person_id);
CREATE INDEX agreement_subject ON public.agreement USING btree (subject_kind, subject_id);
CREATE INDEX agreement_template_used ON public.agreement USING btree (template_version_id);
CREATE INDEX agreement_unsealed ON public.agreement USING btree (completed_at) WHERE ((sealed_file_id IS NULL) AND (completed_at IS NOT NULL));
CREATE UNIQUE INDEX agreement_once ON public.agreement USING btree (submission_key);
CREATE UNIQUE INDEX agreement_sealed ON public.agreement USING btree (sealed_file_id);
CREATE UNIQUE INDEX agreement_supersedes ON public.agreement USING btree (supersedes_id);
CREATE TRIGGER agreement_kept BEFORE UPDATE ON public.agreement FOR EACH ROW EXECUTE FUNCTION agreement_keeps_what_was_signed();

create table public.agreement_clause (
  id uuid not null,
  key text not null,
  title text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint agreement_clause_pkey PRIMARY KEY (id),
  constraint agreement_clause_key_key UNIQUE (key),
  constraint agreement_clause_key_check CHECK ((key ~ '^[a-z][a-z0-9_]{1,40}$'::text))
);

create table public.agreement_clause_version (
  id uuid not null,
  clause_id uuid not null,
  number integer not null,
  texts jsonb not null,
  note text default ''::text not null,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  approved_by_name text,
  approved_at timestamp with time zone,
  constraint agreement_clause_version_pkey PRIMARY KEY (id),
  constraint agreement_clause_version_clause_id_number_key UNIQUE (clause_id, number),
  constraint agreement_clause_version_check CHECK (((approved_by_name IS NULL) = (approved_at IS NULL)))
);

create table public.agreement_crowd_notice (
  id uuid not null,
  production_id uuid not null,
  on_date date not null,
  location_id uuid,
  scene_numbers text[] default '{}'::text[] not null,
  language text not null,
  "position" text not null,
  photo_file_id uuid,
  photo_taken_at timestamp with time zone,
  submission_key uuid,
  created_at timestamp with time zone not null,
  created_by_name text not null,
  constraint agreement_crowd_notice_pkey PRIMARY KEY (id),
  constraint agreement_crowd_notice_submission_key_key UNIQUE (submission_key)
);
CREATE INDEX agreement_crowd_notice_day ON public.agreement_crowd_notice USING btree (production_id, on_date);
CREATE INDEX agreement_crowd_notice_location ON public.agreement_crowd_notice USING btree (location_id);
CREATE INDEX agreement_crowd_notice_photo ON public.agreement_crowd_notice USING btree (photo_file_id);

create table public.agreement_event (
  id uuid not null,
  agreement_id uuid not null,
  party_id uuid,
  at timestamp with time zone not null,
  what text not null,
  text text not null,
  ip text,
  device text,
  constraint agreement_event_pkey PRIMARY KEY (id)
);
CREATE INDEX agreement_event_agreement ON public.agreement_event USING btree (agreement_id, id);
CREATE INDEX agreement_event_party ON public.agreement_event USING btree (party_id);

create table public.agreement_ladder (
  kind text not null,
  steps_hours integer[] not null,
  most integer not null,
  sign_within_days integer not null,
  notice_days integer default 60 not null,
  source text not null,
  dated date not null,
  version integer default 1 not null,
  constraint agreement_ladder_pkey PRIMARY KEY (kind),
  constraint agreement_ladder_most_check CHECK (((most >= 0) AND (most <= 20))),
  constraint agreement_ladder_notice_days_check CHECK ((notice_days >= 0)),
  constraint agreement_ladder_sign_within_days_check CHECK (((sign_within_days >= 1) AND (sign_within_days <= 365)))
);

create table public.agreement_need (
  id text not null,
  applies_to text not null,
  kind text not null,
  required boolean default true not null,
  source text not null,
  dated date not null,
  version integer default 1 not null,
  constraint agreement_need_pkey PRIMARY KEY (id),
  constraint agreement_need_applies_to_kind_key UNIQUE (applies_to, kind),
  constraint agreement_need_applies_to_check CHECK ((applies_to = ANY (ARRAY['cast'::text, 'background'::text, 'crew'::text, 'minor'::text, 'location'::text, 'client'::text, 'agency'::text, 'vendor'::text])))
);

create table public.agreement_party (
  id uuid not null,
  agreement_id uuid not null,
  role text not null,
  label text not null,
  turn integer not null,
  person_id uuid,
  name text not null,
  email text,
  phone text,
  for_name text,
  link_id uuid,
  state text default 'waiting'::text not null,
  sent_at timestamp with time zone,
  opened_at timestamp with time zone,
  acted_at timestamp with time zone,
  signed_name text,
  name_reason text,
  signature jsonb,
  signature_file_id uuid,
  photo_file_id uuid,
  photo_taken_at timestamp with time zone,
  answers jsonb default '{}'::jsonb not null,
  decline_reason text,
  identified_by text,
  ip text,
  device text,
  seen_sha256 text,
  signed_where text,
  code_hash text,
  code_tries integer default 0 not null,
  code_expires_at timestamp with time zone,
  code_given_at timestamp with time zone,
  reminders integer default 0 not null,
  next_reminder_at timestamp with time zone,
  sort integer default 0 not null,
  tax_given_at timestamp with time zone,
  bank_given_at timestamp with time zone,
  payment_reminders integer default 0 not null,
  next_payment_reminder_at timestamp with time zone,
  constraint agreement_party_pkey PRIMARY KEY (id),
  constraint agreement_party_check CHECK (((state <> 'done'::text) OR (acted_at IS NOT NULL))),
  constraint agreement_party_check1 CHECK (((state <> 'done'::text) OR (role <> ALL (ARRAY['signer'::text, 'in_person'::text, 'guardian'::text])) OR (signed_name IS NOT NULL))),
  constraint agreement_party_role_check CHECK ((role = ANY (ARRAY['signer'::text, 'approver'::text, 'viewer'::text, 'copy'::text, 'in_person'::text, 'guardian'::text]))),
  constraint agreement_party_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'opened'::text, 'done'::text, 'declined'::text]))),
  constraint agreement_party_turn_check CHECK (((turn >= 1) AND (turn <= 50)))
);
CREATE INDEX agreement_party_agreement ON public.agreement_party USING btree (agreement_id, turn, sort);
CREATE INDEX agreement_party_due ON public.agreement_party USING btree (next_reminder_at) WHERE (next_reminder_at IS NOT NULL);
CREATE INDEX agreement_party_payment_reminder ON public.agreement_party USING btree (next_payment_reminder_at) WHERE (next_payment_reminder_at IS NOT NULL);
CREATE INDEX agreement_party_person ON public.agreement_party USING btree (person_id);
CREATE INDEX agreement_party_photo ON public.agreement_party USING btree (photo_file_id);
CREATE INDEX agreement_party_signature ON public.agreement_party USING btree (signature_file_id);
CREATE UNIQUE INDEX agreement_party_link ON public.agreement_party USING btree (link_id);
CREATE TRIGGER agreement_party_once BEFORE UPDATE ON public.agreement_party FOR EACH ROW EXECUTE FUNCTION agreement_party_signs_once();

create table public.agreement_point (
  id uuid not null,
  production_id uuid not null,
  template_id uuid not null,
  label text not null,
  on_date date,
  location_id uuid,
  scene_numbers text[] default '{}'::text[] not null,
  languages text[] not null,
  scope jsonb not null,
  content jsonb not null,
  link_id uuid not null,
  closes_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by_name text not null,
  pay jsonb default '{}'::jsonb not null,
  constraint agreement_point_pkey PRIMARY KEY (id)
);
CREATE INDEX agreement_point_location ON public.agreement_point USING btree (location_id);
CREATE INDEX agreement_point_production ON public.agreement_point USING btree (production_id, id);
CREATE INDEX agreement_point_template ON public.agreement_point USING btree (template_id);
CREATE UNIQUE INDEX agreement_point_link ON public.agreement_point USING btree (link_id);

create table public.agreement_seal (
  id uuid not null,
  name text not null,
  source text not null,
  certificate bytea not null,
  chain jsonb default '[]'::jsonb not null,
  private_key bytea not null,
  fingerprint text not null,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint agreement_seal_pkey PRIMARY KEY (id),
  constraint agreement_seal_fingerprint_key UNIQUE (fingerprint),
  constraint agreement_seal_source_check CHECK ((source = ANY (ARRAY['made'::text, 'imported'::text])))
);
CREATE UNIQUE INDEX agreement_seal_in_use ON public.agreement_seal USING btree ((true)) WHERE (retired_at IS NULL);

create table public.agreement_template (
  id uuid not null,
  kind text not null,
  name text not null,
  roles jsonb not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint agreement_template_pkey PRIMARY KEY (id)
);

create table public.agreement_template_version (
  id uuid not null,
  template_id uuid not null,
  number integer not null,
  texts jsonb not null,
  docx_file_id uuid,
  note text default ''::text not null,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  approved_by_name text,
  approved_at timestamp with time zone,
  constraint agreement_template_version_pkey PRIMARY KEY (id),
  constraint agreement_template_version_template_id_number_key UNIQUE (template_id, number),
  constraint agreement_template_version_check CHECK (((approved_by_name IS NULL) = (approved_at IS NULL)))
);
CREATE INDEX agreement_template_version_docx ON public.agreement_template_version USING btree (docx_file_id);

create table public.agreement_timestamp (
  sole boolean default true not null,
  url text,
  user_name text default ''::text not null,
  password bytea,
  wait_hours integer default 24 not null,
  tried_at timestamp with time zone,
  fault text,
  version integer default 1 not null,
  constraint agreement_timestamp_pkey PRIMARY KEY (sole),
  constraint agreement_timestamp_sole_check CHECK (sole),
  constraint agreement_timestamp_wait_hours_check CHECK (((wait_hours >= 0) AND (wait_hours <= 240)))
);

create table public.api_token (
  id uuid not null,
  user_id uuid not null,
  name text not null,
  hash text not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (id),
  constraint api_token_hash_key UNIQUE (hash)
);
CREATE INDEX api_token_user ON public.api_token USING btree (user_id);
CREATE TRIGGER token_revoked AFTER UPDATE OF revoked_at ON public.api_token FOR EACH ROW WHEN ((old.revoked_at IS DISTINCT FROM new.revoked_at)) EXECUTE FUNCTION tell_access_changed();

create table public.audit_change (
  entry_id uuid not null,
  field text not null,
  before jsonb,
  after jsonb,
  constraint audit_change_pkey PRIMARY KEY (entry_id, field)
);
CREATE TRIGGER audit_change_final BEFORE DELETE OR UPDATE ON public.audit_change FOR EACH STATEMENT EXECUTE FUNCTION audit_is_final();

create table public.audit_entry (
  id uuid not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text,
  actor_name text not null,
  verb text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_label text,
  production_id uuid,
  constraint audit_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_entry_production ON public.audit_entry USING btree (production_id, id DESC);
CREATE INDEX audit_entry_subject ON public.audit_entry USING btree (subject_kind, subject_id, id DESC);
CREATE TRIGGER audit_entry_final BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_is_final();

create table public.availability (
  id uuid not null,
  person_id uuid,
  location_id uuid,
  unit text,
  production_id uuid,
  on_date date not null,
  from_minute smallint,
  until_minute smallint,
  kind text not null,
  note text default ''::text not null,
  source text default ''::text not null,
  created_at timestamp with time zone not null,
  series_id uuid,
  bookable_id uuid,
  constraint availability_pkey PRIMARY KEY (id),
  constraint availability_check1 CHECK (((unit IS NULL) OR (production_id IS NOT NULL))),
  constraint availability_check2 CHECK (((from_minute IS NULL) OR (until_minute IS NULL) OR (from_minute < until_minute))),
  constraint availability_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 2880))),
  constraint availability_kind_check CHECK ((kind = ANY (ARRAY['unavailable'::text, 'day_off'::text, 'leave'::text, 'travel'::text, 'tentative'::text]))),
  constraint availability_of CHECK ((num_nonnulls(person_id, location_id, unit, bookable_id) = 1)),
  constraint availability_until_minute_check CHECK (((until_minute >= 0) AND (until_minute <= 2880)))
);
CREATE INDEX availability_bookable ON public.availability USING btree (bookable_id, on_date);
CREATE INDEX availability_date ON public.availability USING btree (on_date);
CREATE INDEX availability_location ON public.availability USING btree (location_id, on_date);
CREATE INDEX availability_person ON public.availability USING btree (person_id, on_date);
CREATE INDEX availability_production ON public.availability USING btree (production_id, on_date);
CREATE INDEX availability_series ON public.availability USING btree (series_id, on_date) WHERE (series_id IS NOT NULL);

create table public.board (
  id uuid not null,
  production_id uuid not null,
  name text not null,
  state text default 'draft'::text not null,
  runs_alongside boolean default false not null,
  minutes_per_eighth smallint default 10 not null,
  prep_minutes smallint default 60 not null,
  wrap_minutes smallint default 30 not null,
  default_target_eighths smallint,
  look jsonb not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  days_off smallint[],
  palette_id text not null,
  layout_id text not null,
  constraint board_pkey PRIMARY KEY (id),
  constraint board_days_off_check CHECK (((days_off IS NULL) OR ((days_off <@ '{1,2,3,4,5,6,7}'::smallint[]) AND (cardinality(days_off) <= 6)))),
  constraint board_default_target_eighths_check CHECK ((default_target_eighths > 0)),
  constraint board_minutes_per_eighth_check CHECK (((minutes_per_eighth >= 1) AND (minutes_per_eighth <= 240))),
  constraint board_prep_minutes_check CHECK (((prep_minutes >= 0) AND (prep_minutes <= 600))),
  constraint board_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'active'::text]))),
  constraint board_wrap_minutes_check CHECK (((wrap_minutes >= 0) AND (wrap_minutes <= 600)))
);
CREATE INDEX board_layout ON public.board USING btree (layout_id);
CREATE INDEX board_palette ON public.board USING btree (palette_id);
CREATE INDEX board_production ON public.board USING btree (production_id);
CREATE UNIQUE INDEX board_active ON public.board USING btree (production_id) WHERE ((state = 'active'::text) AND (NOT runs_alongside) AND (archived_at IS NULL));

create table public.board_calendar_day (
  board_id uuid not null,
  on_date date not null,
  kind text not null,
  label text default ''::text not null,
  constraint board_calendar_day_pkey PRIMARY KEY (board_id, on_date),
  constraint board_calendar_day_kind_check CHECK ((kind = ANY (ARRAY['off'::text, 'holiday'::text, 'travel'::text, 'hiatus'::text, 'work'::text])))
);

create table public.bookable (
  id uuid not null,
  kind text not null,
  name text not null,
  production_id uuid,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  place text default ''::text not null,
  mark text default ''::text not null,
  capacity integer,
  notes text default ''::text not null,
  zone text,
  by_hours boolean default false not null,
  opens_minute smallint,
  closes_minute smallint,
  find_text text default ''::text not null,
  version integer default 1 not null,
  constraint bookable_pkey PRIMARY KEY (id),
  constraint bookable_capacity_check CHECK ((capacity > 0)),
  constraint bookable_clock CHECK (((kind = 'unit'::text) OR (zone IS NOT NULL))),
  constraint bookable_closes_minute_check CHECK (((closes_minute >= 1) AND (closes_minute <= 2880))),
  constraint bookable_kind_check CHECK ((kind = ANY (ARRAY['unit'::text, 'room'::text, 'vehicle'::text, 'kit'::text]))),
  constraint bookable_of CHECK (((kind = 'unit'::text) = (production_id IS NOT NULL))),
  constraint bookable_open CHECK ((COALESCE((opens_minute)::integer, 0) < COALESCE((closes_minute)::integer, 1440))),
  constraint bookable_opens_minute_check CHECK (((opens_minute >= 0) AND (opens_minute <= 1439)))
);
CREATE INDEX bookable_list ON public.bookable USING btree (kind, lower(name), id) WHERE (production_id IS NULL);
CREATE UNIQUE INDEX bookable_name ON public.bookable USING btree (kind, lower(name)) WHERE ((production_id IS NULL) AND (archived_at IS NULL));
CREATE UNIQUE INDEX bookable_unit ON public.bookable USING btree (production_id, kind, name) WHERE (production_id IS NOT NULL);

create table public.booking (
  id uuid not null,
  production_id uuid,
  engagement_id uuid,
  department_id uuid,
  title text not null,
  purpose text default ''::text not null,
  is_main boolean default false not null,
  holder text default ''::text not null,
  source text default ''::text not null,
  hold_means text default 'courtesy'::text not null,
  terms jsonb,
  expires_on date,
  note text default ''::text not null,
  label_id uuid,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by text default ''::text not null,
  constraint booking_pkey PRIMARY KEY (id),
  constraint booking_check CHECK (((production_id IS NOT NULL) OR (holder <> ''::text))),
  constraint booking_check1 CHECK (((NOT is_main) OR (engagement_id IS NOT NULL))),
  constraint booking_hold_means_check CHECK ((hold_means = ANY (ARRAY['courtesy'::text, 'engagement'::text])))
);
CREATE INDEX booking_department ON public.booking USING btree (department_id);
CREATE INDEX booking_engagement ON public.booking USING btree (engagement_id);
CREATE INDEX booking_expires ON public.booking USING btree (expires_on) WHERE (expires_on IS NOT NULL);
CREATE INDEX booking_label_used ON public.booking USING btree (label_id);
CREATE INDEX booking_production ON public.booking USING btree (production_id);
CREATE UNIQUE INDEX booking_main ON public.booking USING btree (engagement_id) WHERE is_main;

create table public.booking_ask (
  id uuid not null,
  production_id uuid not null,
  department_id uuid,
  title text not null,
  kind text not null,
  mode text not null,
  meanwhile text not null,
  win_as text not null,
  dates date[] not null,
  terms jsonb,
  message text default ''::text not null,
  zone text not null,
  state text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  constraint booking_ask_pkey PRIMARY KEY (id),
  constraint booking_ask_dates_check CHECK ((cardinality(dates) > 0)),
  constraint booking_ask_kind_check CHECK ((kind = ANY (ARRAY['availability'::text, 'job'::text]))),
  constraint booking_ask_meanwhile_check CHECK ((meanwhile = ANY (ARRAY['planning'::text, 'hold'::text]))),
  constraint booking_ask_mode_check CHECK ((mode = ANY (ARRAY['first'::text, 'choose'::text]))),
  constraint booking_ask_state_check CHECK ((state = ANY (ARRAY['open'::text, 'filled'::text, 'closed'::text, 'expired'::text]))),
  constraint booking_ask_win_as_check CHECK ((win_as = ANY (ARRAY['hold'::text, 'confirmed'::text])))
);
CREATE INDEX booking_ask_department ON public.booking_ask USING btree (department_id);
CREATE INDEX booking_ask_production ON public.booking_ask USING btree (production_id, id DESC);

create table public.booking_ask_event (
  id uuid not null,
  ask_id uuid not null,
  at timestamp with time zone not null,
  by_name text not null,
  words text not null,
  figures text default ''::text not null,
  constraint booking_ask_event_pkey PRIMARY KEY (id)
);
CREATE INDEX booking_ask_event_ask ON public.booking_ask_event USING btree (ask_id, id DESC);

create table public.booking_ask_person (
  id uuid not null,
  ask_id uuid not null,
  person_id uuid not null,
  booking_id uuid not null,
  link_id uuid,
  state text not null,
  words text default ''::text not null,
  offer jsonb,
  theirs jsonb,
  asked_at timestamp with time zone not null,
  answer_by timestamp with time zone not null,
  opened_at timestamp with time zone,
  answered_at timestamp with time zone,
  reminded_at timestamp with time zone,
  letter_id uuid,
  constraint booking_ask_person_pkey PRIMARY KEY (id),
  constraint booking_ask_person_ask_id_person_id_key UNIQUE (ask_id, person_id),
  constraint booking_ask_person_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'yes'::text, 'yes_if'::text, 'counter'::text, 'no'::text, 'won'::text, 'let_go'::text, 'expired'::text])))
);
CREATE INDEX booking_ask_person_due ON public.booking_ask_person USING btree (answer_by) WHERE (state = 'asked'::text);
CREATE INDEX booking_ask_person_letter ON public.booking_ask_person USING btree (letter_id);
CREATE INDEX booking_ask_person_person ON public.booking_ask_person USING btree (person_id, asked_at);
CREATE UNIQUE INDEX booking_ask_person_booking ON public.booking_ask_person USING btree (booking_id);
CREATE UNIQUE INDEX booking_ask_person_link ON public.booking_ask_person USING btree (link_id);
CREATE UNIQUE INDEX booking_ask_winner ON public.booking_ask_person USING btree (ask_id) WHERE (state = 'won'::text);

create table public.booking_challenge (
  id uuid not null,
  booking_id uuid not null,
  against_id uuid not null,
  day_ids uuid[] not null,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  due_at timestamp with time zone not null,
  zone text not null,
  rule text not null,
  state text not null,
  answered_at timestamp with time zone,
  answered_by text default ''::text not null,
  our_link_id uuid,
  their_link_id uuid,
  constraint booking_challenge_pkey PRIMARY KEY (id),
  constraint booking_challenge_check CHECK (((state = 'open'::text) = (answered_at IS NULL))),
  constraint booking_challenge_check1 CHECK ((booking_id <> against_id)),
  constraint booking_challenge_state_check CHECK ((state = ANY (ARRAY['open'::text, 'booked'::text, 'released'::text, 'lapsed'::text, 'withdrawn'::text])))
);
CREATE INDEX booking_challenge_against ON public.booking_challenge USING btree (against_id);
CREATE INDEX booking_challenge_booking ON public.booking_challenge USING btree (booking_id);
CREATE INDEX booking_challenge_due ON public.booking_challenge USING btree (due_at) WHERE (state = 'open'::text);
CREATE INDEX booking_challenge_ours ON public.booking_challenge USING btree (our_link_id);
CREATE INDEX booking_challenge_theirs ON public.booking_challenge USING btree (their_link_id);
CREATE UNIQUE INDEX booking_challenge_open ON public.booking_challenge USING btree (booking_id, against_id) WHERE (state = 'open'::text);

create table public.booking_day (
  id uuid not null,
  booking_id uuid not null,
  person_id uuid,
  location_id uuid,
  bookable_id uuid,
  resource_id uuid generated always as (COALESCE(person_id, location_id, bookable_id)) stored,
  on_date date not null,
  from_minute smallint,
  until_minute smallint,
  zone text not null,
  state text not null,
  rank smallint,
  asked_at timestamp with time zone not null,
  is_standing boolean default false not null,
  by_hand boolean default true not null,
  shared_reason text,
  shared_by text,
  ended_at timestamp with time zone,
  was text,
  ended_reason text default ''::text not null,
  fee_percent smallint,
  hours smallint generated always as (
CASE
    WHEN ((from_minute IS NULL) AND (until_minute IS NULL)) THEN 0
    ELSE 1
END) stored,
  wall tsrange generated always as (tsrange((on_date + make_interval(mins => COALESCE((from_minute)::integer, 0))), (on_date + make_interval(mins => COALESCE((until_minute)::integer, 1440))))) stored,
  span tstzrange generated always as (tstzrange(LEAST(((on_date + make_interval(mins => COALESCE((from_minute)::integer, 0))) AT TIME ZONE zone), ((on_date + make_interval(mins => COALESCE((until_minute)::integer, 1440))) AT TIME ZONE zone)), GREATEST(((on_date + make_interval(mins => COALESCE((from_minute)::integer, 0))) AT TIME ZONE zone), ((on_date + make_interval(mins => COALESCE((until_minute)::integer, 1440))) AT TIME ZONE zone)))) stored,
  constraint booking_day_pkey PRIMARY KEY (id),
  constraint booking_day_once UNIQUE NULLS NOT DISTINCT (booking_id, resource_id, on_date, from_minute),
  constraint booking_day_check CHECK ((num_nonnulls(person_id, location_id, bookable_id) <= 1)),
  constraint booking_day_check1 CHECK ((COALESCE((from_minute)::integer, 0) < COALESCE((until_minute)::integer, 1440))),
  constraint booking_day_check2 CHECK (((rank IS NULL) OR (state = 'hold'::text))),
  constraint booking_day_check3 CHECK ((is_standing OR by_hand)),
  constraint booking_day_check4 CHECK (((shared_reason IS NULL) = (shared_by IS NULL))),
  constraint booking_day_fee_percent_check CHECK (((fee_percent >= 0) AND (fee_percent <= 100))),
  constraint booking_day_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 2880))),
  constraint booking_day_rank_check CHECK ((rank >= 1)),
  constraint booking_day_state_check1 CHECK ((state = ANY (ARRAY['planning'::text, 'hold'::text, 'confirmed'::text, 'released'::text, 'cancelled'::text]))),
  constraint booking_day_until_minute_check CHECK (((until_minute >= 0) AND (until_minute <= 2880))),
  constraint booking_day_was_check CHECK ((was = ANY (ARRAY['planning'::text, 'hold'::text, 'confirmed'::text]))),
  constraint booking_day_hours EXCLUDE USING gist (resource_id WITH =, span WITH &&) WHERE (((state = 'confirmed'::text) AND (shared_reason IS NULL) AND ((from_minute IS NOT NULL) OR (until_minute IS NOT NULL)))),
  constraint booking_day_hours_of_a_day EXCLUDE USING gist (resource_id WITH =, hours WITH <>, wall WITH &&) WHERE (((state = 'confirmed'::text) AND (shared_reason IS NULL))),
  constraint booking_day_whole_days EXCLUDE USING gist (resource_id WITH =, on_date WITH =) WHERE (((state = 'confirmed'::text) AND (shared_reason IS NULL) AND (from_minute IS NULL) AND (until_minute IS NULL)))
);
CREATE INDEX booking_day_bookable ON public.booking_day USING btree (bookable_id);
CREATE INDEX booking_day_date ON public.booking_day USING btree (on_date, resource_id);
CREATE INDEX booking_day_holds ON public.booking_day USING btree (resource_id) WHERE (state = 'hold'::text);
CREATE INDEX booking_day_location ON public.booking_day USING btree (location_id);
CREATE INDEX booking_day_person ON public.booking_day USING btree (person_id);
CREATE INDEX booking_day_resource ON public.booking_day USING btree (resource_id, on_date);
CREATE TRIGGER booking_day_added AFTER INSERT ON public.booking_day REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION booking_day_changed();
CREATE TRIGGER booking_day_moved AFTER UPDATE ON public.booking_day REFERENCING OLD TABLE AS gone NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION booking_day_changed();
CREATE TRIGGER booking_day_removed AFTER DELETE ON public.booking_day REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION booking_day_changed();

create table public.booking_event (
  id uuid not null,
  booking_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  words text not null,
  by_name text not null,
  constraint booking_event_pkey PRIMARY KEY (id)
);
CREATE INDEX booking_event_booking ON public.booking_event USING btree (booking_id, id);

create table public.booking_label (
  id uuid not null,
  meaning text not null,
  name text not null,
  sort integer default 0 not null,
  version integer default 1 not null,
  archived_at timestamp with time zone,
  constraint booking_label_pkey PRIMARY KEY (id),
  constraint booking_label_meaning_name_key UNIQUE (meaning, name),
  constraint booking_label_meaning_check CHECK ((meaning = ANY (ARRAY['planning'::text, 'hold'::text, 'confirmed'::text, 'released'::text, 'cancelled'::text])))
);

create table public.booking_rule (
  id smallint default 1 not null,
  challenge_rule text not null,
  answer_by_minute smallint not null,
  answer_hours smallint not null,
  undecided_days smallint not null,
  settle_hours smallint not null,
  source text not null,
  dated date not null,
  version integer default 1 not null,
  week_days smallint default 6 not null,
  papers_gate text default 'warn'::text not null,
  constraint booking_rule_pkey PRIMARY KEY (id),
  constraint booking_rule_answer_by_minute_check CHECK (((answer_by_minute >= 0) AND (answer_by_minute <= 1440))),
  constraint booking_rule_answer_hours_check CHECK (((answer_hours >= 1) AND (answer_hours <= 240))),
  constraint booking_rule_challenge_rule_check CHECK ((challenge_rule = ANY (ARRAY['next_business_day'::text, 'plain_hours'::text]))),
  constraint booking_rule_id_check CHECK ((id = 1)),
  constraint booking_rule_papers_gate_check CHECK ((papers_gate = ANY (ARRAY['warn'::text, 'block'::text]))),
  constraint booking_rule_settle_hours_check CHECK (((settle_hours >= 0) AND (settle_hours <= 240))),
  constraint booking_rule_undecided_days_check CHECK (((undecided_days >= 0) AND (undecided_days <= 60))),
  constraint booking_rule_week_days_check CHECK (((week_days >= 1) AND (week_days <= 7)))
);

create table public.booking_run (
  booking_id uuid not null,
  person_id uuid,
  dates daterange not null,
  from_minute smallint,
  until_minute smallint,
  state text not null,
  rank smallint,
  waits boolean not null,
  shared boolean not null,
  bookable_id uuid,
  constraint booking_run_of CHECK ((num_nonnulls(person_id, bookable_id) = 1))
);
CREATE INDEX booking_run_bookable ON public.booking_run USING btree (bookable_id);
CREATE INDEX booking_run_booking ON public.booking_run USING btree (booking_id);
CREATE INDEX booking_run_dates ON public.booking_run USING gist (dates);
CREATE INDEX booking_run_person ON public.booking_run USING btree (person_id);

create table public.booking_told (
  production_id uuid not null,
  person_id uuid not null,
  plan jsonb not null,
  told_at timestamp with time zone not null,
  told_by text not null,
  how text not null,
  message_id uuid,
  plan_before jsonb,
  told_before timestamp with time zone,
  constraint booking_told_pkey PRIMARY KEY (production_id, person_id),
  constraint booking_told_how_check CHECK ((how = ANY (ARRAY['letter'::text, 'by_hand'::text])))
);
CREATE INDEX booking_told_message ON public.booking_told USING btree (message_id);
CREATE INDEX booking_told_person ON public.booking_told USING btree (person_id);

create table public.calendar_day (
  production_id uuid not null,
  on_date date not null,
  kind text not null,
  label text default ''::text not null,
  constraint calendar_day_pkey PRIMARY KEY (production_id, on_date),
  constraint calendar_day_kind_check CHECK ((kind = ANY (ARRAY['off'::text, 'holiday'::text, 'travel'::text, 'hiatus'::text, 'work'::text])))
);

create table public.call_sheet (
  id uuid not null,
  production_id uuid not null,
  on_date date not null,
  unit text not null,
  variant text default ''::text not null,
  status text default 'draft'::text not null,
  blocks jsonb not null,
  overrides jsonb default '{}'::jsonb not null,
  ready_at timestamp with time zone,
  ready_by uuid,
  ready_by_name text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  archived_at timestamp with time zone,
  constraint call_sheet_pkey PRIMARY KEY (id),
  constraint call_sheet_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'ready'::text, 'published'::text])))
);
CREATE INDEX call_sheet_created_by ON public.call_sheet USING btree (created_by);
CREATE INDEX call_sheet_production ON public.call_sheet USING btree (production_id, on_date);
CREATE INDEX call_sheet_ready_by ON public.call_sheet USING btree (ready_by);
CREATE UNIQUE INDEX call_sheet_one_of_a_kind ON public.call_sheet USING btree (production_id, on_date, lower(unit), lower(variant)) WHERE (archived_at IS NULL);

create table public.call_sheet_dispatch (
  id uuid not null,
  production_id uuid not null,
  on_date date not null,
  unit text not null,
  kind text not null,
  channel text not null,
  at timestamp with time zone not null,
  leaves_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  by_name text not null,
  names text[] not null,
  message_ids uuid[] not null,
  constraint call_sheet_dispatch_pkey PRIMARY KEY (id),
  constraint call_sheet_dispatch_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  constraint call_sheet_dispatch_kind_check CHECK ((kind = ANY (ARRAY['issue'::text, 'reminder'::text, 'correction'::text, 'addition'::text])))
);
CREATE INDEX call_sheet_dispatch_day ON public.call_sheet_dispatch USING btree (production_id, on_date, id DESC);

create table public.call_sheet_event (
  id uuid not null,
  production_id uuid not null,
  notice_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  channel text,
  text text default ''::text not null,
  by_name text,
  constraint call_sheet_event_pkey PRIMARY KEY (id)
);
CREATE INDEX call_sheet_event_notice ON public.call_sheet_event USING btree (notice_id, id);
CREATE INDEX call_sheet_event_production ON public.call_sheet_event USING btree (production_id, at);

create table public.call_sheet_issue (
  id uuid not null,
  call_sheet_id uuid not null,
  production_id uuid not null,
  on_date date not null,
  unit text not null,
  number integer not null,
  colour text not null,
  fill text not null,
  word text not null,
  preliminary boolean not null,
  facts jsonb not null,
  view jsonb not null,
  sha256 text not null,
  schedule_issue_id uuid,
  board_id uuid,
  issued_at timestamp with time zone not null,
  issued_by uuid,
  issued_by_name text not null,
  constraint call_sheet_issue_pkey PRIMARY KEY (id),
  constraint call_sheet_issue_number_check CHECK ((number > 0))
);
CREATE INDEX call_sheet_issue_board ON public.call_sheet_issue USING btree (board_id);
CREATE INDEX call_sheet_issue_day ON public.call_sheet_issue USING btree (on_date);
CREATE INDEX call_sheet_issue_issued_by ON public.call_sheet_issue USING btree (issued_by);
CREATE INDEX call_sheet_issue_schedule ON public.call_sheet_issue USING btree (schedule_issue_id);
CREATE INDEX call_sheet_issue_sheet ON public.call_sheet_issue USING btree (call_sheet_id, issued_at DESC);
CREATE UNIQUE INDEX call_sheet_issue_number ON public.call_sheet_issue USING btree (production_id, on_date, lower(unit), number) WHERE (NOT preliminary);
CREATE TRIGGER call_sheet_issue_never_changes BEFORE UPDATE ON public.call_sheet_issue FOR EACH ROW EXECUTE FUNCTION issued_paper_never_changes();

create table public.call_sheet_notice (
  id uuid not null,
  production_id uuid not null,
  call_sheet_id uuid not null,
  issue_id uuid not null,
  on_date date not null,
  unit text not null,
  issue_number integer not null,
  issue_word text not null,
  engagement_id uuid not null,
  person_id uuid,
  name text not null,
  email text,
  phone text,
  locale text not null,
  copy_number integer not null,
  copies integer not null,
  code text not null,
  task text not null,
  asks boolean not null,
  head jsonb not null,
  personal jsonb not null,
  rest jsonb,
  changes jsonb not null,
  since jsonb,
  visible_from timestamp with time zone,
  superseded_at timestamp with time zone,
  carried_from uuid,
  state text not null,
  state_at timestamp with time zone not null,
  channel text not null,
  left_at timestamp with time zone,
  delivered_at timestamp with time zone,
  opened_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  problem jsonb,
  mail_reply text,
  rungs text[] default '{}'::text[] not null,
  link_id uuid,
  pdf_file_id uuid,
  pdf_sha256 text,
  version integer default 1 not null,
  constraint call_sheet_notice_pkey PRIMARY KEY (id),
  constraint call_sheet_notice_code_key UNIQUE (code),
  constraint call_sheet_notice_issue_id_engagement_id_key UNIQUE (issue_id, engagement_id),
  constraint call_sheet_notice_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  constraint call_sheet_notice_state_check CHECK ((state = ANY (ARRAY['unsent'::text, 'queued'::text, 'sent'::text, 'delivered'::text, 'deferred'::text, 'opened'::text, 'confirmed'::text, 'problem'::text, 'bounced'::text, 'blocked'::text, 'spam'::text, 'dropped'::text]))),
  constraint call_sheet_notice_task_check CHECK ((task = ANY (ARRAY['ask'::text, 'tell'::text, 'quiet'::text, 'release'::text])))
);
CREATE INDEX call_sheet_notice_call_sheet_id ON public.call_sheet_notice USING btree (call_sheet_id);
CREATE INDEX call_sheet_notice_carried_from ON public.call_sheet_notice USING btree (carried_from);
CREATE INDEX call_sheet_notice_day ON public.call_sheet_notice USING btree (production_id, on_date, id);
CREATE INDEX call_sheet_notice_engagement_id ON public.call_sheet_notice USING btree (engagement_id);
CREATE INDEX call_sheet_notice_link_id ON public.call_sheet_notice USING btree (link_id);
CREATE INDEX call_sheet_notice_pdf_file_id ON public.call_sheet_notice USING btree (pdf_file_id);
CREATE INDEX call_sheet_notice_person_id ON public.call_sheet_notice USING btree (person_id);

create table public.call_sheet_rule (
  id smallint default 1 not null,
  reminder_after_minutes smallint not null,
  second_at smallint not null,
  phone_list_at smallint not null,
  replace_at smallint not null,
  phone_for_calls_before smallint not null,
  quiet_from smallint not null,
  quiet_until smallint not null,
  emergency_numbers jsonb not null,
  source text not null,
  dated date not null,
  version integer default 1 not null,
  issue_by smallint not null,
  background_ready_minutes smallint not null,
  digest_hours smallint[] not null,
  link_days smallint not null,
  constraint call_sheet_rule_pkey PRIMARY KEY (id),
  constraint call_sheet_rule_background_ready_minutes_check CHECK (((background_ready_minutes >= 0) AND (background_ready_minutes <= 600))),
  constraint call_sheet_rule_check CHECK (((phone_list_at >= second_at) AND (phone_list_at <= 1439))),
  constraint call_sheet_rule_check1 CHECK (((replace_at >= phone_list_at) AND (replace_at <= 1439))),
  constraint call_sheet_rule_check2 CHECK (((quiet_until >= 0) AND (quiet_until <= quiet_from))),
  constraint call_sheet_rule_digest_hours_check CHECK (((cardinality(digest_hours) >= 1) AND (cardinality(digest_hours) <= 12))),
  constraint call_sheet_rule_id_check CHECK ((id = 1)),
  constraint call_sheet_rule_issue_by_check CHECK (((issue_by >= 0) AND (issue_by <= 1439))),
  constraint call_sheet_rule_link_days_check CHECK (((link_days >= 1) AND (link_days <= 365))),
  constraint call_sheet_rule_phone_for_calls_before_check CHECK (((phone_for_calls_before >= 0) AND (phone_for_calls_before <= 1440))),
  constraint call_sheet_rule_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 1439))),
  constraint call_sheet_rule_reminder_after_minutes_check CHECK (((reminder_after_minutes >= 5) AND (reminder_after_minutes <= 1440))),
  constraint call_sheet_rule_second_at_check CHECK (((second_at >= 0) AND (second_at <= 1439))),
  constraint call_sheet_rule_source_check CHECK ((source <> ''::text))
);

create table public.call_sheet_unit_day (
  production_id uuid not null,
  engagement_id uuid not null,
  on_date date not null,
  unit text not null,
  constraint call_sheet_unit_day_pkey PRIMARY KEY (engagement_id, on_date),
  constraint call_sheet_unit_day_unit_check CHECK ((unit <> ''::text))
);
CREATE INDEX call_sheet_unit_day_production ON public.call_sheet_unit_day USING btree (production_id, on_date);

create table public.cancellation_step (
  id uuid not null,
  within_hours integer not null,
  fee_percent smallint not null,
  source text not null,
  dated date not null,
  constraint cancellation_step_pkey PRIMARY KEY (id),
  constraint cancellation_step_within_hours_key UNIQUE (within_hours),
  constraint cancellation_step_fee_percent_check CHECK (((fee_percent >= 0) AND (fee_percent <= 100))),
  constraint cancellation_step_within_hours_check CHECK ((within_hours > 0))
);

create table public.casting_appointment (
  id uuid not null,
  session_id uuid not null,
  candidate_id uuid not null,
  talent_id uuid not null,
  minute smallint not null,
  seat smallint not null,
  during tstzrange not null,
  told_at timestamp with time zone,
  signed_name text,
  signed_in_at timestamp with time zone,
  signed_out_at timestamp with time zone,
  signed_guardian text,
  constraint casting_appointment_pkey PRIMARY KEY (id),
  constraint casting_appointment_session_id_candidate_id_key UNIQUE (session_id, candidate_id),
  constraint casting_appointment_session_id_minute_seat_key UNIQUE (session_id, minute, seat),
  constraint casting_appointment_seat_check CHECK ((seat > 0)),
  constraint casting_appointment_talent_id_during_excl EXCLUDE USING gist (talent_id WITH =, during WITH &&)
);
CREATE INDEX casting_appointment_candidate ON public.casting_appointment USING btree (candidate_id);

create table public.casting_call (
  id uuid not null,
  production_id uuid not null,
  role_id uuid not null,
  link_id uuid not null,
  consent_id uuid not null,
  slate text default ''::text not null,
  open_until timestamp with time zone,
  closed_at timestamp with time zone,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  constraint casting_call_pkey PRIMARY KEY (id),
  constraint casting_call_link_id_key UNIQUE (link_id)
);
CREATE INDEX casting_call_consent ON public.casting_call USING btree (consent_id);
CREATE INDEX casting_call_production ON public.casting_call USING btree (production_id);
CREATE UNIQUE INDEX casting_call_one_open ON public.casting_call USING btree (role_id) WHERE (closed_at IS NULL);

create table public.casting_candidate (
  id uuid not null,
  production_id uuid not null,
  role_id uuid not null,
  number integer not null,
  source text not null,
  state text default 'submitted'::text not null,
  choice smallint,
  person_id uuid,
  name text not null,
  merge_key text,
  email text,
  phone text,
  city text,
  birth_date date,
  sizes text,
  rate_wish text,
  reel text,
  availability text default ''::text not null,
  message text default ''::text not null,
  guardian_name text,
  guardian_email text,
  agent_name text,
  agent_email text,
  agent_first boolean default false not null,
  consent_id uuid,
  consented_at timestamp with time zone,
  may_keep boolean default false not null,
  erase_on date,
  released_at timestamp with time zone,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  booking_id uuid,
  is_new_person boolean default false not null,
  agreement_id uuid,
  agent_copied boolean default false not null,
  constraint casting_candidate_pkey PRIMARY KEY (id),
  constraint casting_candidate_role_id_number_key UNIQUE (role_id, number),
  constraint casting_candidate_check CHECK (((consent_id IS NULL) = (consented_at IS NULL))),
  constraint casting_candidate_choice_check CHECK (((choice >= 1) AND (choice <= 9))),
  constraint casting_candidate_number_check CHECK ((number > 0)),
  constraint casting_candidate_source_check CHECK ((source = ANY (ARRAY['open_call'::text, 'agent'::text, 'own_talent'::text, 'typed'::text]))),
  constraint casting_candidate_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'viewed'::text, 'shortlisted'::text, 'auditioned'::text, 'callback'::text, 'pinned'::text, 'on_avail'::text, 'on_hold'::text, 'offered'::text, 'booked'::text, 'released'::text, 'declined'::text, 'conflict'::text])))
);
CREATE INDEX casting_candidate_agreement ON public.casting_candidate USING btree (agreement_id) WHERE (agreement_id IS NOT NULL);
CREATE INDEX casting_candidate_booking ON public.casting_candidate USING btree (booking_id) WHERE (booking_id IS NOT NULL);
CREATE INDEX casting_candidate_consent ON public.casting_candidate USING btree (consent_id);
CREATE INDEX casting_candidate_erase ON public.casting_candidate USING btree (erase_on) WHERE (erase_on IS NOT NULL);
CREATE INDEX casting_candidate_person ON public.casting_candidate USING btree (person_id);
CREATE INDEX casting_candidate_production ON public.casting_candidate USING btree (production_id);
CREATE UNIQUE INDEX casting_candidate_same_person ON public.casting_candidate USING btree (role_id, merge_key) WHERE (merge_key IS NOT NULL);

create table public.casting_consent (
  id uuid not null,
  number integer not null,
  body text not null,
  retention_months smallint not null,
  source text not null,
  effective_from date not null,
  created_at timestamp with time zone not null,
  constraint casting_consent_pkey PRIMARY KEY (id),
  constraint casting_consent_number_key UNIQUE (number),
  constraint casting_consent_body_check CHECK ((body <> ''::text)),
  constraint casting_consent_number_check CHECK ((number > 0)),
  constraint casting_consent_retention_months_check CHECK (((retention_months >= 1) AND (retention_months <= 36)))
);

create table public.casting_decision (
  id uuid not null,
  presentation_id uuid not null,
  role_id uuid not null,
  candidate_id uuid,
  candidate_number integer not null,
  choice smallint not null,
  decided_by text[] not null,
  decided_at timestamp with time zone not null,
  constraint casting_decision_pkey PRIMARY KEY (id),
  constraint casting_decision_presentation_id_role_id_choice_key UNIQUE (presentation_id, role_id, choice),
  constraint casting_decision_choice_check CHECK (((choice >= 1) AND (choice <= 9))),
  constraint casting_decision_decided_by_check CHECK ((cardinality(decided_by) > 0))
);
CREATE INDEX casting_decision_candidate ON public.casting_decision USING btree (candidate_id);
CREATE INDEX casting_decision_role ON public.casting_decision USING btree (role_id);
CREATE TRIGGER casting_decision_stands BEFORE DELETE OR UPDATE ON public.casting_decision FOR EACH ROW EXECUTE FUNCTION casting_decision_stands();

create table public.casting_erasure (
  id uuid not null,
  production_id uuid not null,
  request_hash text not null,
  reason text not null,
  files integer not null,
  asked_at timestamp with time zone not null,
  done_at timestamp with time zone not null,
  constraint casting_erasure_pkey PRIMARY KEY (id),
  constraint casting_erasure_reason_check CHECK ((reason = ANY (ARRAY['asked'::text, 'period_over'::text])))
);
CREATE INDEX casting_erasure_production ON public.casting_erasure USING btree (production_id);
CREATE INDEX casting_erasure_request ON public.casting_erasure USING btree (request_hash);

create table public.casting_exclusivity (
  id uuid not null,
  person_id uuid not null,
  role_id uuid,
  category text not null,
  brand text default ''::text not null,
  from_day date not null,
  until_day date not null,
  source text not null,
  created_at timestamp with time zone not null,
  constraint casting_exclusivity_pkey PRIMARY KEY (id),
  constraint casting_exclusivity_category_check CHECK ((category <> ''::text)),
  constraint casting_exclusivity_check CHECK ((from_day < until_day))
);
CREATE INDEX casting_exclusivity_person ON public.casting_exclusivity USING btree (person_id);
CREATE UNIQUE INDEX casting_exclusivity_once ON public.casting_exclusivity USING btree (role_id, person_id) WHERE (role_id IS NOT NULL);

create table public.casting_mark (
  id uuid not null,
  candidate_id uuid not null,
  user_id uuid not null,
  mark text,
  note text default ''::text not null,
  marked_at timestamp with time zone not null,
  constraint casting_mark_pkey PRIMARY KEY (id),
  constraint casting_mark_candidate_id_user_id_key UNIQUE (candidate_id, user_id),
  constraint casting_mark_mark_check CHECK ((mark = ANY (ARRAY['yes'::text, 'maybe'::text, 'no'::text])))
);
CREATE INDEX casting_mark_user ON public.casting_mark USING btree (user_id);

create table public.casting_media (
  id uuid not null,
  candidate_id uuid not null,
  file_id uuid not null,
  sent_file_id uuid not null,
  kind text not null,
  purpose text not null,
  take smallint not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  created_at timestamp with time zone not null,
  constraint casting_media_pkey PRIMARY KEY (id),
  constraint casting_media_kind_check CHECK ((kind = ANY (ARRAY['photo'::text, 'video'::text, 'audio'::text, 'paper'::text]))),
  constraint casting_media_purpose_check CHECK ((purpose = ANY (ARRAY['submission'::text, 'self_tape'::text, 'session'::text]))),
  constraint casting_media_take_check CHECK ((take > 0))
);
CREATE INDEX casting_media_candidate ON public.casting_media USING btree (candidate_id);
CREATE UNIQUE INDEX casting_media_once ON public.casting_media USING btree (file_id, candidate_id);
CREATE UNIQUE INDEX casting_media_sent_once ON public.casting_media USING btree (sent_file_id, candidate_id);

create table public.casting_pick (
  id uuid not null,
  voice_id uuid not null,
  candidate_id uuid not null,
  pick text,
  rank smallint,
  comment text default ''::text not null,
  picked_at timestamp with time zone not null,
  constraint casting_pick_pkey PRIMARY KEY (id),
  constraint casting_pick_voice_id_candidate_id_key UNIQUE (voice_id, candidate_id),
  constraint casting_pick_pick_check CHECK ((pick = ANY (ARRAY['yes'::text, 'maybe'::text, 'no'::text]))),
  constraint casting_pick_rank_check CHECK (((rank >= 1) AND (rank <= 9)))
);
CREATE INDEX casting_pick_candidate ON public.casting_pick USING btree (candidate_id);

create table public.casting_presentation (
  id uuid not null,
  production_id uuid not null,
  title text not null,
  note text default ''::text not null,
  group_by text default 'role'::text not null,
  fields text[] default '{}'::text[] not null,
  state text default 'draft'::text not null,
  expires_at timestamp with time zone,
  frozen_at timestamp with time zone,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  constraint casting_presentation_pkey PRIMARY KEY (id),
  constraint casting_presentation_check CHECK (((state = 'frozen'::text) = (frozen_at IS NOT NULL))),
  constraint casting_presentation_group_by_check CHECK ((group_by = ANY (ARRAY['role'::text, 'group'::text, 'actor'::text]))),
  constraint casting_presentation_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'frozen'::text])))
);
CREATE INDEX casting_presentation_production ON public.casting_presentation USING btree (production_id);

create table public.casting_presentation_item (
  id uuid not null,
  presentation_id uuid not null,
  candidate_id uuid not null,
  group_name text default ''::text not null,
  note text default ''::text not null,
  sort integer not null,
  constraint casting_presentation_item_pkey PRIMARY KEY (id),
  constraint casting_presentation_item_presentation_id_candidate_id_key UNIQUE (presentation_id, candidate_id)
);
CREATE INDEX casting_presentation_item_candidate ON public.casting_presentation_item USING btree (candidate_id);

create table public.casting_reading_speed (
  id uuid not null,
  language text not null,
  words_from smallint not null,
  words_until smallint not null,
  source text not null,
  effective_from date not null,
  version integer default 1 not null,
  constraint casting_reading_speed_pkey PRIMARY KEY (id),
  constraint casting_reading_speed_language_key UNIQUE (language),
  constraint casting_reading_speed_check CHECK ((words_until >= words_from)),
  constraint casting_reading_speed_words_from_check CHECK ((words_from > 0))
);

create table public.casting_request (
  id uuid not null,
  production_id uuid not null,
  candidate_id uuid not null,
  kind text not null,
  body text not null,
  due_at timestamp with time zone,
  due_zone text not null,
  link_id uuid not null,
  turn text not null,
  state text default 'asked'::text not null,
  answer text default ''::text not null,
  answered_at timestamp with time zone,
  reminders smallint default 0 not null,
  next_reminder_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by_name text not null,
  constraint casting_request_pkey PRIMARY KEY (id),
  constraint casting_request_link_id_key UNIQUE (link_id),
  constraint casting_request_check CHECK (((state = ANY (ARRAY['answered'::text, 'declined'::text])) = (answered_at IS NOT NULL))),
  constraint casting_request_kind_check CHECK ((kind = ANY (ARRAY['self_tape'::text, 'question'::text]))),
  constraint casting_request_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'answered'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint casting_request_turn_check CHECK ((turn = ANY (ARRAY['agent'::text, 'talent'::text])))
);
CREATE INDEX casting_request_candidate ON public.casting_request USING btree (candidate_id);
CREATE INDEX casting_request_due ON public.casting_request USING btree (next_reminder_at) WHERE (next_reminder_at IS NOT NULL);
CREATE INDEX casting_request_production ON public.casting_request USING btree (production_id, id);
CREATE UNIQUE INDEX casting_request_one_tape ON public.casting_request USING btree (candidate_id) WHERE ((kind = 'self_tape'::text) AND (state = 'asked'::text));

create table public.casting_role (
  id uuid not null,
  production_id uuid not null,
  element_id uuid,
  name text not null,
  kind text default 'supporting'::text not null,
  state text default 'open'::text not null,
  breakdown text default ''::text not null,
  age_from smallint,
  age_until smallint,
  gender text default ''::text not null,
  look text default ''::text not null,
  skills text[] default '{}'::text[] not null,
  languages text[] default '{}'::text[] not null,
  sizes text default ''::text not null,
  union_terms text default ''::text not null,
  rate text default ''::text not null,
  usage_media text default ''::text not null,
  usage_territory text default ''::text not null,
  usage_months smallint,
  category text default ''::text not null,
  brand text default ''::text not null,
  exclusive_months smallint,
  shoot_days text[] default '{}'::text[] not null,
  callback_days text[] default '{}'::text[] not null,
  fitting_on date,
  place text default ''::text not null,
  sides_file_id uuid,
  is_confidential boolean default false not null,
  deadline_on date,
  deadline_minute smallint,
  deadline_zone text,
  spoken_text text default ''::text not null,
  spot_seconds smallint,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint casting_role_pkey PRIMARY KEY (id),
  constraint casting_role_age_from_check CHECK (((age_from >= 0) AND (age_from <= 120))),
  constraint casting_role_age_until_check CHECK (((age_until >= 0) AND (age_until <= 120))),
  constraint casting_role_check CHECK (((age_from IS NULL) OR (age_until IS NULL) OR (age_from <= age_until))),
  constraint casting_role_deadline_minute_check CHECK (((deadline_minute >= 0) AND (deadline_minute <= 1440))),
  constraint casting_role_exclusive_months_check CHECK (((exclusive_months >= 1) AND (exclusive_months <= 120))),
  constraint casting_role_kind_check CHECK ((kind = ANY (ARRAY['lead'::text, 'supporting'::text, 'day_player'::text, 'featured'::text, 'background'::text, 'hand_model'::text, 'presenter'::text, 'stunt'::text, 'voice_over'::text]))),
  constraint casting_role_spot_seconds_check CHECK (((spot_seconds >= 1) AND (spot_seconds <= 3600))),
  constraint casting_role_state_check CHECK ((state = ANY (ARRAY['open'::text, 'auditioning'::text, 'callbacks'::text, 'selects'::text, 'offer_out'::text, 'booked'::text, 'backup_released'::text]))),
  constraint casting_role_usage_months_check CHECK (((usage_months >= 1) AND (usage_months <= 600)))
);
CREATE INDEX casting_role_production ON public.casting_role USING btree (production_id);
CREATE INDEX casting_role_sides ON public.casting_role USING btree (sides_file_id);
CREATE UNIQUE INDEX casting_role_element ON public.casting_role USING btree (element_id) WHERE (archived_at IS NULL);

create table public.casting_rule (
  id smallint default 1 not null,
  reminder_hours smallint[] not null,
  school_until_minute smallint not null,
  door_text text not null,
  source text not null,
  dated date not null,
  version integer default 1 not null,
  script_age_years smallint not null,
  talent_age_years smallint not null,
  constraint casting_rule_pkey PRIMARY KEY (id),
  constraint casting_rule_id_check CHECK ((id = 1)),
  constraint casting_rule_reminder_hours_check CHECK ((0 < ALL (reminder_hours))),
  constraint casting_rule_school_until_minute_check CHECK (((school_until_minute >= 0) AND (school_until_minute <= 1440))),
  constraint casting_rule_script_age_years_check CHECK (((script_age_years >= 0) AND (script_age_years <= 30))),
  constraint casting_rule_source_check CHECK ((source <> ''::text)),
  constraint casting_rule_talent_age_years_check CHECK (((talent_age_years >= 0) AND (talent_age_years <= 30)))
);

create table public.casting_session (
  id uuid not null,
  production_id uuid not null,
  role_id uuid not null,
  kind text not null,
  on_date date not null,
  from_minute smallint not null,
  until_minute smallint not null,
  slot_minutes smallint not null,
  per_slot smallint default 1 not null,
  breaks jsonb default '[]'::jsonb not null,
  time_zone text not null,
  place text default ''::text not null,
  stream text default ''::text not null,
  release_text text default ''::text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  door_link_id uuid,
  constraint casting_session_pkey PRIMARY KEY (id),
  constraint casting_session_door_link_id_key UNIQUE (door_link_id),
  constraint casting_session_check CHECK ((from_minute < until_minute)),
  constraint casting_session_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1440))),
  constraint casting_session_kind_check CHECK ((kind = ANY (ARRAY['audition'::text, 'callback'::text]))),
  constraint casting_session_per_slot_check CHECK (((per_slot >= 1) AND (per_slot <= 20))),
  constraint casting_session_slot_minutes_check CHECK (((slot_minutes >= 3) AND (slot_minutes <= 240))),
  constraint casting_session_until_minute_check CHECK (((until_minute >= 0) AND (until_minute <= 1440)))
);
CREATE INDEX casting_session_coming ON public.casting_session USING btree (production_id, on_date, from_minute, id);
CREATE INDEX casting_session_role ON public.casting_session USING btree (role_id);

create table public.casting_view_log (
  id uuid not null,
  presentation_id uuid not null,
  who text not null,
  what text not null,
  at timestamp with time zone not null,
  constraint casting_view_log_pkey PRIMARY KEY (id),
  constraint casting_view_log_what_check CHECK ((what = ANY (ARRAY['opened'::text, 'printed'::text, 'saved'::text])))
);
CREATE INDEX casting_view_log_presentation ON public.casting_view_log USING btree (presentation_id, at);

create table public.casting_voice (
  id uuid not null,
  presentation_id uuid not null,
  link_id uuid not null,
  name text not null,
  email text not null,
  seen_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint casting_voice_pkey PRIMARY KEY (id),
  constraint casting_voice_link_id_key UNIQUE (link_id),
  constraint casting_voice_presentation_id_email_key UNIQUE (presentation_id, email)
);

create table public.casting_waiting (
  id uuid not null,
  session_id uuid not null,
  candidate_id uuid not null,
  link_id uuid not null,
  waits boolean default false not null,
  since timestamp with time zone not null,
  constraint casting_waiting_pkey PRIMARY KEY (id),
  constraint casting_waiting_link_id_key UNIQUE (link_id),
  constraint casting_waiting_session_id_candidate_id_key UNIQUE (session_id, candidate_id)
);
CREATE INDEX casting_waiting_candidate ON public.casting_waiting USING btree (candidate_id);

create table public.company (
  id uuid not null,
  name text not null,
  kinds text[] default '{}'::text[] not null,
  legal_name text,
  other_names text[] default '{}'::text[] not null,
  home_base text,
  address text,
  time_zone text,
  languages text[] default '{}'::text[] not null,
  websites text[] default '{}'::text[] not null,
  notes text,
  source text,
  name_key text not null,
  sort_name text not null,
  search_text text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  archived_reason text,
  merged_into uuid,
  profile_text text default ''::text not null,
  find_text text generated always as (((search_text || ' '::text) || profile_text)) stored,
  constraint company_pkey PRIMARY KEY (id)
);
CREATE INDEX company_find ON public.company USING gin (find_text gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX company_merged ON public.company USING btree (merged_into);
CREATE INDEX company_name_key ON public.company USING btree (name_key);
CREATE INDEX company_search ON public.company USING gin (search_text gin_trgm_ops);
CREATE INDEX company_sort ON public.company USING btree (sort_name, id) WHERE (archived_at IS NULL);

create table public.concern_answer (
  production_id uuid not null,
  concern_key text not null,
  answer text not null,
  reason text not null,
  until timestamp with time zone,
  answered_by uuid,
  answered_by_name text not null,
  answered_at timestamp with time zone not null,
  constraint concern_answer_pkey PRIMARY KEY (production_id, concern_key),
  constraint concern_answer_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'snoozed'::text])))
);
CREATE INDEX concern_answer_by ON public.concern_answer USING btree (answered_by);

create table public.confirmation_subscription (
  production_id uuid not null,
  user_id uuid not null,
  mode text not null,
  told_until timestamp with time zone not null,
  constraint confirmation_subscription_pkey PRIMARY KEY (production_id, user_id),
  constraint confirmation_subscription_mode_check CHECK ((mode = ANY (ARRAY['instant'::text, 'digest'::text])))
);
CREATE INDEX confirmation_subscription_user ON public.confirmation_subscription USING btree (user_id);

create table public.contact_point (
  id uuid not null,
  person_id uuid,
  company_id uuid,
  kind text not null,
  label text,
  value text not null,
  match_key text not null,
  sort smallint not null,
  constraint contact_point_pkey PRIMARY KEY (id),
  constraint contact_point_check CHECK (((person_id IS NULL) <> (company_id IS NULL))),
  constraint contact_point_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text])))
);
CREATE INDEX contact_point_company ON public.contact_point USING btree (company_id, sort);
CREATE INDEX contact_point_key ON public.contact_point USING btree (match_key text_pattern_ops);
CREATE INDEX contact_point_person ON public.contact_point USING btree (person_id, sort);

create table public.crew_need (
  id uuid not null,
  production_id uuid not null,
  department_id uuid not null,
  title text not null,
  count smallint not null,
  dates date[] default '{}'::date[] not null,
  sort integer default 0 not null,
  constraint crew_need_pkey PRIMARY KEY (id),
  constraint crew_need_count_check CHECK ((count > 0))
);
CREATE INDEX crew_need_department ON public.crew_need USING btree (department_id);
CREATE INDEX crew_need_production ON public.crew_need USING btree (production_id, sort);

create table public.crew_need_list (
  production_id uuid not null,
  version integer default 1 not null,
  constraint crew_need_list_pkey PRIMARY KEY (production_id)
);

create table public.crew_template (
  id uuid not null,
  kind text not null,
  name text not null,
  department text not null,
  title text not null,
  count smallint not null,
  sort integer not null,
  source text not null,
  dated date not null,
  is_own boolean default false not null,
  constraint crew_template_pkey PRIMARY KEY (id),
  constraint crew_template_kind_title_key UNIQUE (kind, title),
  constraint crew_template_count_check CHECK ((count > 0))
);

create table public.department (
  id uuid not null,
  name text not null,
  sort smallint not null,
  call_offset_minutes smallint default 0 not null,
  is_cast boolean default false not null,
  version integer default 1 not null,
  source text not null,
  as_of date not null,
  constraint department_pkey PRIMARY KEY (id),
  constraint department_name_key UNIQUE (name)
);
CREATE UNIQUE INDEX department_cast ON public.department USING btree (is_cast) WHERE is_cast;

create table public.document (
  id uuid not null,
  production_id uuid,
  folder_id uuid,
  class_code text not null,
  name text not null,
  search_text text not null,
  origin text default 'added'::text not null,
  origin_key text,
  current_number integer default 1 not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint document_pkey PRIMARY KEY (id),
  constraint document_name_check CHECK ((name <> ''::text))
);
CREATE INDEX document_changed ON public.document USING btree (changed_at DESC, id DESC) WHERE (archived_at IS NULL);
CREATE INDEX document_creator ON public.document USING btree (created_by);
CREATE INDEX document_current_version ON public.document USING btree (id, current_number);
CREATE INDEX document_in_folder ON public.document USING btree (folder_id);
CREATE INDEX document_of_class ON public.document USING btree (class_code);
CREATE INDEX document_production ON public.document USING btree (production_id, id);
CREATE INDEX document_search ON public.document USING gin (search_text gin_trgm_ops);
CREATE UNIQUE INDEX document_origin ON public.document USING btree (production_id, origin, origin_key) NULLS NOT DISTINCT WHERE (origin_key IS NOT NULL);

create table public.document_access (
  id uuid not null,
  document_id uuid not null,
  user_id uuid not null,
  state text default 'asked'::text not null,
  reason text not null,
  wanted_until timestamp with time zone not null,
  granted_until timestamp with time zone,
  asked_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by text,
  note text default ''::text not null,
  version integer default 1 not null,
  constraint document_access_pkey PRIMARY KEY (id),
  constraint document_access_check CHECK (((state <> 'granted'::text) OR (granted_until IS NOT NULL))),
  constraint document_access_reason_check CHECK ((reason <> ''::text)),
  constraint document_access_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text, 'revoked'::text])))
);
CREATE INDEX document_access_user ON public.document_access USING btree (user_id, document_id) WHERE (state = 'granted'::text);
CREATE UNIQUE INDEX document_access_asked ON public.document_access USING btree (document_id, user_id) WHERE (state = 'asked'::text);

create table public.document_binder (
  id uuid not null,
  production_id uuid not null,
  user_id uuid not null,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  state text default 'queued'::text not null,
  done integer default 0 not null,
  total integer,
  problem text,
  contents jsonb default '[]'::jsonb not null,
  missing jsonb default '[]'::jsonb not null,
  pages integer,
  files integer,
  pdf_bytes bigint,
  pdf_sha256 text,
  zip_bytes bigint,
  zip_sha256 text,
  finished_at timestamp with time zone,
  constraint document_binder_pkey PRIMARY KEY (id),
  constraint document_binder_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'building'::text, 'ready'::text, 'failed'::text])))
);
CREATE INDEX document_binder_production ON public.document_binder USING btree (production_id, id);
CREATE INDEX document_binder_user ON public.document_binder USING btree (user_id);
CREATE UNIQUE INDEX document_binder_running ON public.document_binder USING btree (production_id, user_id) WHERE (state = ANY (ARRAY['queued'::text, 'building'::text]));

create table public.document_class (
  code text not null,
  name text not null,
  about text not null,
  sort smallint not null,
  readers text[] not null,
  is_listed boolean not null,
  is_watermarked boolean not null,
  needs_nda boolean not null,
  nda_exempt text[] not null,
  lowest_channel text not null,
  may_download boolean not null,
  link_days smallint not null,
  in_binder boolean not null,
  source text not null,
  as_of date not null,
  version integer default 1 not null,
  constraint document_class_pkey PRIMARY KEY (code),
  constraint document_class_code_check CHECK ((code ~ '^[a-z][a-z_]{1,30}$'::text)),
  constraint document_class_link_days_check CHECK (((link_days >= 1) AND (link_days <= 730))),
  constraint document_class_lowest_channel_check CHECK ((lowest_channel = ANY (ARRAY['attachment'::text, 'personal_link'::text, 'protected_link'::text, 'nobody'::text])))
);

create table public.document_folder (
  id uuid not null,
  production_id uuid,
  parent_id uuid,
  name text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint document_folder_pkey PRIMARY KEY (id),
  constraint document_folder_name_check CHECK ((name <> ''::text))
);
CREATE INDEX document_folder_parent ON public.document_folder USING btree (parent_id);
CREATE INDEX document_folder_production ON public.document_folder USING btree (production_id);
CREATE UNIQUE INDEX document_folder_name ON public.document_folder USING btree (production_id, parent_id, lower(name)) NULLS NOT DISTINCT WHERE (archived_at IS NULL);

create table public.document_page (
  version_id uuid not null,
  number integer not null,
  label text,
  text text not null,
  words tsvector not null,
  constraint document_page_pkey PRIMARY KEY (version_id, number)
);
CREATE INDEX document_page_words ON public.document_page USING gin (words);

create table public.document_share (
  id uuid not null,
  document_id uuid not null,
  link_id uuid,
  channel text not null,
  holder_name text not null,
  holder_email text,
  person_id uuid,
  may_download boolean not null,
  is_watermarked boolean not null,
  needs_terms boolean not null,
  expires_at timestamp with time zone,
  shared_at timestamp with time zone not null,
  shared_by text not null,
  needs_code boolean default false not null,
  code_hash text,
  code_expires_at timestamp with time zone,
  code_wrong smallint default 0 not null,
  constraint document_share_pkey PRIMARY KEY (id),
  constraint document_share_channel_check CHECK ((channel = ANY (ARRAY['attachment'::text, 'personal_link'::text, 'protected_link'::text]))),
  constraint document_share_check CHECK ((((channel = 'attachment'::text) = (link_id IS NULL)) OR (link_id IS NULL))),
  constraint document_share_check1 CHECK (((NOT needs_code) OR (holder_email IS NOT NULL))),
  constraint document_share_check2 CHECK (((code_hash IS NULL) OR (code_expires_at IS NOT NULL))),
  constraint document_share_holder_name_check CHECK ((holder_name <> ''::text))
);
CREATE INDEX document_share_document ON public.document_share USING btree (document_id);
CREATE INDEX document_share_person ON public.document_share USING btree (person_id);
CREATE UNIQUE INDEX document_share_link ON public.document_share USING btree (link_id);

create table public.document_subject (
  document_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  "position" smallint default 0 not null,
  constraint document_subject_pkey PRIMARY KEY (document_id, kind, subject_id)
);
CREATE INDEX document_subject_of ON public.document_subject USING btree (kind, subject_id);

create table public.document_terms (
  id uuid not null,
  production_id uuid not null,
  user_id uuid,
  person_id uuid,
  link_id uuid,
  how text not null,
  name text not null,
  wording text not null,
  agreed_at timestamp with time zone not null,
  address text,
  agent text,
  constraint document_terms_pkey PRIMARY KEY (id),
  constraint document_terms_how_check CHECK ((how = ANY (ARRAY['agreed'::text, 'signed'::text])))
);
CREATE INDEX document_terms_link ON public.document_terms USING btree (link_id);
CREATE INDEX document_terms_person ON public.document_terms USING btree (person_id);
CREATE INDEX document_terms_production ON public.document_terms USING btree (production_id);
CREATE INDEX document_terms_user ON public.document_terms USING btree (user_id);

create table public.document_version (
  id uuid not null,
  document_id uuid not null,
  number integer not null,
  file_id uuid not null,
  file_name text not null,
  kind text not null,
  media_type text not null,
  is_disguised boolean default false not null,
  size_bytes bigint not null,
  sha256 text not null,
  note text default ''::text not null,
  added_at timestamp with time zone not null,
  added_by text not null,
  state text default 'waiting'::text not null,
  problem text,
  pages integer,
  thumbnail_key text,
  thumbnail_width integer,
  thumbnail_height integer,
  constraint document_version_pkey PRIMARY KEY (id),
  constraint document_version_document_id_number_key UNIQUE (document_id, number),
  constraint document_version_number_check CHECK ((number > 0)),
  constraint document_version_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'partly'::text, 'encrypted'::text, 'unreadable'::text, 'stored'::text])))
);
CREATE INDEX document_version_file ON public.document_version USING btree (file_id);
CREATE INDEX document_version_waiting ON public.document_version USING btree (id) WHERE (state = 'waiting'::text);

create table public.document_visit (
  id uuid not null,
  share_id uuid not null,
  at timestamp with time zone not null,
  what text not null,
  number integer,
  address text,
  agent text,
  constraint document_visit_pkey PRIMARY KEY (id),
  constraint document_visit_what_check CHECK ((what = ANY (ARRAY['opened'::text, 'downloaded'::text, 'agreed'::text, 'wrong_password'::text, 'code_sent'::text, 'wrong_code'::text, 'proved'::text])))
);
CREATE INDEX document_visit_share ON public.document_visit USING btree (share_id, id);

create table public.document_word (
  word text not null,
  constraint document_word_pkey PRIMARY KEY (word)
);
CREATE INDEX document_word_like ON public.document_word USING gin (word gin_trgm_ops);

create table public.element (
  id uuid not null,
  production_id uuid not null,
  category text not null,
  name text not null,
  aliases text[] default '{}'::text[] not null,
  board_id text,
  is_minor boolean default false not null,
  age smallint,
  allow_hold boolean default true not null,
  allow_drop boolean default false not null,
  min_drop_days smallint default 10 not null,
  do_not_exceed_minutes smallint,
  notes text default ''::text not null,
  version integer default 1 not null,
  merged_into uuid,
  archived_at timestamp with time zone,
  constraint element_pkey PRIMARY KEY (id),
  constraint element_age_check CHECK (((age >= 0) AND (age <= 120))),
  constraint element_do_not_exceed_minutes_check CHECK ((do_not_exceed_minutes > 0)),
  constraint element_min_drop_days_check CHECK ((min_drop_days >= 0)),
  constraint element_name_check CHECK ((name <> ''::text))
);
CREATE INDEX element_category_fk ON public.element USING btree (category);
CREATE INDEX element_merged ON public.element USING btree (merged_into);
CREATE INDEX element_production ON public.element USING btree (production_id, category);
CREATE UNIQUE INDEX element_board ON public.element USING btree (production_id, board_id) WHERE ((archived_at IS NULL) AND (board_id IS NOT NULL));
CREATE UNIQUE INDEX element_name ON public.element USING btree (production_id, category, lower(name)) WHERE (archived_at IS NULL);

create table public.element_category (
  code text not null,
  name text not null,
  colour text not null,
  mark text not null,
  icon text not null,
  key text,
  sort smallint not null,
  version integer default 1 not null,
  constraint element_category_pkey PRIMARY KEY (code),
  constraint element_category_colour_check CHECK ((colour ~ '^#[0-9a-f]{6}$'::text)),
  constraint element_category_mark_check CHECK ((mark = ANY (ARRAY['solid'::text, 'dashed'::text, 'dotted'::text, 'double'::text, 'thick'::text])))
);
CREATE UNIQUE INDEX element_category_key ON public.element_category USING btree (key) WHERE (key IS NOT NULL);

create table public.element_event (
  id uuid not null,
  production_id uuid not null,
  element_id uuid,
  person_id uuid,
  on_date date not null,
  from_minute smallint,
  until_minute smallint,
  kind text not null,
  note text default ''::text not null,
  archived_at timestamp with time zone,
  constraint element_event_pkey PRIMARY KEY (id),
  constraint element_event_check CHECK (((element_id IS NULL) <> (person_id IS NULL))),
  constraint element_event_kind_check CHECK ((kind = ANY (ARRAY['travel'::text, 'rehearsal'::text, 'fitting'::text, 'other'::text])))
);
CREATE INDEX element_event_element ON public.element_event USING btree (element_id);
CREATE INDEX element_event_person ON public.element_event USING btree (person_id);
CREATE INDEX element_event_production ON public.element_event USING btree (production_id, on_date);

create table public.element_link (
  anchor_id uuid not null,
  brings_id uuid not null,
  quantity smallint default 1 not null,
  note text default ''::text not null,
  constraint element_link_pkey PRIMARY KEY (anchor_id, brings_id),
  constraint element_link_check CHECK ((anchor_id <> brings_id)),
  constraint element_link_quantity_check CHECK ((quantity > 0))
);
CREATE INDEX element_link_brings ON public.element_link USING btree (brings_id);

create table public.engagement (
  id uuid not null,
  production_id uuid not null,
  person_id uuid,
  company_id uuid,
  department_id uuid not null,
  title text not null,
  kind text not null,
  element_id uuid,
  works text default 'every_shoot_day'::text not null,
  call_offset_minutes smallint,
  makeup_minutes smallint default 0 not null,
  wardrobe_minutes smallint default 0 not null,
  pickup_from text,
  drive_minutes smallint,
  phone_on_sheet boolean default true not null,
  notes text default ''::text not null,
  sort integer default 0 not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  unit text,
  constraint engagement_pkey PRIMARY KEY (id),
  constraint engagement_check CHECK (((person_id IS NOT NULL) OR (company_id IS NOT NULL))),
  constraint engagement_drive_minutes_check CHECK (((drive_minutes >= 0) AND (drive_minutes <= 1440))),
  constraint engagement_kind_check CHECK ((kind = ANY (ARRAY['crew'::text, 'cast'::text, 'client'::text, 'agency'::text, 'vendor'::text, 'background'::text]))),
  constraint engagement_makeup_minutes_check CHECK (((makeup_minutes >= 0) AND (makeup_minutes <= 600))),
  constraint engagement_unit_check CHECK ((unit <> ''::text)),
  constraint engagement_wardrobe_minutes_check CHECK (((wardrobe_minutes >= 0) AND (wardrobe_minutes <= 600))),
  constraint engagement_works_check CHECK ((works = ANY (ARRAY['every_shoot_day'::text, 'listed_days'::text])))
);
CREATE INDEX engagement_company_id ON public.engagement USING btree (company_id);
CREATE INDEX engagement_department_id ON public.engagement USING btree (department_id);
CREATE INDEX engagement_element_id ON public.engagement USING btree (element_id);
CREATE INDEX engagement_person_id ON public.engagement USING btree (person_id);
CREATE INDEX engagement_production ON public.engagement USING btree (production_id, department_id, sort);

create table public.file (
  id uuid not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  storage_key text not null,
  production_id uuid,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint file_pkey PRIMARY KEY (id)
);
CREATE INDEX file_created_by ON public.file USING btree (created_by);
CREATE INDEX file_production ON public.file USING btree (production_id);
CREATE INDEX file_sha256 ON public.file USING btree (sha256);

create table public.flag (
  id uuid not null,
  production_id uuid not null,
  on_date date not null,
  element_id uuid,
  reason text not null,
  source text default ''::text not null,
  is_hard boolean default false not null,
  expires_on date,
  archived_at timestamp with time zone,
  constraint flag_pkey PRIMARY KEY (id)
);
CREATE INDEX flag_element ON public.flag USING btree (element_id);
CREATE INDEX flag_production ON public.flag USING btree (production_id, on_date);

create table public.idempotency_key (
  actor text not null,
  key text not null,
  request_hash text not null,
  response jsonb,
  created_at timestamp with time zone not null,
  constraint idempotency_key_pkey PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_key_age ON public.idempotency_key USING btree (created_at);

create table public.insurance_coverage (
  id uuid not null,
  paper_id uuid not null,
  coverage text not null,
  each_minor bigint not null,
  aggregate_minor bigint,
  currency text not null,
  additional_insured text[] default '{}'::text[] not null,
  policy_number text,
  insurer text,
  constraint insurance_coverage_pkey PRIMARY KEY (id),
  constraint insurance_coverage_aggregate_minor_check CHECK ((aggregate_minor >= 0)),
  constraint insurance_coverage_coverage_check CHECK ((coverage <> ''::text)),
  constraint insurance_coverage_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint insurance_coverage_each_minor_check CHECK ((each_minor >= 0))
);
CREATE INDEX insurance_coverage_paper ON public.insurance_coverage USING btree (paper_id);

create table public.insurance_requirement (
  id uuid not null,
  production_id uuid not null,
  engagement_kind text not null,
  coverage text not null,
  each_minor bigint not null,
  currency text not null,
  additional_insured text,
  source text not null,
  constraint insurance_requirement_pkey PRIMARY KEY (id),
  constraint insurance_requirement_coverage_check CHECK ((coverage <> ''::text)),
  constraint insurance_requirement_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint insurance_requirement_each_minor_check CHECK ((each_minor >= 0))
);
CREATE INDEX insurance_requirement_production ON public.insurance_requirement USING btree (production_id);

create table public.insurance_requirement_list (
  production_id uuid not null,
  version integer default 1 not null,
  constraint insurance_requirement_list_pkey PRIMARY KEY (production_id)
);

create table public.invitation (
  id uuid not null,
  email text not null,
  name text not null,
  office_role text not null,
  production_roles jsonb default '[]'::jsonb not null,
  link_id uuid not null,
  invited_by uuid,
  invited_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  withdrawn_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (id)
);
CREATE INDEX invitation_accepted_by ON public.invitation USING btree (accepted_by);
CREATE INDEX invitation_invited_by ON public.invitation USING btree (invited_by);
CREATE INDEX invitation_link ON public.invitation USING btree (link_id);

create table public.link (
  id uuid not null,
  purpose text not null,
  subject_kind text not null,
  subject_id text not null,
  production_id uuid,
  person_id uuid,
  label text not null,
  activates_at timestamp with time zone,
  expires_at timestamp with time zone,
  password_hash text,
  max_uses integer,
  uses integer default 0 not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint link_pkey PRIMARY KEY (id)
);
CREATE INDEX link_created_by ON public.link USING btree (created_by);
CREATE INDEX link_person ON public.link USING btree (person_id);
CREATE INDEX link_production ON public.link USING btree (production_id);
CREATE INDEX link_register ON public.link USING btree (created_at DESC, id DESC);
CREATE INDEX link_subject ON public.link USING btree (subject_kind, subject_id);

create table public.location (
  id uuid not null,
  production_id uuid not null,
  number smallint not null,
  name text not null,
  status text default 'found'::text not null,
  address text default ''::text not null,
  latitude double precision,
  longitude double precision,
  time_zone text,
  map_url text,
  gate_code text,
  contact jsonb,
  parking text default ''::text not null,
  crew_parking text default ''::text not null,
  basecamp text default ''::text not null,
  load_in text default ''::text not null,
  holding text default ''::text not null,
  smoking text default ''::text not null,
  toilets text default ''::text not null,
  hospital jsonb,
  emergency_number text,
  notes text default ''::text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint location_pkey PRIMARY KEY (id),
  constraint location_production_id_number_key UNIQUE (production_id, number),
  constraint location_check CHECK (((latitude IS NULL) = (longitude IS NULL))),
  constraint location_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint location_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint location_number_check CHECK ((number > 0)),
  constraint location_status_check CHECK ((status = ANY (ARRAY['found'::text, 'scouted'::text, 'shortlisted'::text, 'tech_scouted'::text, 'on_hold'::text, 'confirmed'::text, 'wrapped'::text, 'released'::text])))
);

create table public.mail_attempt (
  id uuid not null,
  message_id uuid not null,
  at timestamp with time zone not null,
  state text not null,
  code integer,
  reply text not null,
  provider_id text,
  constraint mail_attempt_pkey PRIMARY KEY (id)
);
CREATE INDEX mail_attempt_message ON public.mail_attempt USING btree (message_id, id);

create table public.mail_message (
  id uuid not null,
  key text not null,
  channel text not null,
  production_id uuid,
  about_kind text not null,
  about_id text not null,
  to_name text,
  to_address text not null,
  reply_to text,
  subject text not null,
  body_text text not null,
  body_html text,
  attachments jsonb default '[]'::jsonb not null,
  sealed boolean default false not null,
  state text not null,
  leaves_at timestamp with time zone not null,
  next_try_at timestamp with time zone,
  tries integer default 0 not null,
  held_until timestamp with time zone,
  code integer,
  reply text,
  provider_id text,
  withdrawn_at timestamp with time zone,
  created_at timestamp with time zone not null,
  state_at timestamp with time zone not null,
  constraint mail_message_pkey PRIMARY KEY (id),
  constraint mail_message_key_key UNIQUE (key),
  constraint mail_message_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  constraint mail_message_state_check CHECK ((state = ANY (ARRAY['unsent'::text, 'queued'::text, 'sent'::text, 'delivered'::text, 'deferred'::text, 'bounced'::text, 'blocked'::text, 'spam'::text, 'dropped'::text])))
);
CREATE INDEX mail_message_about ON public.mail_message USING btree (about_kind, about_id);
CREATE INDEX mail_message_due ON public.mail_message USING btree (next_try_at) WHERE (next_try_at IS NOT NULL);
CREATE INDEX mail_message_production ON public.mail_message USING btree (production_id);
CREATE INDEX mail_message_provider ON public.mail_message USING btree (provider_id) WHERE (provider_id IS NOT NULL);
CREATE INDEX mail_message_register ON public.mail_message USING btree (id DESC);

create table public.merge_answer (
  id uuid not null,
  kind text not null,
  kept_id uuid not null,
  other_id uuid not null,
  answer text not null,
  snapshot jsonb,
  answered_by_name text not null,
  answered_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  constraint merge_answer_pkey PRIMARY KEY (id),
  constraint merge_answer_answer_check CHECK ((answer = ANY (ARRAY['merged'::text, 'different'::text]))),
  constraint merge_answer_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'company'::text])))
);
CREATE INDEX merge_answer_pair ON public.merge_answer USING btree (kept_id, other_id);

create table public.migration (
  name character varying(255) not null,
  "timestamp" character varying(255) not null,
  constraint migration_pkey PRIMARY KEY (name)
);

create table public.migration_lock (
  id character varying(255) not null,
  is_locked integer default 0 not null,
  constraint migration_lock_pkey PRIMARY KEY (id)
);

create table public.minor_hours (
  profile_id text not null,
  from_age_months smallint not null,
  until_age_months smallint not null,
  on_school_day boolean not null,
  work_minutes smallint not null,
  on_set_minutes smallint not null,
  school_minutes smallint not null,
  rest_minutes smallint not null,
  earliest smallint not null,
  latest smallint not null,
  latest_before_free_day smallint not null,
  constraint minor_hours_pkey PRIMARY KEY (profile_id, from_age_months, on_school_day),
  constraint minor_hours_check CHECK ((from_age_months < until_age_months)),
  constraint minor_hours_check1 CHECK ((work_minutes <= on_set_minutes)),
  constraint minor_hours_check2 CHECK ((earliest < latest)),
  constraint minor_hours_profile_id_on_school_day_int4range_excl EXCLUDE USING gist (profile_id WITH =, ((on_school_day)::integer) WITH =, int4range((from_age_months)::integer, (until_age_months)::integer) WITH &&)
);

create table public.minor_profile (
  id text not null,
  name text not null,
  source text not null,
  dated date not null,
  meal_extends_minutes smallint not null,
  archived_at timestamp with time zone,
  version integer default 1 not null,
  constraint minor_profile_pkey PRIMARY KEY (id),
  constraint minor_profile_meal_extends_minutes_check CHECK (((meal_extends_minutes >= 0) AND (meal_extends_minutes <= 240)))
);

create table public.office (
  one boolean default true not null,
  name text not null,
  time_zone text not null,
  paper_size text default 'a4'::text not null,
  hour_cycle smallint default 24 not null,
  undo_seconds smallint default 30 not null,
  approve_by_another boolean default false not null,
  version integer default 1 not null,
  address text default ''::text not null,
  constraint office_pkey PRIMARY KEY (one),
  constraint office_hour_cycle_check CHECK ((hour_cycle = ANY (ARRAY[12, 24]))),
  constraint office_one_check CHECK (one),
  constraint office_paper_size_check CHECK ((paper_size = ANY (ARRAY['a4'::text, 'letter'::text]))),
  constraint office_undo_seconds_check CHECK ((undo_seconds = ANY (ARRAY[0, 30, 60, 120])))
);

create table public.office_logo (
  one boolean default true not null,
  png bytea not null,
  sha256 text not null,
  width integer not null,
  height integer not null,
  is_pale boolean not null,
  constraint office_logo_pkey PRIMARY KEY (one),
  constraint office_logo_height_check CHECK ((height > 0)),
  constraint office_logo_one_check CHECK (one),
  constraint office_logo_png_check CHECK ((octet_length(png) <= 1000000)),
  constraint office_logo_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint office_logo_width_check CHECK ((width > 0))
);

create table public.paper (
  id uuid not null,
  kind_id uuid not null,
  person_id uuid,
  company_id uuid,
  production_id uuid,
  state text not null,
  file_id uuid,
  expires_on date,
  reason text,
  agreement_id uuid,
  link_id uuid,
  asked_at timestamp with time zone,
  chases smallint default 0 not null,
  chased_at timestamp with time zone,
  reviewed_by text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint paper_pkey PRIMARY KEY (id),
  constraint paper_check CHECK (((person_id IS NULL) <> (company_id IS NULL))),
  constraint paper_check1 CHECK (((state <> 'in_review'::text) OR (file_id IS NOT NULL))),
  constraint paper_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'in_review'::text, 'accepted'::text, 'rejected'::text])))
);
CREATE INDEX paper_company_id ON public.paper USING btree (company_id);
CREATE INDEX paper_expiry ON public.paper USING btree (expires_on) WHERE ((archived_at IS NULL) AND (state = 'accepted'::text));
CREATE INDEX paper_file_id ON public.paper USING btree (file_id);
CREATE INDEX paper_kind_id ON public.paper USING btree (kind_id);
CREATE INDEX paper_link_id ON public.paper USING btree (link_id);
CREATE INDEX paper_person_id ON public.paper USING btree (person_id);
CREATE INDEX paper_production_id ON public.paper USING btree (production_id);
CREATE UNIQUE INDEX paper_agreement ON public.paper USING btree (agreement_id) WHERE (agreement_id IS NOT NULL);

create table public.paper_attachment (
  id uuid not null,
  paper_id uuid not null,
  file_id uuid not null,
  name text not null,
  constraint paper_attachment_pkey PRIMARY KEY (id)
);
CREATE INDEX paper_attachment_file ON public.paper_attachment USING btree (file_id);
CREATE INDEX paper_attachment_paper ON public.paper_attachment USING btree (paper_id);

create table public.paper_chase_rule (
  id smallint default 1 not null,
  notice_days smallint[] not null,
  again_after_days smallint not null,
  again_most smallint not null,
  link_days smallint not null,
  source text not null,
  dated date not null,
  version integer default 1 not null,
  constraint paper_chase_rule_pkey PRIMARY KEY (id),
  constraint paper_chase_rule_again_after_days_check CHECK (((again_after_days >= 1) AND (again_after_days <= 60))),
  constraint paper_chase_rule_again_most_check CHECK (((again_most >= 0) AND (again_most <= 20))),
  constraint paper_chase_rule_check CHECK ((link_days > (again_after_days * again_most))),
  constraint paper_chase_rule_id_check CHECK ((id = 1)),
  constraint paper_chase_rule_link_days_check CHECK (((link_days >= 1) AND (link_days <= 365))),
  constraint paper_chase_rule_notice_days_check CHECK (((cardinality(notice_days) >= 1) AND (cardinality(notice_days) <= 6))),
  constraint paper_chase_rule_source_check CHECK ((source <> ''::text))
);

create table public.paper_kind (
  id uuid not null,
  name text not null,
  agreement_kind text,
  per_production boolean not null,
  expires boolean not null,
  is_insurance boolean default false not null,
  keep_after_start_years smallint,
  keep_after_end_years smallint,
  source text not null,
  as_of date not null,
  sort smallint not null,
  version integer default 1 not null,
  is_tax_form boolean default false not null,
  is_bank_details boolean default false not null,
  constraint paper_kind_pkey PRIMARY KEY (id),
  constraint paper_kind_name_key UNIQUE (name),
  constraint paper_kind_keep_after_end_years_check CHECK ((keep_after_end_years >= 0)),
  constraint paper_kind_keep_after_start_years_check CHECK ((keep_after_start_years >= 0))
);
CREATE UNIQUE INDEX paper_kind_bank_details ON public.paper_kind USING btree (is_bank_details) WHERE is_bank_details;
CREATE UNIQUE INDEX paper_kind_tax_form ON public.paper_kind USING btree (is_tax_form) WHERE is_tax_form;

create table public.paper_rule (
  id uuid not null,
  kind_id uuid not null,
  engagement_kind text not null,
  effect text not null,
  constraint paper_rule_pkey PRIMARY KEY (id),
  constraint paper_rule_kind_id_engagement_kind_key UNIQUE (kind_id, engagement_kind),
  constraint paper_rule_effect_check CHECK ((effect = ANY (ARRAY['block'::text, 'warn'::text])))
);

create table public.pay_figure (
  id uuid not null,
  key text not null,
  label text not null,
  thousandths bigint not null,
  unit text not null,
  valid_from date not null,
  source text not null,
  constraint pay_figure_pkey PRIMARY KEY (id),
  constraint pay_figure_key_valid_from_key UNIQUE (key, valid_from),
  constraint pay_figure_thousandths_check CHECK ((thousandths >= 0))
);

create table public.pay_profile (
  id uuid not null,
  name text not null,
  source text not null,
  as_of date not null,
  hourly text not null,
  rules jsonb not null,
  version integer default 1 not null,
  archived_at timestamp with time zone,
  constraint pay_profile_pkey PRIMARY KEY (id),
  constraint pay_profile_name_key UNIQUE (name),
  constraint pay_profile_hourly_check CHECK ((hourly = ANY (ARRAY['overtime_inside'::text, 'flat'::text])))
);

create table public.pay_rate (
  id uuid not null,
  person_id uuid,
  company_id uuid,
  "position" text not null,
  basis text not null,
  amount_minor bigint not null,
  currency text not null,
  guaranteed_minutes integer,
  profile_id uuid,
  terms jsonb default '{}'::jsonb not null,
  market text,
  media text,
  term_months integer,
  valid_from date not null,
  source text not null,
  note text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  archived_at timestamp with time zone,
  constraint pay_rate_pkey PRIMARY KEY (id),
  constraint pay_rate_amount_minor_check CHECK ((amount_minor >= 0)),
  constraint pay_rate_basis_check CHECK ((basis = ANY (ARRAY['hour'::text, 'day'::text, 'week'::text, 'flat'::text, 'episode'::text, 'deliverable'::text, 'word'::text, 'minute'::text, 'usage'::text]))),
  constraint pay_rate_check CHECK (((person_id IS NULL) <> (company_id IS NULL))),
  constraint pay_rate_check1 CHECK (((basis = 'usage'::text) = (market IS NOT NULL))),
  constraint pay_rate_check2 CHECK (((basis <> 'day'::text) OR (guaranteed_minutes IS NOT NULL))),
  constraint pay_rate_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint pay_rate_guaranteed_minutes_check CHECK (((guaranteed_minutes >= 60) AND (guaranteed_minutes <= 5760))),
  constraint pay_rate_position_check CHECK (("position" <> ''::text)),
  constraint pay_rate_term_months_check CHECK ((term_months > 0))
);
CREATE INDEX pay_rate_company ON public.pay_rate USING btree (company_id, valid_from DESC);
CREATE INDEX pay_rate_person ON public.pay_rate USING btree (person_id, valid_from DESC);
CREATE INDEX pay_rate_profile ON public.pay_rate USING btree (profile_id);

create table public.person (
  id uuid not null,
  name text not null,
  given_name text,
  family_name text,
  legal_name text,
  credit_name text,
  other_names text[] default '{}'::text[] not null,
  pronouns text,
  company_id uuid,
  agent_id uuid,
  department_id uuid,
  "position" text,
  home_base text,
  address text,
  time_zone text,
  languages text[] default '{}'::text[] not null,
  websites text[] default '{}'::text[] not null,
  birth_date date,
  union_membership text,
  sizes text,
  emergency_contact text,
  dietary text,
  allergies text,
  rate_note text,
  bank_sealed bytea,
  notes text,
  source text,
  name_key text not null,
  sort_name text not null,
  search_text text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  archived_reason text,
  merged_into uuid,
  skills text[] default '{}'::text[] not null,
  tags text[] default '{}'::text[] not null,
  travel_km integer,
  representation text default 'direct'::text not null,
  measurements jsonb default '{}'::jsonb not null,
  do_not_hire_reason text,
  do_not_hire_by text,
  do_not_hire_at timestamp with time zone,
  day_rate_minor bigint,
  day_rate_currency text,
  profile_text text default ''::text not null,
  find_text text generated always as (((search_text || ' '::text) || profile_text)) stored,
  constraint person_pkey PRIMARY KEY (id),
  constraint day_rate_whole CHECK (((day_rate_minor IS NULL) = (day_rate_currency IS NULL))),
  constraint do_not_hire_whole CHECK ((((do_not_hire_reason IS NULL) = (do_not_hire_at IS NULL)) AND ((do_not_hire_reason IS NULL) = (do_not_hire_by IS NULL)))),
  constraint person_representation_check CHECK ((representation = ANY (ARRAY['direct'::text, 'agent_copied'::text, 'agent_first'::text]))),
  constraint person_travel_km_check CHECK ((travel_km >= 0))
);
CREATE INDEX person_agent_id ON public.person USING btree (agent_id);
CREATE INDEX person_born ON public.person USING btree (birth_date) WHERE (birth_date IS NOT NULL);
CREATE INDEX person_city ON public.person USING gin (lower(home_base) gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX person_company_id ON public.person USING btree (company_id);
CREATE INDEX person_day_rate ON public.person USING btree (day_rate_currency, day_rate_minor);
CREATE INDEX person_department_id ON public.person USING btree (department_id);
CREATE INDEX person_languages ON public.person USING gin (words_lowered(languages)) WITH (fastupdate=off);
CREATE INDEX person_likeness ON public.person USING gin (search_text gin_trgm_ops);
CREATE INDEX person_merged_into ON public.person USING btree (merged_into);
CREATE INDEX person_name_key ON public.person USING btree (name_key);
CREATE INDEX person_search ON public.person USING gin (find_text gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX person_skills ON public.person USING gin (words_lowered(skills)) WITH (fastupdate=off);
CREATE INDEX person_sort ON public.person USING btree (sort_name, id) WHERE (archived_at IS NULL);
CREATE INDEX person_tags ON public.person USING gin (words_lowered(tags)) WITH (fastupdate=off);

create table public.person_media (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  title text not null,
  tags text[] default '{}'::text[] not null,
  language text,
  url text,
  file_id uuid,
  small_file_id uuid,
  width integer,
  height integer,
  seconds integer,
  sort smallint not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint person_media_pkey PRIMARY KEY (id),
  constraint person_media_check CHECK (((kind = 'reel'::text) = (url IS NOT NULL))),
  constraint person_media_check1 CHECK (((kind = 'reel'::text) = (file_id IS NULL))),
  constraint person_media_check2 CHECK (((kind = 'photo'::text) = (small_file_id IS NOT NULL))),
  constraint person_media_kind_check CHECK ((kind = ANY (ARRAY['photo'::text, 'voice'::text, 'reel'::text])))
);
CREATE INDEX person_media_file ON public.person_media USING btree (file_id);
CREATE INDEX person_media_person ON public.person_media USING btree (person_id, sort) WHERE (archived_at IS NULL);
CREATE INDEX person_media_small_file ON public.person_media USING btree (small_file_id);
CREATE INDEX person_media_voice ON public.person_media USING gin (words_lowered(tags)) WITH (fastupdate=off) WHERE (kind = 'voice'::text);

create table public.person_position (
  id uuid not null,
  person_id uuid not null,
  "position" text not null,
  level text not null,
  sort smallint not null,
  constraint person_position_pkey PRIMARY KEY (id),
  constraint person_position_level_check CHECK ((level = ANY (ARRAY['trainee'::text, 'assistant'::text, 'experienced'::text, 'lead'::text]))),
  constraint person_position_position_check CHECK (("position" <> ''::text))
);
CREATE INDEX person_position_name ON public.person_position USING btree (lower("position"), person_id);
CREATE INDEX person_position_person ON public.person_position USING btree (person_id, sort);

create table public.private_note (
  id uuid not null,
  person_id uuid,
  company_id uuid,
  words text not null,
  author_id uuid not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint private_note_pkey PRIMARY KEY (id),
  constraint private_note_check CHECK ((num_nonnulls(person_id, company_id) = 1)),
  constraint private_note_words_check CHECK ((words <> ''::text))
);
CREATE INDEX private_note_author ON public.private_note USING btree (author_id);
CREATE INDEX private_note_company ON public.private_note USING btree (company_id);
CREATE INDEX private_note_person ON public.private_note USING btree (person_id);

create table public.private_note_reader (
  note_id uuid not null,
  user_id uuid not null,
  constraint private_note_reader_pkey PRIMARY KEY (note_id, user_id)
);
CREATE INDEX private_note_reader_user ON public.private_note_reader USING btree (user_id);

create table public.production (
  id uuid not null,
  code text not null,
  title text not null,
  kind text not null,
  client_company_id uuid,
  phase text default 'prep'::text not null,
  starts_on date,
  ends_on date,
  time_zone text not null,
  paper_size text not null,
  hour_cycle smallint default 24 not null,
  days_off smallint[] default '{6,7}'::smallint[] not null,
  profile_id text,
  revision_colours jsonb not null,
  lines_per_page smallint default 54 not null,
  eighths_rounding text default 'half_up'::text not null,
  jurisdiction text,
  notes text default ''::text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  agency_company_id uuid,
  job_number text default ''::text not null,
  calendar_invitations boolean default false not null,
  calendar_version integer default 1 not null,
  hold_days integer,
  constraint production_pkey PRIMARY KEY (id),
  constraint production_check CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on))),
  constraint production_eighths_rounding_check CHECK ((eighths_rounding = ANY (ARRAY['half_up'::text, 'ceil'::text]))),
  constraint production_hold_days_check CHECK (((hold_days >= 1) AND (hold_days <= 365))),
  constraint production_hour_cycle_check CHECK ((hour_cycle = ANY (ARRAY[12, 24]))),
  constraint production_kind_check CHECK ((kind = ANY (ARRAY['narrative'::text, 'commercial'::text, 'corporate'::text, 'documentary'::text, 'social'::text]))),
  constraint production_lines_per_page_check CHECK (((lines_per_page >= 40) AND (lines_per_page <= 70))),
  constraint production_paper_size_check CHECK ((paper_size = ANY (ARRAY['a4'::text, 'letter'::text]))),
  constraint production_phase_check CHECK ((phase = ANY (ARRAY['development'::text, 'prep'::text, 'shoot'::text, 'wrap'::text, 'post'::text, 'delivery'::text, 'archive'::text])))
);
CREATE INDEX production_agency ON public.production USING btree (agency_company_id);
CREATE INDEX production_client ON public.production USING btree (client_company_id);
CREATE INDEX production_jurisdiction ON public.production USING btree (jurisdiction);
CREATE INDEX production_profile ON public.production USING btree (profile_id);
CREATE UNIQUE INDEX production_code ON public.production USING btree (lower(code)) WHERE (archived_at IS NULL);

create table public.production_member (
  production_id uuid not null,
  user_id uuid not null,
  role text not null,
  added_at timestamp with time zone not null,
  constraint production_member_pkey PRIMARY KEY (production_id, user_id),
  constraint production_member_role_check CHECK ((role = ANY (ARRAY['producer'::text, 'coordinator'::text, 'department_head'::text, 'crew'::text, 'finance'::text, 'client'::text, 'vendor'::text])))
);
CREATE INDEX production_member_user ON public.production_member USING btree (user_id);

create table public.proposal_dismissal (
  scene_id uuid not null,
  key text not null,
  at timestamp with time zone not null,
  constraint proposal_dismissal_pkey PRIMARY KEY (scene_id, key)
);

create table public.quote (
  id uuid not null,
  request_id uuid not null,
  vendor_id uuid not null,
  link_id uuid,
  to_address text,
  locale text not null,
  state text not null,
  sent_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  answered_at timestamp with time zone,
  answered_by text,
  currency text,
  delivery_minor bigint,
  tax_hundredths integer,
  valid_until date,
  note text,
  file_id uuid,
  version integer default 1 not null,
  constraint quote_pkey PRIMARY KEY (id),
  constraint quote_request_id_vendor_id_key UNIQUE (request_id, vendor_id),
  constraint quote_check CHECK (((state <> ALL (ARRAY['answered'::text, 'chosen'::text])) OR ((currency IS NOT NULL) AND (answered_at IS NOT NULL)))),
  constraint quote_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint quote_delivery_minor_check CHECK ((delivery_minor >= 0)),
  constraint quote_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'de'::text]))),
  constraint quote_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'answered'::text, 'declined'::text, 'expired'::text, 'chosen'::text, 'not_chosen'::text]))),
  constraint quote_tax_hundredths_check CHECK (((tax_hundredths >= 0) AND (tax_hundredths <= 10000)))
);
CREATE INDEX quote_file_id ON public.quote USING btree (file_id);
CREATE INDEX quote_link_id ON public.quote USING btree (link_id);
CREATE INDEX quote_vendor_id ON public.quote USING btree (vendor_id);
CREATE INDEX quote_waiting ON public.quote USING btree (request_id) WHERE (state = 'asked'::text);
CREATE UNIQUE INDEX quote_chosen_once ON public.quote USING btree (request_id) WHERE (state = 'chosen'::text);

create table public.quote_answer (
  id uuid not null,
  quote_id uuid not null,
  line_id uuid not null,
  unit_minor bigint not null,
  quantity_thousandths bigint not null,
  days_tenths integer,
  discount_hundredths integer not null,
  note text,
  constraint quote_answer_pkey PRIMARY KEY (id),
  constraint quote_answer_quote_id_line_id_key UNIQUE (quote_id, line_id),
  constraint quote_answer_days_tenths_check CHECK ((days_tenths > 0)),
  constraint quote_answer_discount_hundredths_check CHECK (((discount_hundredths >= 0) AND (discount_hundredths <= 10000))),
  constraint quote_answer_quantity_thousandths_check CHECK ((quantity_thousandths > 0)),
  constraint quote_answer_unit_minor_check CHECK ((unit_minor >= 0))
);
CREATE INDEX quote_answer_line ON public.quote_answer USING btree (line_id);

create table public.quote_exchange (
  id uuid not null,
  request_id uuid not null,
  currency text not null,
  rate_millionths bigint not null,
  source text not null,
  dated date not null,
  constraint quote_exchange_pkey PRIMARY KEY (id),
  constraint quote_exchange_request_id_currency_key UNIQUE (request_id, currency),
  constraint quote_exchange_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint quote_exchange_rate_millionths_check CHECK ((rate_millionths > 0)),
  constraint quote_exchange_source_check CHECK ((source <> ''::text))
);

create table public.quote_line (
  id uuid not null,
  request_id uuid not null,
  sort smallint not null,
  item text not null,
  unit text not null,
  quantity_thousandths bigint not null,
  days_tenths integer,
  note text,
  constraint quote_line_pkey PRIMARY KEY (id),
  constraint quote_line_days_tenths_check CHECK ((days_tenths > 0)),
  constraint quote_line_item_check CHECK ((item <> ''::text)),
  constraint quote_line_quantity_thousandths_check CHECK ((quantity_thousandths > 0)),
  constraint quote_line_unit_check CHECK ((unit <> ''::text))
);
CREATE INDEX quote_line_request ON public.quote_line USING btree (request_id);

create table public.quote_request (
  id uuid not null,
  production_id uuid not null,
  number integer not null,
  title text not null,
  what text default ''::text not null,
  from_on date,
  until_on date,
  deliver_by date,
  deliver_to text,
  answer_by timestamp with time zone not null,
  currency text not null,
  state text not null,
  chosen_id uuid,
  reason text,
  decided_by text,
  decided_at timestamp with time zone,
  created_by text not null,
  created_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint quote_request_pkey PRIMARY KEY (id),
  constraint quote_request_production_id_number_key UNIQUE (production_id, number),
  constraint quote_request_check CHECK (((until_on IS NULL) OR (from_on IS NULL) OR (until_on >= from_on))),
  constraint quote_request_check1 CHECK (((state = 'decided'::text) = (chosen_id IS NOT NULL))),
  constraint quote_request_check2 CHECK (((state <> 'decided'::text) OR (reason IS NOT NULL))),
  constraint quote_request_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint quote_request_number_check CHECK ((number > 0)),
  constraint quote_request_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'decided'::text, 'withdrawn'::text]))),
  constraint quote_request_title_check CHECK ((title <> ''::text))
);
CREATE INDEX quote_request_chosen ON public.quote_request USING btree (chosen_id);

create table public.quote_template (
  id uuid not null,
  name text not null,
  lines jsonb not null,
  kept_by text not null,
  kept_at timestamp with time zone not null,
  constraint quote_template_pkey PRIMARY KEY (id),
  constraint quote_template_lines_check CHECK ((jsonb_typeof(lines) = 'array'::text)),
  constraint quote_template_name_check CHECK ((name <> ''::text))
);
CREATE UNIQUE INDEX quote_template_name ON public.quote_template USING btree (lower(name));

create table public.revision_colours (
  of text not null,
  colours jsonb not null,
  source text not null,
  dated date not null,
  version integer default 1 not null,
  constraint revision_colours_pkey PRIMARY KEY (of),
  constraint revision_colours_colours_check CHECK (((jsonb_array_length(colours) >= 1) AND (jsonb_array_length(colours) <= 20))),
  constraint revision_colours_of_check CHECK ((of = ANY (ARRAY['office'::text, 'shipped'::text])))
);

create table public.scene (
  id uuid not null,
  production_id uuid not null,
  script_id uuid not null,
  number text,
  int_ext text,
  set_name text not null,
  time_of_day text,
  bucket text,
  heading text not null,
  synopsis text default ''::text not null,
  script_day text,
  unit text,
  eighths smallint not null,
  eighths_override smallint,
  minutes smallint,
  page text,
  "position" integer not null,
  omitted boolean default false not null,
  left_out boolean default false not null,
  breakdown_state text default 'todo'::text not null,
  note text default ''::text not null,
  version integer default 1 not null,
  constraint scene_pkey PRIMARY KEY (id),
  constraint scene_breakdown_state_check CHECK ((breakdown_state = ANY (ARRAY['todo'::text, 'part'::text, 'done'::text]))),
  constraint scene_bucket_check CHECK ((bucket = ANY (ARRAY['day'::text, 'night'::text, 'dawn_dusk'::text]))),
  constraint scene_eighths_check CHECK ((eighths >= 0)),
  constraint scene_eighths_override_check CHECK ((eighths_override >= 0)),
  constraint scene_int_ext_check CHECK ((int_ext = ANY (ARRAY['int'::text, 'ext'::text, 'int_ext'::text]))),
  constraint scene_minutes_check CHECK ((minutes >= 0))
);
CREATE INDEX scene_production ON public.scene USING btree (production_id, "position");
CREATE INDEX scene_script ON public.scene USING btree (script_id, "position");
CREATE INDEX scene_words ON public.scene USING gin ((((heading || ' '::text) || synopsis)) gin_trgm_ops);

create table public.scene_element (
  scene_id uuid not null,
  element_id uuid not null,
  quantity smallint default 1 not null,
  note text default ''::text not null,
  constraint scene_element_pkey PRIMARY KEY (scene_id, element_id),
  constraint scene_element_quantity_check CHECK ((quantity > 0))
);
CREATE INDEX scene_element_element ON public.scene_element USING btree (element_id);

create table public.scene_frame (
  file_id uuid not null,
  scene_id uuid not null,
  production_id uuid not null,
  width integer not null,
  height integer not null,
  created_at timestamp with time zone not null,
  replaced_at timestamp with time zone,
  constraint scene_frame_pkey PRIMARY KEY (file_id),
  constraint scene_frame_height_check CHECK ((height > 0)),
  constraint scene_frame_width_check CHECK ((width > 0))
);
CREATE INDEX scene_frame_production ON public.scene_frame USING btree (production_id);
CREATE INDEX scene_frame_scene ON public.scene_frame USING btree (scene_id);
CREATE UNIQUE INDEX scene_frame_current ON public.scene_frame USING btree (scene_id) WHERE (replaced_at IS NULL);

create table public.scene_text (
  draft_id uuid not null,
  scene_id uuid not null,
  "position" integer not null,
  number text,
  eighths smallint not null,
  page text,
  elements jsonb not null,
  constraint scene_text_pkey PRIMARY KEY (draft_id, scene_id)
);
CREATE INDEX scene_text_scene ON public.scene_text USING btree (scene_id);

create table public.schedule_feed_entry (
  link_id uuid not null,
  uid text not null,
  sequence integer not null,
  is_cancelled boolean not null,
  entry jsonb not null,
  changed_at timestamp with time zone not null,
  constraint schedule_feed_entry_pkey PRIMARY KEY (link_id, uid),
  constraint schedule_feed_entry_sequence_check CHECK ((sequence >= 0))
);

create table public.schedule_issue (
  id uuid not null,
  production_id uuid not null,
  board_id uuid not null,
  board_name text not null,
  number integer not null,
  colour jsonb not null,
  snapshot text not null,
  sha256 text not null,
  issued_at timestamp with time zone not null,
  issued_by text not null,
  constraint schedule_issue_pkey PRIMARY KEY (id),
  constraint schedule_issue_production_id_number_key UNIQUE (production_id, number),
  constraint schedule_issue_number_check CHECK ((number > 0)),
  constraint schedule_issue_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX schedule_issue_board ON public.schedule_issue USING btree (board_id);
CREATE TRIGGER schedule_issue_stays BEFORE DELETE OR UPDATE ON public.schedule_issue FOR EACH ROW EXECUTE FUNCTION schedule_issue_stays();

create table public.schedule_rule (
  id smallint default 1 not null,
  minutes_per_eighth smallint not null,
  prep_minutes smallint not null,
  wrap_minutes smallint not null,
  target_eighths smallint not null,
  meal_after_minutes smallint not null,
  rest_name text not null,
  daily_rest_minutes smallint not null,
  weekly_rest_minutes smallint not null,
  minor_rest_minutes smallint not null,
  unknown_minor_age smallint not null,
  light_margin_minutes smallint not null,
  source text not null,
  dated date not null,
  version integer default 1 not null,
  constraint schedule_rule_pkey PRIMARY KEY (id),
  constraint schedule_rule_daily_rest_minutes_check CHECK (((daily_rest_minutes >= 0) AND (daily_rest_minutes <= 1440))),
  constraint schedule_rule_id_check CHECK ((id = 1)),
  constraint schedule_rule_light_margin_minutes_check CHECK (((light_margin_minutes >= 0) AND (light_margin_minutes <= 240))),
  constraint schedule_rule_meal_after_minutes_check CHECK (((meal_after_minutes >= 60) AND (meal_after_minutes <= 1440))),
  constraint schedule_rule_minor_rest_minutes_check CHECK (((minor_rest_minutes >= 0) AND (minor_rest_minutes <= 1440))),
  constraint schedule_rule_minutes_per_eighth_check CHECK (((minutes_per_eighth >= 1) AND (minutes_per_eighth <= 120))),
  constraint schedule_rule_prep_minutes_check CHECK (((prep_minutes >= 0) AND (prep_minutes <= 600))),
  constraint schedule_rule_rest_name_check CHECK ((rest_name <> ''::text)),
  constraint schedule_rule_source_check CHECK ((source <> ''::text)),
  constraint schedule_rule_target_eighths_check CHECK (((target_eighths >= 1) AND (target_eighths <= 400))),
  constraint schedule_rule_unknown_minor_age_check CHECK (((unknown_minor_age >= 0) AND (unknown_minor_age <= 17))),
  constraint schedule_rule_weekly_rest_minutes_check CHECK (((weekly_rest_minutes >= 0) AND (weekly_rest_minutes <= 10080))),
  constraint schedule_rule_wrap_minutes_check CHECK (((wrap_minutes >= 0) AND (wrap_minutes <= 600)))
);

create table public.script (
  id uuid not null,
  production_id uuid not null,
  title text not null,
  kind text not null,
  created_at timestamp with time zone not null,
  constraint script_pkey PRIMARY KEY (id),
  constraint script_production_id_kind_key UNIQUE (production_id, kind),
  constraint script_kind_check CHECK ((kind = ANY (ARRAY['screenplay'::text, 'list'::text])))
);

create table public.script_draft (
  id uuid not null,
  production_id uuid not null,
  script_id uuid,
  number integer,
  name text not null,
  colour jsonb not null,
  format text not null,
  file_name text,
  source bytea not null,
  sha256 text not null,
  retags jsonb default '[]'::jsonb not null,
  matches jsonb default '[]'::jsonb not null,
  title_page jsonb default '[]'::jsonb not null,
  preamble jsonb default '[]'::jsonb not null,
  extras jsonb default '[]'::jsonb not null,
  source_tags jsonb default '[]'::jsonb not null,
  pages integer default 0 not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  committed_at timestamp with time zone,
  version integer default 1 not null,
  constraint script_draft_pkey PRIMARY KEY (id),
  constraint script_draft_script_id_number_key UNIQUE (script_id, number),
  constraint script_draft_check CHECK (((committed_at IS NULL) = (number IS NULL))),
  constraint script_draft_format_check CHECK ((format = ANY (ARRAY['fountain'::text, 'fdx'::text]))),
  constraint script_draft_number_check CHECK ((number > 0)),
  constraint script_draft_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX script_draft_production ON public.script_draft USING btree (production_id, created_at);

create table public.set_location (
  production_id uuid not null,
  set_name text not null,
  location_id uuid not null,
  constraint set_location_pkey PRIMARY KEY (production_id, set_name)
);
CREATE INDEX set_location_location ON public.set_location USING btree (location_id);

create table public.shipped_reset (
  id uuid not null,
  list text not null,
  at timestamp with time zone not null,
  by_name text not null,
  rows jsonb not null,
  undone_at timestamp with time zone,
  constraint shipped_reset_pkey PRIMARY KEY (id)
);
CREATE INDEX shipped_reset_list ON public.shipped_reset USING btree (list, at DESC);

create table public.shipped_row (
  list text not null,
  row_id text not null,
  "row" jsonb not null,
  parts jsonb,
  sort integer not null,
  constraint shipped_row_pkey PRIMARY KEY (list, row_id)
);

create table public.shoot_day (
  id uuid not null,
  board_id uuid not null,
  on_date date not null,
  type text not null,
  unit text not null,
  call_time smallint,
  target_eighths smallint,
  note text default ''::text not null,
  archived_at timestamp with time zone,
  constraint shoot_day_pkey PRIMARY KEY (id),
  constraint shoot_day_target_eighths_check CHECK ((target_eighths > 0)),
  constraint shoot_day_type_check CHECK ((type = ANY (ARRAY['shoot'::text, 'prep'::text, 'travel'::text, 'rehearsal'::text, 'weather'::text, 'off'::text, 'holiday'::text, 'hiatus'::text, 'wrap'::text])))
);
CREATE INDEX shoot_day_board ON public.shoot_day USING btree (board_id, on_date);
CREATE INDEX shoot_day_date ON public.shoot_day USING btree (on_date) WHERE (archived_at IS NULL);

create table public.strip (
  id uuid not null,
  board_id uuid not null,
  day_id uuid,
  "position" integer not null,
  kind text not null,
  scene_id uuid,
  part smallint,
  parts smallint,
  eighths smallint,
  title text default ''::text not null,
  minutes_override smallint,
  start_override smallint,
  location_id uuid,
  cheats_light boolean default false not null,
  constraint strip_pkey PRIMARY KEY (id),
  constraint strip_check CHECK (((kind = 'scene'::text) = (scene_id IS NOT NULL))),
  constraint strip_check1 CHECK (((part IS NULL) = (parts IS NULL))),
  constraint strip_eighths_check CHECK ((eighths > 0)),
  constraint strip_minutes_override_check CHECK ((minutes_override >= 0))
);
CREATE INDEX strip_board ON public.strip USING btree (board_id, day_id, "position");
CREATE INDEX strip_day ON public.strip USING btree (day_id);
CREATE INDEX strip_location ON public.strip USING btree (location_id);
CREATE INDEX strip_scene ON public.strip USING btree (scene_id);

create table public.strip_layout (
  id text not null,
  name text not null,
  source text not null,
  dated date not null,
  shape jsonb not null,
  shipped jsonb,
  sort smallint not null,
  archived_at timestamp with time zone,
  version integer default 1 not null,
  constraint strip_layout_pkey PRIMARY KEY (id)
);

create table public.strip_palette (
  id text not null,
  name text not null,
  source text not null,
  dated date not null,
  colours jsonb not null,
  shipped jsonb,
  sort smallint not null,
  archived_at timestamp with time zone,
  version integer default 1 not null,
  constraint strip_palette_pkey PRIMARY KEY (id)
);

create table public.timesheet_day (
  id uuid not null,
  production_id uuid not null,
  engagement_id uuid not null,
  on_date date not null,
  start_minute smallint not null,
  end_minute smallint not null,
  meal_minutes smallint default 0 not null,
  note text default ''::text not null,
  entered_by text not null,
  by_link boolean not null,
  approved_by text,
  approved_at timestamp with time zone,
  pay jsonb,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  constraint timesheet_day_pkey PRIMARY KEY (id),
  constraint timesheet_day_engagement_id_on_date_key UNIQUE (engagement_id, on_date),
  constraint timesheet_day_check CHECK ((((end_minute - start_minute) >= 1) AND ((end_minute - start_minute) <= 2160))),
  constraint timesheet_day_check1 CHECK ((meal_minutes < (end_minute - start_minute))),
  constraint timesheet_day_check2 CHECK ((((approved_by IS NULL) = (approved_at IS NULL)) AND ((approved_by IS NULL) = (pay IS NULL)))),
  constraint timesheet_day_meal_minutes_check CHECK (((meal_minutes >= 0) AND (meal_minutes <= 240))),
  constraint timesheet_day_start_minute_check CHECK (((start_minute >= '-720'::integer) AND (start_minute <= 2880)))
);
CREATE INDEX timesheet_day_production ON public.timesheet_day USING btree (production_id, on_date);

create table public.upload (
  id uuid not null,
  user_id uuid,
  size_bytes bigint,
  offset_bytes bigint default 0 not null,
  metadata jsonb,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  link_id uuid,
  constraint upload_pkey PRIMARY KEY (id),
  constraint upload_check CHECK (((size_bytes IS NULL) OR (offset_bytes <= size_bytes))),
  constraint upload_sender CHECK ((num_nonnulls(user_id, link_id) = 1)),
  constraint upload_size_bytes_check CHECK ((size_bytes >= 0))
);
CREATE INDEX upload_age ON public.upload USING btree (created_at);
CREATE INDEX upload_link ON public.upload USING btree (link_id) WHERE (link_id IS NOT NULL);
CREATE INDEX upload_user ON public.upload USING btree (user_id);

create table public.upload_part (
  upload_id uuid not null,
  from_byte bigint not null,
  size_bytes integer not null,
  storage_key text not null,
  constraint upload_part_pkey PRIMARY KEY (upload_id, from_byte),
  constraint upload_part_size_bytes_check CHECK ((size_bytes > 0))
);

create table public.vendor (
  id uuid not null,
  company_id uuid,
  person_id uuid,
  name text not null,
  sort_name text not null,
  find_text text not null,
  stage text not null,
  stage_reason text,
  stage_by text not null,
  stage_at timestamp with time zone not null,
  payment_days smallint,
  payment_terms text,
  currency text,
  tax_kind text,
  tax_sealed bytea,
  tax_last text,
  notes text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  tax_form_sealed bytea,
  constraint vendor_pkey PRIMARY KEY (id),
  constraint vendor_check CHECK (((company_id IS NULL) <> (person_id IS NULL))),
  constraint vendor_check1 CHECK (((tax_sealed IS NULL) = (tax_last IS NULL))),
  constraint vendor_check2 CHECK (((stage <> 'do_not_use'::text) OR (stage_reason IS NOT NULL))),
  constraint vendor_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint vendor_name_check CHECK ((name <> ''::text)),
  constraint vendor_payment_days_check CHECK (((payment_days >= 0) AND (payment_days <= 365))),
  constraint vendor_stage_check CHECK ((stage = ANY (ARRAY['invited'::text, 'profile'::text, 'in_review'::text, 'classified'::text, 'active'::text, 'do_not_use'::text])))
);
CREATE INDEX vendor_all_company ON public.vendor USING btree (company_id);
CREATE INDEX vendor_all_person ON public.vendor USING btree (person_id);
CREATE INDEX vendor_by_name ON public.vendor USING btree (sort_name, id);
CREATE INDEX vendor_found ON public.vendor USING gin (find_text gin_trgm_ops);
CREATE UNIQUE INDEX vendor_company_id ON public.vendor USING btree (company_id) WHERE (archived_at IS NULL);
CREATE UNIQUE INDEX vendor_person_id ON public.vendor USING btree (person_id) WHERE (archived_at IS NULL);

create table public.vendor_bank (
  id uuid not null,
  vendor_id uuid not null,
  sealed bytea not null,
  last4 text not null,
  country text,
  currency text,
  state text not null,
  came_from text not null,
  came_by text not null,
  came_at timestamp with time zone not null,
  known_numbers text[] not null,
  called_number text,
  number_source text,
  spoke_with text,
  called_at timestamp with time zone,
  decided_by text,
  decided_at timestamp with time zone,
  reason text,
  version integer default 1 not null,
  constraint vendor_bank_pkey PRIMARY KEY (id),
  constraint vendor_bank_came_from_check CHECK ((came_from = ANY (ARRAY['link'::text, 'office'::text]))),
  constraint vendor_bank_check CHECK (((state <> ALL (ARRAY['counted'::text, 'replaced'::text])) OR ((called_number IS NOT NULL) AND (spoke_with IS NOT NULL) AND (called_at IS NOT NULL)))),
  constraint vendor_bank_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint vendor_bank_last4_check CHECK ((length(last4) <= 4)),
  constraint vendor_bank_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'counted'::text, 'refused'::text, 'replaced'::text])))
);
CREATE INDEX vendor_bank_vendor ON public.vendor_bank USING btree (vendor_id);
CREATE UNIQUE INDEX vendor_bank_counted ON public.vendor_bank USING btree (vendor_id) WHERE (state = 'counted'::text);
CREATE UNIQUE INDEX vendor_bank_waiting ON public.vendor_bank USING btree (vendor_id) WHERE (state = 'waiting'::text);

create table public.vendor_category (
  id uuid not null,
  name text not null,
  source text not null,
  as_of date not null,
  sort smallint not null,
  archived_at timestamp with time zone,
  constraint vendor_category_pkey PRIMARY KEY (id),
  constraint vendor_category_name_check CHECK ((name <> ''::text)),
  constraint vendor_category_source_check CHECK ((source <> ''::text))
);
CREATE UNIQUE INDEX vendor_category_name ON public.vendor_category USING btree (lower(name)) WHERE (archived_at IS NULL);

create table public.vendor_contact (
  id uuid not null,
  vendor_id uuid not null,
  person_id uuid not null,
  does text default ''::text not null,
  sort smallint not null,
  constraint vendor_contact_pkey PRIMARY KEY (id)
);
CREATE INDEX vendor_contact_person ON public.vendor_contact USING btree (person_id);
CREATE INDEX vendor_contact_vendor ON public.vendor_contact USING btree (vendor_id);

create table public.vendor_in_category (
  id uuid not null,
  vendor_id uuid not null,
  category_id uuid not null,
  constraint vendor_in_category_pkey PRIMARY KEY (id),
  constraint vendor_in_category_vendor_id_category_id_key UNIQUE (vendor_id, category_id)
);
CREATE INDEX vendor_in_category_category ON public.vendor_in_category USING btree (category_id);

create table public.vendor_invitation (
  id uuid not null,
  vendor_id uuid not null,
  link_id uuid,
  to_address text not null,
  locale text not null,
  message text,
  state text not null,
  answers_sealed bytea,
  decisions jsonb default '{}'::jsonb not null,
  known_numbers text[] not null,
  sent_by text not null,
  sent_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  filled_at timestamp with time zone,
  settled_at timestamp with time zone,
  round smallint default 0 not null,
  version integer default 1 not null,
  reminders smallint default 0 not null,
  reminded_at timestamp with time zone,
  constraint vendor_invitation_pkey PRIMARY KEY (id),
  constraint vendor_invitation_check CHECK (((state <> ALL (ARRAY['filled'::text, 'returned'::text, 'settled'::text])) OR (answers_sealed IS NOT NULL))),
  constraint vendor_invitation_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'de'::text]))),
  constraint vendor_invitation_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'opened'::text, 'filled'::text, 'returned'::text, 'settled'::text, 'closed'::text])))
);
CREATE INDEX vendor_invitation_link ON public.vendor_invitation USING btree (link_id);
CREATE INDEX vendor_invitation_vendor ON public.vendor_invitation USING btree (vendor_id);
CREATE INDEX vendor_invitation_waiting ON public.vendor_invitation USING btree (sent_at) WHERE (state = ANY (ARRAY['sent'::text, 'opened'::text]));
CREATE UNIQUE INDEX vendor_invitation_open ON public.vendor_invitation USING btree (vendor_id) WHERE (state <> 'closed'::text);

create table public.vendor_price (
  id uuid not null,
  vendor_id uuid not null,
  item text not null,
  item_key text not null,
  unit text not null,
  price_minor bigint not null,
  currency text not null,
  priced_on date not null,
  source text not null,
  note text,
  created_by text not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  version integer default 1 not null,
  quote_id uuid,
  constraint vendor_price_pkey PRIMARY KEY (id),
  constraint vendor_price_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint vendor_price_item_check CHECK ((item <> ''::text)),
  constraint vendor_price_price_minor_check CHECK ((price_minor >= 0)),
  constraint vendor_price_source_check CHECK ((source <> ''::text)),
  constraint vendor_price_unit_check CHECK ((unit <> ''::text))
);
CREATE INDEX vendor_price_of ON public.vendor_price USING btree (vendor_id, item_key, priced_on DESC);
CREATE INDEX vendor_price_quote ON public.vendor_price USING btree (quote_id);

create table public.vendor_rule (
  one boolean default true not null,
  invitation_reminder_days smallint[] not null,
  price_tolerance_percent smallint not null,
  source text not null,
  dated date not null,
  version integer default 1 not null,
  categories_version integer default 1 not null,
  constraint vendor_rule_pkey PRIMARY KEY (one),
  constraint vendor_rule_one_check CHECK (one),
  constraint vendor_rule_price_tolerance_percent_check CHECK (((price_tolerance_percent >= 0) AND (price_tolerance_percent <= 100)))
);

create table public.webhook (
  id uuid not null,
  name text not null,
  url text not null,
  secret bytea not null,
  events text[] not null,
  active boolean default true not null,
  created_at timestamp with time zone not null,
  created_by_name text not null,
  version integer default 1 not null,
  constraint webhook_pkey PRIMARY KEY (id),
  constraint webhook_events_check CHECK ((cardinality(events) > 0))
);

create table public.webhook_delivery (
  id uuid not null,
  webhook_id uuid not null,
  event text not null,
  body text not null,
  state text default 'waiting'::text not null,
  tries integer default 0 not null,
  created_at timestamp with time zone not null,
  claimed_until timestamp with time zone,
  tried_at timestamp with time zone,
  status integer,
  answer text default ''::text not null,
  took_ms integer,
  next_try_at timestamp with time zone,
  constraint webhook_delivery_pkey PRIMARY KEY (id),
  constraint webhook_delivery_check CHECK (((state <> 'delivered'::text) OR ((status >= 200) AND (status <= 299)))),
  constraint webhook_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'given_up'::text])))
);
CREATE INDEX webhook_delivery_of ON public.webhook_delivery USING btree (webhook_id, id DESC);
CREATE INDEX webhook_delivery_settled ON public.webhook_delivery USING btree (created_at) WHERE (state <> 'waiting'::text);
CREATE INDEX webhook_delivery_waiting ON public.webhook_delivery USING btree (id) WHERE (state = 'waiting'::text);

create table public.working_time_profile (
  id text not null,
  name text not null,
  source text not null,
  dated date not null,
  daily_rest_minutes integer not null,
  weekly_rest_minutes integer,
  meal_after_minutes integer not null,
  meal_minutes integer not null,
  second_meal_after_minutes integer,
  overtime_after_minutes integer not null,
  meal_penalty jsonb not null,
  version integer default 1 not null,
  minor_rest_minutes integer default 720 not null,
  second_overtime_after_minutes integer,
  suits_zones text[] default '{}'::text[] not null,
  suits_kinds text[] default '{}'::text[] not null,
  archived_at timestamp with time zone,
  constraint working_time_profile_pkey PRIMARY KEY (id),
  constraint working_time_profile_daily_rest_minutes_check CHECK ((daily_rest_minutes > 0))
);

alter table auth.account add constraint account_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;

alter table auth.passkey add constraint passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;

alter table auth.session add constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;

alter table auth.two_factor add constraint two_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;

alter table public.agreement add constraint agreement_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE SET NULL;

alter table public.agreement add constraint agreement_docx_file_id_fkey FOREIGN KEY (docx_file_id) REFERENCES file(id) ON DELETE RESTRICT;

alter table public.agreement add constraint agreement_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id) ON DELETE SET NULL;

alter table public.agreement add constraint agreement_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL;

alter table public.agreement add constraint agreement_point_id_fkey FOREIGN KEY (point_id) REFERENCES agreement_point(id) ON DELETE RESTRICT;

alter table public.agreement add constraint agreement_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.agreement add constraint agreement_sealed_file_id_fkey FOREIGN KEY (sealed_file_id) REFERENCES file(id) ON DELETE RESTRICT;

alter table public.agreement add constraint agreement_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES agreement(id) ON DELETE RESTRICT;

alter table public.agreement add constraint agreement_template_version_id_fkey FOREIGN KEY (template_version_id) REFERENCES agreement_template_version(id) ON DELETE RESTRICT;

alter table public.agreement_clause_version add constraint agreement_clause_version_clause_id_fkey FOREIGN KEY (clause_id) REFERENCES agreement_clause(id) ON DELETE CASCADE;

alter table public.agreement_crowd_notice add constraint agreement_crowd_notice_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id) ON DELETE SET NULL;

alter table public.agreement_crowd_notice add constraint agreement_crowd_notice_photo_file_id_fkey FOREIGN KEY (photo_file_id) REFERENCES file(id) ON DELETE RESTRICT;

alter table public.agreement_crowd_notice add constraint agreement_crowd_notice_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.agreement_event add constraint agreement_event_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id) ON DELETE CASCADE;

alter table public.agreement_event add constraint agreement_event_party_id_fkey FOREIGN KEY (party_id) REFERENCES agreement_party(id) ON DELETE SET NULL;

alter table public.agreement_party add constraint agreement_party_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id) ON DELETE CASCADE;

alter table public.agreement_party add constraint agreement_party_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE SET NULL;

alter table public.agreement_party add constraint agreement_party_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL;

alter table public.agreement_party add constraint agreement_party_photo_file_id_fkey FOREIGN KEY (photo_file_id) REFERENCES file(id) ON DELETE RESTRICT;

alter table public.agreement_party add constraint agreement_party_signature_file_id_fkey FOREIGN KEY (signature_file_id) REFERENCES file(id) ON DELETE RESTRICT;

alter table public.agreement_point add constraint agreement_point_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE RESTRICT;

alter table public.agreement_point add constraint agreement_point_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id) ON DELETE SET NULL;

alter table public.agreement_point add constraint agreement_point_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.agreement_point add constraint agreement_point_template_id_fkey FOREIGN KEY (template_id) REFERENCES agreement_template(id) ON DELETE RESTRICT;

alter table public.agreement_template_version add constraint agreement_template_version_docx_file_id_fkey FOREIGN KEY (docx_file_id) REFERENCES file(id) ON DELETE RESTRICT;

alter table public.agreement_template_version add constraint agreement_template_version_template_id_fkey FOREIGN KEY (template_id) REFERENCES agreement_template(id) ON DELETE CASCADE;

alter table public.api_token add constraint api_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;

alter table public.audit_change add constraint audit_change_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES audit_entry(id) ON DELETE RESTRICT;

alter table public.audit_entry add constraint audit_entry_production_fk FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.availability add constraint availability_bookable_id_fkey FOREIGN KEY (bookable_id) REFERENCES bookable(id) ON DELETE CASCADE;

alter table public.availability add constraint availability_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id) ON DELETE CASCADE;

alter table public.availability add constraint availability_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table public.availability add constraint availability_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.board add constraint board_layout_id_fkey FOREIGN KEY (layout_id) REFERENCES strip_layout(id) ON DELETE RESTRICT;

alter table public.board add constraint board_palette_id_fkey FOREIGN KEY (palette_id) REFERENCES strip_palette(id) ON DELETE RESTRICT;

alter table public.board add constraint board_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.board_calendar_day add constraint board_calendar_day_board_id_fkey FOREIGN KEY (board_id) REFERENCES board(id) ON DELETE CASCADE;

alter table public.bookable add constraint bookable_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.booking add constraint booking_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id) ON DELETE RESTRICT;

alter table public.booking add constraint booking_engagement_id_fkey FOREIGN KEY (engagement_id) REFERENCES engagement(id) ON DELETE CASCADE;

alter table public.booking add constraint booking_label_id_fkey FOREIGN KEY (label_id) REFERENCES booking_label(id) ON DELETE SET NULL;

alter table public.booking add constraint booking_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.booking_ask add constraint booking_ask_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id) ON DELETE RESTRICT;

alter table public.booking_ask add constraint booking_ask_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.booking_ask_event add constraint booking_ask_event_ask_id_fkey FOREIGN KEY (ask_id) REFERENCES booking_ask(id) ON DELETE CASCADE;

alter table public.booking_ask_person add constraint booking_ask_person_ask_id_fkey FOREIGN KEY (ask_id) REFERENCES booking_ask(id) ON DELETE CASCADE;

alter table public.booking_ask_person add constraint booking_ask_person_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE;

alter table public.booking_ask_person add constraint booking_ask_person_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES mail_message(id) ON DELETE SET NULL;

alter table public.booking_ask_person add constraint booking_ask_person_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE SET NULL;

alter table public.booking_ask_person add constraint booking_ask_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table public.booking_challenge add constraint booking_challenge_against_id_fkey FOREIGN KEY (against_id) REFERENCES booking(id) ON DELETE CASCADE;

alter table public.booking_challenge add constraint booking_challenge_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE;

alter table public.booking_challenge add constraint booking_challenge_our_link_id_fkey FOREIGN KEY (our_link_id) REFERENCES link(id) ON DELETE SET NULL;

alter table public.booking_challenge add constraint booking_challenge_their_link_id_fkey FOREIGN KEY (their_link_id) REFERENCES link(id) ON DELETE SET NULL;

alter table public.booking_day add constraint booking_day_bookable_id_fkey FOREIGN KEY (bookable_id) REFERENCES bookable(id) ON DELETE CASCADE;

alter table public.booking_day add constraint booking_day_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE;

alter table public.booking_day add constraint booking_day_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id) ON DELETE CASCADE;

alter table public.booking_day add constraint booking_day_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table public.booking_event add constraint booking_event_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE;

alter table public.booking_run add constraint booking_run_bookable_id_fkey FOREIGN KEY (bookable_id) REFERENCES bookable(id) ON DELETE CASCADE;

alter table public.booking_run add constraint booking_run_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE;

alter table public.booking_run add constraint booking_run_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table public.booking_told add constraint booking_told_message_id_fkey FOREIGN KEY (message_id) REFERENCES mail_message(id) ON DELETE SET NULL;

alter table public.booking_told add constraint booking_told_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table public.booking_told add constraint booking_told_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.calendar_day add constraint calendar_day_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.call_sheet add constraint call_sheet_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth."user"(id) ON DELETE SET NULL;

alter table public.call_sheet add constraint call_sheet_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.call_sheet add constraint call_sheet_ready_by_fkey FOREIGN KEY (ready_by) REFERENCES auth."user"(id) ON DELETE SET NULL;

alter table public.call_sheet_dispatch add constraint call_sheet_dispatch_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.call_sheet_event add constraint call_sheet_event_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES call_sheet_notice(id) ON DELETE CASCADE;

alter table public.call_sheet_event add constraint call_sheet_event_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.call_sheet_issue add constraint call_sheet_issue_board_fk FOREIGN KEY (board_id) REFERENCES board(id) ON DELETE RESTRICT;

alter table public.call_sheet_issue add constraint call_sheet_issue_call_sheet_id_fkey FOREIGN KEY (call_sheet_id) REFERENCES call_sheet(id) ON DELETE RESTRICT;

alter table public.call_sheet_issue add constraint call_sheet_issue_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES auth."user"(id) ON DELETE SET NULL;

alter table public.call_sheet_issue add constraint call_sheet_issue_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.call_sheet_issue add constraint call_sheet_issue_schedule_issue_fk FOREIGN KEY (schedule_issue_id) REFERENCES schedule_issue(id) ON DELETE RESTRICT;

alter table public.call_sheet_notice add constraint call_sheet_notice_call_sheet_id_fkey FOREIGN KEY (call_sheet_id) REFERENCES call_sheet(id) ON DELETE RESTRICT;

alter table public.call_sheet_notice add constraint call_sheet_notice_carried_from_fkey FOREIGN KEY (carried_from) REFERENCES call_sheet_notice(id) ON DELETE SET NULL;

alter table public.call_sheet_notice add constraint call_sheet_notice_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES call_sheet_issue(id) ON DELETE RESTRICT;

alter table public.call_sheet_notice add constraint call_sheet_notice_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE SET NULL;

alter table public.call_sheet_notice add constraint call_sheet_notice_pdf_file_id_fkey FOREIGN KEY (pdf_file_id) REFERENCES file(id) ON DELETE SET NULL;

alter table public.call_sheet_notice add constraint call_sheet_notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL;

alter table public.call_sheet_notice add constraint call_sheet_notice_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.call_sheet_unit_day add constraint call_sheet_unit_day_engagement_id_fkey FOREIGN KEY (engagement_id) REFERENCES engagement(id) ON DELETE CASCADE;

alter table public.call_sheet_unit_day add constraint call_sheet_unit_day_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.casting_appointment add constraint casting_appointment_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES casting_candidate(id) ON DELETE CASCADE;

alter table public.casting_appointment add constraint casting_appointment_session_id_fkey FOREIGN KEY (session_id) REFERENCES casting_session(id) ON DELETE CASCADE;

alter table public.casting_call add constraint casting_call_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES casting_consent(id) ON DELETE RESTRICT;

alter table public.casting_call add constraint casting_call_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE RESTRICT;

alter table public.casting_call add constraint casting_call_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.casting_call add constraint casting_call_role_id_fkey FOREIGN KEY (role_id) REFERENCES casting_role(id) ON DELETE RESTRICT;

alter table public.casting_candidate add constraint casting_candidate_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id) ON DELETE SET NULL;

alter table public.casting_candidate add constraint casting_candidate_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE SET NULL;

alter table public.casting_candidate add constraint casting_candidate_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES casting_consent(id) ON DELETE RESTRICT;

alter table public.casting_candidate add constraint casting_candidate_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL;

alter table public.casting_candidate add constraint casting_candidate_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.casting_candidate add constraint casting_candidate_role_id_fkey FOREIGN KEY (role_id) REFERENCES casting_role(id) ON DELETE RESTRICT;

alter table public.casting_decision add constraint casting_decision_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES casting_candidate(id) ON DELETE SET NULL;

alter table public.casting_decision add constraint casting_decision_presentation_id_fkey FOREIGN KEY (presentation_id) REFERENCES casting_presentation(id) ON DELETE RESTRICT;

alter table public.casting_decision add constraint casting_decision_role_id_fkey FOREIGN KEY (role_id) REFERENCES casting_role(id) ON DELETE RESTRICT;

alter table public.casting_erasure add constraint casting_erasure_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.casting_exclusivity add constraint casting_exclusivity_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table public.casting_exclusivity add constraint casting_exclusivity_role_id_fkey FOREIGN KEY (role_id) REFERENCES casting_role(id) ON DELETE SET NULL;

alter table public.casting_mark add constraint casting_mark_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES casting_candidate(id) ON DELETE CASCADE;

alter table public.casting_mark add constraint casting_mark_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;

alter table public.casting_media add constraint casting_media_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES casting_candidate(id) ON DELETE CASCADE;

alter table public.casting_media add constraint casting_media_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id) ON DELETE RESTRICT;

alter table public.casting_pick add constraint casting_pick_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES casting_candidate(id) ON DELETE CASCADE;

alter table public.casting_pick add constraint casting_pick_voice_id_fkey FOREIGN KEY (voice_id) REFERENCES casting_voice(id) ON DELETE CASCADE;

alter table public.casting_presentation add constraint casting_presentation_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.casting_presentation_item add constraint casting_presentation_item_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES casting_candidate(id) ON DELETE CASCADE;

alter table public.casting_presentation_item add constraint casting_presentation_item_presentation_id_fkey FOREIGN KEY (presentation_id) REFERENCES casting_presentation(id) ON DELETE CASCADE;

alter table public.casting_request add constraint casting_request_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES casting_candidate(id) ON DELETE CASCADE;

alter table public.casting_request add constraint casting_request_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE RESTRICT;

alter table public.casting_request add constraint casting_request_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.casting_role add constraint casting_role_element_id_fkey FOREIGN KEY (element_id) REFERENCES element(id) ON DELETE SET NULL;

alter table public.casting_role add constraint casting_role_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.casting_role add constraint casting_role_sides_file_id_fkey FOREIGN KEY (sides_file_id) REFERENCES file(id) ON DELETE SET NULL;

alter table public.casting_session add constraint casting_session_door_link_id_fkey FOREIGN KEY (door_link_id) REFERENCES link(id) ON DELETE SET NULL;

alter table public.casting_session add constraint casting_session_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.casting_session add constraint casting_session_role_id_fkey FOREIGN KEY (role_id) REFERENCES casting_role(id) ON DELETE RESTRICT;

alter table public.casting_view_log add constraint casting_view_log_presentation_id_fkey FOREIGN KEY (presentation_id) REFERENCES casting_presentation(id) ON DELETE CASCADE;

alter table public.casting_voice add constraint casting_voice_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE RESTRICT;

alter table public.casting_voice add constraint casting_voice_presentation_id_fkey FOREIGN KEY (presentation_id) REFERENCES casting_presentation(id) ON DELETE CASCADE;

alter table public.casting_waiting add constraint casting_waiting_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES casting_candidate(id) ON DELETE CASCADE;

alter table public.casting_waiting add constraint casting_waiting_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE RESTRICT;

alter table public.casting_waiting add constraint casting_waiting_session_id_fkey FOREIGN KEY (session_id) REFERENCES casting_session(id) ON DELETE CASCADE;

alter table public.company add constraint company_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES company(id) ON DELETE SET NULL;

alter table public.concern_answer add constraint concern_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES auth."user"(id) ON DELETE SET NULL;

alter table public.concern_answer add constraint concern_answer_production_fk FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.confirmation_subscription add constraint confirmation_subscription_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.confirmation_subscription add constraint confirmation_subscription_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;

alter table public.contact_point add constraint contact_point_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE;

alter table public.contact_point add constraint contact_point_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table public.crew_need add constraint crew_need_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id) ON DELETE RESTRICT;

alter table public.crew_need add constraint crew_need_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.crew_need_list add constraint crew_need_list_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.document add constraint document_class_code_fkey FOREIGN KEY (class_code) REFERENCES document_class(code) ON DELETE RESTRICT;

alter table public.document add constraint document_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth."user"(id) ON DELETE SET NULL;

alter table public.document add constraint document_current FOREIGN KEY (id, current_number) REFERENCES document_version(document_id, number) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;

alter table public.document add constraint document_folder_id_fkey FOREIGN KEY (folder_id) REFERENCES document_folder(id) ON DELETE SET NULL;

alter table public.document add constraint document_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.document_access add constraint document_access_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE;

alter table public.document_access add constraint document_access_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;

alter table public.document_binder add constraint document_binder_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.document_binder add constraint document_binder_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;

alter table public.document_folder add constraint document_folder_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES document_folder(id) ON DELETE RESTRICT;

alter table public.document_folder add constraint document_folder_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.document_page add constraint document_page_version_id_fkey FOREIGN KEY (version_id) REFERENCES document_version(id) ON DELETE CASCADE;

alter table public.document_share add constraint document_share_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE;

alter table public.document_share add constraint document_share_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE SET NULL;

alter table public.document_share add constraint document_share_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL;

alter table public.document_subject add constraint document_subject_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE;

alter table public.document_terms add constraint document_terms_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE SET NULL;

alter table public.document_terms add constraint document_terms_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL;

alter table public.document_terms add constraint document_terms_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.document_terms add constraint document_terms_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE SET NULL;

alter table public.document_version add constraint document_version_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE;

alter table public.document_version add constraint document_version_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id) ON DELETE RESTRICT;

alter table public.document_visit add constraint document_visit_share_id_fkey FOREIGN KEY (share_id) REFERENCES document_share(id) ON DELETE CASCADE;

alter table public.element add constraint element_category_fkey FOREIGN KEY (category) REFERENCES element_category(code) ON DELETE RESTRICT;

alter table public.element add constraint element_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES element(id) ON DELETE SET NULL;

alter table public.element add constraint element_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.element_event add constraint element_event_element_fk FOREIGN KEY (element_id) REFERENCES element(id) ON DELETE CASCADE;

alter table public.element_event add constraint element_event_person_fk FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table public.element_event add constraint element_event_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.element_link add constraint element_link_anchor_id_fkey FOREIGN KEY (anchor_id) REFERENCES element(id) ON DELETE CASCADE;

alter table public.element_link add constraint element_link_brings_id_fkey FOREIGN KEY (brings_id) REFERENCES element(id) ON DELETE CASCADE;

alter table public.engagement add constraint engagement_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE RESTRICT;

alter table public.engagement add constraint engagement_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id) ON DELETE RESTRICT;

alter table public.engagement add constraint engagement_element_fk FOREIGN KEY (element_id) REFERENCES element(id) ON DELETE SET NULL;

alter table public.engagement add constraint engagement_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

alter table public.engagement add constraint engagement_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.file add constraint file_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth."user"(id) ON DELETE SET NULL;

alter table public.file add constraint file_production_fk FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.flag add constraint flag_element_fk FOREIGN KEY (element_id) REFERENCES element(id) ON DELETE CASCADE;

alter table public.flag add constraint flag_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.insurance_coverage add constraint insurance_coverage_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES paper(id) ON DELETE CASCADE;

alter table public.insurance_requirement add constraint insurance_requirement_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.insurance_requirement_list add constraint insurance_requirement_list_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.invitation add constraint invitation_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES auth."user"(id) ON DELETE SET NULL;

alter table public.invitation add constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES auth."user"(id) ON DELETE SET NULL;

alter table public.invitation add constraint invitation_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE CASCADE;

alter table public.link add constraint link_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth."user"(id) ON DELETE SET NULL;

alter table public.link add constraint link_person_fk FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL;

alter table public.link add constraint link_production_fk FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.location add constraint location_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.mail_attempt add constraint mail_attempt_message_id_fkey FOREIGN KEY (message_id) REFERENCES mail_message(id) ON DELETE CASCADE;

alter table public.minor_hours add constraint minor_hours_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES minor_profile(id) ON DELETE CASCADE;

alter table public.paper add constraint paper_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE;

alter table public.paper add constraint paper_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id) ON DELETE RESTRICT;

alter table public.paper add constraint paper_kind_id_fkey FOREIGN KEY (kind_id) REFERENCES paper_kind(id) ON DELETE RESTRICT;

alter table public.paper add constraint paper_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE SET NULL;

alter table public.paper add constraint paper_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table public.paper add constraint paper_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.paper_attachment add constraint paper_attachment_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id) ON DELETE RESTRICT;

alter table public.paper_attachment add constraint paper_attachment_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES paper(id) ON DELETE CASCADE;

alter table public.paper_rule add constraint paper_rule_kind_id_fkey FOREIGN KEY (kind_id) REFERENCES paper_kind(id) ON DELETE CASCADE;

alter table public.pay_rate add constraint pay_rate_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE;

alter table public.pay_rate add constraint pay_rate_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table public.pay_rate add constraint pay_rate_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES pay_profile(id) ON DELETE RESTRICT;

alter table public.person add constraint person_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES person(id) ON DELETE SET NULL;

alter table public.person add constraint person_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE SET NULL;

alter table public.person add constraint person_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id) ON DELETE RESTRICT;

alter table public.person add constraint person_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES person(id) ON DELETE SET NULL;

alter table public.person_media add constraint person_media_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id) ON DELETE RESTRICT;

alter table public.person_media add constraint person_media_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table public.person_media add constraint person_media_small_file_id_fkey FOREIGN KEY (small_file_id) REFERENCES file(id) ON DELETE RESTRICT;

alter table public.person_position add constraint person_position_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table public."position" add constraint position_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id) ON DELETE RESTRICT;

alter table public.private_note add constraint private_note_author_id_fkey FOREIGN KEY (author_id) REFERENCES auth."user"(id) ON DELETE CASCADE;

alter table public.private_note add constraint private_note_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE;

alter table public.private_note add constraint private_note_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table public.private_note_reader add constraint private_note_reader_note_id_fkey FOREIGN KEY (note_id) REFERENCES private_note(id) ON DELETE CASCADE;

alter table public.private_note_reader add constraint private_note_reader_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;

alter table public.production add constraint production_agency_company_id_fkey FOREIGN KEY (agency_company_id) REFERENCES company(id) ON DELETE RESTRICT;

alter table public.production add constraint production_client_fk FOREIGN KEY (client_company_id) REFERENCES company(id) ON DELETE RESTRICT;

alter table public.production add constraint production_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES minor_profile(id) ON DELETE RESTRICT;

alter table public.production add constraint production_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES working_time_profile(id) ON DELETE RESTRICT;

alter table public.production_member add constraint production_member_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.production_member add constraint production_member_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;

alter table public.proposal_dismissal add constraint proposal_dismissal_scene_id_fkey FOREIGN KEY (scene_id) REFERENCES scene(id) ON DELETE CASCADE;

alter table public.quote add constraint quote_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id) ON DELETE RESTRICT;

alter table public.quote add constraint quote_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE SET NULL;

alter table public.quote add constraint quote_request_id_fkey FOREIGN KEY (request_id) REFERENCES quote_request(id) ON DELETE CASCADE;

alter table public.quote add constraint quote_vendor_id_fkey FOREIGN KEY (vendor_id) REFERENCES vendor(id) ON DELETE RESTRICT;

alter table public.quote_answer add constraint quote_answer_line_id_fkey FOREIGN KEY (line_id) REFERENCES quote_line(id) ON DELETE CASCADE;

alter table public.quote_answer add constraint quote_answer_quote_id_fkey FOREIGN KEY (quote_id) REFERENCES quote(id) ON DELETE CASCADE;

alter table public.quote_exchange add constraint quote_exchange_request_id_fkey FOREIGN KEY (request_id) REFERENCES quote_request(id) ON DELETE CASCADE;

alter table public.quote_line add constraint quote_line_request_id_fkey FOREIGN KEY (request_id) REFERENCES quote_request(id) ON DELETE CASCADE;

alter table public.quote_request add constraint quote_request_chosen_id_fkey FOREIGN KEY (chosen_id) REFERENCES quote(id) ON DELETE RESTRICT;

alter table public.quote_request add constraint quote_request_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.scene add constraint scene_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.scene add constraint scene_script_id_fkey FOREIGN KEY (script_id) REFERENCES script(id) ON DELETE CASCADE;

alter table public.scene_element add constraint scene_element_element_id_fkey FOREIGN KEY (element_id) REFERENCES element(id) ON DELETE CASCADE;

alter table public.scene_element add constraint scene_element_scene_id_fkey FOREIGN KEY (scene_id) REFERENCES scene(id) ON DELETE CASCADE;

alter table public.scene_frame add constraint scene_frame_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id) ON DELETE RESTRICT;

alter table public.scene_frame add constraint scene_frame_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.scene_frame add constraint scene_frame_scene_id_fkey FOREIGN KEY (scene_id) REFERENCES scene(id) ON DELETE CASCADE;

alter table public.scene_text add constraint scene_text_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES script_draft(id) ON DELETE CASCADE;

alter table public.scene_text add constraint scene_text_scene_id_fkey FOREIGN KEY (scene_id) REFERENCES scene(id) ON DELETE CASCADE;

alter table public.schedule_feed_entry add constraint schedule_feed_entry_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE CASCADE;

alter table public.schedule_issue add constraint schedule_issue_board_id_fkey FOREIGN KEY (board_id) REFERENCES board(id) ON DELETE RESTRICT;

alter table public.schedule_issue add constraint schedule_issue_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE RESTRICT;

alter table public.script add constraint script_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.script_draft add constraint script_draft_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.script_draft add constraint script_draft_script_id_fkey FOREIGN KEY (script_id) REFERENCES script(id) ON DELETE CASCADE;

alter table public.set_location add constraint set_location_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id) ON DELETE CASCADE;

alter table public.set_location add constraint set_location_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.shoot_day add constraint shoot_day_board_id_fkey FOREIGN KEY (board_id) REFERENCES board(id) ON DELETE CASCADE;

alter table public.strip add constraint strip_board_id_fkey FOREIGN KEY (board_id) REFERENCES board(id) ON DELETE CASCADE;

alter table public.strip add constraint strip_day_id_fkey FOREIGN KEY (day_id) REFERENCES shoot_day(id) ON DELETE RESTRICT;

alter table public.strip add constraint strip_location_fk FOREIGN KEY (location_id) REFERENCES location(id) ON DELETE SET NULL;

alter table public.strip add constraint strip_scene_fk FOREIGN KEY (scene_id) REFERENCES scene(id) ON DELETE RESTRICT;

alter table public.timesheet_day add constraint timesheet_day_engagement_id_fkey FOREIGN KEY (engagement_id) REFERENCES engagement(id) ON DELETE CASCADE;

alter table public.timesheet_day add constraint timesheet_day_production_id_fkey FOREIGN KEY (production_id) REFERENCES production(id) ON DELETE CASCADE;

alter table public.upload add constraint upload_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE CASCADE;

alter table public.upload add constraint upload_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;

alter table public.upload_part add constraint upload_part_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES upload(id) ON DELETE CASCADE;

alter table public.vendor add constraint vendor_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE RESTRICT;

alter table public.vendor add constraint vendor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

alter table public.vendor_bank add constraint vendor_bank_vendor_id_fkey FOREIGN KEY (vendor_id) REFERENCES vendor(id) ON DELETE CASCADE;

alter table public.vendor_contact add constraint vendor_contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table public.vendor_contact add constraint vendor_contact_vendor_id_fkey FOREIGN KEY (vendor_id) REFERENCES vendor(id) ON DELETE CASCADE;

alter table public.vendor_in_category add constraint vendor_in_category_category_id_fkey FOREIGN KEY (category_id) REFERENCES vendor_category(id) ON DELETE RESTRICT;

alter table public.vendor_in_category add constraint vendor_in_category_vendor_id_fkey FOREIGN KEY (vendor_id) REFERENCES vendor(id) ON DELETE CASCADE;

alter table public.vendor_invitation add constraint vendor_invitation_link_id_fkey FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE SET NULL;

alter table public.vendor_invitation add constraint vendor_invitation_vendor_id_fkey FOREIGN KEY (vendor_id) REFERENCES vendor(id) ON DELETE CASCADE;

alter table public.vendor_price add constraint vendor_price_quote_id_fkey FOREIGN KEY (quote_id) REFERENCES quote(id) ON DELETE SET NULL;

alter table public.vendor_price add constraint vendor_price_vendor_id_fkey FOREIGN KEY (vendor_id) REFERENCES vendor(id) ON DELETE CASCADE;

alter table public.webhook_delivery add constraint webhook_delivery_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhook(id) ON DELETE CASCADE;
