import { describe, expect, test } from 'vitest'
import { ProfileRules, type PayProfileRecord } from '../../rate.contract.ts'
import { rulesSaid, stepsText } from '../../table.rules.ts'
import { tableBody, tableDraft } from './table.draft.rules.ts'

const table: PayProfileRecord = {
  id: 'x' as PayProfileRecord['id'],
  name: 'UK commercials, 10 hours',
  source: 'Terms',
  asOf: '2026-01-01' as PayProfileRecord['asOf'],
  hourly: 'flat',
  rules: {
    steps: [
      { fromMinutes: 600, percent: 150 },
      { fromMinutes: 720, percent: 200 },
    ],
    sixthDay: [{ fromMinutes: 0, percent: 150 }],
    seventhDay: null,
    weekly: null,
    night: { from: 0, until: 300, percent: 200 },
    incrementMinutes: 15,
  },
  version: 1,
}

describe('CR-13 an overtime table in Settings', () => {
  test('opened and saved unchanged it is what it was', () => {
    const { rules, ...plain } = tableBody(tableDraft(table))
    expect(rules).toEqual(table.rules)
    expect(plain).toEqual({ name: table.name, source: 'Terms', asOf: '2026-01-01', hourly: 'flat' })
  })

  test('steps typed out of order are sent in the order of their hours', () => {
    const draft = tableDraft(table)
    expect(tableBody({ ...draft, steps: draft.steps.toReversed() }).rules.steps).toEqual(table.rules.steps)
  })

  test('a field left empty is asked for, never guessed', () => {
    const draft = tableDraft(table)
    const { rules } = tableBody({ ...draft, steps: [{ fromMinutes: 600, times: null }] })
    expect(ProfileRules.safeParse(rules).success).toBe(false)
  })

  test('each rule is said in words', () => {
    expect(stepsText(table.rules.steps)).toBe('from 10 h × 1.5, from 12 h × 2')
    expect(Object.fromEntries(rulesSaid(table))).toMatchObject({
      '6th day in a row': 'from 0 h × 1.5',
      '7th day in a row': 'as each day',
      'At night': '00:00 to 05:00, at least × 2',
      'Rounded up to': '15 min',
    })
  })
})
