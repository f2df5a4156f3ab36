import { expect, test } from 'vitest'
import { positionLines, positionsIn } from './positionLines.rules.ts'

test('CR-1 positions are written a line each, their other names after a colon', () => {
  const positions = [
    { name: '1st AC', also: ['Focus puller', 'First AC'] },
    { name: '2nd AC', also: [] },
  ]
  expect(positionLines(positions)).toBe('1st AC: Focus puller, First AC\n2nd AC')
  expect(positionsIn(positionLines(positions))).toEqual(positions)
  expect(positionsIn(' 1st AC :Focus puller,, First AC \n\n2nd AC:\n')).toEqual(positions)
})
