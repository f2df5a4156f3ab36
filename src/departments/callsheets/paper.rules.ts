import { formatEighths } from '../../kernel/eighths.ts'
import type { DayMinute } from '../../kernel/time.ts'
import type { CallSheetView, CopyList, PersonalView, Place, ScheduleRow, Timed, ViewPerson } from './callsheet.view.ts'
import { copies } from './sheetCopies.rules.ts'
import { counted, spanText, timedText, timeText } from './sheetText.rules.ts'

/** Whose copy a paper is: the box at the top, the marked row, the watermark. */
export interface PaperCopy {
  list: CopyList
  personal: PersonalView | null
  /** What the personal line says the call was in the issue before. */
  callWas: string | null
  /** Short code that leads back to the recipient; printed lightly over every page. */
  code: string | null
  /** `Tue 12 May, 18:10` */
  printedText: string
  /** Where to confirm, shown beside the call; null on copies nobody confirms. */
  confirmAt: string | null
  /** `11 of 42` */
  copyNumber: string | null
}

/** A sheet as strings, in the order the paper prints them. The template lays out and decides nothing. */
export function paperOf(view: CallSheetView, copy: PaperCopy) {
  const at = (minute: DayMinute | null) => timeText(minute, view.hourCycle)
  const of = (timed: Timed) => timedText(timed, view.hourCycle)
  const place = placeOf(view)
  return {
    paper: view.paper,
    lang: 'en',
    kind: view.kind,
    band: bandOf(view),
    foot: { left: footLine(copy), middle: view.revision.fileName },
    watermark: watermarkOf(view, copy),
    mine: mineOf(view, copy),
    head: headOf(view),
    times: bigTimes(view),
    changes: changeLine(view),
    keyPeople: view.keyPeople.map(({ role, name, phone }) => ({ role, name, phone: phone ?? '' })),
    places: view.places.map((each) => ({ number: each.number, name: each.name, text: placeText(each) })),
    position: place,
    safety: safetyOf(view),
    weather: weatherOf(view),
    schedule: {
      words: view.words,
      note: view.schedule.note,
      rows: view.schedule.rows.map((row) => rowOf(view, row)),
      total: totalOf(view),
    },
    cast: {
      note: 'Counted back from the first scene: on set, way, buffer, wardrobe, make-up, drive',
      rows: view.cast.map((row) => ({
        mine: row.engagementId === copy.personal?.engagementId,
        id: row.boardId,
        name: row.name,
        minor: row.minor,
        part: row.character,
        code: row.dayCode,
        pickup: row.pickup === null ? '—' : of(row.pickup),
        makeup: of(row.makeup.minutes === null ? row.call : row.makeup),
        wardrobe: of(row.wardrobe),
        onSet: of(row.onSet),
        done: of(row.done),
        call: of(row.call),
        remarks: [row.pickupFrom ?? '', row.transport?.text ?? '', row.remarks]
          .filter((text) => text !== '')
          .join('. '),
      })),
    },
    background: view.background.map((row) => ({
      ...row,
      call: at(row.call),
      ready: at(row.ready),
      onSet: at(row.onSet),
    })),
    requirements: view.requirements,
    extras: view.extras,
    notices: view.notices,
    advance: view.advance.map((day) => ({
      label: day.label,
      note:
        day.call === null
          ? day.note
          : [`Crew call ${at(day.call)}, estimated`, day.note].filter((it) => it !== '').join('. '),
      rows: day.rows.map((row) => rowOf(view, row)),
    })),
    crew: crewOf(view, copy),
    guests: view.guests.map((group) => ({
      name: group.name,
      call: [...new Set(group.people.map((person) => of(person.call)))].join(', '),
      people: group.people.map((person) => ({ name: person.name, position: person.position })),
    })),
    pickups: view.pickups.map((each) => ({ ...each, time: at(each.time), arrives: at(each.arrives) })),
    vehicles: view.vehicles.map((each) => ({ ...each, call: at(each.call) })),
    catering: cateringOf(view),
    channels: view.channels,
    bars: barsOf(view, copy),
  }
}

export type Paper = ReturnType<typeof paperOf>

const joined = (parts: (string | null | undefined)[], by = '. '): string =>
  parts.filter((part): part is string => part !== null && part !== undefined && part !== '').join(by)

function bandOf({ header, revision, zoneText }: CallSheetView) {
  const unit = /^main\b/i.test(header.unit) ? '' : header.unit
  const issued = revision.issuedAt === null ? 'Not issued' : `issued ${revision.issuedText} ${zoneText}`
  return {
    fill: revision.preliminary ? '' : revision.fill,
    word: revision.preliminary ? 'PRELIM' : revision.issuedAt === null ? 'DRAFT' : revision.word,
    day: joined([header.dayLabel, unit, header.variant], ' · '),
    code: joined([header.code, header.company], ' · '),
    date: header.dateText,
    sentence: joined([
      `${revision.sentence}, ${issued}`,
      revision.replaces === null ? '' : `Replaces ${revision.replaces}`,
    ]),
  }
}

const footLine = (copy: PaperCopy): string =>
  copy.personal === null
    ? `${copies[copy.list].label} copy. Do not forward or post.`
    : `Personal copy${copy.copyNumber === null ? '' : ` ${copy.copyNumber}`}: ${copy.personal.name}. Do not forward or post.`

/** Tiled lightly over the page: who, when, and the code that leads back to them. A sheet nobody holds says what it is. */
function watermarkOf(view: CallSheetView, copy: PaperCopy): string {
  if (copy.personal !== null) return joined([copy.personal.name, copy.printedText, copy.code], '   ')
  if (view.revision.preliminary) return 'PRELIM   not confirmed   '
  return view.revision.issuedAt === null ? 'DRAFT   not issued   ' : ''
}

function mineOf(view: CallSheetView, copy: PaperCopy) {
  if (copy.personal === null) return null
  const { personal } = copy
  const place = personal.reportTo
  return {
    call: personal.callText,
    name: joined([personal.name, personal.position], ', '),
    was: copy.callWas === null ? '' : `Was ${copy.callWas}. `,
    confirm: view.revision.preliminary ? '' : (copy.confirmAt ?? ''),
    report: personal.mustConfirm.find((field) => field.key === 'report_to')?.value ?? '',
    park: place?.parking ?? '',
    gate: place?.gateCode ?? '',
  }
}

function headOf({ header }: CallSheetView) {
  const pair = (label: string, value: string) => (value === '' ? [] : [{ label, value }])
  return {
    title: header.title,
    pairs: [...pair('Client', header.client), ...pair('Agency', header.agency), ...pair('Job', header.job)],
    leads: header.leads,
    office: header.officePhone,
  }
}

function bigTimes(view: CallSheetView) {
  const { times } = view
  const big = (label: string, timed: Timed | null, note = '', key = false) =>
    timed === null
      ? []
      : [
          {
            label,
            value: timedText(timed, view.hourCycle),
            note: joined([timed.was === null ? '' : `was ${timeText(timed.was, view.hourCycle)}`, note]),
            key,
          },
        ]
  const lunch = big('Lunch', times.lunch, view.lunchPlace)
  return [
    ...big('Breakfast from', times.breakfast),
    ...big('General crew call', times.generalCall, '', true),
    ...big('Shooting call', times.shootingCall),
    ...lunch.map((it) =>
      times.lunchUntil === null ? it : { ...it, value: `${it.value}–${timeText(times.lunchUntil, view.hourCycle)}` },
    ),
    ...big('Camera wrap, est.', times.cameraWrap),
    ...big('Crew wrap, est.', times.crewWrap),
  ]
}

function changeLine({ changes, changeNote, revision }: CallSheetView) {
  if (revision.replaces === null || (changes.length === 0 && changeNote === '')) return null
  const lines = changes.map(({ label, before, after }) =>
    before === '' ? `${label}: ${after}` : after === '' ? `${label}: ${before}` : `${label} ${before} → ${after}`,
  )
  return { since: `Changed since ${revision.replaces}:`, text: joined([changeNote, ...lines]) }
}

const placeText = (place: Place): string =>
  joined([
    place.address,
    place.gateCode === null ? '' : `Gate code ${place.gateCode}`,
    place.parking === null ? '' : `Parking: ${place.parking}`,
    place.loadIn === null ? '' : `Load-in: ${place.loadIn}`,
    place.holding === null ? '' : `Holding: ${place.holding}`,
    place.contact === null ? '' : `On site: ${place.contact}`,
    place.notes,
  ])

function placeOf({ reportTo }: CallSheetView): string {
  if (reportTo === null || reportTo.latitude === null || reportTo.longitude === null) return ''
  const side = (value: number, plus: string, minus: string) =>
    `${Math.abs(value).toFixed(3)} ${value < 0 ? minus : plus}`
  return `${side(reportTo.latitude, 'N', 'S')}, ${side(reportTo.longitude, 'E', 'W')}`
}

function safetyOf({ hospital, safety }: CallSheetView) {
  const far =
    hospital === null
      ? ''
      : joined(
          [
            hospital.distanceKm === null ? '' : `${hospital.distanceKm} km`,
            hospital.driveMinutes === null ? '' : `${hospital.driveMinutes} min`,
          ],
          ', ',
        )
  return {
    name: hospital?.name ?? 'Not chosen yet',
    note: hospital?.note ?? '',
    address: hospital?.address ?? '',
    phone: hospital?.phone ?? '',
    far,
    emergency: safety.emergencyNumber,
    police: safety.police,
    fire: safety.fire,
    urgent: safety.urgentCare,
    medic: safety.medic,
    hotline: safety.hotline,
    hazards: safety.hazards,
    meeting: safety.meeting,
  }
}

const fahrenheit = (celsius: number): number => Math.round((celsius * 9) / 5 + 32)

function weatherOf(view: CallSheetView) {
  const { weather, sun } = view
  const at = (minute: DayMinute | null) => timeText(minute, view.hourCycle)
  const [high, low] = [weather?.highC ?? null, weather?.lowC ?? null]
  const length = sun === null || sun.sunrise === null || sun.sunset === null ? null : sun.sunset - sun.sunrise
  return {
    text: weather?.text ?? '',
    range: high === null || low === null ? '' : `${high}° / ${low} °C`,
    rangeF: high === null || low === null ? '' : `(${fahrenheit(high)}° / ${fahrenheit(low)} °F)`,
    more: joined(
      [
        weather?.precipitationPercent == null ? '' : `rain ${weather.precipitationPercent} %`,
        weather?.humidityPercent == null ? '' : `hum. ${weather.humidityPercent} %`,
        weather?.uv == null ? '' : `UV ${weather.uv}`,
      ],
      ', ',
    ),
    wind: weather === null || weather.wind === '' ? '' : `Wind ${weather.wind}`,
    gusts: weather?.gustKmh == null ? '' : `gusts ${weather.gustKmh} km/h`,
    forecast:
      weather === null
        ? ''
        : joined([weather.source, weather.forecastAt === '' ? '' : `forecast of ${weather.forecastAt}`], ', '),
    sunrise:
      sun === null ? '' : sun.polar === 'down' ? 'no sunrise' : sun.polar === 'up' ? 'sun all day' : at(sun.sunrise),
    sunset: sun === null || sun.polar !== null ? '' : at(sun.sunset),
    dawn: sun === null || sun.civilDawn === null ? '' : at(sun.civilDawn),
    dusk: sun === null || sun.civilDusk === null ? '' : at(sun.civilDusk),
    daylight: length === null ? '' : spanText(length),
  }
}

const rowOf = (view: CallSheetView, row: ScheduleRow) => ({
  banner: row.kind !== 'scene',
  time: timeText(row.start, view.hourCycle),
  number: row.number,
  where: joined([row.intExt, row.time], ' '),
  ext: row.intExt.startsWith('EXT'),
  night: row.bucket === 'night',
  set: row.set,
  text: row.text,
  day: row.scriptDay,
  location: row.location,
  cast: row.cast.join(', '),
  pages: row.eighths === null ? '' : formatEighths(row.eighths),
  minutes: row.minutes === 0 ? '' : String(row.minutes),
  note: row.note,
})

function totalOf(view: CallSheetView) {
  const { schedule, times } = view
  const sum = [
    timeText(times.shootingCall.minutes, view.hourCycle),
    `${view.words.units} ${schedule.setupMinutes}`,
    schedule.moveMinutes > 0 ? `moves ${schedule.moveMinutes}` : '',
    schedule.mealMinutes > 0 ? `meal ${schedule.mealMinutes}` : '',
  ]
  const wrap = timedText(times.cameraWrap, view.hourCycle)
  return {
    sum: times.shootingCall.minutes === null ? '' : `${joined(sum, ' + ')} = camera wrap ${wrap}`,
    units:
      view.kind === 'narrative' ? counted(schedule.units, 'scene', 'scenes') : `${schedule.units} ${view.words.units}`,
    pages: formatEighths(schedule.eighths),
    minutes: String(schedule.setupMinutes),
  }
}

function crewOf(view: CallSheetView, copy: PaperCopy) {
  const line = (person: ViewPerson) => ({
    mine: person.engagementId === copy.personal?.engagementId,
    position: person.position,
    name: person.name,
    call: timedText(person.call, view.hourCycle),
    was: person.call.was !== null,
    phone: person.phone ?? '',
    remarks: person.remarks,
  })
  const people = view.crew.flatMap((group) => group.people)
  const called = people.length
  const changed = people.some((person) => person.call.was !== null)
  return {
    phones: copies[copy.list].phones,
    note: joined([
      counted(called, 'person called', 'people called'),
      copies[copy.list].phones ? 'Mobile column is on the crew copy only' : '',
      changed ? '● changed' : '',
    ]),
    groups: view.crew.map((group) => ({
      name: group.name,
      channel: group.channel ?? '',
      people: group.people.map(line),
    })),
  }
}

function cateringOf(view: CallSheetView) {
  const { catering } = view
  return {
    note: joined([catering.caterer, `${catering.sparePercent} % spare, rounded up`]),
    diets: catering.diets,
    meals: catering.meals.map((meal) => ({
      meal: meal.meal,
      time:
        meal.until === null
          ? timeText(meal.from, view.hourCycle)
          : `${timeText(meal.from, view.hourCycle)}–${timeText(meal.until, view.hourCycle)}`,
      counts: [meal.crew, meal.cast, meal.background, meal.client, meal.drivers].map(String),
      order: String(meal.order),
    })),
  }
}

/** The day as a bar, from the hour before the first thing to the hour after the last; one's own stretch is marked. */
function barsOf(view: CallSheetView, copy: PaperCopy) {
  const call = copy.personal?.call ?? null
  const until = view.times.shootingCall.minutes
  const mine =
    call === null || until === null || call >= until
      ? []
      : [{ kind: 'mine' as const, lane: 0, from: call, until, label: 'You', engagementId: null }]
  const working = view.bars.filter((bar) => bar.kind !== 'note')
  if (working.length === 0) return null
  const from = Math.floor(Math.min(...working.map((bar) => bar.from), ...mine.map((bar) => bar.from)) / 60) * 60
  const to = Math.ceil(Math.max(...working.map((bar) => bar.until)) / 60) * 60
  const hours = Array.from({ length: (to - from) / 60 + 1 }, (_, i) => from + i * 60)
  const breakfast = mine.length > 0 ? view.bars.filter((bar) => bar.lane !== 0) : view.bars
  return {
    from,
    until: to,
    hours: hours.map((minute) => ({ at: minute, text: timeText(minute, view.hourCycle) })),
    bars: [...breakfast, ...mine]
      .map((bar) => ({ ...bar, from: Math.max(bar.from, from), until: Math.min(bar.until, to) }))
      .filter((bar) => bar.until > bar.from),
  }
}
