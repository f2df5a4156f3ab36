import { fold } from './likeness.rules.ts'

const COMPANY_WORDS =
  /\b(gmbh|ag|kg|ug|ltd|limited|llc|llp|inc|corp|corporation|plc|sarl|sas|srl|spa|bv|nv|oy|aps|pty|rentals?|rental house|studios?|catering|films?|pictures|productions?|media|agency|agentur|casting|hire|verleih|filmproduktion|entertainment|services|hotel|security)\b/

/** Whether a name alone reads like a company's: "Northlight Camera Hire Ltd". Two plain words are a person. */
export const readsLikeCompany = (name: string): boolean => COMPANY_WORDS.test(fold(name))

/** "LINDAHL, Sofia" and "Sofia Lindahl" in parts. One word stays the given name's place empty: a mononym is the whole name. */
export function splitName(name: string): { givenName: string | null; familyName: string | null; display: string } {
  const comma = /^([\p{L}\p{M}.'’ -]+),\s*([\p{L}\p{M}.'’ -]+)$/u.exec(name)
  if (comma?.[1] && comma[2] && !/^(jr|sr|ii|iii|phd|md|asc|bsc|csc|gmbh|inc|ltd|llc)\.?$/i.test(comma[2].trim()))
    return { givenName: comma[2].trim(), familyName: comma[1].trim(), display: `${comma[2].trim()} ${comma[1].trim()}` }
  const words = name.split(' ')
  if (words.length < 2) return { givenName: null, familyName: null, display: name }
  const particle = words.findIndex(
    (word, index) => index > 0 && /^(von|van|de|der|den|del|della|di|da|dos|du|la|le|bin|ibn|al|af|zu)$/i.test(word),
  )
  const cut = particle > 0 ? particle : words.length - 1
  return { givenName: words.slice(0, cut).join(' '), familyName: words.slice(cut).join(' '), display: name }
}

/** The key a directory sorts by: family name first, folded, so that Åkesson stands with A. */
export const sortName = (display: string, familyName: string | null, givenName: string | null): string =>
  fold(familyName === null ? display : `${familyName} ${givenName ?? ''}`)

/** Dates of birth as lists write them: 1990-04-12, 12.04.1990, 19900412. A date that reads two ways (3/4/1990) is not guessed. */
export function readBirthDate(text: string): string | null {
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(T.*)?$/.exec(text.trim())
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim())
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim())
  if (iso) return validDate(iso[1], iso[2], iso[3])
  if (dotted) return validDate(dotted[3], dotted[2], dotted[1])
  if (slashed && Number(slashed[1]) > 12) return validDate(slashed[3], slashed[2], slashed[1])
  if (slashed && Number(slashed[2]) > 12) return validDate(slashed[3], slashed[1], slashed[2])
  return null
}

function validDate(year?: string, month?: string, day?: string): string | null {
  const text = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null
}
