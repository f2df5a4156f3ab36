import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrange, arrangementOf, changedPlaces, inverseOf, step } from './arrange.rules.ts'
import type { Arrangement, Lane, Move } from './arrange.rules.ts'
import type { ShootDayId, StripId } from './board.contract.ts'

const day = (name: string) => name as ShootDayId
const strip = (name: string) => name as StripId
const strips = (names: string) => [...names].map(strip)

const board = (lanes: Record<string, string>): Arrangement =>
  arrangementOf(
    Object.keys(lanes)
      .filter((lane) => lane !== 'bone')
      .map(day),
    Object.entries(lanes).flatMap(([lane, names]) =>
      strips(names).map((id) => ({ id, dayId: lane === 'bone' ? null : day(lane) })),
    ),
  )

const read = (arrangement: Arrangement): Record<string, string> =>
  Object.fromEntries([...arrangement].map(([lane, ids]) => [lane ?? 'bone', ids.join('')]))

const to = (names: string, lane: string, before?: string): Move => ({
  stripIds: strips(names),
  dayId: lane === 'bone' ? null : day(lane),
  before: before === undefined ? null : strip(before),
})

describe('ST-2 strips are laid where people put them', () => {
  const start = { one: 'abc', two: 'de', bone: 'x' }
  test.each<[string, Move[], Record<string, string>]>([
    ['to the end of another day', [to('b', 'two')], { one: 'ac', two: 'deb', bone: 'x' }],
    ['before a strip', [to('c', 'two', 'e')], { one: 'ab', two: 'dce', bone: 'x' }],
    ['up in its own day', [to('c', 'one', 'a')], { one: 'cab', two: 'de', bone: 'x' }],
    ['several from several days, in the order given', [to('da', 'two', 'e')], { one: 'bc', two: 'dae', bone: 'x' }],
    ['into the boneyard', [to('a', 'bone', 'x')], { one: 'bc', two: 'de', bone: 'ax' }],
    ['before one of themselves', [to('ab', 'one', 'b')], { one: 'abc', two: 'de', bone: 'x' }],
    ['named twice', [to('aa', 'two')], { one: 'bc', two: 'dea', bone: 'x' }],
    ['unknown strips and days are left out', [to('q', 'two'), to('a', 'nine')], start],
  ])('ST-2 %s', (_, moves, expected) => expect(read(arrange(board(start), moves))).toEqual(expected))
})

describe('ST-2 one step with the keyboard', () => {
  const lanes = { one: 'abc', two: 'de', bone: '' }
  const order: Lane[] = [day('one'), day('two')]
  test.each<[string, string, -1 | 1, Record<string, string>]>([
    ['down inside the day', 'a', 1, { one: 'bac', two: 'de', bone: '' }],
    ['up inside the day', 'c', -1, { one: 'acb', two: 'de', bone: '' }],
    ['down over the edge', 'c', 1, { one: 'ab', two: 'cde', bone: '' }],
    ['up over the edge', 'd', -1, { one: 'abcd', two: 'e', bone: '' }],
    ['a block moves as one', 'ab', 1, { one: 'cab', two: 'de', bone: '' }],
  ])('ST-2 %s', (_, names, by, expected) => {
    const move = step(board(lanes), order, strips(names), by)
    expect(read(arrange(board(lanes), move ? [move] : []))).toEqual(expected)
  })
  test('ST-2 nothing above the first and nothing below the last', () => {
    expect(step(board(lanes), order, strips('a'), -1)).toBeNull()
    expect(step(board(lanes), order, strips('e'), 1)).toBeNull()
  })
})

const names = 'abcdefghij'
const lane = fc.constantFrom('one', 'two', 'three', 'bone', 'nowhere')
const anyMove = fc
  .record({
    names: fc.subarray([...names, 'stranger'], { minLength: 1, maxLength: 4 }),
    lane,
    before: fc.option(fc.constantFrom(...names), { nil: undefined }),
  })
  .map((it): Move => ({
    stripIds: it.names.map(strip),
    dayId: it.lane === 'bone' ? null : day(it.lane),
    before: it.before === undefined ? null : strip(it.before),
  }))
const moves = fc.array(anyMove, { maxLength: 8 })
const start = board({ one: 'abcd', two: 'efg', three: '', bone: 'hij' })

describe('ST-2 no sequence of moves loses or doubles a strip', () => {
  test('ST-2 every strip is somewhere exactly once', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const after = [...arrange(start, list).values()].flat()
        expect([...after].sort()).toEqual([...names])
      }),
    )
  })
  test('ST-2 undo takes everything back to where it lay', () => {
    fc.assert(
      fc.property(moves, (list) => {
        expect(read(arrange(arrange(start, list), inverseOf(start, list)))).toEqual(read(start))
      }),
    )
  })
  test('ST-2 what is written is exactly what changed', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const after = arrange(start, list)
        const written = new Map(changedPlaces(start, after).map((it) => [it.stripId, `${it.dayId}:${it.position}`]))
        for (const [dayId, ids] of start)
          for (const [position, id] of ids.entries()) if (!written.has(id)) written.set(id, `${dayId}:${position}`)
        const expected = [...after].flatMap(([dayId, ids]) => ids.map((id, i) => [id, `${dayId}:${i}`] as const))
        expect([...written].sort()).toEqual([...expected].sort())
      }),
    )
  })
})
