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
  ...{ name, source, dated, mealExtendsMinutes },
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
  ...{ fromAgeMonths: null, untilAgeMonths: null, onSchoolDay: true, workMinutes: null, onSetMinutes: null },
  ...{ schoolMinutes: 0, restMinutes: 0, earliest: 420, latest: 1320, latestBeforeFreeDay: 1320 },
}

/** Rows that are complete, for what is measured while the rest is typed. */
export const completeRows = (draft: MinorDraft): MinorBody['rows'] =>
  draft.rows.filter((row): row is MinorRow => Object.values(row).every((value) => value !== null))
