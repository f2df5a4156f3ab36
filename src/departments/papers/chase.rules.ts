import type { Chasing } from './chasing.contract.ts'
import { daysLater } from './matrix.rules.ts'

/** When an expiring paper is chased: once from each of the days before its end. Gives that day, or null for not now. */
export function chaseOnExpiry(
  { noticeDays }: Pick<Chasing, 'noticeDays'>,
  { expiresOn, chasedOn }: { expiresOn: string; chasedOn: string | null },
  today: string,
): number | null {
  const reached = noticeDays.filter((days) => today >= daysLater(expiresOn, -days))
  if (reached.length === 0 || today > expiresOn) return null
  const days = Math.min(...reached)
  return chasedOn !== null && chasedOn >= daysLater(expiresOn, -days) ? null : days
}

/** What was asked for is asked again some days later, so often at most. */
export const chaseAgain = (
  { againAfterDays, againMost }: Pick<Chasing, 'againAfterDays' | 'againMost'>,
  { lastAskedOn, chases }: { lastAskedOn: string; chases: number },
  today: string,
): boolean => chases < againMost && today >= daysLater(lastAskedOn, againAfterDays)
