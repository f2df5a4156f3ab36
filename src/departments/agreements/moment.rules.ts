import { clockOf, dayAt, dayText, minuteAt, type PlainDay, type ZoneName } from '../../kernel/time.ts'
import { zoneLetters } from '../../kernel/zones.ts'
import type { Language } from './kinds.rules.ts'

const tags: Record<Exclude<Language, 'en'>, string> = { de: 'de-DE', pl: 'pl-PL', ar: 'ar' }

/**
 * A moment on the clock of the production, in the language of the paper.
 * @example momentText(at, zone, 'en')   // 'Tue 12 May 2026, 18:30 BST'
 */
export function momentText(at: Temporal.Instant, zone: ZoneName, language: Language): string {
  const day = dayAt(at, zone)
  if (language === 'en') {
    return `${dayText(day, { year: true })}, ${clockOf(minuteAt(at, day, zone))} ${zoneLetters(zone, at)}`
  }
  const words = at.toZonedDateTimeISO(zone).toLocaleString(tags[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  return `${words} ${zoneLetters(zone, at, tags[language])}`
}

/** A day in the language of the paper: `Wed 9 Dec 2026`, `Mi., 9. Dezember 2026`. */
export function dateText(day: PlainDay, language: Language): string {
  if (language === 'en') return dayText(day, { year: true })
  const written = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const
  return Temporal.PlainDate.from(day).toLocaleString(tags[language], written)
}

/** As it stands on a certificate: `2026-05-13 07:15:02 UTC`. */
export const utcText = (at: Temporal.Instant): string =>
  at.round('second').toString().replace('T', ' ').replace('Z', ' UTC')
