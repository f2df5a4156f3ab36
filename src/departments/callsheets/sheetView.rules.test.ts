import { describe, expect, test } from 'vitest'
import { formatEighths } from '../../kernel/eighths.ts'
import { clockOf } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { CallSheetView, CopyList } from './callsheet.view.ts'
import type { Overrides } from './sheet.blocks.ts'
import { sampleBlocks, sampleFacts, samplePeople, sampleRows } from './sheet.samples.ts'
import { blockersOf, troublesOf, weekdayRefusal } from './sheetBlockers.rules.ts'
import { sheetChanges, withWas } from './sheetChanges.rules.ts'
import { copyFor } from './sheetCopies.rules.ts'
import { peopleOf, personalView, personalViews } from './sheetPersonal.rules.ts'
import { restOf, shortBy } from './sheetTurnaround.rules.ts'
import { sheetView } from './sheetView.rules.ts'

const by = (value: number | string) => ({ value, by: 'Bea Whitlock', at: '2026-05-12T16:00:00Z', reason: null })
const usScreen = { stepMinutes: 30, amounts: [25, 35], then: 50, currency: 'USD', source: 'US screen performers' }
const sheet = (overrides: Overrides = {}) => sheetView(sampleFacts(), sampleBlocks(), overrides)
const named = (view: CallSheetView, name: string) => peopleOf(view).find((person) => person.name === name)!
const clock = (minutes: number | null) => (minutes === null ? '—' : clockOf(minutes))

describe('CS-6 the sheet emerges from schedule, bookings and locations', () => {
  test('CS-6 every block is filled and fits what is promised over HTTP', () => {
    const view = sheet()
    expect(CallSheetView.parse(view)).toEqual(view)
    expect(view.header).toMatchObject({ dayLabel: 'Day 2 of 3', dateText: 'Wednesday 13 May 2026' })
    expect(view.cast.map((row) => [row.boardId, row.character])).toEqual([
      ['1', 'Mara'],
      ['2', 'The keeper'],
      ['3', 'Toma'],
    ])
    expect(view.crew.flatMap((group) => group.people)).toHaveLength(20)
    expect(view.keyPeople.map((key) => key.role)).toContain('Set medic')
    expect(view.background).toMatchObject([{ quantity: 6, description: 'Fishers in oilskins' }])
    expect(view.hospital?.name).toBe('Saltreach General Hospital')
    expect(view.pickups.map((pickup) => pickup.passenger)).toEqual(['Imogen Vale', 'Desmond Achterberg'])
  })

  test('CS-6 background is called as long before it is ready as the rules of call sheets say', () => {
    const [background] = sheetView(sampleFacts({ backgroundReadyMinutes: 75 }), sampleBlocks(), {}).background
    expect((background?.ready ?? 0) - (background?.call ?? 0)).toBe(75)
  })

  test('CS-6 2/8 + 1 3/8 + 5/8 prints 2 2/8', () => {
    const facts = sampleFacts()
    const view = sheetView({ ...facts, day: { ...facts.day, rows: sampleRows.slice(0, 3) } }, sampleBlocks(), {})
    expect(formatEighths(view.schedule.eighths)).toBe('2 2/8')
  })

  test('CS-5 times of the day: cast, departments, wraps', () => {
    const view = sheet()
    const mara = view.cast[0]!
    expect([mara.onSet, mara.makeup, mara.pickup!].map((it) => clock(it.minutes))).toEqual(['07:50', '06:35', '06:00'])
    expect(clock(named(view, 'Frank Ellery').call.minutes)).toBe('05:45')
    expect(clock(named(view, 'Dana Okafor').call.minutes)).toBe('06:25')
    expect(clock(named(view, 'Marta Lindgren').call.minutes)).toBe('07:30')
    expect(clock(view.times.cameraWrap.minutes)).toBe('15:20')
    expect(clock(view.times.crewWrap.minutes)).toBe('16:05')
  })

  test('CS-5 pulling the general call moves rows, cast and crew together', () => {
    const [before, after] = [sheet(), sheet({ 'times.generalCall': by(6 * 60 + 15) })]
    expect(after.schedule.rows[0]!.start).toBe(before.schedule.rows[0]!.start! - 30)
    for (const person of peopleOf(before)) {
      expect(named(after, person.name).call.minutes, person.name).toBe(person.call.minutes! - 30)
    }
  })

  test.each(['narrative', 'commercial', 'corporate'] as const)('CS-4 a %s sheet speaks its own words', (kind) => {
    const facts = sampleFacts()
    const view = sheetView({ ...facts, production: { ...facts.production, kind } }, sampleBlocks(), {})
    expect(view.words.unit).toBe({ narrative: 'Scene', commercial: 'Frame', corporate: 'Segment' }[kind])
  })
})

describe('CS-5 rest', () => {
  test.each([
    ['make-up call 06:50', '06:50', 20],
    ['exactly twelve hours', '07:10', 0],
    ['later', '07:11', 0],
  ])('CS-5 wrapped 19:10 with 12 h rest, %s is checked', (_, call, short) => {
    const rest = restOf({
      previousWrap: { at: '2026-05-12T18:10:00Z', label: 'wrap' },
      neededMinutes: 720,
      starts: Number(call.slice(0, 2)) * 60 + Number(call.slice(3)),
      onDate: '2026-05-13' as PlainDay,
      timeZone: sampleFacts().production.timeZone,
    })
    expect(shortBy(rest)).toBe(short)
    expect(clock(rest!.earliest)).toBe('07:10')
  })

  test('CS-5 a night when clocks go back gives a real hour more', () => {
    const rest = restOf({
      previousWrap: { at: '2026-10-24T21:00:00Z', label: 'wrap 22:00 BST' },
      neededMinutes: 540,
      starts: 6 * 60,
      onDate: '2026-10-25' as PlainDay,
      timeZone: sampleFacts().production.timeZone,
    })
    expect(rest!.restMinutes).toBe(9 * 60)
    expect(shortBy(rest)).toBe(0)
  })
})

describe('CS-7 what keeps a sheet from being ready', () => {
  test('CS-10 an empty hospital block blocks; it is never guessed', () => {
    const view = sheetView({ ...sampleFacts(), hospitalOf: {} }, sampleBlocks(), {})
    expect(view.hospital).toBeNull()
    expect(blockersOf(view).map((each) => each.code)).toEqual(['no_hospital'])
  })

  test('CS-7 nobody called and no general call block; on call is an answer', () => {
    const facts = sampleFacts()
    const empty = sheetView({ ...facts, people: [], day: { ...facts.day, call: null, rows: [] } }, sampleBlocks(), {})
    expect(blockersOf(empty).map((each) => each.code)).toEqual(['no_general_call', 'nobody_called'])
    const idle = { ...samplePeople[20]!, engagementId: 'idle', elementId: 'nowhere' }
    const uncalled = sheetView({ ...facts, people: [...samplePeople, idle] }, sampleBlocks(), {})
    expect(blockersOf(uncalled).map((each) => each.field)).toEqual(['person.idle.call'])
    const onCall = { 'person.idle.call': by('on_call') }
    expect(blockersOf(sheetView({ ...facts, people: [...samplePeople, idle] }, sampleBlocks(), onCall))).toEqual([])
  })

  test('CS-5 a forced call and a late lunch are said with what they cost', () => {
    const view = sheet({ 'times.lunch': by(13 * 60 + 15), 'times.latestLunch': by(13 * 60) })
    const said = troublesOf(view, usScreen).filter((each) => each.severity === 'warns')
    expect(said.map((each) => each.code)).toEqual(['forced_call', 'late_meal'])
    expect(said[0]!.message).toBe('Imogen Vale is 35 min short of 12 h rest (wrap of Tue 12 May, 19:10).')
    expect(said[1]!.message).toContain('1 part, 25 USD per performer')
    const unpaid = troublesOf(view, null).find(({ code }) => code === 'late_meal')!
    expect(unpaid.message, 'where no agreement says so').toMatch(/is 15 min late: it is due by 1.*\d\d\.$/)
  })

  test('CS-7 12 May 2026 written as a Monday is refused', () => {
    expect(weekdayRefusal('2026-05-12' as PlainDay, 'Monday')).toBe('12 May 2026 is a Tuesday, not a Monday.')
    expect(weekdayRefusal('2026-05-12' as PlainDay, 'Tue')).toBeUndefined()
  })
})

describe('CS-4 what each person is told', () => {
  test('CS-4 their own times, place and pick-up are to be confirmed, the rest is only told', () => {
    const mine = personalView(sheet(), named(sheet(), 'Imogen Vale').engagementId)!
    expect(Object.fromEntries(mine.mustConfirm.map((field) => [field.key, field.value]))).toEqual({
      call: '06:35',
      date: 'Wednesday 13 May 2026',
      report_to: 'Unit base, Ropewalk Yard, 3 Ropewalk, Saltreach',
      pickup: '06:00',
      pickup_from: 'Station Hotel',
      wardrobe: '07:20',
      on_set: '07:50',
    })
    expect(mine.told.map((field) => field.key)).toContain('lunch')
    expect(mine).toMatchObject({ copy: 'cast', callText: '06:35', position: 'Mara' })
  })

  test('CS-4 moving one person changes the personal sheet of that person alone', () => {
    const dana = named(sheet(), 'Dana Okafor').engagementId
    const [before, after] = [sheet(), sheet({ [`person.${dana}.call`]: by(360) })].map(personalViews)
    const touched = before!.filter((view, i) => JSON.stringify(view) !== JSON.stringify(after![i]))
    expect(before).toHaveLength(25)
    expect(touched.map((view) => view.name)).toEqual(['Dana Okafor'])
  })

  test('CS-7 a new lunch place changes nothing that must be confirmed', () => {
    const moved = sheetView(sampleFacts(), sampleBlocks({ lunchPlace: 'Harbour Hall' }), {})
    const [before, after] = [personalViews(sheet()), personalViews(moved)]
    expect(before.map((view) => view.mustConfirm)).toEqual(after.map((view) => view.mustConfirm))
    expect(sheetChanges(sheet(), moved)).toEqual([
      { key: 'lunchPlace', label: 'Lunch place', before: 'Sail loft', after: 'Harbour Hall' },
    ])
  })

  test('CS-4 the front page says that every call moved alike, and what each time was', () => {
    const after = withWas(sheet(), sheet({ 'times.generalCall': by(6 * 60 + 15) }))
    expect(clock(after.times.generalCall.was)).toBe('06:45')
    expect(after.changes).toContainEqual({ key: 'calls', label: 'Every call', before: '', after: '30 min earlier' })
  })
})

describe('CS-4 copies show what their readers may see', () => {
  const mobile = /07700 900/

  test.each([
    ['crew', true],
    ['full', false],
    ['cast', false],
    ['client', false],
    ['vendor', false],
    ['security', false],
    ['archive', true],
  ] as const)('CS-4 the %s copy has a crew phone column: %s', (list, phones) => {
    const { crew, cast, guests } = copyFor(sheet(), list)
    expect(mobile.test(JSON.stringify({ crew, cast, guests }))).toBe(phones)
  })

  test('CS-4 the client copy holds no mobile of the crew anywhere', () => {
    expect(JSON.stringify(copyFor(sheet(), 'client'))).not.toMatch(mobile)
  })

  test('CS-4 minors stand by first name on every copy but the archive and their own', () => {
    const kit = named(sheet(), 'Kit Marlow').engagementId
    let checked = 0
    for (const list of CopyList.options) {
      const text = JSON.stringify(copyFor(sheet(), list).cast)
      expect(text.includes('Kit Marlow'), list).toBe(list === 'archive')
      checked += 1
    }
    expect(checked).toBe(7)
    expect(copyFor(sheet(), 'cast', kit).cast.map((row) => row.name)).toEqual(['Kit Marlow'])
  })

  test('CS-4 cast see their own times only, and no home address but their own', () => {
    const mine = named(sheet(), 'Imogen Vale').engagementId
    const copy = copyFor(sheet(), 'cast', mine)
    expect(copy.cast.map((row) => row.name)).toEqual(['Imogen Vale'])
    expect(copy.crew).toEqual([])
    expect(JSON.stringify(copy)).not.toContain('Kit Marlow')
    expect(JSON.stringify(copyFor(sheet(), 'crew', mine))).not.toContain('14 Chapel Row')
  })
})
