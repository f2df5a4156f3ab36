import { sql, type Kysely } from 'kysely'

/** The directory of people and companies, apart from accounts, and the departments and positions of a crew list. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await trade(db)
  await companies(db)
  await people(db)
  await answers(db)
  await seed(db)
}

async function trade(db: Kysely<unknown>) {
  await sql`
    create table department (
      id uuid primary key,
      name text not null unique,
      sort smallint not null,
      call_offset_minutes smallint not null default 0
    )`.execute(db)
  await sql`
    create table position (
      id uuid primary key,
      department_id uuid not null references department on delete restrict,
      name text not null,
      sort smallint not null,
      unique (department_id, name)
    )`.execute(db)
}

async function companies(db: Kysely<unknown>) {
  await sql`
    create table company (
      id uuid primary key,
      name text not null,
      kinds text[] not null default '{}',
      legal_name text,
      other_names text[] not null default '{}',
      home_base text,
      address text,
      time_zone text,
      languages text[] not null default '{}',
      websites text[] not null default '{}',
      notes text,
      source text,
      name_key text not null,
      sort_name text not null,
      search_text text not null,
      version integer not null default 1,
      created_at timestamptz not null,
      archived_at timestamptz,
      archived_reason text,
      merged_into uuid references company on delete set null
    )`.execute(db)
  await sql`create index company_name_key on company (name_key)`.execute(db)
  await sql`create index company_sort on company (sort_name, id) where archived_at is null`.execute(db)
  await sql`create index company_search on company using gin (search_text gin_trgm_ops)`.execute(db)
  await sql`create index company_merged on company (merged_into)`.execute(db)
}

async function people(db: Kysely<unknown>) {
  await sql`
    create table person (
      id uuid primary key,
      name text not null,
      given_name text,
      family_name text,
      legal_name text,
      credit_name text,
      other_names text[] not null default '{}',
      pronouns text,
      company_id uuid references company on delete set null,
      agent_id uuid references person on delete set null,
      department_id uuid references department on delete set null,
      position text,
      home_base text,
      address text,
      time_zone text,
      languages text[] not null default '{}',
      websites text[] not null default '{}',
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
      version integer not null default 1,
      created_at timestamptz not null,
      archived_at timestamptz,
      archived_reason text,
      merged_into uuid references person on delete set null
    )`.execute(db)
  await sql`create index person_name_key on person (name_key)`.execute(db)
  await sql`create index person_sort on person (sort_name, id) where archived_at is null`.execute(db)
  await sql`create index person_search on person using gin (search_text gin_trgm_ops)`.execute(db)
  for (const column of ['company_id', 'agent_id', 'department_id', 'merged_into'])
    await sql`create index ${sql.raw(`person_${column}`)} on person (${sql.ref(column)})`.execute(db)
  await sql`
    create table contact_point (
      id uuid primary key,
      person_id uuid references person on delete cascade,
      company_id uuid references company on delete cascade,
      kind text not null check (kind in ('email', 'phone')),
      label text,
      value text not null,
      match_key text not null,
      sort smallint not null,
      check ((person_id is null) <> (company_id is null))
    )`.execute(db)
  await sql`create index contact_point_person on contact_point (person_id, sort)`.execute(db)
  await sql`create index contact_point_company on contact_point (company_id, sort)`.execute(db)
  await sql`create index contact_point_key on contact_point (match_key text_pattern_ops)`.execute(db)
}

async function answers(db: Kysely<unknown>) {
  await sql`
    create table merge_answer (
      id uuid primary key,
      kind text not null check (kind in ('person', 'company')),
      kept_id uuid not null,
      other_id uuid not null,
      answer text not null check (answer in ('merged', 'different')),
      snapshot jsonb,
      answered_by_name text not null,
      answered_at timestamptz not null,
      undone_at timestamptz
    )`.execute(db)
  await sql`create index merge_answer_pair on merge_answer (kept_id, other_id)`.execute(db)
  await sql`alter table production add constraint production_client_fk
    foreign key (client_company_id) references company on delete restrict`.execute(db)
  await sql`alter table production
    add column agency_company_id uuid references company on delete restrict,
    add column job_number text not null default ''`.execute(db)
  await sql`create index production_agency on production (agency_company_id)`.execute(db)
  await sql`alter table link add constraint link_person_fk
    foreign key (person_id) references person on delete set null`.execute(db)
}

/**
 * The trade's usual order of departments and positions on crew lists and call sheets, with the minutes from general call
 * that each usually has (handbook, people 1 and call sheets 3, November 2026). An office edits both.
 */
const CREW_LIST: readonly (readonly [string, number, string])[] = [
  [
    'Producers',
    0,
    'Executive producer|Producer|Co-producer|Line producer|Associate producer|Agency producer|Client|Brand manager|Showrunner|Content lead',
  ],
  ['Direction', -30, "Director|Director's assistant|1st AD|2nd AD|2nd 2nd AD|3rd AD|Set PA|Base PA|BG wrangler"],
  [
    'Production office',
    0,
    'Unit production manager|Production manager|Production supervisor|Production coordinator|Assistant coordinator|Production secretary|Travel coordinator|Office PA|Runner|Intern',
  ],
  ['Accounting', 0, 'Production accountant|1st assistant accountant|2nd assistant accountant|Payroll accountant|Clerk'],
  ['Script', 0, 'Script supervisor'],
  [
    'Camera',
    0,
    'Director of photography|A camera operator|B camera operator|1st AC|2nd AC|DIT|Data wrangler|Camera PA|Steadicam operator|Drone pilot|Visual observer|Still photographer|Video assist|BTS',
  ],
  ['Grip', 0, 'Key grip|Best boy grip|Dolly grip|Grip|Crane technician|Rigging grip'],
  ['Electric', 0, 'Gaffer|Best boy electric|Lamp operator|Board operator|Generator operator|Rigging electric'],
  ['Sound', 0, 'Production mixer|Boom operator|Sound utility|Playback'],
  [
    'Art',
    0,
    'Production designer|Art director|Assistant art director|Set decorator|Leadman|Set dresser|Buyer|On-set dresser|Construction coordinator|Carpenter|Scenic painter|Greens|Graphic designer|Storyboard artist',
  ],
  ['Props', 0, 'Property master|Assistant props|Food stylist|Armourer|Product stylist'],
  ['Costume', -30, 'Costume designer|Costume supervisor|Key costumer|Set costumer|Wardrobe stylist|Tailor'],
  [
    'Hair and make-up',
    -30,
    'Hair and make-up head|Key make-up artist|Key hair stylist|Additional make-up artist|SFX make-up artist|Manicurist',
  ],
  ['Special effects', 0, 'SFX coordinator|SFX technician|Pyrotechnician'],
  ['Visual effects', 0, 'VFX supervisor|VFX producer|VFX coordinator|VFX data wrangler|Compositor|Motion designer'],
  [
    'Stunts and safety',
    0,
    'Stunt coordinator|Stunt performer|Stunt double|Intimacy coordinator|Animal wrangler|Safety officer|Medic|Lifeguard|Fire officer',
  ],
  [
    'Locations',
    -60,
    'Supervising location manager|Location manager|Assistant location manager|Location scout|Unit manager|Security|Parking coordinator',
  ],
  [
    'Transportation',
    -30,
    'Transportation coordinator|Transportation captain|Driver|Picture-car coordinator|Honeywagon driver',
  ],
  ['Catering and craft', -60, 'Caterer|Craft service|Catering assistant'],
  [
    'Cast related',
    0,
    'Casting director|Casting associate|Extras casting|Dialogue coach|Choreographer|Stand-in|Studio teacher|Chaperone|Teleprompter operator',
  ],
  ['Cast', 0, 'Actor|Host|Presenter|Interviewee|Voice-over artist|Background'],
  [
    'Post',
    0,
    'Post supervisor|Post coordinator|Editor|Assistant editor|Colourist|Online editor|Sound supervisor|Dialogue editor|FX editor|Re-recording mixer|Composer|Music supervisor|ADR mixer|Titles designer|Captioner|QC operator|Archivist',
  ],
  ['Marketing and social', 0, 'Social editor|Community manager|Thumbnail designer|Copywriter'],
  [
    'Client and agency',
    30,
    'Client|Account director|Account manager|Creative director|Art director|Copywriter|Brand manager',
  ],
  ['Vendors', 0, 'Supplier|Rental house|Location owner|Insurance broker'],
]

const fixedId = (kind: number, n: number) => `019a0000-000${kind}-7000-8000-${String(n).padStart(12, '0')}`

async function seed(db: Kysely<unknown>) {
  let count = 0
  for (const [index, [name, offset, positions]] of CREW_LIST.entries()) {
    const id = fixedId(1, index + 1)
    await sql`insert into department (id, name, sort, call_offset_minutes)
      values (${id}, ${name}, ${(index + 1) * 10}, ${offset})`.execute(db)
    for (const [at, position] of positions.split('|').entries())
      await sql`insert into position (id, department_id, name, sort)
        values (${fixedId(2, ++count)}, ${id}, ${position}, ${(at + 1) * 10})`.execute(db)
  }
}
