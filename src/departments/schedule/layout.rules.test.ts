import { describe, expect, test } from 'vitest'
import type { StripShape } from './layout.contract.ts'
import { placed, shapeOfColumns, stepped, USUAL_SHAPE, wrongWith } from './layout.rules.ts'

const shape = (upper: StripShape['upper'], lower: StripShape['lower'] = [], height = 28): StripShape => ({
  upper,
  lower,
  height,
})

describe('ST-2 strip layouts', () => {
  test.each<[string, StripShape, string[]]>([
    ['the usual one is whole', USUAL_SHAPE, []],
    ['colour is never the only signal', shape(['number', 'set']), ['INT/EXT has to stand on it.']],
    ['INT/EXT may stand below', shape(['number', 'set'], ['intExt'], 40), []],
    ['the number leads', shape(['set', 'number', 'intExt']), ['The scene number stands first.']],
    ['once is enough', shape(['number', 'set', 'intExt'], ['set'], 40), ['Set stands on it twice.']],
    ['two lines need room', shape(['number', 'set', 'intExt'], ['cast'], 30), ['Two lines need a height of 38.']],
    [
      'nothing is nothing',
      shape([]),
      ['Scene number has to stand on it.', 'INT/EXT has to stand on it.', 'Set has to stand on it.'],
    ],
  ])('ST-2 %s', (_, of, wrong) => expect(wrongWith(of)).toEqual(wrong))

  test('ST-2 a field moves to the other line, which makes room for itself, and back off', () => {
    const below = placed(shape(['number', 'intExt', 'set', 'cast']), 'cast', 'lower')
    expect(below).toEqual(shape(['number', 'intExt', 'set'], ['cast'], 44))
    expect(placed(below, 'cast', null)).toEqual(shape(['number', 'intExt', 'set'], [], 44))
  })

  test('ST-2 a field steps along its line and stops at its ends', () => {
    const of = shape(['number', 'intExt', 'set'])
    expect(stepped(of, 'set', -1).upper).toEqual(['number', 'set', 'intExt'])
    expect(stepped(of, 'set', 1)).toEqual(of)
    expect(stepped(of, 'cast', 1)).toEqual(of)
  })

  test('ST-2 what was published before layouts shows the columns it said', () => {
    expect(shapeOfColumns(['synopsis', 'location', 'estimate'])).toEqual(USUAL_SHAPE)
    expect(shapeOfColumns(['scriptDay']).upper).toEqual([
      'number',
      'intExt',
      'set',
      'light',
      'scriptDay',
      'cast',
      'pages',
    ])
  })
})
