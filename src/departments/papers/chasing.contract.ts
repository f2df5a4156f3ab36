import { z } from 'zod'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

const days = z.number('Give a number of days.').int()

/** When the office asks for papers again, and how long those who were asked can hand in. */
export const Chasing = z
  .object({
    /** Days before a paper ends on which the next one is asked for; from the first of them on it counts as about to end. */
    noticeDays: z
      .array(days.min(1, 'A day before is the least.').max(365, 'A year before is the most.'))
      .min(1, 'Give one day at least.')
      .max(6, 'Six are the most.')
      .refine((all) => new Set(all).size === all.length, { error: 'One of them stands there twice.' }),
    /** What was asked for and has not come. */
    againAfterDays: days.min(1).max(60),
    againMost: z.number('Say how often at most; 0 is never.').int().min(0).max(20),
    linkDays: days.min(1).max(365),
    source: z.string().trim().min(1, 'Say where the figures come from.').max(300),
    dated: PlainDay,
  })
  .refine((it) => it.linkDays > it.againAfterDays * it.againMost, {
    error: 'The last reminder would come when the link works no longer.',
    path: ['linkDays'],
  })
export type Chasing = z.infer<typeof Chasing>

const Shown = Chasing.safeExtend({ version: z.number().int(), can: z.object({ edit: z.boolean() }) })

export const readChasing = route({
  method: 'GET',
  path: '/v1/papers/chasing',
  summary: 'When papers are asked for again, how long before they end, and how long the link to hand in works',
  access: { ability: 'papers.rules', on: 'office' },
  response: Shown,
})

export const changeChasing = route({
  method: 'PUT',
  path: '/v1/papers/chasing',
  summary: 'Change when papers are asked for again; what was asked for already goes by it from now on',
  access: { ability: 'papers.rules', on: 'office' },
  body: Chasing,
  ifMatch: 'required',
  response: Shown,
  problems: [Stale],
})
