import type { Locale } from '../../kernel/locale.ts'
import type { ZoneName } from '../../kernel/time.ts'
import { zoneLetters } from '../../kernel/zones.ts'

/** How people write dates who read a language. */
export const TAGS: Record<Locale, string> = { en: 'en-GB', de: 'de-DE' }

/** `Mon, 4 May, 12:00 BST` on the clock of a place. */
export const whenText = (at: Temporal.Instant, zone: ZoneName, locale: Locale = 'en'): string =>
  `${at.toZonedDateTimeISO(zone).toLocaleString(TAGS[locale], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })} ${zoneLetters(zone, at, TAGS[locale])}`
