import { describe, expect, test } from 'vitest'
import { breakdownConcerns } from './breakdown.rules.ts'
import { doubtsIn, repeatedNumbers } from './doubts.rules.ts'
import { readFountain } from './formats/fountainReader.ts'
import { readShotList } from './formats/shotList.ts'
import { blocksOf, mentionsOf, screenTime, withoutOverlap } from './page.rules.ts'
import type { ElementId } from './scene.contract.ts'
import { totalOf } from './screens/scene.words.ts'
import { proposalsFor, titled } from './proposals.rules.ts'
import type { ProposalFacts } from './proposals.rules.ts'

const facts = (text: string, more: Partial<ProposalFacts> = {}): ProposalFacts => ({
  elements: readFountain(text).elements,
  known: [],
  present: new Set(),
  scenesOfElement: new Map(),
  sourceTags: [],
  dismissed: new Set(),
  ...more,
})
const quiltId = 'e1' as ElementId
const quilt = { id: quiltId, name: 'Quilt', aliases: ['bedspread'], category: 'set_dressing' }

describe('ST-11 candidates with a reason', () => {
  test('ST-11 cues, ages, capitals and words of departments, in the order of the page', () => {
    const text =
      'EXT. QUAY - NIGHT\n\nEDDA (78) and a storm lantern. A LONGCASE CLOCK.\n\nEDDA (O.S.)\nNo.\n\nShe slips.'
    expect(proposalsFor(facts(text)).map(({ name, category, reason }) => [name, category, reason])).toEqual([
      ['Edda', 'cast', 'speaks here'],
      ['Storm lantern', 'props', 'is handled'],
      ['Longcase Clock', 'props', 'in capitals'],
      ['Slips', 'stunts', 'may be a stunt'],
    ])
  })
  test('ST-11 what is tagged elsewhere is proposed by its name there, under any of its names', () => {
    const found = proposalsFor(
      facts('INT. A - DAY\n\nA bedspread on the floor.', {
        known: [quilt],
        scenesOfElement: new Map([[quiltId, ['7']]]),
      }),
    )
    expect(found).toMatchObject([
      { name: 'Quilt', category: 'set_dressing', elementId: quiltId, reason: 'tagged so in sc. 7' },
    ])
  })
  test('ST-11 a character in full is that character, not a prop; a thing of the same word is a thing', () => {
    const steel = { id: 'e2' as ElementId, name: 'Steel', aliases: [], category: 'cast' }
    const text = 'INT. A - DAY\n\nDICK STEEL opens the STEEL HATCH. A STEEL TRUNK waits.'
    const found = (present: ElementId[]) =>
      proposalsFor(facts(text, { known: [steel], present: new Set(present) })).map(({ name, category, elementId }) => [
        name,
        category,
        elementId,
      ])
    const things = [
      ['Steel Hatch', 'props', null],
      ['Steel Trunk', 'props', null],
    ]
    expect(found([])).toEqual([['Steel', 'cast', steel.id], ...things])
    expect(found([steel.id])).toEqual(things)
  })
  test('ST-11 what is on the sheet or dismissed is not proposed', () => {
    const text = 'INT. A - DAY\n\nA quilt and a lantern.'
    const found = proposalsFor(
      facts(text, { known: [quilt], present: new Set([quiltId]), dismissed: new Set(['lantern']) }),
    )
    expect(found).toEqual([])
  })
  test.each([
    ["MRS O'HARA", "Mrs O'Hara"],
    ['JO-ANN', 'Jo-Ann'],
    ["CHILD'S MOTHER", "Child's Mother"],
    ['McCoy', 'McCoy'],
    ['АННА', 'Анна'],
  ])('ST-11 %s is written %s', (name, expected) => expect(titled(name)).toBe(expected))
})

describe('ST-11 marks on the page', () => {
  const elements = readFountain('EXT. QUAY - NIGHT\n\nA storm lantern beside the lantern.\n\nJO\nLantern.').elements
  test('ST-11 longer names win, cues only name characters, and letters stay where they are', () => {
    const named = [
      { id: 'a', category: 'props', names: ['Lantern'] },
      { id: 'b', category: 'props', names: ['Storm lantern'] },
      { id: 'c', category: 'cast', names: ['Jo'] },
    ]
    const spans = withoutOverlap(mentionsOf(elements, named))
    expect(spans.map(({ key, element, from }) => [key, element, from]).sort()).toEqual([
      ['a', 1, 27],
      ['b', 1, 2],
      ['c', 2, 0],
    ])
    const [, action] = blocksOf(elements, spans)
    expect(action?.lines[0]?.pieces.map(({ text }) => text).join('')).toBe('A storm lantern beside the lantern.')
  })
  test.each([
    [1, '0:08'],
    [8, '1:00'],
    [11, '1:23'],
  ])('ST-11 %i eighths are %s on screen', (eighths, expected) => expect(screenTime(eighths)).toBe(expected))
})

describe('ST-9 doubtful lines', () => {
  const doubted = (text: string) => doubtsIn(readFountain(text)).map(({ line, suggestions }) => [line, suggestions[0]])
  test.each([
    ['INT. A - DAY\nShe waits.', [[1, 'heading']]],
    ['She waits.\nINT. A - DAY', [[1, 'heading']]],
    ['BOB\n\nHi.\n\nBOB\nYes.', [[1, 'character']]],
    ['SCANNING THE AISLES…\nWhere is it?', [[1, 'action']]],
    ['Han (O.S.)\nHello.', [[1, 'character']]],
    ['12 OMITTED', [[1, 'heading']]],
    ['!INT. NOT A HEADING', []],
    ['INT. A - DAY\n\nJO\nYes.', []],
  ])('ST-9 %j', (text, expected) => expect(doubted(text)).toEqual(expected))

  test('ST-8 a number used twice is kept and said', () => {
    const { elements } = readFountain('INT. A #9#\n\nINT. B #9A#\n\nINT. C #9#')
    expect(repeatedNumbers(elements).map(({ line }) => line)).toEqual([5])
  })
})

describe('ST-5 what a coordinator would notice', () => {
  const scene = (id: string, number: string, more = {}) => ({
    id: id as never,
    number,
    heading: 'INT. A',
    omitted: false,
    leftOut: false,
    ...more,
  })
  test('ST-5 numbers twice, scenes left out, a minor alone', () => {
    const kim = { id: 'k' as never, name: 'Kim', isMinor: true, links: [], scenes: ['a' as never] }
    const concerns = breakdownConcerns({
      productionId: 'p',
      scenes: [scene('a', '9'), scene('b', '9'), scene('c', '10', { omitted: true, leftOut: true })],
      elements: [kim, { ...kim, id: 't' as never, isMinor: false }],
    })
    expect(concerns.map(({ code, message }) => [code, message])).toEqual([
      ['script.number_twice', 'Scene number 9 is used twice'],
      ['script.left_out', 'Scene 10 is not in the newest draft'],
      ['script.minor_alone', 'Kim is a minor and brings nobody along'],
    ])
  })
})

describe('ST-9 shot lists and runs of show', () => {
  test.each([
    ['1. Interview with the baker (45 min)', '1', 'Interview with the baker', 45],
    ['Drone over the harbour', null, 'Drone over the harbour', null],
    ['12A: Logo on the wall', '12A', 'Logo on the wall', null],
  ])('ST-9 %s', (text, number, heading, minutes) =>
    expect(readShotList(text).rows[0]?.scene).toMatchObject({ number, heading, minutes }),
  )
  test('ST-9 columns in any order, with lengths as people write them', () => {
    const { rows } = readShotList(
      'Description,Duration,Segment,#\nOpening,0:05,Welcome,1\nTalk,1.5h,Keynote,2\nSting,30s,Logo,3\nQ,soon,Questions,4',
    )
    expect(rows.map(({ scene, problems }) => [scene?.number, scene?.heading, scene?.minutes, problems.length])).toEqual(
      [
        ['1', 'Welcome', 5, 0],
        ['2', 'Keynote', 90, 0],
        ['3', 'Logo', 1, 0],
        ['4', 'Questions', null, 1],
      ],
    )
  })
})

describe('ST-10 lengths in words', () => {
  const page = (eighths: number, omitted = false) => ({ kind: 'screenplay' as const, minutes: null, eighths, omitted })
  const entry = (minutes: number | null) => ({ kind: 'list' as const, minutes, eighths: 1, omitted: false })
  test.each([
    [[page(11), page(7), page(4, true)], '2 scenes, 2 2/8 pages'],
    [[page(3)], '1 scene, 3/8 page'],
    [[entry(10), entry(45)], '2 entries, 55 min'],
    [[page(8), entry(30)], '2 scenes, 1 page, 30 min'],
    [[entry(null)], '1 entry, 1/8 page'],
  ])('ST-10 case %#: %2$s', (scenes, expected) => expect(totalOf(scenes)).toBe(expected))
})
