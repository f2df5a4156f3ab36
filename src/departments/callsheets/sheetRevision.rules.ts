import type { PlainDay } from '../../kernel/time.ts'
import type { RevisionColour } from './sheet.facts.ts'

/** White first issue, then the usual order of revision paper; a production may keep its own. */
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

const ordinal = (n: number): string => {
  const tail = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${tail}`
}

/**
 * The paper colour of an issue. Number 1 is the first issue; after the last colour the order starts over without
 * the first, counted: issue 10 (revision 9) is `2nd Blue`.
 */
export function revisionColour(number: number, colours: RevisionColour[] = usualRevisionColours): RevisionColour {
  const first = colours[0] ?? usualRevisionColours[0]!
  const later = colours.slice(1)
  if (number <= 1 || later.length === 0) return first
  const revision = number - 2
  const colour = later[revision % later.length]!
  const round = Math.floor(revision / later.length) + 1
  return round === 1 ? colour : { name: `${ordinal(round)} ${colour.name}`, fill: colour.fill }
}

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
  const marks = [of.unit === undefined || /^main\b/i.test(of.unit) ? '' : plain(of.unit), plain(of.variant ?? '')]
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
