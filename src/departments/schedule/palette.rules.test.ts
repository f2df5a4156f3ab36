import { describe, expect, test } from 'vitest'
import type { Bucket, IntExt } from './board.contract.ts'
import { dayInk, inkOf, paletteOf } from './palette.rules.ts'

describe('ST-2 strip colours', () => {
  test.each<[string, IntExt, Bucket, string, string]>([
    ['A', 'int', 'day', 'ext', 'white'],
    ['A', 'ext', 'day', 'ext', 'yellow'],
    ['A', 'int', 'night', 'ext', 'blue'],
    ['A', 'ext', 'night', 'ext', 'green'],
    ['A', 'ext', 'dawn_dusk', 'ext', 'pink'],
    ['B', 'int', 'night', 'ext', 'green'],
    ['B', 'ext', 'night', 'ext', 'blue'],
    ['B', 'int', 'dawn_dusk', 'ext', 'white'],
    ['A', 'int_ext', 'night', 'ext', 'green'],
    ['A', 'int_ext', 'night', 'int', 'blue'],
  ])('ST-2 preset %s, %s %s (inside and outside counts as %s) is %s', (palette, intExt, bucket, counts, ink) =>
    expect(inkOf({ intExt, bucket }, { palette, intExtCountsAs: counts as 'int' | 'ext' })).toBe(ink),
  )
  test('ST-2 day breaks are black, free days grey, holidays red', () => {
    const palette = paletteOf('A')
    expect([dayInk('shoot', palette), dayInk('off', palette), dayInk('holiday', palette)]).toEqual([
      'black',
      'grey',
      'red',
    ])
  })
})
