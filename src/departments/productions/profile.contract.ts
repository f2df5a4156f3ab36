import { z } from 'zod'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

const minutes = z.number().int().min(0).max(10_080)

/** What one late meal costs: whole currency units per started step, then the same for every further one. */
export const MealPenalty = z.object({
  stepMinutes: z.number().int().min(5, 'A step of a late meal takes five minutes at least.').max(240),
  amounts: z.array(z.number('Write the first steps as amounts: 25, 35.').nonnegative()).max(12),
  then: z.number('Say what later steps of a late meal cost.').nonnegative(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'Three letters, such as USD.'),
  source: z.string().trim().min(1, 'Say whose terms of a late meal these are.').max(400),
})
export type MealPenalty = z.infer<typeof MealPenalty>

/** Rest, meals and overtime as an agreement or a law has them: data with a source and a date. All in whole minutes. */
export const WorkingTimeProfile = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(120),
  source: z.string().trim().min(1, 'Say where these figures are from.').max(400),
  dated: PlainDay,
  dailyRestMinutes: minutes.min(1),
  weeklyRestMinutes: minutes.nullable(),
  minorRestMinutes: minutes,
  mealAfterMinutes: minutes.min(1),
  mealMinutes: minutes,
  secondMealAfterMinutes: minutes.nullable(),
  overtimeAfterMinutes: minutes,
  secondOvertimeAfterMinutes: minutes.nullable(),
  mealPenalty: MealPenalty.nullable(),
  suitsZones: z.array(z.string()),
  suitsKinds: z.array(z.string()),
  version: z.number().int(),
})
export type WorkingTimeProfile = z.infer<typeof WorkingTimeProfile>

export const listProfiles = route({
  method: 'GET',
  path: '/v1/working-time-profiles',
  summary: 'Working-time profiles a production can follow',
  access: { ability: 'office.read', on: 'office' },
  response: z.object({ items: z.array(WorkingTimeProfile) }),
})

const ProfileBody = WorkingTimeProfile.omit({ id: true, version: true })

const ProfileChange = ProfileBody.partial()
export type ProfileChange = z.infer<typeof ProfileChange>

export const createProfile = route({
  method: 'POST',
  path: '/v1/working-time-profiles',
  summary: 'Add a working-time profile, for an agreement that is not there yet',
  access: { ability: 'office.settings', on: 'office' },
  body: ProfileBody,
  idempotencyKey: 'accepted',
  response: WorkingTimeProfile,
  status: 201,
})

export const changeProfile = route({
  method: 'PATCH',
  path: '/v1/working-time-profiles/{profileId}',
  summary: 'Correct a working-time profile; productions that follow it are checked by the new figures',
  access: { ability: 'office.settings', on: 'office' },
  params: z.object({ profileId: z.string().max(60) }),
  body: ProfileChange,
  ifMatch: 'required',
  response: WorkingTimeProfile,
  problems: [Stale],
})
export type ProfileBody = z.infer<typeof ProfileBody>
