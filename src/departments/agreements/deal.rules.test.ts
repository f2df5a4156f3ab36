import { describe, expect, test } from 'vitest'
import { dealOf, tableAsSigned, type KeptTable } from './deal.rules.ts'
import { memoTable } from './overtime.rules.ts'
import { termsOf } from './terms.rules.ts'

const kept: KeptTable = {
  name: 'UK commercials, 10 hours',
  hourly: 'flat',
  rules: {
    steps: [{ fromMinutes: 600, percent: 150 }],
    sixthDay: [{ fromMinutes: 0, percent: 150 }],
    seventhDay: null,
    weekly: null,
    night: { from: 0, until: 300, percent: 200 },
    incrementMinutes: 15,
  },
}

describe('CR-13 the deal that was signed says what a day pays', () => {
  test('a table nobody changed since holds whole, with the days and nights a memo only has in words', () => {
    expect(tableAsSigned(memoTable(kept), [kept])).toEqual({ hourly: 'flat', ...kept.rules })
  })

  test('a table changed since does not change what was signed', () => {
    const now = { ...kept, rules: { ...kept.rules, steps: [{ fromMinutes: 600, percent: 300 }] } }
    expect(tableAsSigned(memoTable(kept), [now])).toMatchObject({
      hourly: 'flat',
      steps: [{ fromMinutes: 600, percent: 150 }],
      sixthDay: null,
    })
    expect(tableAsSigned({ ...memoTable(kept), method: 'guarantee' }, []).hourly).toBe('overtime_inside')
  })

  test('650 for ten hours is 650.00 for 600 minutes; what is not said stays open', () => {
    const terms = termsOf({ rateMinor: 65_000, currency: 'GBP', guaranteedHours: 10, position: 'Gaffer' })
    expect(dealOf({ number: 'HLT-DM-001', person_id: 'p', terms }, [])).toEqual({
      number: 'HLT-DM-001',
      personId: 'p',
      position: 'Gaffer',
      amount: { minor: 65_000, currency: 'GBP' },
      basis: 'daily',
      guaranteedMinutes: 600,
      table: null,
    })
  })
})
