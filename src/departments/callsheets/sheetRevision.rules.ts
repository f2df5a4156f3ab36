import { isMainUnit } from '../../kernel/units.ts'
import { ordinal } from '../../kernel/revisions.ts'
import type { PlainDay } from '../../kernel/time.ts'

/** `v2 BLUE`, as it stands on the band. */
export const revisionWord = (number: number, colour: string): string => `v${number} ${colour.toUpperCase()}`

/** `First issue`, `1st revision`. */
export const revisionSentence = (number: number): string =>
  number <= 1 ? 'First issue' : `${ordinal(number - 1)} revision`

const plain = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** `SKER26_CallSheet_D02_20260513_BLUE_v2.pdf`: sorts by production, day and version in any folder. */
export function callSheetFileName(of: {
  code: string
  dayNumber: number | null
  onDate: PlainDay
  colour: string
  number: number
  unit?: string
  variant?: string
}): string {
  const day = of.dayNumber === null ? 'D00' : `D${String(of.dayNumber).padStart(2, '0')}`
  const marks = [of.unit === undefined || isMainUnit(of.unit) ? '' : plain(of.unit), plain(of.variant ?? '')]
  return [
    plain(of.code),
    'CallSheet',
    day,
    of.onDate.replaceAll('-', ''),
    ...marks.filter((mark) => mark !== ''),
    plain(of.colour).toUpperCase(),
    `v${of.number}.pdf`,
  ].join('_')
}
