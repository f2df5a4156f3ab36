import { addDays, clockOf, dayAt, instantOf, type DayMinute, type PlainDay, type ZoneName } from '../../kernel/time.ts'
import { plural } from '../../kernel/words.ts'

/** How long a challenged party has, as the office's table says. */
export interface AnswerRule {
  readonly challengeRule: 'next_business_day' | 'plain_hours'
  /** Minutes from midnight on the next business day. */
  readonly answerByMinute: number
  readonly answerHours: number
}

/**
 * The moment at which silence releases a challenged hold. By the business rule that is a time of day on the next day the
 * challenged party works, on the clock of their zone; by the plain one so many hours that really pass, whatever the clocks do.
 * @param isBusinessDay of the challenged party
 * @example asked Friday 16:00 → Monday 12:00; plainly → Saturday 16:00
 */
export function answerDue(
  askedAt: Temporal.Instant,
  rule: AnswerRule,
  zone: ZoneName,
  isBusinessDay: (day: PlainDay) => boolean,
): Temporal.Instant {
  if (rule.challengeRule === 'plain_hours') return askedAt.add({ hours: rule.answerHours })
  let day = addDays(dayAt(askedAt, zone), 1)
  // A calendar without a working day ends the search after a month instead of never.
  for (let ahead = 0; !isBusinessDay(day) && ahead < 31; ahead += 1) day = addDays(day, 1)
  return instantOf(day, rule.answerByMinute as DayMinute, zone)
}

/** The rule as both sides read it. */
export const ruleText = (rule: AnswerRule): string =>
  rule.challengeRule === 'plain_hours'
    ? `Whoever holds ahead has ${plural(rule.answerHours, 'hour')} to book or release. No answer releases the hold.`
    : `Whoever holds ahead has until ${clockOf(rule.answerByMinute as DayMinute)} on their next business day to book or release. No answer releases the hold.`

/** One line of the cancellation table: whoever cancels less than so many hours before pays so much of the day. */
export interface CancellationStep {
  readonly withinHours: number
  readonly feePercent: number
}

/**
 * The fee for cancelling a day that begins at `startsAt`, in percent: the shortest notice that fits decides.
 * @example 71 hours before → 50, 72 hours before → 0, with the shipped table
 */
export function cancellationFee(
  now: Temporal.Instant,
  startsAt: Temporal.Instant,
  table: readonly CancellationStep[],
): number {
  const hours = startsAt.since(now).total('hours')
  const step = table.toSorted((a, b) => a.withinHours - b.withinHours).find(({ withinHours }) => hours < withinHours)
  return step?.feePercent ?? 0
}
