import { z } from 'zod'
import { NotFound, problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

const minutes = z.number().int().min(0).max(1440)
const months = z.number().int().min(0).max(252)

/** What a child of an age may do on one kind of day; ages half-open, in months, because the law counts infants so. */
export const MinorRow = z.object({
  fromAgeMonths: months,
  untilAgeMonths: months,
  onSchoolDay: z.boolean(),
  workMinutes: minutes,
  onSetMinutes: minutes,
  schoolMinutes: minutes,
  restMinutes: minutes,
  earliest: minutes,
  /** Minutes of the shooting day: half past midnight is 1470. */
  latest: z.number().int().min(0).max(1800),
  latestBeforeFreeDay: z.number().int().min(0).max(1800),
})
export type MinorRow = z.infer<typeof MinorRow>

const told = {
  name: z.string().trim().min(1, 'Say whose hours these are.').max(60),
  source: z.string().trim().min(1, 'Say where these figures are from.').max(400),
  dated: PlainDay,
  /** How much longer a child may be on set when it has its meal. */
  mealExtendsMinutes: z.number().int().min(0).max(240),
  rows: z.array(MinorRow).min(1, 'Add the hours of at least one age.').max(60),
}

/** Minors' hours of one place: data with a source and a date. */
export const MinorProfile = z.object({
  id: z.string(),
  ...told,
  isArchived: z.boolean(),
  /** How many productions go by it. */
  productions: z.number().int(),
  version: z.number().int(),
})
export type MinorProfile = z.infer<typeof MinorProfile>

const MinorBody = z.object(told)
export type MinorBody = z.infer<typeof MinorBody>

export const HoursUnclear = problemType(
  'minors-hours-unclear',
  422,
  'These hours contradict each other',
  z.object({ wrong: z.array(z.string()) }),
)

const params = z.object({ minorProfileId: z.string().max(60) })
const settings = { ability: 'office.settings', on: 'office' } as const

export const listMinorProfiles = route({
  method: 'GET',
  path: '/v1/minor-profiles',
  summary: "Minors' hours by place, those put away last",
  access: { ability: 'office.read', on: 'office' },
  response: z.object({ items: z.array(MinorProfile) }),
})

export const createMinorProfile = route({
  method: 'POST',
  path: '/v1/minor-profiles',
  summary: "Add the minors' hours of a place",
  access: settings,
  body: MinorBody,
  idempotencyKey: 'accepted',
  status: 201,
  response: MinorProfile,
  problems: [HoursUnclear],
})

export const changeMinorProfile = route({
  method: 'PUT',
  path: '/v1/minor-profiles/{minorProfileId}',
  summary: "Correct the minors' hours of a place; productions that go by it are checked by the new figures",
  access: settings,
  params,
  body: MinorBody,
  ifMatch: 'required',
  response: MinorProfile,
  problems: [NotFound, Stale, HoursUnclear],
})

export const archiveMinorProfile = route({
  method: 'POST',
  path: '/v1/minor-profiles/{minorProfileId}/archive',
  summary: "Put the minors' hours of a place away, or take them out again; productions that go by them keep them",
  access: settings,
  params,
  body: z.object({ archived: z.boolean() }),
  ifMatch: 'required',
  response: MinorProfile,
  problems: [NotFound, Stale],
})
