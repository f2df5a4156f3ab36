import { z } from 'zod'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

const minutes = z.number('Give the minutes.').int()

/** What a schedule goes by where neither the board nor the production's working-time profile says otherwise. */
export const ScheduleRules = z.object({
  /** The pace a board begins with. */
  minutesPerEighth: minutes.min(1).max(120),
  prepMinutes: minutes.min(0).max(600),
  wrapMinutes: minutes.min(0).max(600),
  /** Above so many eighths of a page a day of a narrative production is heavy. */
  targetEighths: z.number('Give a number of eighths.').int().min(1).max(400),
  mealAfterMinutes: minutes.min(60).max(1440),
  /** Whose rest it is, as a clash says it. */
  restName: z.string().trim().min(1, 'Say whose rest it is.').max(80),
  dailyRestMinutes: minutes.min(0).max(1440),
  weeklyRestMinutes: minutes.min(0).max(10_080),
  minorRestMinutes: minutes.min(0).max(1440),
  /** A minor whose age nobody has written down is held to the hours of this age. */
  unknownMinorAge: z.number('Give an age.').int().min(0).max(17, 'A minor is 17 at most.'),
  /** Light is only sure so long inside sunrise and sunset, and dark so long outside. */
  lightMarginMinutes: minutes.min(0).max(240),
  source: z.string().trim().min(1, 'Say where the figures come from.').max(300),
  dated: PlainDay,
})
export type ScheduleRules = z.infer<typeof ScheduleRules>

const Shown = ScheduleRules.extend({ version: z.number().int(), can: z.object({ edit: z.boolean() }) })

export const readScheduleRules = route({
  method: 'GET',
  path: '/v1/schedule-rules',
  summary: 'What schedules go by where nobody has said otherwise: pace, meals, rest, minors, light',
  access: { ability: 'office.read', on: 'office' },
  response: Shown,
})

export const changeScheduleRules = route({
  method: 'PUT',
  path: '/v1/schedule-rules',
  summary: 'Change what schedules go by; clashes are judged by it from now on, new boards begin with its pace',
  access: { ability: 'office.settings', on: 'office' },
  body: ScheduleRules,
  ifMatch: 'required',
  response: Shown,
  problems: [Stale],
})
