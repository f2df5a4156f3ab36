import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'

/** How hours become pay, what people and companies cost with their history, and the figures of law and trade. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pay_profile (
      id uuid primary key,
      name text not null unique,
      source text not null,
      as_of date not null,
      hourly text not null check (hourly in ('overtime_inside', 'flat')),
      rules jsonb not null,
      version integer not null default 1,
      archived_at timestamptz
    )`.execute(db)
  await sql`
    create table pay_rate (
      id uuid primary key,
      person_id uuid references person on delete cascade,
      company_id uuid references company on delete cascade,
      position text not null check (position <> ''),
      basis text not null check (basis in
        ('hour', 'day', 'week', 'flat', 'episode', 'deliverable', 'word', 'minute', 'usage')),
      amount_minor bigint not null check (amount_minor >= 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      guaranteed_minutes integer check (guaranteed_minutes between 60 and 5760),
      profile_id uuid references pay_profile on delete restrict,
      terms jsonb not null default '{}',
      market text,
      media text,
      term_months integer check (term_months > 0),
      valid_from date not null,
      source text not null,
      note text,
      version integer not null default 1,
      created_at timestamptz not null,
      created_by text not null,
      archived_at timestamptz,
      check ((person_id is null) <> (company_id is null)),
      check ((basis = 'usage') = (market is not null)),
      check (basis <> 'day' or guaranteed_minutes is not null)
    )`.execute(db)
  await sql`create index pay_rate_person on pay_rate (person_id, valid_from desc)`.execute(db)
  await sql`create index pay_rate_company on pay_rate (company_id, valid_from desc)`.execute(db)
  await sql`create index pay_rate_profile on pay_rate (profile_id)`.execute(db)
  await sql`
    create table pay_figure (
      id uuid primary key,
      key text not null,
      label text not null,
      thousandths bigint not null check (thousandths >= 0),
      unit text not null,
      valid_from date not null,
      source text not null,
      unique (key, valid_from)
    )`.execute(db)
  for (const { name, source, hourly, ...rules } of PROFILES)
    await sql`insert into pay_profile (id, name, source, as_of, hourly, rules)
      values (${randomUUID()}, ${name}, ${source}, '2026-11-01', ${hourly}, ${JSON.stringify({ ...PLAIN, ...rules })}::jsonb)`.execute(
      db,
    )
  for (const [key, label, thousandths, unit, validFrom, source] of FIGURES)
    await sql`insert into pay_figure (id, key, label, thousandths, unit, valid_from, source)
      values (${randomUUID()}, ${key}, ${label}, ${thousandths}, ${unit}, ${validFrom}, ${source})`.execute(db)
}

const h = (hours: number) => hours * 60
const step = (hours: number, percent: number) => ({ fromMinutes: h(hours), percent })
const PLAIN = { steps: [], sixthDay: null, seventhDay: null, weekly: null, night: null, incrementMinutes: 1 }

/** Examples to begin from, each with its source; the agreement of a job decides, and the office edits them. */
const PROFILES = [
  {
    name: 'California daily, non-union',
    source: 'California Labor Code, section 510',
    hourly: 'overtime_inside',
    steps: [step(8, 150), step(12, 200)],
    seventhDay: [step(0, 150), step(8, 200)],
    weekly: step(40, 150),
  },
  {
    name: 'US federal, weekly only',
    source: 'US Fair Labor Standards Act, section 7',
    hourly: 'flat',
    weekly: step(40, 150),
  },
  {
    name: 'US commercial, 10 hours flat',
    source: 'Custom of US commercial crews',
    hourly: 'flat',
    steps: [step(10, 150), step(14, 200)],
  },
  {
    name: 'US commercial, 10 hours, triple after 15',
    source: 'Custom of US commercial crews, the harder deals',
    hourly: 'flat',
    steps: [step(10, 150), step(12, 200), step(15, 300)],
  },
  {
    name: 'US crew union, studio',
    source: 'Typical terms of US crew agreements',
    hourly: 'overtime_inside',
    steps: [step(8, 150), step(12, 200)],
    sixthDay: [step(0, 150), step(12, 200)],
    seventhDay: [step(0, 200)],
    incrementMinutes: 6,
  },
  {
    name: 'US crew union, location (14 h elapsed)',
    source: 'Typical terms of US crew agreements',
    hourly: 'overtime_inside',
    steps: [step(8, 150), step(14, 200)],
    sixthDay: [step(0, 150), step(14, 200)],
    seventhDay: [step(0, 200)],
    incrementMinutes: 6,
  },
  {
    name: 'US screen day performer',
    source: 'Typical terms of US screen performer agreements',
    hourly: 'overtime_inside',
    steps: [step(8, 150), step(10, 200)],
    incrementMinutes: 6,
  },
  {
    name: 'UK commercials, 10 hours',
    source: 'Terms of UK commercials crews, by trade knowledge',
    hourly: 'flat',
    steps: [step(10, 150)],
    sixthDay: [step(0, 150)],
    seventhDay: [step(0, 200)],
    night: { from: 0, until: h(5), percent: 200 },
    incrementMinutes: 15,
  },
  { name: 'Flat day, no overtime', source: 'House rule', hourly: 'flat' },
]

const FIGURES = [
  [
    'us.1099_nec',
    'Form 1099-NEC is due from',
    600_000,
    'USD a year',
    '2020-01-01',
    'US Internal Revenue Code, section 6041',
  ],
  [
    'us.1099_nec',
    'Form 1099-NEC is due from',
    2_000_000,
    'USD a year',
    '2026-01-01',
    'Public Law 119-21; indexed from 2027',
  ],
  [
    'us.backup_withholding',
    'Withheld where the tax form is missing',
    24_000,
    'percent',
    '2018-01-01',
    'US Internal Revenue Code, section 3406',
  ],
  [
    'us.meals',
    'Meals and incidentals, a day',
    68_000,
    'USD',
    '2025-10-01',
    'US GSA per diem, fiscal year 2026, standard',
  ],
  ['us.meals_first_last', 'Of it on the first and last day', 75_000, 'percent', '2025-10-01', 'US GSA per diem rules'],
  ['us.lodging', 'Lodging, a night', 110_000, 'USD', '2025-10-01', 'US GSA per diem, fiscal year 2026, standard'],
  ['us.mileage', 'Own car, a mile', 700, 'USD', '2025-01-01', 'IRS standard mileage rate 2025'],
  ['us.mileage', 'Own car, a mile', 725, 'USD', '2026-01-01', 'IRS standard mileage rate 2026'],
  ['uk.mileage', 'Own car, a mile to 10,000', 450, 'GBP', '2011-04-06', 'HMRC approved mileage allowance'],
  ['uk.mileage_beyond', 'Own car, a mile beyond 10,000', 250, 'GBP', '2011-04-06', 'HMRC approved mileage allowance'],
] as const
