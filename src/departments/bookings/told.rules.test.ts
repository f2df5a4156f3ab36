import { describe, expect, test } from 'vitest'
import type { DayMinute, PlainDay } from '../../kernel/time.ts'
import { planChanges, plannedText, toldLetter, type PlannedDay } from './told.rules.ts'

const day = (onDate: string, more: Partial<PlannedDay> = {}): PlannedDay => ({
  onDate: onDate as PlainDay,
  from: null,
  until: null,
  title: 'Gaffer',
  state: 'confirmed' as const,
  ...more,
})
const from = '2026-06-10' as PlainDay

describe('CR-10 what changed since somebody was told', () => {
  test.each([
    ['nothing', [day('2026-06-10')], [day('2026-06-10')], []],
    ['a day more', [], [day('2026-06-10')], ['2026-06-10: null > Booked, Gaffer']],
    ['a day less', [day('2026-06-10')], [], ['2026-06-10: Booked, Gaffer > null']],
    [
      'firm now',
      [day('2026-06-10', { state: 'hold' })],
      [day('2026-06-10')],
      ['2026-06-10: On hold, Gaffer > Booked, Gaffer'],
    ],
    ['a day that is over', [day('2026-06-09')], [], []],
    [
      'half the day',
      [day('2026-06-10')],
      [day('2026-06-10', { until: 780 as DayMinute })],
      ['2026-06-10: Booked, Gaffer > Booked, Gaffer, 00:00 to 13:00'],
    ],
  ])('CR-10 %s', (_, told, now, expected) => {
    const lines = planChanges(told, now, from).map((it) => `${it.onDate}: ${it.before} > ${it.after}`)
    expect(lines).toEqual(expected)
  })

  test('CR-10 hours without an end are said in words', () => {
    expect(plannedText(day('2026-06-10', { from: 1080 as DayMinute }))).toBe(
      'Booked, Gaffer, 18:00 to the end of the day',
    )
  })

  test('CR-10 a letter tells what changed and what stands; the first one only what stands', () => {
    const plan = [day('2026-06-10'), day('2026-06-12')]
    const told = [day('2026-06-10'), day('2026-06-11')]
    const self = { name: 'Sam', locale: 'en', as: 'self' } as const
    const facts = { production: 'Harbour Light', name: 'Sam', told, plan, from, sender: 'Ana', reader: self }
    const later = toldLetter({ ...facts, isFirst: false })
    expect(later.subject).toBe('Your days on Harbour Light have changed')
    expect(later.text).toContain('Thu 11 Jun: no longer (was: Booked, Gaffer)\nFri 12 Jun: Booked, Gaffer (new)')
    expect(later.text).toContain('All that stands now:\n\nWed 10 Jun: Booked, Gaffer\nFri 12 Jun: Booked, Gaffer')
    expect(toldLetter({ ...facts, isFirst: true }).text).not.toContain('no longer')

    // Their agent reads it in the agent's language, addressed by the agent's own name.
    const agent = { name: 'Jule Brandt', locale: 'de', as: 'agent' } as const
    const german = toldLetter({ ...facts, isFirst: false, reader: agent })
    expect(german.subject).toBe('Harbour Light, Sam')
    expect(german.text).toContain('Jule Brandt')
    expect(german.text).toContain('entfällt (war: Gebucht, Gaffer)')
    expect(german.text).not.toMatch(/Booked|stands|Dear/)
    expect(toldLetter({ ...facts, isFirst: true, reader: { ...agent, as: 'copy' } }).text).toContain('Sam')
  })
})
