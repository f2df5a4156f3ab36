import { z } from 'zod'
import { COLUMN_MEANINGS } from './headers.rules.ts'

export const RowStatus = z.enum(['new', 'same', 'possible_duplicate', 'unreadable'])
export type RowStatus = z.infer<typeof RowStatus>

/** A record that is there already and may be the one on the row; `line` instead of an id when it is in the same file. */
export const Match = z.object({
  recordId: z.uuid().nullable(),
  line: z.number().int().nullable(),
  name: z.string(),
  detail: z.string().nullable(),
  score: z.number().int(),
  reasons: z.array(z.string()),
  adds: z.array(z.string()),
})
export type Match = z.infer<typeof Match>

export const PlanRow = z.object({
  line: z.number().int(),
  status: RowStatus,
  kind: z.enum(['person', 'company']).nullable(),
  name: z.string(),
  detail: z.string().nullable(),
  /** What they do and whom they play, as the line says it; for putting them on a production. */
  department: z.string().nullable(),
  position: z.string().nullable(),
  character: z.string().nullable(),
  reason: z.string().nullable(),
  warnings: z.array(z.string()),
  matches: z.array(Match),
})
export type PlanRow = z.infer<typeof PlanRow>

/** What an import would do, row by row, before anything is written. The counts add up to the rows. */
export const ImportPlan = z.object({
  format: z.enum(['csv', 'vcard']),
  encoding: z.string(),
  remarks: z.array(z.string()),
  columns: z.array(
    z.object({
      index: z.number().int(),
      heading: z.string(),
      meaning: z.enum(COLUMN_MEANINGS).nullable(),
      label: z.string().nullable(),
    }),
  ),
  rows: z.array(PlanRow),
  counts: z.record(RowStatus, z.number().int()),
})
export type ImportPlan = z.infer<typeof ImportPlan>

/** What a person decided about one line: make a record, complete the one named or the one of an earlier line, or leave it out. */
export const RowChoice = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('add') }),
  z.strictObject({ do: z.literal('complete'), recordId: z.uuid() }),
  z.strictObject({ do: z.literal('complete_line'), line: z.number().int() }),
  z.strictObject({ do: z.literal('skip') }),
])
export type RowChoice = z.infer<typeof RowChoice>
