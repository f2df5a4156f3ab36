import { formatEighths } from '../../kernel/eighths.ts'
import type { DayMinute } from '../../kernel/time.ts'
import { plural } from '../../kernel/words.ts'
import type { CallSheetView, CopyList, Frame, PersonalView, Place, ScheduleRow, ViewPerson } from './callsheet.view.ts'
import { copies } from './sheetCopies.rules.ts'
import { joined, spanText, timedText, timeText } from './sheetText.rules.ts'

/** The blocks of the paper below its head, each as the strings it prints. */

export const placeText = (place: Place): string =>
  joined([
    place.address,
    place.gateCode === null ? '' : `Gate code ${place.gateCode}`,
    place.parking === null ? '' : `Parking: ${place.parking}`,
    place.loadIn === null ? '' : `Load-in: ${place.loadIn}`,
    place.holding === null ? '' : `Holding: ${place.holding}`,
    place.contact === null ? '' : `On site: ${place.contact}`,
    place.notes,
  ])

export function placeOf({ reportTo }: CallSheetView): string {
  if (reportTo === null || reportTo.latitude === null || reportTo.longitude === null) return ''
  const side = (value: number, plus: string, minus: string) =>
    `${Math.abs(value).toFixed(3)} ${value < 0 ? minus : plus}`
  return `${side(reportTo.latitude, 'N', 'S')}, ${side(reportTo.longitude, 'E', 'W')}`
}

export function safetyOf({ hospital, safety }: CallSheetView) {
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

export function weatherOf(view: CallSheetView) {
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

/** What the press knows a frame by. */
export const frameFile = ({ fileId }: Frame): string => `frame-${fileId}.jpg`

export const rowOf = (view: CallSheetView, row: ScheduleRow) => ({
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
  frame: row.frame == null ? '' : frameFile(row.frame),
})

export function totalOf(view: CallSheetView) {
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
    units: view.kind === 'narrative' ? plural(schedule.units, 'scene') : `${schedule.units} ${view.words.units}`,
    pages: formatEighths(schedule.eighths),
    minutes: String(schedule.setupMinutes),
  }
}

export function crewOf(view: CallSheetView, list: CopyList) {
  const people = view.crew.flatMap((group) => group.people)
  const called = people.length
  // When the whole day moved, one sentence on the front says it; marks are for those who moved alone.
  const moved = people.filter((person) => person.call.was !== null).length
  const changed = moved > 0 && moved < called
  const line = (person: ViewPerson) => ({
    key: person.engagementId,
    position: person.position,
    name: person.name,
    call: timedText(person.call, view.hourCycle),
    was: changed && person.call.was !== null,
    phone: person.phone ?? '',
    remarks: person.remarks,
  })
  return {
    phones: copies[list].phones,
    note: joined([
      plural(called, 'person called', 'people called'),
      copies[list].phones ? 'Mobile column is on the crew copy only' : '',
      changed ? '● changed' : '',
    ]),
    groups: view.crew.map((group) => ({
      name: group.name,
      channel: group.channel ?? '',
      people: group.people.map(line),
    })),
  }
}

export function cateringOf(view: CallSheetView) {
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
export function barsOf(view: CallSheetView, personal: PersonalView | null) {
  const call = personal?.call ?? null
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
