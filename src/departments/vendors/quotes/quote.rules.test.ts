import { describe, expect, test } from 'vitest'
import { money } from '../../../kernel/money.ts'
import { closedBecause, compare, inCurrency, isToRemind, lineNet, lowestOfLine, totalsOf } from './quote.rules.ts'

const line = (unitMinor: number, quantity: number, days: number | null = null, discount = 0, lineId = 'a') => ({
  lineId,
  unitMinor,
  quantityThousandths: quantity * 1000,
  daysTenths: days === null ? null : days * 10,
  discountHundredths: discount * 100,
})
const offer = (id: string, lines: ReturnType<typeof line>[], more: object = {}) => ({
  id,
  currency: 'USD',
  deliveryMinor: 0,
  taxHundredths: 0,
  lines,
  ...more,
})
const asked = (id: string) => ({ id, item: id, unit: 'day', quantityThousandths: 1000, daysTenths: null })

describe('CR-17 a line of a quote', () => {
  test.each([
    ['charge days of a three-day week', line(800_00, 1, 3), 2400_00],
    ['two bodies, three days, ten percent off', line(800_00, 2, 3, 10), 4320_00],
    ['heads and days of catering', line(28_50, 18, 3), 1539_00],
    ['half a day', line(650_00, 1, 0.5), 325_00],
    ['rounded once, half up', line(33, 0.5), 17],
    ['all of it off', line(800_00, 1, 1, 100), 0],
  ])('%s', (_, given, minor) => expect(lineNet(given, 'USD')).toEqual(money(minor, 'USD')))

  test('a currency without cents stays whole', () =>
    expect(lineNet(line(12_345, 1, null, 10), 'JPY')).toEqual(money(11_111, 'JPY')))
})

describe('CR-17 the sum of a quote', () => {
  test('tax is taken once of the whole: 3 × 9.99 at 20 % is 5.99, and delivery is taxed with it', () => {
    const three = ['a', 'b', 'c'].map((id) => line(9_99, 1, null, 0, id))
    expect(totalsOf(offer('x', three, { taxHundredths: 2000 }))).toMatchObject({ tax: money(5_99, 'USD') })
    const all = totalsOf(offer('x', three, { taxHundredths: 2000, deliveryMinor: 50_00 }))
    expect([all.lines.minor, all.net.minor, all.tax.minor, all.gross.minor]).toEqual([29_97, 79_97, 15_99, 95_96])
  })

  test.each([
    ['EUR 1,000.00 at 1.0850', money(1000_00, 'EUR'), 'USD', 1_085_000, money(1085_00, 'USD')],
    ['yen into dollars', money(100_000, 'JPY'), 'USD', 6_500, money(650_00, 'USD')],
    ['dollars into yen', money(650_00, 'USD'), 'JPY', 153_846_000, money(99_999_90 / 100, 'JPY')],
  ])('%s', (_, value, into, rateMillionths, result) => {
    const rate = [{ currency: value.currency, rateMillionths }]
    expect(inCurrency(value, into, rate)).toEqual({ ...result, minor: Math.round(result.minor) })
  })

  test('without a stated rate there is no sum in another currency', () =>
    expect(inCurrency(money(1000_00, 'EUR'), 'USD', [])).toBeNull())
})

describe('CR-17 side by side', () => {
  const request = { currency: 'USD', lines: [asked('a'), asked('b')] }
  const whole = (id: string, minor: number, more: object = {}) =>
    offer(id, [line(minor, 1), line(100, 1, null, 0, 'b')], more)

  test.each([
    ['the lower of two', [whole('x', 900), whole('y', 800)], [], ['y']],
    ['a tie marks both', [whole('x', 800), whole('y', 800)], [], ['x', 'y']],
    ['one alone is not the lowest of anything', [whole('x', 900)], [], []],
    [
      'who leaves a line out is never the lowest',
      [whole('x', 900), whole('y', 800), offer('z', [line(1, 1)])],
      [],
      ['y'],
    ],
    ['another currency without a rate is out of it', [whole('x', 900), whole('y', 800, { currency: 'EUR' })], [], []],
    [
      '… and in it with one: 800 + 100 at 1.2 is 1,080',
      [whole('x', 900), whole('y', 800, { currency: 'EUR' })],
      [{ currency: 'EUR', rateMillionths: 1_200_000 }],
      ['x'],
    ],
    ['tax decides too', [whole('x', 850), whole('y', 800, { taxHundredths: 2000 })], [], ['x']],
  ])('%s', (_, offers, rates, lowest) =>
    expect(compare(request, offers, rates).flatMap(({ id, isLowest }) => (isLowest ? [id] : []))).toEqual(lowest),
  )

  test('missing lines are named, and each line has its own lowest', () => {
    const offers = [whole('x', 900), offer('z', [line(700, 1)])]
    expect(compare(request, offers, [])[1]?.missing).toEqual(['b'])
    expect([lowestOfLine('a', 'USD', offers, []), lowestOfLine('b', 'USD', offers, [])]).toEqual([['z'], []])
  })

  test('where all ask the same for a line, none of them is called the lowest', () => {
    const same = ['x', 'y', 'z'].map((id) => offer(id, [line(700, 1)]))
    expect(lowestOfLine('a', 'USD', same, [])).toEqual([])
    expect(lowestOfLine('a', 'USD', [...same, offer('v', [line(900, 1)])], [])).toEqual(['x', 'y', 'z'])
  })
})

describe('CR-17 time', () => {
  const at = (text: string) => Temporal.Instant.from(text)
  const answerBy = at('2026-05-08T16:00:00Z')
  test.each([
    ['sent', 'asked', '2026-05-08T15:59:59Z', null],
    ['sent', 'answered', '2026-05-08T16:00:00Z', 'late'],
    ['decided', 'not_chosen', '2026-05-05T16:00:00Z', 'decided'],
    ['withdrawn', 'asked', '2026-05-05T16:00:00Z', 'withdrawn'],
  ] as const)('%s and %s at %s', (request, quote, now, why) =>
    expect(closedBecause(request, quote, { now: at(now), answerBy })).toBe(why),
  )

  test.each([
    ['a day before', '2026-05-04T09:00:00Z', null, '2026-05-07T16:00:00Z', true],
    ['earlier', '2026-05-04T09:00:00Z', null, '2026-05-07T15:59:00Z', false],
    ['once', '2026-05-04T09:00:00Z', at('2026-05-07T16:00:00Z'), '2026-05-07T17:00:00Z', false],
    ['not within a day of the question', '2026-05-07T12:00:00Z', null, '2026-05-08T11:00:00Z', false],
    ['never after the time', '2026-05-04T09:00:00Z', null, '2026-05-08T16:00:00Z', false],
  ])('a reminder: %s', (_, sent, remindedAt, now, is) =>
    expect(isToRemind({ sentAt: at(sent), remindedAt, answerBy }, at(now))).toBe(is),
  )
})
