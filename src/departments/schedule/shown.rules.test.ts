import { describe, expect, test } from 'vitest'
import type { Change, Preview } from '../../kernel/concern.ts'
import { changesNothing, timeChanges } from './previewText.rules.ts'

const change = (person: string, name: string, date: string, before: string | null, after: string | null): Change => ({
  key: `${person}|${date}|Main unit`,
  label: `${name}, ${date}`,
  before,
  after,
})

describe('N-1 a preview reads as sentences', () => {
  test('N-1 a person shows the release, and the arrival where only that changes', () => {
    const told = timeChanges([
      change('a', 'Ines Calloway', '2026-05-13', '14:00–23:00', '14:00–21:30'),
      change('b', 'Hal Brandt', '2026-05-13', null, '22:30–00:00'),
      change('c', 'Dev Okafor', '2026-05-13', '14:00–23:00', '12:00–23:00'),
    ])
    expect(told.people).toBe(3)
    expect(told.days).toEqual(['Wed 13 May'])
    expect(told.rows.map((row) => [row.name, row.days[0]?.before, row.days[0]?.after])).toEqual([
      ['Ines Calloway', '23:00', '21:30'],
      ['Hal Brandt', null, '00:00'],
      ['Dev Okafor', 'in 14:00', 'in 12:00'],
    ])
  })
  test('N-1 those who change alike are told together', () => {
    const crew = ['a', 'b', 'c', 'd'].map((id) => change(id, `Crew ${id}`, '2026-05-13', '07:00–23:30', '07:00–22:00'))
    const told = timeChanges(crew)
    expect(told.people).toBe(4)
    expect(told.rows.map((row) => row.name)).toEqual(['4 people'])
  })
  test('N-1 nothing is nothing', () => {
    const nothing: Preview = { raises: [], clears: [], changes: { 'schedule.days': [] }, messages: 0 }
    expect(changesNothing(nothing)).toBe(true)
    expect(changesNothing({ ...nothing, messages: 1 })).toBe(false)
  })
})
