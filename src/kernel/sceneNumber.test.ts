import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareSceneNumbers, parseSceneNumber, sceneNumberKey } from './sceneNumber.ts'

const shuffled = (numbers: readonly string[]) => [...numbers].reverse()

describe('ST-8 scene numbers', () => {
  test.each([
    [['2', '10', '10A', 'A11', '11']],
    [['11', 'A12', '12', '12A', '12B', '13']],
    [['12', '12A', '12Z', '12AA', '12AB']],
    [['A12', 'B12', '12']],
    [['1', '9', '10', '99', '100', 'A3-1']],
  ])('ST-8 natural order %j', (order) => expect(shuffled(order).sort(compareSceneNumbers)).toEqual(order))

  test.each([
    ['A12', { before: 'A', number: 12, after: '' }],
    ['12', { before: '', number: 12, after: '' }],
    ['12AB', { before: '', number: 12, after: 'AB' }],
    ['12a', { before: '', number: 12, after: 'A' }],
    ['12-A', { before: '', number: 12, after: 'A' }],
    ['A3-1', undefined],
    ['', undefined],
  ])('ST-8 %s taken apart', (written, parsed) => expect(parseSceneNumber(written)).toEqual(parsed))

  test('ST-8 the same number written two ways is one', () => {
    expect(sceneNumberKey('12a')).toBe(sceneNumberKey(' 12A '))
    expect(sceneNumberKey('A3-1')).toBe('A3-1')
  })

  test('ST-8 the order is total', () => {
    const written = fc.stringMatching(/^[A-C]{0,2}[1-3]{1,2}[A-C]{0,2}(-[1-2])?$/)
    fc.assert(
      fc.property(written, written, written, (a, b, c) => {
        expect(Math.sign(compareSceneNumbers(a, b)) + Math.sign(compareSceneNumbers(b, a))).toBe(0)
        if (compareSceneNumbers(a, b) <= 0 && compareSceneNumbers(b, c) <= 0)
          expect(compareSceneNumbers(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
