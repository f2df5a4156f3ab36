import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StripId } from './board.contract.ts'
import { join, split, stripNumber } from './split.rules.ts'
import type { PartOf } from './split.rules.ts'

const whole: PartOf = { id: 'a' as StripId, part: null, parts: null, eighths: null }

describe('ST-7 a split scene keeps one parent', () => {
  test('ST-7 12 of 1 3/8 is cut into 6/8 and 5/8, and shows 1 of 2', () => {
    const parts = split([whole], whole.id, 'b' as StripId, 11, 6)
    expect(parts).toEqual([
      { id: 'a', part: 1, parts: 2, eighths: 6 },
      { id: 'b', part: 2, parts: 2, eighths: 5 },
    ])
    expect(parts?.map((part) => stripNumber('12', part))).toEqual(['12 (1 of 2)', '12 (2 of 2)'])
  })
  test('ST-7 joined again it follows the script', () => {
    const parts = split([whole], whole.id, 'b' as StripId, 11, 6) ?? []
    expect(join(parts, 'a' as StripId, 'b' as StripId)).toEqual([whole])
  })
  test('ST-7 one eighth cannot be divided', () => {
    expect(split([whole], whole.id, 'b' as StripId, 1, 1)).toBeUndefined()
    expect(split([whole], whole.id, 'b' as StripId, 8, 8)).toBeUndefined()
  })
  test('ST-7 whatever is cut, the parts add up to the scene', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.array(fc.nat(100), { maxLength: 6 }), (total, cuts) => {
        let parts: readonly PartOf[] = [whole]
        for (const [i, cut] of cuts.entries()) {
          const at = parts[cut % parts.length] ?? whole
          const length = at.eighths ?? total
          parts = split(parts, at.id, `p${i}` as StripId, total, 1 + (cut % Math.max(1, length - 1))) ?? parts
        }
        expect(parts.reduce((sum, part) => sum + (part.eighths ?? total), 0)).toBe(total)
        expect(parts.length === 1 || parts.every((part, i) => part.part === i + 1 && part.parts === parts.length)).toBe(
          true,
        )
      }),
    )
  })
})
