import { plural } from '../../kernel/words.ts'
import type { MinorRow } from './minors.contract.ts'

/** @example ageText(30) // '2 years 6 months' */
export function ageText(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12]
  if (months === 0) return 'birth'
  return [years > 0 ? plural(years, 'year') : '', rest > 0 ? plural(rest, 'month') : '']
    .filter((part) => part !== '')
    .join(' ')
}

/** `2 years 6 months`, `2y6m`, `18 mo`, `6` (years); undefined when it is no age. */
export function parseAge(text: string): number | undefined {
  const said = text.trim().toLowerCase()
  if (said === 'birth') return 0
  const whole = /^(\d{1,2})$/.exec(said)
  if (whole) return Number(whole[1]) * 12
  const found = /^(?:(\d{1,2})\s*y[a-z]*)?\s*(?:(\d{1,3})\s*m[a-z]*)?$/.exec(said)
  if (!found || said === '') return undefined
  const months = Number(found[1] ?? 0) * 12 + Number(found[2] ?? 0)
  return months <= 252 ? months : undefined
}

/** `from 2 years until 6 years`. */
export const spanText = ({ fromAgeMonths, untilAgeMonths }: Pick<MinorRow, 'fromAgeMonths' | 'untilAgeMonths'>) =>
  `from ${ageText(fromAgeMonths)} until ${ageText(untilAgeMonths)}`

const dayText = ({ onSchoolDay }: Pick<MinorRow, 'onSchoolDay'>) => (onSchoolDay ? 'on a school day' : 'without school')

/** Everything in a table that contradicts itself, in sentences. */
export function wrongHours(rows: readonly MinorRow[]): string[] {
  return [
    ...rows.flatMap((row) => {
      const who = `${spanText(row)} ${dayText(row)}`
      return [
        ...(row.fromAgeMonths >= row.untilAgeMonths ? [`${who}: the ages are the wrong way round.`] : []),
        ...(row.workMinutes > row.onSetMinutes ? [`${who}: work is longer than the time on set.`] : []),
        ...(row.earliest >= row.latest ? [`${who}: the earliest start lies after the latest release.`] : []),
        ...(row.latestBeforeFreeDay < row.latest
          ? [`${who}: before a free day a child would have to leave earlier than before a school day.`]
          : []),
      ]
    }),
    ...rows.flatMap((row, at) =>
      rows
        .slice(at + 1)
        .filter(
          (other) =>
            other.onSchoolDay === row.onSchoolDay &&
            other.fromAgeMonths < row.untilAgeMonths &&
            row.fromAgeMonths < other.untilAgeMonths,
        )
        .map((other) => `${spanText(row)} and ${spanText(other)} overlap ${dayText(row)}.`),
    ),
  ]
}
