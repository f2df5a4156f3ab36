import { sql, type Kysely } from 'kysely'

/**
 * The working-time profiles the product ships with: examples with a source and a date, not legal advice; the agreement of
 * the job decides, and the office edits them. Figures from the handbook (features 5.2, schedule 13, call sheets 4).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table working_time_profile
    add column minor_rest_minutes integer not null default 720,
    add column second_overtime_after_minutes integer,
    add column suits_zones text[] not null default '{}',
    add column suits_kinds text[] not null default '{}',
    add column archived_at timestamptz`.execute(db)
  for (const profile of PROFILES)
    await sql`insert into working_time_profile (
        id, name, source, dated, daily_rest_minutes, weekly_rest_minutes, meal_after_minutes, meal_minutes,
        second_meal_after_minutes, overtime_after_minutes, second_overtime_after_minutes, meal_penalty, suits_zones, suits_kinds)
      values (${profile.id}, ${profile.name}, ${profile.source}, '2026-11-01', ${profile.daily}, ${profile.weekly},
        ${profile.meal}, 60, ${profile.meal}, ${profile.overtime}, ${profile.second}, ${profile.penalty},
        ${profile.zones}::text[], ${profile.kinds}::text[])`.execute(db)
}

const US = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Detroit',
  'America/Anchorage',
  'America/Boise',
  'America/Indiana/',
  'America/Kentucky/',
  'Pacific/Honolulu',
]

/** US screen performers: per half hour or part of it, then the last amount for each further one. In US dollars. */
const SCREEN_PENALTY = JSON.stringify({
  stepMinutes: 30,
  amounts: [25, 35],
  then: 50,
  currency: 'USD',
  source: 'US screen performers: 25, 35, then 50 per half hour or part',
})
const NONE = JSON.stringify(null)

const PROFILES = [
  {
    id: 'eu-statute',
    name: 'European Union, statutory',
    source: 'Directive 2003/88/EC, articles 3 and 5',
    daily: 660,
    weekly: 1440,
    meal: 360,
    overtime: 600,
    second: null,
    penalty: NONE,
    zones: ['Europe/', ''],
    kinds: [],
  },
  {
    id: 'uk-statute',
    name: 'United Kingdom, statutory',
    source: 'Working Time Regulations 1998; commercials by general trade terms, 10 hours and a meal',
    daily: 660,
    weekly: 1440,
    meal: 360,
    overtime: 600,
    second: null,
    penalty: NONE,
    zones: ['Europe/London', 'Europe/Belfast', 'GB'],
    kinds: [],
  },
  {
    id: 'us-crew-union',
    name: 'United States, crew under agreement',
    source: 'Common IATSE and DGA terms; 8 to 11 hours of rest by zone and deal',
    daily: 600,
    weekly: 1440,
    meal: 360,
    overtime: 600,
    second: 720,
    penalty: NONE,
    zones: US,
    kinds: ['narrative'],
  },
  {
    id: 'us-crew-nonunion',
    name: 'United States, crew without agreement',
    source: 'Usual commercial terms; California Labor Code 512 for the meal',
    daily: 600,
    weekly: 1440,
    meal: 300,
    overtime: 600,
    second: 840,
    penalty: NONE,
    zones: US,
    kinds: ['commercial', 'corporate', 'documentary', 'social'],
  },
  {
    id: 'us-performers',
    name: 'United States, screen performers',
    source: 'Published SAG-AFTRA rest, meal and overtime rules',
    daily: 720,
    weekly: 3360,
    meal: 360,
    overtime: 480,
    second: 600,
    penalty: SCREEN_PENALTY,
    zones: [],
    kinds: [],
  },
]
