import { z } from 'zod'
import { weekdayNames, weekdayOf } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { plural } from '../../kernel/words.ts'
import type { CallSheetView, ViewPerson } from './callsheet.view.ts'
import { mealPenalty, type MealPenalty } from './sheetMeals.rules.ts'
import { peopleOf } from './sheetPersonal.rules.ts'
import { longDate, spanText, timeText } from './sheetText.rules.ts'
import { shortBy } from './sheetTurnaround.rules.ts'

/** Something wrong with a sheet. `blocks` keeps it from being marked ready or published; `warns` is said and printed on. */
export const SheetTrouble = z.object({
  code: z.enum([
    'no_day',
    'no_general_call',
    'nobody_called',
    'no_call_time',
    'no_hospital',
    'no_report_place',
    'forced_call',
    'late_meal',
    'no_weather',
  ]),
  severity: z.enum(['blocks', 'warns', 'notes']),
  key: z.string(),
  message: z.string(),
  remedy: z.string(),
  /** The field or block of the sheet where it is mended. */
  field: z.string(),
})
export type SheetTrouble = z.infer<typeof SheetTrouble>

/** Everything wrong with a sheet at once. The screen shows it; the action refuses by it. */
export function troublesOf(view: CallSheetView, penalty: MealPenalty | null): SheetTrouble[] {
  const people = peopleOf(view)
  return [
    ...dayTroubles(view),
    ...(people.length === 0
      ? [
          trouble(
            'nobody_called',
            'blocks',
            'people',
            'Nobody is called on this day.',
            'Book crew or cast for the day.',
          ),
        ]
      : []),
    ...people.filter(hasNoCall).map(noCall),
    ...placeTroubles(view),
    ...people.flatMap((person) => forcedCall(view, person)),
    ...lateMeal(view, penalty),
    ...(view.weather === null
      ? [
          trouble(
            'no_weather',
            'notes',
            'weather',
            'No weather yet.',
            'Type the forecast in, with its source and time.',
          ),
        ]
      : []),
  ]
}

export const blockersOf = (view: CallSheetView): SheetTrouble[] =>
  troublesOf(view, null).filter((each) => each.severity === 'blocks')

const trouble = (
  code: SheetTrouble['code'],
  severity: SheetTrouble['severity'],
  field: string,
  message: string,
  remedy: string,
): SheetTrouble => ({ code, severity, key: `${code}:${field}`, message, remedy, field })

function dayTroubles(view: CallSheetView): SheetTrouble[] {
  const { times, header } = view
  const empty = header.dayType === 'none'
  return [
    ...(empty
      ? [
          trouble(
            'no_day',
            'blocks',
            'schedule',
            `The schedule has nothing on ${longDate(header.onDate)}.`,
            'Put strips on this day, or give the day a type.',
          ),
        ]
      : []),
    ...(times.generalCall.minutes === null
      ? [
          trouble(
            'no_general_call',
            'blocks',
            'times.generalCall',
            'There is no general crew call.',
            'Set the call of the day on the schedule, or on this sheet.',
          ),
        ]
      : []),
  ]
}

const hasNoCall = ({ call }: ViewPerson): boolean => call.minutes === null && call.word === null

const noCall = (person: ViewPerson): SheetTrouble =>
  trouble(
    'no_call_time',
    'blocks',
    person.call.key,
    `${person.shownName} has no call time.`,
    'Give a time, O/C or W/N.',
  )

function placeTroubles(view: CallSheetView): SheetTrouble[] {
  const remote = view.places.length === 0 && view.reportTo === null
  return [
    ...(view.hospital === null
      ? [
          trouble(
            'no_hospital',
            'blocks',
            'safety',
            'The nearest hospital is missing.',
            'Choose it on the location, or type it here.',
          ),
        ]
      : []),
    ...(remote
      ? [
          trouble(
            'no_report_place',
            'blocks',
            'reportTo',
            'Nobody knows where to report.',
            'Give a set of the day its location.',
          ),
        ]
      : []),
  ]
}

function forcedCall(view: CallSheetView, person: ViewPerson): SheetTrouble[] {
  const short = shortBy(person.rest)
  if (short === 0 || person.rest === null) return []
  const earliest = timeText(person.rest.earliest, view.hourCycle)
  const message = `${person.shownName} is ${spanText(short)} short of ${spanText(person.rest.neededMinutes)} rest (${person.rest.since}).`
  return [
    trouble(
      'forced_call',
      'warns',
      person.call.key,
      message,
      `Call no earlier than ${earliest}, or agree the forced call.`,
    ),
  ]
}

function lateMeal(view: CallSheetView, penalty: MealPenalty | null): SheetTrouble[] {
  const { latestLunch, lunch } = view.times
  if (latestLunch.minutes === null || lunch.minutes === null) return []
  const lateMinutes = lunch.minutes - latestLunch.minutes
  if (lateMinutes <= 0) return []
  const due = timeText(latestLunch.minutes, view.hourCycle)
  const message = `Lunch at ${timeText(lunch.minutes, view.hourCycle)} is ${spanText(lateMinutes)} late: it is due by ${due}${costText(latestLunch.minutes, lunch.minutes, penalty)}.`
  return [
    trouble('late_meal', 'warns', 'times.lunch', message, `Break by ${due}, or plan a paid breakfast for early calls.`),
  ]
}

function costText(due: number, begins: number, penalty: MealPenalty | null): string {
  if (penalty === null) return ''
  const { parts, amount } = mealPenalty(due, begins, penalty)
  return ` (${plural(parts, 'part')}, ${amount} ${penalty.currency} per performer)`
}

/**
 * Refuses a date that is written with another weekday, the slip that sends a crew out a day late.
 * @returns the sentence to refuse with, or undefined when both agree
 */
export function weekdayRefusal(onDate: PlainDay, weekday: string): string | undefined {
  const real = weekdayNames[weekdayOf(onDate) - 1]!
  if (real.toLowerCase().startsWith(weekday.trim().toLowerCase().slice(0, 3))) return undefined
  return `${longDate(onDate).replace(/^\w+ /, '')} is a ${real}, not a ${weekday}.`
}
