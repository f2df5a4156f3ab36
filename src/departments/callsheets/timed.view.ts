import { z } from 'zod'
import { DayMinute } from '../../kernel/time.ts'

/** Times and words that answer where they come from. */

/** A person without a fixed time: on call, will notify, or per head of department. Never sorted as 00:00. */
export const CallWord = z.enum(['on_call', 'will_notify', 'per_hod'])
export type CallWord = z.infer<typeof CallWord>

/** One line of "why": `Wardrobe −0:15, from Imogen Vale's engagement`. `minutes` is signed; `at` is a clock time. */
export const Part = z.object({
  label: z.string(),
  minutes: z.int().nullable(),
  at: DayMinute.nullable(),
  source: z.string().nullable(),
})
export type Part = z.infer<typeof Part>

/** What a person put in place of a computed value. */
export const Override = z.object({
  value: z.union([DayMinute, z.string()]),
  by: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
})
export type Override = z.infer<typeof Override>

/**
 * A time that answers "why". `minutes` is what is printed, `computed` what the rule gives: they differ only where
 * `override` is set. `word` replaces the time for people without one. `was` is the value of the issue before.
 */
export const Timed = z.object({
  key: z.string(),
  minutes: DayMinute.nullable(),
  computed: DayMinute.nullable(),
  word: CallWord.nullable(),
  override: Override.nullable(),
  rule: z.string(),
  parts: z.array(Part),
  was: DayMinute.nullable(),
})
export type Timed = z.infer<typeof Timed>

/** A line of words that can be replaced for this sheet, for instance where one person reports to. */
export const Worded = z.object({
  key: z.string(),
  text: z.string(),
  computed: z.string(),
  override: Override.nullable(),
  source: z.string(),
})
export type Worded = z.infer<typeof Worded>
