/**
 * Each English knows the letters of its own zones only: British says `GMT-7` where American says `PDT`. So the one that
 * knows most of a part of the world is asked first, and a second where some letters are missing.
 */
const locales: Readonly<Record<string, readonly string[]>> = {
  Africa: ['en-ZA', 'en-GB'],
  America: ['en-CA'],
  Antarctica: ['en-NZ'],
  Asia: ['en-IN', 'en-GB'],
  Atlantic: ['en-GB', 'en-CA'],
  Australia: ['en-AU'],
  Indian: ['en-ZA'],
  Pacific: ['en-NZ', 'en-CA'],
}
const elsewhere = ['en-GB', 'en-CA']

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
  const there = locales[zone.split('/')[0] ?? ''] ?? elsewhere
  let letters: string | undefined
  for (const each of locale === undefined ? there : [locale, ...there]) {
    const said = lettersIn(each, zone, at)
    if (!isOffset(said)) return said
    letters ??= said
  }
  return letters ?? zone
}
