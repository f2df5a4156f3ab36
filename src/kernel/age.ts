/**
 * The age from which nobody has to agree for somebody: the general age of majority of the Convention on the Rights of the
 * Child, article 1. A constant, because a land where it is higher (the Republic of Korea, Alabama) wants its own contracts too.
 */
const ADULT_YEARS = 18

/** Whole years on a date; null where no date of birth is known. Somebody born on 29 February is older on 1 March. */
export function ageOn(birthDate: string, onDate: string): number
export function ageOn(birthDate: string | null, onDate: string): number | null
export function ageOn(birthDate: string | null, onDate: string): number | null {
  if (birthDate === null) return null
  return Temporal.PlainDate.from(birthDate).until(onDate, { largestUnit: 'year' }).years
}

/** Not known to be one where no age is known. */
export const isMinor = (age: number | null): boolean => age !== null && age < ADULT_YEARS
