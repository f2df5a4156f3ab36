import { z } from 'zod'
import { clockAt, dayAt, dayText, type PlainDay, type ZoneName } from './time.ts'
import { zoneLetters } from './zones.ts'

/** Languages that people outside the office are spoken to in. Papers may know more; these are those of our own words. */
export const Locale = z.enum(['en', 'de'])
export type Locale = z.infer<typeof Locale>

/** `de-AT` → `de`; English for whoever speaks something we do not. */
export const localeOf = (language: string | null | undefined): Locale =>
  Locale.safeParse(language?.slice(0, 2).toLowerCase()).data ?? 'en'

/** How dates and numbers are written in a language; papers are read in more of them than our own words are. */
export const localeTags = { en: 'en-GB', de: 'de-DE', pl: 'pl-PL', ar: 'ar' } as const
type Written = keyof typeof localeTags

interface WithYear {
  year?: boolean
}

const dayParts = ({ year = false }: WithYear) =>
  ({ weekday: 'short', day: 'numeric', month: 'long', ...(year && { year: 'numeric' as const }) }) as const

/**
 * A day as its reader writes it.
 * @example dayIn('de', day, { year: true })   // 'Mi., 9. Dezember 2026', in English 'Wed 9 Dec 2026'
 */
export const dayIn = (language: Written, day: PlainDay, options: WithYear = {}): string =>
  language === 'en'
    ? dayText(day, options)
    : Temporal.PlainDate.from(day).toLocaleString(localeTags[language], dayParts(options))

/**
 * A moment on the clock of a place, as its reader writes it.
 * @example momentIn('en', at, zone, { year: true })   // 'Tue 12 May 2026, 18:30 BST', in German 'Di., 12. Mai 2026 um 19:30 MESZ'
 */
export function momentIn(language: Written, at: Temporal.Instant, zone: ZoneName, options: WithYear = {}): string {
  if (language === 'en') return `${dayText(dayAt(at, zone), options)}, ${clockAt(at, zone)} ${zoneLetters(zone, at)}`
  const tag = localeTags[language]
  const parts = { ...dayParts(options), hour: '2-digit', minute: '2-digit' } as const
  return `${at.toZonedDateTimeISO(zone).toLocaleString(tag, parts)} ${zoneLetters(zone, at, tag)}`
}
