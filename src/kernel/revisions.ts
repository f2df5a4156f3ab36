/** `1st`, `2nd`, `3rd`, `11th`, `22nd`. */
export function ordinal(n: number): string {
  const tail = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${tail}`
}

/**
 * The paper colour of the nth issue, in a production's own order: the first issue has the first, and when the order is used
 * up it begins again without it.
 * @param number counted from 1
 * @returns which time round it is, so that two papers are never called the same: with nine colours issue 10 is the 2nd Blue
 * @example revisionColour([white, blue, pink], 4) // { colour: blue, round: 2 }
 */
export function revisionColour<Colour>(colours: readonly Colour[], number: number): { colour: Colour; round: number } {
  const [first, ...later] = colours
  if (first === undefined) throw new RangeError('A production has at least one revision colour.')
  if (number <= 1) return { colour: first, round: 1 }
  if (later.length === 0) return { colour: first, round: number }
  return { colour: later[(number - 2) % later.length]!, round: Math.floor((number - 2) / later.length) + 1 }
}

/** The same with its name counted: `2nd Blue`. */
export function countedColour<Colour extends { readonly name: string }>(
  colours: readonly Colour[],
  number: number,
): Colour {
  const { colour, round } = revisionColour(colours, number)
  return round === 1 ? colour : { ...colour, name: `${ordinal(round)} ${colour.name}` }
}
