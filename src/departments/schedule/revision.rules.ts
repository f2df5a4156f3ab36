import type { RevisionColour } from './board.contract.ts'

const ordinal = (n: number): string => {
  const tail = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${tail}`
}

/**
 * The colour of the nth published schedule: white first, then the production's order; when it is used up it starts
 * over without the first, counted.
 * @example revisionOf(colours, 10).name // '2nd Blue' after nine colours
 */
export function revisionOf(colours: readonly RevisionColour[], number: number): RevisionColour {
  const first = colours[0] ?? { name: 'White', hex: '#ffffff' }
  const later = colours.slice(1)
  if (number <= 1 || later.length === 0) return first
  const colour = later[(number - 2) % later.length] ?? first
  const round = Math.floor((number - 2) / later.length) + 1
  return round === 1 ? colour : { name: `${ordinal(round)} ${colour.name}`, hex: colour.hex }
}
