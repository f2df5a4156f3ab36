import type { Blocks, Timing } from '../sheet.blocks.ts'

/** One field of a block's form. `when` is a time of the shooting day, `length` minutes, `yes` 1 or 0. */
export interface BlockField {
  name: string
  label: string
  kind: 'text' | 'long' | 'number' | 'when' | 'length' | 'yes'
  hint?: string
}

export type Values = Record<string, string | number | null>

/** How a block of the sheet is edited: one record, or a list of them. */
export interface BlockForm {
  title: string
  about: string
  /** The word of one entry, where there are several: *vehicle*. */
  many?: string
  fields: BlockField[]
  read: (blocks: Blocks) => Values[]
  write: (values: Values[], blocks: Blocks) => Partial<Blocks>
}

const text = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value)
const whole = (value: string | number | null | undefined): number | null =>
  typeof value === 'number' ? Math.round(value) : null
const given = (value: string | number | null | undefined, usual: number): number => whole(value) ?? usual
const number = (value: string | number | null | undefined): number | null => (typeof value === 'number' ? value : null)
const idOf = (values: Values): string => text(values['id']) || crypto.randomUUID()
const said = (values: Values, ...names: string[]): boolean => names.some((name) => text(values[name]).trim() !== '')

const weather: BlockForm = {
  title: 'Weather',
  about: 'Typed in, with where it comes from and when it was read.',
  fields: [
    { name: 'text', label: 'Forecast', kind: 'long' },
    { name: 'highC', label: 'High, °C', kind: 'number' },
    { name: 'lowC', label: 'Low, °C', kind: 'number' },
    { name: 'precipitationPercent', label: 'Rain, %', kind: 'number' },
    { name: 'wind', label: 'Wind', kind: 'text', hint: 'SW 18 km/h' },
    { name: 'gustKmh', label: 'Gusts, km/h', kind: 'number' },
    { name: 'humidityPercent', label: 'Humidity, %', kind: 'number' },
    { name: 'uv', label: 'UV', kind: 'number' },
    { name: 'source', label: 'Source', kind: 'text' },
    { name: 'forecastAt', label: 'Read at', kind: 'text', hint: 'Tue 17:45' },
  ],
  read: ({ weather: it }) => [{ ...it }],
  write: ([it = {}]) => ({
    weather: !said(it, 'text', 'highC', 'wind')
      ? null
      : {
          text: text(it['text']),
          highC: number(it['highC']),
          lowC: number(it['lowC']),
          precipitationPercent: whole(it['precipitationPercent']),
          wind: text(it['wind']),
          gustKmh: whole(it['gustKmh']),
          humidityPercent: whole(it['humidityPercent']),
          uv: whole(it['uv']),
          source: text(it['source']),
          forecastAt: text(it['forecastAt']),
        },
  }),
}

const safety: BlockForm = {
  title: 'Safety and hospital',
  about: 'The hospital stands on its location; typed here it holds for this sheet only. Ring before you print it.',
  fields: [
    { name: 'hospital', label: 'Hospital', kind: 'text' },
    { name: 'address', label: 'Address', kind: 'text' },
    { name: 'phone', label: 'Phone', kind: 'text' },
    { name: 'distanceKm', label: 'Distance, km', kind: 'number' },
    { name: 'driveMinutes', label: 'Drive, minutes', kind: 'number' },
    { name: 'hospitalNote', label: 'Note', kind: 'text', hint: 'A&E, open 24 h' },
    { name: 'emergencyNumber', label: 'Emergency number', kind: 'text' },
    { name: 'police', label: 'Police, not urgent', kind: 'text' },
    { name: 'fire', label: 'Fire', kind: 'text' },
    { name: 'urgentCare', label: 'Urgent care', kind: 'text' },
    { name: 'hotline', label: 'Safety hotline', kind: 'text' },
    { name: 'meetingAt', label: 'Safety meeting', kind: 'when' },
    { name: 'meetingPlace', label: 'Where', kind: 'text' },
    { name: 'hazards', label: 'Hazards of the day', kind: 'long' },
  ],
  read: ({ safety: { hospital, ...it } }) => [
    {
      ...it,
      hospital: hospital?.name ?? '',
      address: hospital?.address ?? '',
      phone: hospital?.phone ?? '',
      distanceKm: hospital?.distanceKm ?? null,
      driveMinutes: hospital?.driveMinutes ?? null,
      hospitalNote: hospital?.note ?? '',
    },
  ],
  write: ([it = {}]) => ({
    safety: {
      hospital: !said(it, 'hospital')
        ? null
        : {
            name: text(it['hospital']),
            address: text(it['address']),
            phone: text(it['phone']),
            distanceKm: number(it['distanceKm']),
            driveMinutes: whole(it['driveMinutes']),
            note: text(it['hospitalNote']),
          },
      urgentCare: text(it['urgentCare']),
      police: text(it['police']),
      fire: text(it['fire']),
      emergencyNumber: text(it['emergencyNumber']),
      hotline: text(it['hotline']),
      hazards: text(it['hazards']),
      meetingAt: whole(it['meetingAt']),
      meetingPlace: text(it['meetingPlace']),
    },
  }),
}

const minutesField = (name: keyof Timing, label: string): BlockField => ({ name, label, kind: 'length' })

const timing: BlockForm = {
  title: 'Timing of this sheet',
  about: 'What call times are counted with. Changing one moves every time that hangs on it.',
  fields: [
    minutesField('rehearsalLead', 'Rehearsal before the first scene'),
    minutesField('baseToSet', 'Base to set'),
    minutesField('readyBuffer', 'Ready buffer'),
    minutesField('load', 'Loading at pick-up'),
    minutesField('firstSetup', 'First set-up, without a schedule'),
    minutesField('wrap', 'Crew wrap after camera'),
    { name: 'chairs', label: 'Make-up chairs', kind: 'number' },
    minutesField('mealAfter', 'Meal within'),
    minutesField('mealMinutes', 'Meal lasts'),
    minutesField('breakfastBefore', 'Breakfast opens before general call'),
    {
      name: 'paidBreakfastUntil',
      label: 'Paid breakfast ends',
      kind: 'when',
      hint: 'Re-sets the meal clock of early calls',
    },
    { name: 'sparePercent', label: 'Spare plates, %', kind: 'number' },
  ],
  read: ({ timing: { pickupStartsWork: _pickup, ...it } }) => [it],
  write: ([it = {}], { timing: now }) => ({
    timing: {
      ...now,
      rehearsalLead: given(it['rehearsalLead'], 0),
      baseToSet: given(it['baseToSet'], 0),
      readyBuffer: given(it['readyBuffer'], 0),
      load: given(it['load'], 0),
      firstSetup: given(it['firstSetup'], now.firstSetup),
      wrap: given(it['wrap'], now.wrap),
      chairs: given(it['chairs'], 1),
      mealAfter: given(it['mealAfter'], now.mealAfter),
      mealMinutes: given(it['mealMinutes'], now.mealMinutes),
      breakfastBefore: whole(it['breakfastBefore']),
      paidBreakfastUntil: whole(it['paidBreakfastUntil']),
      sparePercent: given(it['sparePercent'], 0),
    },
  }),
}

const single = (title: string, about: string, fields: BlockField[]): BlockForm => ({
  title,
  about,
  fields,
  read: (blocks) => [
    Object.fromEntries(
      fields.map(({ name, kind }) => [
        name,
        kind === 'yes' ? Number(blocks[name as 'frames'] === true) : blocks[name as 'caterer'],
      ]),
    ),
  ],
  write: ([it = {}]) =>
    Object.fromEntries(
      fields.map(({ name, kind }) => [
        name,
        kind === 'yes' ? it[name] === 1 : kind === 'number' ? given(it[name], 0) : text(it[name]),
      ]),
    ),
})

const titled = (name: 'notices' | 'extras', title: string, about: string): BlockForm => ({
  title,
  about,
  many: name === 'notices' ? 'notice' : 'block',
  fields: [
    { name: 'title', label: 'Heading', kind: 'text' },
    { name: 'text', label: 'Text', kind: 'long' },
  ],
  read: (blocks) => blocks[name].map((it) => ({ ...it })),
  write: (values) => ({
    [name]: values
      .filter((it) => said(it, 'title', 'text'))
      .map((it) => ({ id: idOf(it), title: text(it['title']), text: text(it['text']) })),
  }),
})

const vehicles: BlockForm = {
  title: 'Vehicles',
  about: 'What stands where, and who drives it.',
  many: 'vehicle',
  fields: [
    { name: 'unit', label: 'Unit', kind: 'text' },
    { name: 'vehicle', label: 'Vehicle', kind: 'text' },
    { name: 'driver', label: 'Driver', kind: 'text' },
    { name: 'call', label: 'Call', kind: 'when' },
    { name: 'place', label: 'Place', kind: 'text' },
  ],
  read: ({ vehicles: list }) => list.map((it) => ({ ...it })),
  write: (values) => ({
    vehicles: values
      .filter((it) => said(it, 'unit', 'vehicle'))
      .map((it) => ({
        id: idOf(it),
        unit: text(it['unit']),
        vehicle: text(it['vehicle']),
        driver: text(it['driver']),
        call: whole(it['call']),
        place: text(it['place']),
      })),
  }),
}

const background: BlockForm = {
  title: 'Background typed in',
  about: 'Beside what the breakdown asks for. Each line is a group that comes together.',
  many: 'group',
  fields: [
    { name: 'quantity', label: 'How many', kind: 'number' },
    { name: 'description', label: 'Description', kind: 'text' },
    { name: 'reportTo', label: 'Report to', kind: 'text' },
    { name: 'call', label: 'Call', kind: 'when' },
    { name: 'ready', label: 'Ready', kind: 'when' },
    { name: 'onSet', label: 'On set', kind: 'when' },
    { name: 'remarks', label: 'Remarks', kind: 'text' },
  ],
  read: ({ background: list }) => list.map((it) => ({ ...it })),
  write: (values) => ({
    background: values
      .filter((it) => said(it, 'description'))
      .map((it) => ({
        id: idOf(it),
        quantity: given(it['quantity'], 1),
        description: text(it['description']),
        reportTo: text(it['reportTo']),
        call: whole(it['call']),
        ready: whole(it['ready']),
        onSet: whole(it['onSet']),
        remarks: text(it['remarks']),
      })),
  }),
}

const channels: BlockForm = {
  title: 'Radio channels',
  about: 'The first is the one for emergencies.',
  many: 'channel',
  fields: [
    { name: 'number', label: 'Channel', kind: 'text' },
    { name: 'use', label: 'Who talks on it', kind: 'text' },
  ],
  read: ({ channels: list }) => list.map((it) => ({ ...it })),
  write: (values) => ({
    channels: values
      .filter((it) => said(it, 'number'))
      .map((it) => ({ number: text(it['number']), use: text(it['use']) })),
  }),
}

export const blockForms: Record<string, BlockForm> = {
  weather,
  safety,
  timing,
  vehicles,
  background,
  channels,
  notices: titled('notices', 'Notices', 'What everybody should read.'),
  extras: titled('extras', 'For today', 'What this kind of shoot adds. Empty ones are not printed.'),
  catering: single('Catering', 'Counts come from who is called.', [
    { name: 'lunchPlace', label: 'Lunch place', kind: 'text' },
    { name: 'caterer', label: 'Caterer', kind: 'text' },
    { name: 'diets', label: 'Diets', kind: 'long', hint: 'vegetarian 4, vegan 2' },
  ]),
  schedule: single('Schedule and advance', 'The strips come from the board.', [
    { name: 'scheduleNote', label: 'Note above the schedule', kind: 'text', hint: 'Low water 08:55' },
    {
      name: 'frames',
      label: 'Storyboard frames beside the scenes',
      kind: 'yes',
      hint: 'On paper and on the phone page',
    },
    { name: 'advanceDays', label: 'Days of advance schedule', kind: 'number', hint: '0 to 3' },
    { name: 'advanceNote', label: 'Note on the advance', kind: 'text' },
    { name: 'officePhone', label: 'Phone of the production office', kind: 'text' },
  ]),
}
