import { dayText } from '../../kernel/time.ts'
import type { DayMinute } from '../../kernel/time.ts'
import type { AdvanceDay, Bar, CallSheetView, ScheduleRow } from './callsheet.view.ts'
import type { Blocks } from './sheet.blocks.ts'
import type { DayAnchors, MainTimes } from './calltimes.rules.ts'
import type { DayFacts, RowFacts, SheetFacts } from './sheet.facts.ts'

/** What the times of the day hang on, read off the day's strips. */
export function anchorsOf(day: DayFacts): DayAnchors {
  const timedRows = day.rows.filter((row) => row.start !== null)
  const scenes = timedRows.filter((row) => row.kind === 'scene')
  const minutesOf = (kind: RowFacts['kind']) =>
    day.rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.minutes, 0)
  const first = scenes[0]?.start ?? null
  const shooting = timedRows.filter((row) => first !== null && row.start! >= first)
  return {
    call: day.call,
    firstStart: first,
    lastEnd: scenes.length === 0 ? null : Math.max(...scenes.map((row) => row.start! + row.minutes)),
    mealStart: timedRows.find((row) => row.kind === 'meal')?.start ?? null,
    setupMinutes: shooting.filter((row) => row.kind === 'scene').reduce((sum, row) => sum + row.minutes, 0),
    moveMinutes: minutesOf('move'),
    mealMinutes: minutesOf('meal'),
  }
}

const numberOfPlace = (facts: SheetFacts, id: string | null): string =>
  facts.places.find((place) => place.id === id)?.number ?? ''

const rowOf = (facts: SheetFacts, row: RowFacts, shift: number): ScheduleRow => ({
  id: row.id,
  kind: row.kind,
  start: row.start === null ? null : row.start + shift,
  minutes: row.minutes,
  number: row.number,
  intExt: row.intExt,
  bucket: row.bucket,
  time: row.time,
  set: row.set,
  text: row.text,
  scriptDay: row.scriptDay,
  cast: row.castLabels,
  eighths: row.eighths,
  location: numberOfPlace(facts, row.locationId),
  note: row.note,
})

/** The day's strips in order, shifted with the calls, and their totals. */
export function scheduleOf(
  facts: SheetFacts,
  main: MainTimes,
  blocks: Pick<Blocks, 'scheduleNote' | 'frames'>,
): CallSheetView['schedule'] {
  const rows = facts.day.rows.map((row) => ({
    ...rowOf(facts, row, main.shift),
    frame: blocks.frames === true ? (row.frame ?? null) : null,
  }))
  const scenes = rows.filter((row) => row.kind === 'scene')
  const minutes = (kind: ScheduleRow['kind']) =>
    rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.minutes, 0)
  return {
    rows,
    units: scenes.length,
    eighths: scenes.reduce((sum, row) => sum + (row.eighths ?? 0), 0),
    setupMinutes: minutes('scene'),
    moveMinutes: minutes('move'),
    mealMinutes: minutes('meal'),
    note: blocks.scheduleNote,
  }
}

/** The next days, shortened: what is planned, as estimates. */
export const advanceOf = (facts: SheetFacts, days: number, note: string): AdvanceDay[] =>
  facts.advance.slice(0, days).map((day, i) => ({
    number: day.number,
    onDate: day.onDate,
    label: day.number === null ? dayText(day.onDate) : `Day ${day.number}, ${dayText(day.onDate)}`,
    call: day.call,
    rows: day.rows.filter((row) => row.kind === 'scene').map((row) => rowOf(facts, row, 0)),
    note: i === 0 ? note : '',
  }))

/** The day at a glance, in three lanes: around the day, the working day itself, light. */
export function barsOf(facts: SheetFacts, main: MainTimes, schedule: CallSheetView['schedule']): Bar[] {
  const bar = (
    kind: Bar['kind'],
    lane: number,
    from: DayMinute | null,
    until: DayMinute | null,
    label: string,
  ): Bar[] =>
    from === null || until === null || until <= from ? [] : [{ kind, lane, from, until, label, engagementId: null }]
  const kinds = { scene: 'shooting', meal: 'meal', move: 'move', banner: 'work' } as const
  return [
    ...bar('meal', 0, main.breakfast?.minutes ?? null, main.generalCall.minutes, 'Breakfast'),
    ...bar('work', 1, main.generalCall.minutes, main.shootingCall.minutes, 'Set up'),
    ...schedule.rows.flatMap((row) =>
      bar(
        kinds[row.kind],
        1,
        row.start,
        row.start === null ? null : row.start + row.minutes,
        row.kind === 'scene' ? row.number : row.kind === 'meal' ? 'Meal' : '',
      ),
    ),
    ...bar('work', 1, main.cameraWrap.minutes, main.crewWrap.minutes, 'Wrap'),
    ...bar('note', 2, facts.sun?.sunrise ?? null, facts.sun?.sunset ?? null, 'Daylight'),
  ]
}
