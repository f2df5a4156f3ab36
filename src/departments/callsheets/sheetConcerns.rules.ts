import type { Concern } from '../../kernel/concern.ts'
import { dayText } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { plural } from '../../kernel/words.ts'
import type { MealPenalty } from './sheetMeals.rules.ts'
import type { CallSheetView } from './callsheet.view.ts'
import { troublesOf } from './sheetBlockers.rules.ts'
import { sheetLabel } from './sheetUnits.rules.ts'

interface Sheet {
  id: string
  productionId: string
  onDate: PlainDay
  unit: string
  variant: string
  view: CallSheetView
  /** What a late meal costs a performer by the production's working-time profile. */
  mealPenalty: MealPenalty | null
  isOut: boolean
  word: string | null
  touched: { ask: { name: string }[]; release: { name: string }[] }
}

/** What is wrong with the sheets of a production, for its front page: what blocks them, and what is out but no longer true. */
export const concernsOfSheets = (sheets: Sheet[]): Concern[] =>
  sheets.flatMap((sheet) => [...troubleConcerns(sheet), ...behind(sheet)])

const subjectOf = (sheet: Sheet): Concern['subject'] => ({
  kind: 'callsheet',
  id: sheet.id,
  label: sheetLabel(sheet),
  href: `/productions/${sheet.productionId}/callsheets/${sheet.id}`,
})

const troubleConcerns = (sheet: Sheet): Concern[] =>
  troublesOf(sheet.view, sheet.mealPenalty)
    .filter((trouble) => trouble.severity !== 'notes')
    .map((trouble) => ({
      code: `callsheet_${trouble.code}`,
      key: `callsheet:${sheet.id}:${trouble.key}`,
      severity: trouble.severity === 'blocks' ? 'blocks' : 'warns',
      subject: subjectOf(sheet),
      message: trouble.message,
      causes: [`Call sheet of ${dayText(sheet.onDate)}`],
      remedy: trouble.remedy,
      onDate: sheet.onDate,
    }))

/** A sheet that is out and that people's plan has left behind: they go by a time that is no longer meant. */
function behind(sheet: Sheet): Concern[] {
  const names = [...sheet.touched.ask, ...sheet.touched.release].map((each) => each.name)
  if (!sheet.isOut || names.length === 0) return []
  const who = names.length <= 3 ? names.join(', ') : plural(names.length, 'person', 'people')
  return [
    {
      code: 'callsheet_behind',
      key: `callsheet:${sheet.id}:behind`,
      severity: 'warns',
      subject: subjectOf(sheet),
      message: `${sheet.word} is out and no longer right for ${who}.`,
      causes: ['The schedule or the bookings changed after it was issued.'],
      remedy: 'Issue the next revision; only those people are asked again.',
      onDate: sheet.onDate,
    },
  ]
}
