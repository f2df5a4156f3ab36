import { sunTimes } from '../../kernel/sun.ts'
import { minuteOf } from '../../kernel/time.ts'
import type { PlainDay, WallTime, ZoneName } from '../../kernel/time.ts'
import type { Place } from './callsheet.view.ts'
import type { Blocks } from './sheet.blocks.ts'
import type { PersonFacts, RevisionColour, RowFacts, SheetFacts } from './sheet.facts.ts'
import { blocksFor } from './sheetDefaults.rules.ts'

/**
 * An invented shooting day for tests: a commercial on a harbour, with a minor, a forced call and names in four scripts.
 */

/** The usual order of revision paper. */
export const usualRevisionColours: RevisionColour[] = [
  { name: 'White', fill: '#ffffff' },
  { name: 'Blue', fill: '#cfe3fa' },
  { name: 'Pink', fill: '#f9d3df' },
  { name: 'Yellow', fill: '#fdf0a9' },
  { name: 'Green', fill: '#cfecd2' },
  { name: 'Goldenrod', fill: '#f6d27a' },
  { name: 'Buff', fill: '#f3dfc1' },
  { name: 'Salmon', fill: '#f9c3b0' },
  { name: 'Cherry', fill: '#f2a7b0' },
]

const at = (text: string) => minuteOf(text as WallTime)
const zone = 'Europe/London' as ZoneName
const onDate = '2026-05-13' as PlainDay

const place = (id: string, number: string, name: string, address: string, more: Partial<Place> = {}): Place => ({
  id,
  number,
  name,
  address,
  mapUrl: null,
  latitude: 51.361,
  longitude: 1.024,
  gateCode: null,
  parking: null,
  basecamp: null,
  loadIn: null,
  holding: null,
  contact: null,
  notes: null,
  ...more,
})

const samplePlaces: Place[] = [
  place('l1', '1', 'Unit base, Ropewalk Yard', '3 Ropewalk, Saltreach', {
    gateCode: '4471',
    parking: 'Ropewalk Yard, left of the crane',
    holding: 'Sail loft, first floor',
    basecamp: 'Ropewalk Yard',
  }),
  place('l2', '2', 'Lighthouse pier', 'End of Pier Road, Saltreach', { loadIn: 'By the slipway, one van at a time' }),
  place('l3', '3', 'Net loft', '9 Quay Street, Saltreach'),
]

const row = (
  id: string,
  kind: RowFacts['kind'],
  start: string,
  minutes: number,
  more: Partial<RowFacts> = {},
): RowFacts => ({
  id,
  kind,
  start: at(start),
  minutes,
  number: '',
  intExt: '',
  bucket: null,
  time: '',
  set: '',
  text: '',
  scriptDay: '',
  castElementIds: [],
  castLabels: [],
  eighths: null,
  locationId: null,
  note: '',
  ...more,
})

const scene = (
  number: string,
  start: string,
  minutes: number,
  { cast, ...more }: { set: string; text: string; cast: string[] } & Partial<RowFacts>,
): RowFacts =>
  row(`s${number}`, 'scene', start, minutes, {
    number,
    intExt: 'EXT',
    bucket: 'day',
    time: 'DAY',
    scriptDay: '1',
    castElementIds: cast.map((id) => `e${id}`),
    castLabels: cast,
    eighths: 3,
    locationId: 'l2',
    ...more,
  })

export const sampleRows: RowFacts[] = [
  scene('4', '08:00', 60, {
    set: 'LIGHTHOUSE PIER',
    text: 'Mara carries the lamp glass along the wet boards',
    cast: ['1'],
    eighths: 2,
    note: 'Crane',
  }),
  scene('5', '09:00', 55, {
    set: 'LIGHTHOUSE PIER',
    text: 'Toma runs ahead; gulls lift all at once',
    cast: ['1', '3'],
    eighths: 11,
    note: 'Gull wrangler',
  }),
  scene('7', '09:55', 50, { set: 'SLIPWAY', text: 'The keeper waves them in', cast: ['1', '2'], eighths: 5 }),
  row('m1', 'move', '10:45', 30, { text: 'Company move to location 3, Net loft' }),
  scene('9', '11:15', 60, {
    set: 'NET LOFT',
    text: 'Hands pack the glass in wool',
    cast: ['1', '2'],
    intExt: 'INT',
    locationId: 'l3',
    note: 'Haze',
  }),
  row('l1', 'meal', '12:15', 60, { text: 'Lunch, 1 hour' }),
  scene('10', '13:15', 70, {
    set: 'NET LOFT',
    text: 'Toma falls asleep among the nets',
    cast: ['3'],
    intExt: 'INT',
    locationId: 'l3',
  }),
  scene('12', '14:25', 55, {
    set: 'NET LOFT',
    text: 'The lamp burns for the first time',
    cast: ['1', '2', '3'],
    intExt: 'INT',
    bucket: 'night',
    time: 'NIGHT',
    locationId: 'l3',
    note: 'Playback',
  }),
]

const usualOffsets: Record<string, number> = {
  Locations: -60,
  Transport: -45,
  'Make-up and hair': -30,
  Client: 45,
  Agency: 45,
}

let sort = 0
const person = (
  department: string,
  position: string,
  name: string,
  phone: string | null,
  more: Partial<PersonFacts> = {},
): PersonFacts => {
  sort += 1
  return {
    engagementId: `p${sort}`,
    personId: null,
    name,
    position,
    department: { id: department, name: department, sort: Math.ceil(sort / 3), offset: usualOffsets[department] ?? 0 },
    kind: 'crew',
    sort,
    minor: false,
    phone: phone === null ? null : `07700 900 ${phone}`,
    offsetMinutes: null,
    elementId: null,
    boardId: '',
    character: '',
    dayCode: '',
    makeupMinutes: 0,
    wardrobeMinutes: 0,
    pickupFrom: null,
    driveMinutes: null,
    previousWrap: null,
    ...more,
  }
}

const cast = (
  boardId: string,
  character: string,
  name: string,
  dayCode: string,
  more: Partial<PersonFacts>,
): PersonFacts =>
  person('Cast', character, name, `3${boardId}0`, {
    kind: 'cast',
    boardId,
    character,
    dayCode,
    elementId: `e${boardId}`,
    makeupMinutes: 45,
    wardrobeMinutes: 15,
    ...more,
  })

export const samplePeople: PersonFacts[] = [
  person('Production', 'Producer', 'Ruth Calloway', '101'),
  person('Production', 'Production manager', 'Tomasz Wren', '112', { offsetMinutes: -30 }),
  person('Production', 'Production coordinator', 'Priya Nandakumar', '123', { offsetMinutes: -30 }),
  person('Direction', 'Director', 'Ines Maldonado', '205'),
  person('Direction', '1st AD', 'Callum Reyes', '134', { offsetMinutes: -30 }),
  person('Direction', '2nd AD', 'Bea Whitlock', '145', { offsetMinutes: -30 }),
  person('Camera', 'Director of photography', 'Anders Kvist', '210'),
  person('Camera', '1st AC', 'Никола Петров', '212', { offsetMinutes: -20 }),
  person('Camera', '2nd AC', 'Dana Okafor', '214', { offsetMinutes: -20 }),
  person('Camera', 'DIT', '佐藤 花', '215'),
  person('Sound', 'Sound mixer', 'Yusuf Kaya', '241'),
  person('Electric', 'Gaffer', 'Sinéad Roche', '231', { offsetMinutes: -15 }),
  person('Electric', 'Electrician', '王小明', '232', { offsetMinutes: -15 }),
  person('Art and product', 'Production designer', 'Greta Holm', '251', { offsetMinutes: -30 }),
  person('Make-up and hair', 'Make-up artist', 'Carmen Ruiz', '261'),
  person('Make-up and hair', 'Make-up assistant', 'Jade Okonjo', '262'),
  person('Locations', 'Location manager', 'Frank Ellery', '156'),
  person('Transport', 'Transport captain', 'Gil Amador', '167'),
  person('Transport', 'Driver', 'Hana Sato', '281'),
  person('Medical and safety', 'Set medic', 'Aoife Brennan', '178', { offsetMinutes: -30 }),
  cast('1', 'Mara', 'Imogen Vale', 'W', {
    pickupFrom: 'Station Hotel',
    driveMinutes: 30,
    previousWrap: { at: '2026-05-12T18:10:00Z', label: 'wrap of Tue 12 May, 19:10' },
  }),
  cast('2', 'The keeper', 'Desmond Achterberg', 'SWF', { pickupFrom: '14 Chapel Row', driveMinutes: 35 }),
  cast('3', 'Toma', 'Kit Marlow', 'SW', { minor: true, makeupMinutes: 10 }),
  person('Client', 'Brand director', 'Marta Lindgren', '401', { kind: 'client' }),
  person('Agency', 'Agency producer', 'Nell Farrow', '402', { kind: 'agency' }),
]

export const sampleFacts = (more: Partial<SheetFacts> = {}): SheetFacts => ({
  production: {
    code: 'HLT26',
    title: 'Harbour Light',
    kind: 'commercial',
    company: 'Harbour Lane Pictures',
    client: 'Skerry Lamps',
    agency: 'Oddfellow & Pine',
    job: 'HLP-2611',
    timeZone: zone,
    paper: 'a4',
    hourCycle: 'h23',
    dailyRestMinutes: 720,
    revisionColours: usualRevisionColours,
  },
  sheet: { unit: 'Main unit', variant: '', onDate },
  day: { number: 2, count: 3, type: 'shoot', onDate, call: at('06:45'), note: '', rows: sampleRows },
  people: samplePeople,
  places: samplePlaces,
  hospitalOf: {
    l1: {
      name: 'Saltreach General Hospital',
      address: '22 Infirmary Road, Saltreach',
      phone: '01632 960 199',
      distanceKm: 7.4,
      driveMinutes: 13,
      note: 'A&E, open 24 h',
    },
  },
  emergencyNumber: '999',
  background: [{ id: 'bg1', name: 'Fishers in oilskins', quantity: 6, rowIds: ['s7'] }],
  backgroundReadyMinutes: 45,
  requirements: [
    { id: 'props', title: 'Props', text: 'Lamp glass × 3, wool, crates (9, 10)' },
    { id: 'animals', title: 'Animals', text: 'Gulls, with wrangler (5)' },
    { id: 'special_effects', title: 'Special effects', text: 'Haze (9)' },
  ],
  advance: [
    {
      number: 3,
      count: 3,
      type: 'shoot',
      onDate: '2026-05-14' as PlainDay,
      call: at('08:00'),
      note: '',
      rows: [
        scene('14', '09:15', 75, {
          set: 'LAMP ROOM',
          text: 'Glass through rain, 120 fps',
          cast: ['1'],
          intExt: 'INT',
          locationId: 'l3',
        }),
      ],
    },
  ],
  sun: { ...sunTimes({ latitude: 51.361, longitude: 1.024 }, onDate, zone), place: 'Unit base, Ropewalk Yard' },
  revision: { number: 1, issuedAt: null, issuedText: 'not issued yet', preliminary: false },
  ...more,
})

export const sampleBlocks = (more: Partial<Blocks> = {}): Blocks => ({
  ...blocksFor('commercial'),
  reportToLocationId: 'l1',
  lunchPlace: 'Sail loft',
  officePhone: '020 7946 0182',
  weather: {
    text: 'Bright, cloud from 13:00, rain from 16:00',
    highC: 15,
    lowC: 8,
    precipitationPercent: 80,
    wind: 'SW 18 km/h',
    gustKmh: 34,
    humidityPercent: 74,
    uv: 5,
    source: 'Coast station',
    forecastAt: 'Tue 17:45',
  },
  ...more,
})
