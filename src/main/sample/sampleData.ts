import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { WallTime, ZoneName } from '../../kernel/time.ts'

const FOLDER = resolve(import.meta.dirname, '../../../samples')

const text = z.string()
const Company = z.strictObject({
  name: text,
  kinds: z.array(z.enum(['client', 'agency', 'vendor', 'production', 'talent_agency'])),
  emails: z.array(text),
})

const Crew = z.strictObject({
  name: text,
  homeBase: text,
  department: text,
  title: text,
  pronouns: text.optional(),
  phoneOnSheet: z.boolean().default(false),
  kind: z.enum(['crew', 'client', 'agency']).default('crew'),
  company: text.optional(),
  /** Shooting days they come on, counted from 1; absent: every one. */
  days: z.array(z.number()).optional(),
})

/** Somebody of the directory who is not on the production yet, held or pencilled. */
const Hold = z.strictObject({
  name: text,
  homeBase: text,
  department: text,
  title: text,
  days: z.array(z.number()),
  state: z.enum(['planning', 'hold']).default('hold'),
  /** Who holds the same days first, and who says so: then ours is second and challenges it. */
  ahead: text.optional(),
  says: text.default(''),
  /** Lets go by itself so many days before the first of them. */
  letsGoBefore: z.number().optional(),
})

const Cast = z.strictObject({
  name: text,
  homeBase: text,
  plays: text,
  board: text,
  age: z.number().optional(),
  makeupMinutes: z.number(),
  wardrobeMinutes: z.number(),
  pickupFrom: text.optional(),
  driveMinutes: z.number().optional(),
  unavailableOn: z.array(z.number()).default([]),
  why: text.default(''),
})

const Place = z.strictObject({
  name: text,
  address: text,
  latitude: z.number(),
  longitude: z.number(),
  parking: text,
  gateCode: text.optional(),
  basecamp: text,
  loadIn: text,
  holding: text,
  sets: z.array(text),
})

const Day = z.strictObject({
  call: WallTime,
  note: text,
  /** Scene numbers (`~` behind one: shot at another hour than it plays), `meal`, or `move: words, minutes`. */
  strips: z.array(text),
})

const Applicant = z.strictObject({
  name: text,
  city: text,
  source: z.enum(['typed', 'agent']),
  state: z.enum(['submitted', 'viewed', 'shortlisted', 'pinned']),
  choice: z.number().nullable(),
  reel: text.nullable(),
  availability: text,
  message: text,
  age: z.number().optional(),
  guardianName: text.optional(),
  guardianEmail: text.optional(),
  agentName: text.optional(),
  agentEmail: text.optional(),
  agentFirst: z.boolean().optional(),
})

const Casting = z.strictObject({
  session: z.strictObject({ role: text, from: WallTime, until: WallTime, slotMinutes: z.number(), place: text }),
  selection: z.strictObject({ title: text, of: text }),
  roles: z.array(
    z.strictObject({
      name: text,
      kind: z.enum(['featured', 'voice_over', 'day_player']),
      breakdown: text,
      ageFrom: z.number(),
      ageUntil: z.number(),
      skills: z.array(text),
      languages: z.array(text),
      rate: text,
      usageMedia: text,
      usageTerritory: text,
      usageMonths: z.number(),
      category: text,
      brand: text,
      exclusiveMonths: z.number().nullable(),
      /** Which of the shooting days, counted from one. */
      shootsOnDay: z.number().nullable(),
      spokenText: text,
      spotSeconds: z.number().optional(),
      candidates: z.array(Applicant),
    }),
  ),
})

/** A paper about somebody on the production, and what became of it. */
const Paper = z.strictObject({
  name: text,
  kind: z.enum(['deal_memo', 'talent_release']),
  /** Minor units a day. */
  amount: z.number().optional(),
  hours: z.number().optional(),
  pay: text.optional(),
  then: z.union([z.enum(['draft', 'waits', 'signed']), z.strictObject({ declined: text })]),
})

const Sample = z.strictObject({
  about: text,
  production: z.strictObject({
    code: text,
    title: text,
    kind: z.literal('commercial'),
    phase: z.literal('prep'),
    jobNumber: text,
    timeZone: ZoneName,
    jurisdiction: text,
    notes: text,
  }),
  script: text,
  client: text,
  agency: text,
  companies: z.array(Company),
  holds: z.array(Hold),
  /** Days before the shoot somebody is booked for; day 0 is the day before the first. */
  prep: z.array(z.strictObject({ name: text, day: z.number(), purpose: text })),
  /** Prep days of last week, 1 its Monday, by a day rate and an overtime table; so many of the first are approved. */
  worked: z.array(
    z.strictObject({
      name: text,
      amount: z.number(),
      hours: z.number(),
      table: text,
      approved: z.number(),
      days: z.array(z.strictObject({ weekday: z.number(), from: WallTime, until: WallTime })),
    }),
  ),
  travel: z.array(z.strictObject({ name: text, day: z.number(), from: WallTime, until: WallTime, note: text })),
  needs: z.array(z.strictObject({ department: text, title: text, count: z.number() })),
  rooms: z.array(
    z.strictObject({
      kind: z.enum(['room', 'vehicle', 'kit']),
      name: text,
      place: text,
      mark: text.default(''),
      capacity: z.number().nullable().default(null),
      notes: text.default(''),
      byHours: z.boolean().default(false),
      opens: WallTime.optional(),
      closes: WallTime.optional(),
    }),
  ),
  /** Day 1 is the first of the shoot; hours where they are given, else as many whole days. */
  roomBookings: z.array(
    z.strictObject({
      name: text,
      day: z.number(),
      days: z.number().default(1),
      from: WallTime.optional(),
      until: WallTime.optional(),
      title: text,
      state: z.enum(['confirmed', 'hold', 'planning']),
      ahead: text.optional(),
    }),
  ),
  roomsOut: z.array(z.strictObject({ name: text, day: z.number(), note: text })),
  vendors: z.array(
    z.strictObject({
      name: text,
      phone: text,
      email: text,
      paymentDays: z.number(),
      lastBody: z.number(),
      category: text,
    }),
  ),
  /** Unit prices by vendor, in the order of the lines; one that is left out is not offered. */
  quotes: z.strictObject({ currency: text, prices: z.record(text, z.array(z.number())) }),
  papers: z.strictObject({
    producer: text,
    currency: text,
    overtime: text,
    of: z.array(Paper),
  }),
  crew: z.array(Crew),
  cast: z.array(Cast),
  elements: z.array(z.strictObject({ name: text, category: text, scenes: z.array(text), notes: text.default('') })),
  alsoIn: z.record(text, z.array(text)),
  locations: z.array(Place),
  hospital: z.strictObject({
    name: text,
    address: text,
    phone: text,
    distanceKm: z.number(),
    driveMinutes: z.number(),
    note: text,
  }),
  pace: z.strictObject({ minutesPerEighth: z.number(), prepMinutes: z.number(), wrapMinutes: z.number() }),
  days: z.array(Day),
  flag: z.strictObject({ day: z.number(), reason: text, isHard: z.boolean() }),
  scenario: text,
  casting: Casting,
  /** Papers on file; `about` names a place, `sharedWith` who has a link. */
  documents: z.array(
    z.strictObject({
      name: text,
      file: text,
      folder: text,
      classCode: text,
      about: text.optional(),
      sharedWith: text.optional(),
    }),
  ),
})
export type Sample = z.infer<typeof Sample>

/** Where a file of the sample lies. */
export const sampleFile = (path: string): string => resolve(FOLDER, path)

/** The sample production as `samples/production/harbour-light.json` states it, and the script it is made from. */
export async function readSample(): Promise<{ sample: Sample; script: Buffer }> {
  const sample = Sample.parse(JSON.parse(await readFile(resolve(FOLDER, 'production/harbour-light.json'), 'utf8')))
  return { sample, script: await readFile(resolve(FOLDER, sample.script)) }
}
