import { clockOf, durationText, type DayMinute } from '../../../../kernel/time.ts'
import type { Shared } from '../../../../ui/formConflict.ts'
import { ageText } from '../../../productions/minors.rules.ts'
import type { MinorBody, MinorProfile, MinorRow } from '../../../productions/minors.contract.ts'

/** Hours of one age as the form holds them; what is not filled in is null. */
export type RowDraft = { [Field in keyof MinorRow]: MinorRow[Field] | null }

export interface MinorDraft {
  name: string
  source: string
  dated: string | null
  mealExtendsMinutes: number | null
  rows: RowDraft[]
}

export const minorDraft = ({ name, source, dated, mealExtendsMinutes, rows }: MinorProfile): MinorDraft => ({
  name,
  source,
  dated,
  mealExtendsMinutes,
  rows: rows.map((row) => ({ ...row })),
})

/** The next age begins where the last ends, with its figures; a school day is followed by one without school. */
export function nextRow(rows: readonly RowDraft[]): RowDraft {
  const last = rows.at(-1)
  if (!last) return { ...empty, fromAgeMonths: 0, untilAgeMonths: 72 }
  if (last.onSchoolDay === true) return { ...last, onSchoolDay: false, schoolMinutes: 0 }
  return { ...last, fromAgeMonths: last.untilAgeMonths, untilAgeMonths: null, onSchoolDay: true }
}

const empty: RowDraft = {
  fromAgeMonths: null,
  untilAgeMonths: null,
  onSchoolDay: true,
  workMinutes: null,
  onSetMinutes: null,
  schoolMinutes: 0,
  restMinutes: 0,
  earliest: 420,
  latest: 1320,
  latestBeforeFreeDay: 1320,
}

/** Rows that are complete, for what is measured while the rest is typed. */
export const completeRows = (draft: MinorDraft): MinorBody['rows'] =>
  draft.rows.filter((row): row is MinorRow => Object.values(row).every((value) => value !== null))

const age = (months: number | null) => (months === null ? '–' : ageText(months))
const length = (minutes: number | null) => (minutes === null ? '–' : durationText(minutes))
const clock = (minute: number | null) => (minute === null ? '–' : clockOf(minute as DayMinute))

const rowText = (row: RowDraft): string =>
  [
    `${age(row.fromAgeMonths)} to ${age(row.untilAgeMonths)}${row.onSchoolDay === true ? ', school day' : ''}:`,
    `works ${length(row.workMinutes)}, on set ${length(row.onSetMinutes)}, school ${length(row.schoolMinutes)},`,
    `rest ${length(row.restMinutes)}, ${clock(row.earliest)} to ${clock(row.latest)}`,
  ].join(' ')

/** Both sides of a conflict, field by field. */
export const minorWords: Shared<MinorDraft>['words'] = {
  name: 'Place',
  rows: { word: 'Hours', say: (rows) => rows.map(rowText).join('; ') },
  mealExtendsMinutes: { word: 'A meal adds', say: length },
  source: 'Source',
  dated: 'As of',
}
