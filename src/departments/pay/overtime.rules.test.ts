import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { money } from '../../kernel/money.ts'
import { hourlyRate, payOfDay, singleMinutes, type PayProfile } from './overtime.rules.ts'

const h = (hours: number) => Math.round(hours * 60)
const usd = (amount: number) => money(Math.round(amount * 100), 'USD')
const plain: PayProfile = {
  hourly: 'flat',
  steps: [],
  sixthDay: null,
  seventhDay: null,
  weekly: null,
  night: null,
  incrementMinutes: 1,
}
const california: PayProfile = {
  ...plain,
  hourly: 'overtime_inside',
  steps: [
    { fromMinutes: h(8), percent: 150 },
    { fromMinutes: h(12), percent: 200 },
  ],
  seventhDay: [
    { fromMinutes: 0, percent: 150 },
    { fromMinutes: h(8), percent: 200 },
  ],
  weekly: { fromMinutes: h(40), percent: 150 },
}
const commercial: PayProfile = {
  ...plain,
  steps: [
    { fromMinutes: h(10), percent: 150 },
    { fromMinutes: h(14), percent: 200 },
  ],
}
const weekOf = (profile: PayProfile, by: ReturnType<typeof rate>, hours: readonly number[]) =>
  hours.reduce<ReturnType<typeof payOfDay>[]>((days, worked) => {
    const singleBefore = singleMinutes(days.flatMap(({ lines }) => lines))
    return [...days, payOfDay(profile, by, { workedMinutes: h(worked), singleBefore })]
  }, [])
const rate = (amount: number, hours: number) => ({ amount: usd(amount), guaranteedMinutes: h(hours) })

describe('CR-13 two ways from a day rate to an hourly rate', () => {
  test.each([
    ['650/10 with its overtime inside', california, rate(650, 10), 59.09],
    ['650/12 with its overtime inside', california, rate(650, 12), 46.43],
    ['650/10 flat', commercial, rate(650, 10), 65],
    ['650/12 flat', { ...california, hourly: 'flat' as const }, rate(650, 12), 54.17],
  ])('%s', (_, profile, day, hourly) => expect(hourlyRate(profile, day)).toEqual(usd(hourly)))
})

describe('CR-13 a day, by the table that was chosen', () => {
  test.each([
    ['650/12 California, 14 h', california, rate(650, 12), 14, 835.71],
    ['650/12 California, 12 h, exactly the rate', california, rate(650, 12), 12, 650],
    ['650/10 California, 13 h', california, rate(650, 10), 13, 945.45],
    ['650/10 flat commercial, 13 h, not 945.45', commercial, rate(650, 10), 13, 942.5],
    ['under the guarantee, 7 h of 10', commercial, rate(650, 10), 7, 650],
    ['under the guarantee in California', california, rate(650, 10), 7, 650],
    ['beyond 14 h at double', commercial, rate(650, 10), 15, 650 + 4 * 97.5 + 130],
    [
      '650/12 flat with steps from 8 h: the rate buys 12',
      { ...california, hourly: 'flat' as const },
      rate(600, 12),
      13,
      700,
    ],
    ['nothing but the rate where there are no steps', plain, rate(650, 10), 10, 650],
  ])('%s', (_, profile, day, hours, pays) =>
    expect(payOfDay(profile, day, { workedMinutes: h(hours) }).total).toEqual(usd(pays)),
  )

  test('the stretches say how it came about, and add up', () => {
    const { lines, total, isGuarantee } = payOfDay(california, rate(650, 12), { workedMinutes: h(14) })
    expect(lines.map(({ untilMinutes, percent }) => [untilMinutes / 60, percent])).toEqual([
      [8, 100],
      [12, 150],
      [14, 200],
    ])
    expect(lines.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(total.minor)
    expect(isGuarantee).toBe(false)
  })

  test('time is counted in tenths of an hour where the agreement does', () => {
    const performer = {
      ...california,
      steps: [
        { fromMinutes: h(8), percent: 150 },
        { fromMinutes: h(10), percent: 200 },
      ],
      incrementMinutes: 6,
    }
    const one = payOfDay(performer, rate(800, 8), { workedMinutes: h(8) + 1 })
    expect([one.paidMinutes, one.total]).toEqual([h(8.1), usd(815)])
  })

  test('the seventh day in a row has its own steps', () => {
    const seventh = payOfDay(california, rate(550, 10), { workedMinutes: h(10), dayInRow: 7 })
    expect(seventh.total).toEqual(usd(50 * (8 * 1.5 + 2 * 2)))
    expect(payOfDay(california, rate(550, 10), { workedMinutes: h(10), dayInRow: 6 }).total).toEqual(usd(550))
  })

  test('a night window raises what falls into it, and only where the start is known', () => {
    const uk = { ...commercial, night: { from: 0, until: h(5), percent: 200 } }
    expect(payOfDay(uk, rate(600, 10), { workedMinutes: h(10), startMinute: h(20) }).total).toEqual(
      usd(60 * (4 + 5 * 2 + 1)),
    )
    expect(payOfDay(uk, rate(600, 10), { workedMinutes: h(10) }).total).toEqual(usd(600))
    expect(payOfDay(uk, rate(600, 10), { workedMinutes: h(10), startMinute: h(7) }).total).toEqual(usd(600))
  })
})

describe('CR-13 a week', () => {
  test('weekly overtime is paid once, and only on hours no day has raised', () => {
    const federal = { ...plain, weekly: { fromMinutes: h(40), percent: 150 } }
    const five = weekOf(federal, rate(500, 10), [10, 10, 10, 9, 10])
    expect(five.map(({ total }) => total)).toEqual([usd(500), usd(500), usd(500), usd(500), usd(750)])
    expect(five[4]?.lines).toMatchObject([{ fromMinutes: 0, untilMinutes: h(10), percent: 150 }])
    const short = weekOf(federal, rate(400, 8), [8, 8, 8, 8, 10])
    expect(short[4]).toMatchObject({ total: usd(550), lines: [{ percent: 100 }, { fromMinutes: h(8), percent: 150 }] })
    expect(weekOf(california, rate(650, 12), [12, 12, 12, 12, 12]).map(({ total }) => total)).toEqual(
      Array.from({ length: 5 }, () => usd(650)),
    )
  })
})

test('CR-13 longer never pays less, and never less than the rate', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1200 }),
      fc.integer({ min: 0, max: 300 }),
      fc.constantFrom(california, commercial),
      (minutes, more, profile) => {
        const [short, long] = [minutes, minutes + more].map(
          (workedMinutes) => payOfDay(profile, rate(650, 10), { workedMinutes }).total.minor,
        )
        expect(short).toBeGreaterThanOrEqual(650_00)
        expect(long).toBeGreaterThanOrEqual(short as number)
      },
    ),
  )
})
