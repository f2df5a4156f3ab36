import type { PlainDay, WallTime } from '../../kernel/time.ts'
import type { BoardReportFacts, DayFacts, ElementFacts, StripFacts } from './board.facts.ts'

/** A small invented production for the tests: three shooting days over a weekend, one split scene, one omitted. */
const strip = (more: Partial<StripFacts>): StripFacts => ({
  kind: 'scene',
  sceneId: more.number ?? null,
  number: '',
  intExt: 'INT',
  setName: '',
  timeOfDay: 'DAY',
  synopsis: '',
  scriptDay: '1',
  tone: 'int_day',
  eighths: 8,
  cast: [],
  place: '',
  start: null,
  minutes: null,
  title: '',
  ...more,
})

const banner = (title: string, start: string, minutes: number): StripFacts =>
  strip({
    kind: 'banner',
    sceneId: null,
    title,
    start: start as WallTime,
    minutes,
    tone: 'banner',
    intExt: '',
    timeOfDay: '',
    eighths: 0,
  })

const shootDay = (onDate: string, number: number, strips: StripFacts[], more: Partial<DayFacts> = {}): DayFacts => ({
  onDate: onDate as PlainDay,
  isShoot: true,
  kind: 'shoot',
  typeText: 'Shoot',
  unit: 'Main unit',
  number,
  of: 3,
  call: '07:00' as WallTime,
  wrap: '17:30' as WallTime,
  eighths: strips.reduce((sum, it) => sum + (it.tone === 'omitted' ? 0 : it.eighths), 0),
  sceneCount: strips.filter((it) => it.kind === 'scene' && it.tone !== 'omitted').length,
  castCount: new Set(strips.flatMap((it) => it.cast)).size,
  places: [],
  note: '',
  strips,
  ...more,
})

const element = (id: string, category: string, name: string, more: Partial<ElementFacts> = {}): ElementFacts => ({
  id,
  category,
  name,
  number: '',
  playedBy: '',
  note: '',
  allowHold: true,
  allowDrop: false,
  minDropDays: 10,
  ...more,
})

export const sampleFacts: BoardReportFacts = {
  fields: ['number', 'intExt', 'set', 'light', 'synopsis', 'cast', 'pages', 'location', 'estimate'],
  days: [
    shootDay('2026-06-05', 1, [
      strip({
        number: '1',
        setName: 'FERRY DECK',
        intExt: 'EXT',
        tone: 'ext_day',
        synopsis: 'Maren waits for the last boat',
        eighths: 11,
        cast: ['1', '2'],
        place: 'Pier 2',
        start: '08:00' as WallTime,
      }),
      banner('Lunch', '12:00', 60),
      strip({
        number: '4 (1 of 2)',
        sceneId: '4',
        setName: 'WHEELHOUSE',
        intExt: 'INT',
        tone: 'int_night',
        timeOfDay: 'NIGHT',
        synopsis: 'The engine stops',
        eighths: 5,
        cast: ['1'],
        place: 'Pier 2',
        start: '13:00' as WallTime,
      }),
    ]),
    shootDay('2026-06-08', 2, [
      strip({
        number: '4 (2 of 2)',
        sceneId: '4',
        setName: 'WHEELHOUSE',
        tone: 'int_night',
        timeOfDay: 'NIGHT',
        synopsis: 'The engine stops',
        eighths: 4,
        cast: ['1'],
        place: 'Pier 2',
        start: '08:00' as WallTime,
      }),
      strip({ number: '2', tone: 'omitted', setName: 'QUAY', eighths: 3 }),
    ]),
    shootDay('2026-06-09', 3, [
      strip({
        number: '3',
        setName: 'KITCHEN',
        synopsis: 'Bread; nobody speaks #first $x$',
        eighths: 16,
        cast: ['2'],
        place: 'Cottage',
        start: '08:00' as WallTime,
      }),
    ]),
    shootDay('2026-06-10', 0, [], {
      isShoot: false,
      kind: 'travel',
      typeText: 'Travel',
      number: null,
      call: null,
      wrap: null,
      note: 'Train home',
    }),
  ],
  elements: [
    element('maren', 'cast', 'Maren', { number: '1', playedBy: 'Imogen Vale' }),
    element('olaf', 'cast', 'Olaf', { number: '2', playedBy: '' }),
    element('lamp', 'props', 'Storm lamp', { note: 'Two needed for continuity' }),
    element('boat', 'vehicles', 'Ferry'),
  ],
  needs: [
    { sceneId: '1', elementId: 'maren', quantity: 1, note: '' },
    { sceneId: '1', elementId: 'olaf', quantity: 1, note: '' },
    { sceneId: '4', elementId: 'maren', quantity: 1, note: '' },
    { sceneId: '3', elementId: 'olaf', quantity: 1, note: '' },
    { sceneId: '4', elementId: 'lamp', quantity: 2, note: 'lit' },
    { sceneId: '1', elementId: 'boat', quantity: 1, note: '' },
  ],
  categories: [
    { key: 'cast', label: 'Cast' },
    { key: 'props', label: 'Props' },
    { key: 'vehicles', label: 'Vehicles' },
  ],
  sceneEighths: new Map([
    ['1', 11],
    ['3', 16],
    ['4', 9],
  ]),
  sceneNumbers: new Map([
    ['1', '1'],
    ['3', '3'],
    ['4', '4'],
  ]),
  events: [{ elementId: 'olaf', date: '2026-06-04' as PlainDay, kind: 'fitting' }],
}
