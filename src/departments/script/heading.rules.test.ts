import { describe, expect, test } from 'vitest'
import { bucketsOf, opensLikeHeading, parseHeading } from './heading.rules.ts'

describe('ST-9 scene headings taken apart', () => {
  test.each([
    ["INT. JO'S FLAT - KITCHEN - NIGHT", 'int', "JO'S FLAT - KITCHEN", 'NIGHT', null],
    ['EXT. HOUSE - DAY (1979)', 'ext', 'HOUSE', 'DAY', '1979'],
    ['INT./EXT. CAR – DUSK', 'int_ext', 'CAR', 'DUSK', null],
    ['EXT/INT. CAR — DAY', 'int_ext', 'CAR', 'DAY', null],
    ['I/E CAR - LATER', 'int_ext', 'CAR', 'LATER', null],
    ['EST. CITY', 'ext', 'CITY', null, null],
    ['INT - HOUSE - DAY', 'int', 'HOUSE', 'DAY', null],
    ['INT. HOTEL - LOBBY', 'int', 'HOTEL - LOBBY', null, null],
    ['EXT. FIELD - MAGIC HOUR', 'ext', 'FIELD', 'MAGIC HOUR', null],
    ['INT. HALL - MOMENTS LATER', 'int', 'HALL', 'MOMENTS LATER', null],
    ['INT. HALL - NIGHT - CONTINUOUS', 'int', 'HALL', 'NIGHT - CONTINUOUS', null],
    ['EXT. DOCK - EARLY MORNING', 'ext', 'DOCK', 'EARLY MORNING', null],
    ['OPENING TITLES', null, 'OPENING TITLES', null, null],
    ['ИНТ. КУХНЯ - НОЧЬ', 'int', 'КУХНЯ', 'НОЧЬ', null],
    ['外景。港の桟橋 - 夕方', 'ext', '港の桟橋', '夕方', null],
    ['INT。 医院-天', 'int', '医院', '天', null],
  ])('ST-9 %s', (written, intExt, place, timeOfDay, note) =>
    expect(parseHeading(written)).toMatchObject({ intExt, place, timeOfDay, note }),
  )

  test.each([
    ['INT. HALL', true],
    ['ext. hall', true],
    ['I./E. HALL', true],
    ['INTERIOR HALL', false],
    ['ESTABLISHING', false],
    ['INT.', false],
    ['...later', false],
  ])('ST-9 %s opens like a heading: %s', (line, expected) => expect(opensLikeHeading(line)).toBe(expected))

  test('ST-9 CONTINUOUS, LATER and SAME take the light of the scene before; no time is no light', () => {
    const headings = [
      'INT. A - CONTINUOUS',
      'EXT. B - EVENING',
      'INT. C - CONTINUOUS',
      'INT. D',
      'EXT. E - SAME',
      'EXT. F - DAWN',
      'EXT. G - LATER',
    ]
    expect(bucketsOf(headings.map(parseHeading))).toEqual([
      null,
      'night',
      'night',
      null,
      'night',
      'dawn_dusk',
      'dawn_dusk',
    ])
  })
})
