import { describe, expect, test } from 'vitest'
import { countedColour } from '../../kernel/revisions.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { mealPenalty, platesToOrder } from './sheetMeals.rules.ts'
import { usualRevisionColours } from './sheet.samples.ts'
import { callSheetFileName, revisionSentence, revisionWord } from './sheetRevision.rules.ts'

describe('CS-7 revisions have the colours of the trade', () => {
  test.each([
    [1, 'White', 'First issue'],
    [2, 'Blue', '1st revision'],
    [3, 'Pink', '2nd revision'],
    [4, 'Yellow', '3rd revision'],
    [5, 'Green', '4th revision'],
    [6, 'Goldenrod', '5th revision'],
    [7, 'Buff', '6th revision'],
    [8, 'Salmon', '7th revision'],
    [9, 'Cherry', '8th revision'],
    [10, '2nd Blue', '9th revision'],
    [17, '2nd Cherry', '16th revision'],
    [18, '3rd Blue', '17th revision'],
  ])('CS-7 issue %i is %s, the %s', (number, colour, sentence) => {
    expect(countedColour(usualRevisionColours, number).name).toBe(colour)
    expect(revisionSentence(number)).toBe(sentence)
  })

  test('CS-7 a production keeps its own order', () => {
    const own = [
      { name: 'White', fill: '#fff' },
      { name: 'Pink', fill: '#fcc' },
    ]
    expect([1, 2, 3].map((number) => countedColour(own, number).name)).toEqual(['White', 'Pink', '2nd Pink'])
  })

  test('CS-7 band and file name', () => {
    const of = { code: 'SKER26', dayNumber: 2, onDate: '2026-05-13' as PlainDay, colour: 'Blue', number: 2 }
    expect(revisionWord(2, 'Blue')).toBe('v2 BLUE')
    expect(callSheetFileName(of)).toBe('SKER26_CallSheet_D02_20260513_BLUE_v2.pdf')
    expect(
      callSheetFileName({ ...of, number: 10, colour: '2nd Blue', variant: 'Weather cover', unit: '2nd unit' }),
    ).toBe('SKER26_CallSheet_D02_20260513_2ndunit_Weathercover_2NDBLUE_v10.pdf')
  })
})

describe('CS-5 meals', () => {
  test.each([
    [0, 0, 0],
    [1, 1, 25],
    [15, 1, 25],
    [30, 1, 25],
    [31, 2, 60],
    [60, 2, 60],
    [70, 3, 110],
    [91, 4, 160],
  ])('CS-5 %i minutes late are %i parts, %i USD', (late, parts, amount) => {
    expect(mealPenalty(780, 780 + late, { stepMinutes: 30, amounts: [25, 35], then: 50 })).toEqual({
      lateMinutes: late,
      parts,
      amount,
    })
  })

  test('CS-6 34 crew, 6 cast, 12 background, 5 client with 10 % spare: 63 plates', () => {
    expect(platesToOrder({ crew: 34, cast: 6, background: 12, client: 5, drivers: 0 }, 10)).toBe(63)
  })
})
