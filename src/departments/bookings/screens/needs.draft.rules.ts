import type { PlainDay } from '../../../kernel/time.ts'
import type { Need, Needs } from '../needs.contract.ts'
import type { GridDay } from './crewGrid.rules.ts'

export type NeedDraft = Omit<Need, 'id' | 'filled' | 'names' | 'open'> & { id: string | null }

/** The list as it is sent: without what the server counts. */
export const sent = (items: readonly Need[]): NeedDraft[] =>
  items.map(({ filled: _, names: __, open: ___, ...need }) => need)

/** The list with one position put in or changed; a new one stands last in its department. */
export function withNeed(items: readonly Need[], draft: NeedDraft): NeedDraft[] {
  const all = sent(items)
  return draft.id === null ? [...all, draft] : all.map((need) => (need.id === draft.id ? draft : need))
}

/** `3 of 5 filled`: positions, not people. */
export function standingOf({ items }: Pick<Needs, 'items'>): { wanted: number; filled: number } {
  return {
    wanted: items.reduce((sum, { count }) => sum + count, 0),
    filled: items.reduce((sum, { filled }) => sum + filled, 0),
  }
}

/** The days somebody is sought for: what is open of a position, else its own days, else every shoot day there is so far. */
export function daysToFill(
  { open, dates }: Pick<Need, 'open' | 'dates'>,
  days: readonly GridDay[],
): readonly PlainDay[] {
  if (open[0] !== undefined) return open[0]
  if (dates.length > 0) return dates
  return days.filter(({ isShoot }) => isShoot).map(({ onDate }) => onDate)
}
