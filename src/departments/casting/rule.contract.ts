import { z } from 'zod'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

const source = z.string().trim().min(1, 'Say where the figure comes from.').max(300)

/** Words a minute in which a language is read for the microphone. */
export const ReadingSpeed = z
  .object({
    language: z.string().trim().min(1, 'Name the language.').max(60),
    wordsFrom: z.number('Give both figures.').int().min(30).max(400),
    wordsUntil: z.number('Give both figures.').int().min(30).max(400),
    source,
  })
  .refine(({ wordsFrom, wordsUntil }) => wordsFrom <= wordsUntil, {
    error: 'The faster figure comes second.',
    path: ['wordsUntil'],
  })
export type ReadingSpeed = z.infer<typeof ReadingSpeed>

const years = z.number('Give a number of years.').int().min(0).max(30)

const differ = (all: readonly (string | number)[]) => new Set(all).size === all.length

export const CastingRules = z.object({
  speeds: z
    .array(ReadingSpeed)
    .max(60)
    .refine((all) => differ(all.map(({ language }) => language.toLowerCase())), {
      error: 'Two lines speak of the same language.',
    }),
  /** How many hours before its end somebody who has not answered hears again. */
  reminderHours: z
    .array(z.number('Give the hours.').int().min(1).max(720))
    .max(10)
    .refine(differ, { error: 'Two reminders are at the same hour.' }),
  /** Minors have no time before this on a school day. */
  schoolUntilMinute: z.number('Give the time.').int().min(0).max(1440),
  /** A role from the script plays so many years around the age that stands there. */
  scriptAgeYears: years,
  /** Our own talent is looked for so many years around a role's playing age: who plays forty is rarely forty. */
  talentAgeYears: years,
  /** What people agree to by their name when they come, unless a day says it differently. */
  doorText: z.string().trim().min(20, 'Say what people agree to at the door.').max(4000),
  source,
  dated: PlainDay,
})
export type CastingRules = z.infer<typeof CastingRules>

const Shown = CastingRules.extend({ version: z.number().int(), can: z.object({ edit: z.boolean() }) })

export const readCastingRules = route({
  method: 'GET',
  path: '/v1/casting/rules',
  summary: 'Reading speeds, when requests are said again, school hours, ages, and what people agree to at the door',
  access: { ability: 'office.read', on: 'office' },
  response: Shown,
})

export const changeCastingRules = route({
  method: 'PUT',
  path: '/v1/casting/rules',
  summary: 'Change what the office goes by in casting; requests that wait go by the new reminders from now on',
  access: { ability: 'office.settings', on: 'office' },
  body: CastingRules,
  ifMatch: 'required',
  response: Shown,
  problems: [Stale],
})
