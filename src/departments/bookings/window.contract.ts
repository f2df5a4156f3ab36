import { z } from 'zod'
import { daysBetween, PlainDay } from '../../kernel/time.ts'

/** Dates from the first to the last, both included: people speak of days, not of midnights. */
export const Window = z.object({ from: PlainDay, to: PlainDay })
type Window = z.infer<typeof Window>

/** @example Window.refine(isInOrder, outOfOrder).refine(isWithin(92), tooMany(92)) */
export const isInOrder = ({ from, to }: Window): boolean => to >= from
export const outOfOrder = { error: 'The last day lies before the first.', path: ['to'] }

export const isWithin =
  (days: number) =>
  ({ from, to }: Window): boolean =>
    daysBetween(from, to) <= days
export const tooMany = (days: number, verb: 'Ask for' | 'Enter' = 'Ask for') => ({
  error: `${verb} at most ${days} days at a time.`,
  path: ['to'],
})
