import { describe, expect, test } from 'vitest'
import type { Bucket, IntExt } from './board.contract.ts'
import type { StripColours } from './palette.contract.ts'
import { dayInk, inkOf, ratioOf, weakColours } from './palette.rules.ts'

const usual: StripColours = {
  intDay: '#ffffff',
  extDay: '#fff3b0',
  intNight: '#bcd7f7',
  extNight: '#bfe5c5',
  dawnDusk: '#f9cfd6',
  dayBreak: '#20242e',
  freeDay: '#d4d7de',
  holiday: '#edb0b0',
  companyMove: '#e9d8fd',
}

describe('ST-2 strip colours', () => {
  test.each<[IntExt | null, Bucket | null, 'int' | 'ext', string]>([
    ['int', 'day', 'ext', 'intDay'],
    ['ext', 'day', 'ext', 'extDay'],
    ['int', 'night', 'ext', 'intNight'],
    ['ext', 'night', 'ext', 'extNight'],
    ['ext', 'dawn_dusk', 'ext', 'extDawn'],
    ['int', 'dawn_dusk', 'ext', 'intDawn'],
    ['int_ext', 'night', 'ext', 'extNight'],
    ['int_ext', 'night', 'int', 'intNight'],
    [null, null, 'ext', 'intDay'],
  ])('ST-2 %s, %s (inside and outside counts as %s) is %s', (intExt, bucket, counts, ink) =>
    expect(inkOf({ intExt, bucket }, { intExtCountsAs: counts })).toBe(ink),
  )

  test('ST-2 day breaks, free days and holidays have colours of their own', () => {
    expect([dayInk('shoot'), dayInk('off'), dayInk('hiatus'), dayInk('holiday')]).toEqual([
      'dayBreak',
      'freeDay',
      'freeDay',
      'holiday',
    ])
  })

  test('ST-2 contrast is measured: the small words of a strip have to be readable on it', () => {
    expect(weakColours(usual)).toEqual([])
    expect(weakColours({ ...usual, extNight: '#2f7d3b', dawnDusk: null })).toEqual([
      { colour: 'extNight', ratio: 1.74 },
    ])
    expect(ratioOf({ ...usual, dawnDusk: null }, 'dawnDusk')).toBeNull()
  })

  test.each([
    ['a black strip with light words', '#20242e', []],
    ['a white strip with dark words', '#ffffff', []],
    ['a middle grey that takes neither', '#7c7f88', ['dayBreak']],
  ])('ST-2 the day break: %s', (_, dayBreak, weak) =>
    expect(weakColours({ ...usual, dayBreak }).map((it) => it.colour)).toEqual(weak),
  )
})
