import { z } from 'zod'

/** Which issue a sheet is, and what it calls its units. */

/** The paper's version: number from 1, its colour by the production's table, and the line that replaces another. */
export const Revision = z.object({
  number: z.int().min(1),
  colour: z.string(),
  fill: z.string(),
  word: z.string(),
  sentence: z.string(),
  issuedAt: z.string().nullable(),
  issuedText: z.string(),
  replaces: z.string().nullable(),
  preliminary: z.boolean(),
  fileName: z.string(),
})
export type Revision = z.infer<typeof Revision>

export const ChangeLine = z.object({ key: z.string(), label: z.string(), before: z.string(), after: z.string() })
export type ChangeLine = z.infer<typeof ChangeLine>

/** Words that differ by kind of production: scenes and pages, frames, or segments. */
export const UnitWords = z.object({
  unit: z.string(),
  units: z.string(),
  count: z.string(),
  first: z.string(),
  showPages: z.boolean(),
})
export type UnitWords = z.infer<typeof UnitWords>
