import { z } from 'zod'
import { PlainDay } from './time.ts'

/**
 * Something a coordinator would want to know before it costs a day. Checks return all of them as data.
 * `key` is the same for the same trouble at the next look, so that an answer (accepted, snoozed) stays with it.
 */
export const Concern = z.object({
  code: z.string(),
  key: z.string(),
  severity: z.enum(['blocks', 'warns', 'notes']),
  subject: z.object({ kind: z.string(), id: z.string(), label: z.string(), href: z.string().optional() }),
  message: z.string(),
  causes: z.array(z.string()),
  remedy: z.string(),
  onDate: PlainDay.optional(),
})
export type Concern = z.infer<typeof Concern>

/** What a change would do, as sentences can be made from it. */
export const Change = z.object({
  key: z.string(),
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type Change = z.infer<typeof Change>

/** The answer to `Prefer: preview`: raised, cleared, and what changes in each projection by name. */
export const Preview = z.object({
  raises: z.array(Concern),
  clears: z.array(Concern),
  changes: z.record(z.string(), z.array(Change)),
  messages: z.number().int(),
})
export type Preview = z.infer<typeof Preview>

const bySeverity = { blocks: 0, warns: 1, notes: 2 } as const

/** The most pressing first, then by date; what has no day follows what has one. */
export const bySeverityAndDate = (a: Concern, b: Concern): number =>
  bySeverity[a.severity] - bySeverity[b.severity] ||
  (a.onDate ?? '9').localeCompare(b.onDate ?? '9') ||
  a.key.localeCompare(b.key)

/** A concern that stands for itself, and those of its kind that stand behind it. */
export interface Folded<C extends Concern> {
  readonly concern: C
  readonly alike: readonly C[]
}

/**
 * Of one kind and severity only the first few stand for themselves, the others behind the last of them: forty people
 * without a paper must not hide the one double booking.
 */
export function folded<C extends Concern>(concerns: readonly C[], most = 2): Folded<C>[] {
  const kinds = Map.groupBy(concerns, ({ code, severity }) => `${severity} ${code}`)
  return concerns.flatMap((concern): Folded<C>[] => {
    const kind = kinds.get(`${concern.severity} ${concern.code}`) ?? []
    const at = kind.indexOf(concern)
    if (kind.length <= most + 1) return [{ concern, alike: [] }]
    return at < most ? [{ concern, alike: at === most - 1 ? kind.slice(most) : [] }] : []
  })
}
