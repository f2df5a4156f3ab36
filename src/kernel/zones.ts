/** Each English knows the letters of its own zones only: British says `GMT-7` where American says `PDT`. */
const locales = ['en-GB', 'en-US', 'en-AU', 'en-CA', 'en-NZ', 'en-IN', 'en-ZA']

const isOffset = (letters: string) => /^(GMT|UTC)[+−-]/.test(letters)

const lettersIn = (locale: string, zone: string, at: Temporal.Instant): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(at.epochMilliseconds)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone

/**
 * The letters people there know their zone by on that day; the offset where it has none.
 * @param locale asked first, for readers of another language
 * @example zoneLetters('America/Los_Angeles', Temporal.Instant.from('2026-05-12T12:00Z'))   // 'PDT'
 */
export function zoneLetters(zone: string, at: Temporal.Instant = Temporal.Now.instant(), locale?: string): string {
  const known = [...(locale === undefined ? [] : [locale]), ...locales].map((each) => lettersIn(each, zone, at))
  return known.find((letters) => !isOffset(letters)) ?? known[0] ?? zone
}
