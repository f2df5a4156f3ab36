/** How long the link of an invitation works; the letters that ask again come before it ends. */
export const LINK_DAYS = 30

interface Invited {
  readonly sentAt: Temporal.Instant
  readonly reminders: number
  readonly expiresAt: Temporal.Instant | null
}

/**
 * Whether the next letter is due to somebody who has not answered: one for each day of the rule, none once the link is
 * over. A server that slept writes one letter and not all it missed.
 * @param days after the invitation, rising
 * @returns how many reminders it has had then, or undefined when none is due
 */
export function reminderDue(
  { sentAt, reminders, expiresAt }: Invited,
  days: readonly number[],
  now: Temporal.Instant,
): number | undefined {
  if (expiresAt !== null && Temporal.Instant.compare(now, expiresAt) >= 0) return undefined
  const passed = days.filter((day) => Temporal.Instant.compare(now, sentAt.add({ hours: 24 * day })) >= 0).length
  return passed > reminders ? passed : undefined
}
