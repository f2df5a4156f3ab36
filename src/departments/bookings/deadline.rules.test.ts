import { describe, expect, test } from 'vitest'
import { weekdayOf, type PlainDay, type ZoneName } from '../../kernel/time.ts'
import { answerDue, cancellationFee, ruleText, type AnswerRule } from './deadline.rules.ts'

const business: AnswerRule = { challengeRule: 'next_business_day', answerByMinute: 720, answerHours: 24 }
const plain: AnswerRule = { ...business, challengeRule: 'plain_hours' }
const weekdays = (day: PlainDay) => weekdayOf(day) < 6
const at = (local: string, zone: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()
const local = (instant: Temporal.Instant, zone: string) =>
  instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

describe('CR-3 how long a challenged party has', () => {
  test.each([
    ['check 4: Friday 16:00 by the business rule', business, 'Europe/London', '2026-06-12T16:00', '2026-06-15T12:00'],
    ['check 4: Friday 16:00 by the plain rule', plain, 'Europe/London', '2026-06-12T16:00', '2026-06-13T16:00'],
    [
      'a weekday morning is due the next noon, not the same',
      business,
      'Europe/London',
      '2026-06-10T08:00',
      '2026-06-11T12:00',
    ],
    ['a Sunday is due Monday noon', business, 'Europe/London', '2026-06-14T10:00', '2026-06-15T12:00'],
    [
      'over the night clocks go back, noon stays noon',
      business,
      'Europe/London',
      '2026-10-23T16:00',
      '2026-10-26T12:00',
    ],
    [
      '24 hours that pass, over the night clocks go back',
      plain,
      'Europe/London',
      '2026-10-24T16:00',
      '2026-10-25T15:00',
    ],
    [
      '24 hours that pass, over the night clocks go forward',
      plain,
      'Europe/London',
      '2026-03-28T16:00',
      '2026-03-29T17:00',
    ],
  ])('%s', (_, rule, zone, asked, due) => {
    expect(local(answerDue(at(asked, zone), rule, zone as ZoneName, weekdays), zone)).toBe(due)
  })

  test('the day is that of the challenged party: late on Thursday in Los Angeles is Friday in London', () => {
    const asked = at('2026-06-11T22:00', 'America/Los_Angeles')
    expect(local(answerDue(asked, business, 'Europe/London' as ZoneName, weekdays), 'Europe/London')).toBe(
      '2026-06-15T12:00',
    )
    expect(local(answerDue(asked, business, 'America/Los_Angeles' as ZoneName, weekdays), 'America/Los_Angeles')).toBe(
      '2026-06-12T12:00',
    )
  })

  test('holidays of the challenged party are no business days, and a calendar of none ends', () => {
    const closed = (day: PlainDay) => weekdays(day) && day !== '2026-06-15'
    const asked = at('2026-06-12T16:00', 'Europe/London')
    expect(local(answerDue(asked, business, 'Europe/London' as ZoneName, closed), 'Europe/London')).toBe(
      '2026-06-16T12:00',
    )
    expect(answerDue(asked, business, 'Europe/London' as ZoneName, () => false)).toBeDefined()
  })

  test('both sides read the rule that counts', () => {
    expect(ruleText(business)).toContain('until 12:00 on their next business day')
    expect(ruleText(plain)).toContain('has 24 hours')
  })
})

describe('CR-8 what a cancellation costs', () => {
  const table = [
    { withinHours: 72, feePercent: 50 },
    { withinHours: 24, feePercent: 100 },
  ]
  test.each([
    [73, 0],
    [72, 0],
    [71.9, 50],
    [24, 50],
    [23.9, 100],
    [-3, 100],
  ])('%s hours before: %s %%', (hours, percent) => {
    const now = Temporal.Instant.from('2026-06-10T10:00:00Z')
    expect(cancellationFee(now, now.add({ minutes: Math.round(hours * 60) }), table)).toBe(percent)
  })
  test('an office without a table charges nothing', () => {
    const now = Temporal.Instant.from('2026-06-10T10:00:00Z')
    expect(cancellationFee(now, now, [])).toBe(0)
  })
})
