import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { affectedBy, compareScenes } from './comparison.rules.ts'
import type { StandingScene } from './comparison.rules.ts'
import { differenceOf, mentions } from './difference.rules.ts'
import { readFountain } from './formats/fountainReader.ts'
import { measure } from './layout.rules.ts'
import { matchScenes, movedIn } from './revision.rules.ts'

const scene = (key: string, number: string | null, heading: string, text: string, omitted = false) => ({
  key,
  number,
  heading,
  text,
  omitted,
})

describe('ST-8 which old scene each new scene is', () => {
  const old = [
    scene('a', '1', 'INT. HALL - DAY', 'Jo waits by the door with a lamp.'),
    scene('b', '2', 'EXT. QUAY - NIGHT', 'The clock is lifted aboard while the band plays badly.'),
    scene('c', '3', 'INT. BOAT - NIGHT', 'Nobody speaks. The engine does.'),
  ]
  const matched = (next: ReturnType<typeof scene>[]) => matchScenes(old, next).map(({ oldKey }) => oldKey)

  test('ST-8 the same scenes in another order are the same scenes', () => {
    expect(matched([old[2]!, old[0]!, old[1]!])).toEqual(['c', 'a', 'b'])
  })
  test('ST-8 renumbered scenes are found by their words', () => {
    const next = [
      scene('0', '1', 'EXT. ROAD - DAY', 'A car passes and does not stop.'),
      ...old.map((one, at) => ({ ...one, number: String(at + 2) })),
    ]
    expect(matched(next)).toEqual([null, 'a', 'b', 'c'])
  })
  test('ST-8 a rewritten scene is found by its number and heading', () => {
    expect(matched([scene('0', '2', 'EXT. QUAY - NIGHT', 'Everything is different here now.')])).toEqual(['b'])
  })
  test('ST-8 OMITTED is the scene of its number', () => {
    const [match] = matchScenes(old, [scene('0', '2', 'OMITTED', '', true)])
    expect(match).toMatchObject({ oldKey: 'b', confidence: 'sure' })
  })
  test('ST-8 a heading alone is not enough', () => {
    expect(matched([scene('0', '9', 'INT. HALL - DAY', 'Two strangers argue about soup.')])).toEqual([null])
  })
  test.each([
    [[0, 1, 2, 3], []],
    [[0, 3, 1, 2], [3]],
    [[3, 0, 1, 2], [3]],
    [[1, 0], [1]],
  ])('ST-8 of %j moved %j', (order, moved) => expect([...movedIn(order)]).toEqual(moved))

  test('ST-8 180 rewritten scenes are matched, each with its own', () => {
    const source = readFileSync(join(import.meta.dirname, '../../../samples/scripts/the-tide-tables.fountain'), 'utf8')
    const { scenes } = measure(readFountain(source).elements)
    const standing = scenes.map(({ heading, elements, eighths }, at): StandingScene => ({
      id: `s${at}` as never,
      number: heading.number ?? null,
      heading: heading.text,
      eighths,
      omitted: false,
      elements: elements.slice(0, -1),
      sheet: [],
    }))
    const comparison = compareScenes(standing, scenes, [])
    expect(comparison.filter(({ sceneId, index }) => sceneId === `s${index}`)).toHaveLength(180)
  })
})

describe('ST-8 what changed inside a scene', () => {
  const elements = (text: string) => readFountain(text).elements
  test('ST-8 rewritten lines stand beside the ones they replace', () => {
    const before = elements('INT. HALL - DAY\n\nJo waits.\n\nJO\nNow.\n\nShe goes.')
    const after = elements('INT. HALL - DAY\n\nJo waits.\n\nMARA\nNot yet.\n\nShe goes.\n\nRain.')
    expect(differenceOf(before, after).map(({ change, before: old, after: now }) => [change, old, now])).toEqual([
      ['same', 'INT. HALL - DAY', 'INT. HALL - DAY'],
      ['same', 'Jo waits.', 'Jo waits.'],
      ['changed', 'JO', 'MARA'],
      ['changed', 'Now.', 'Not yet.'],
      ['same', 'She goes.', 'She goes.'],
      ['added', null, 'Rain.'],
    ])
  })
  test('ST-8 who and what is affected is said in sentences', () => {
    const standing: StandingScene[] = [
      {
        id: 'a' as never,
        number: '1',
        heading: 'INT. HALL - DAY',
        eighths: 1,
        omitted: false,
        elements: elements('INT. HALL - DAY #1#\n\nA quilt.\n\nJO\nNow.'),
        sheet: [
          { name: 'Quilt', names: ['Quilt'], isCast: false },
          { name: 'Jo', names: ['Jo'], isCast: true },
        ],
      },
      {
        id: 'b' as never,
        number: '2',
        heading: 'EXT. QUAY - DAY',
        eighths: 4,
        omitted: false,
        elements: [],
        sheet: [{ name: 'Jo', names: ['Jo'], isCast: true }],
      },
    ]
    const { scenes } = measure(elements('INT. HALL - DAY #1#\n\nNothing.\n\nMARA\nNow.'))
    expect(affectedBy(compareScenes(standing, scenes, []))).toEqual([
      'MARA is now in scene 1.',
      'JO no longer speaks in scene 1.',
      'Quilt is on the sheet of scene 1, but no longer in its text.',
      'Jo is on the sheet of scene 1, but no longer in its text.',
      'Scene 2 is not in the new draft; it stays as omitted until you decide.',
      'Jo loses scene 2.',
    ])
  })
  test.each([
    ['A KEY turns.', 'key', true],
    ['A monkey.', 'key', false],
    ['Письмо лежит.', 'письмо', true],
  ])('ST-8 %s mentions %s: %s', (text, name, expected) => expect(mentions(text, name)).toBe(expected))
})
