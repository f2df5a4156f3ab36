import type { Locale } from '../../kernel/locale.ts'
import { dayText, type PlainDay } from '../../kernel/time.ts'
import { askWords } from './ask.words.ts'

interface ToldWords {
  day: (day: PlainDay) => string
  booked: string
  onHold: string
  hours: (from: string, until: string | null) => string
  fresh: (now: string) => string
  gone: (before: string) => string
  instead: (now: string, before: string) => string
  nothing: string
  subject: (production: string) => string
  changedSubject: (production: string) => string
  first: (production: string) => string
  changed: (production: string) => string
  stands: string
}

const en: ToldWords = {
  day: (day) => dayText(day),
  booked: 'Booked',
  onHold: 'On hold',
  hours: (from, until) => `${from} to ${until ?? 'the end of the day'}`,
  fresh: (now) => `${now} (new)`,
  gone: (before) => `no longer (was: ${before})`,
  instead: (now, before) => `${now} (was: ${before})`,
  nothing: 'Nothing stands at the moment.',
  subject: (production) => `Your days on ${production}`,
  changedSubject: (production) => `Your days on ${production} have changed`,
  first: (production) => `these are the days on ${production}:`,
  changed: (production) => `something changed on ${production}:`,
  stands: 'All that stands now:',
}

const de: ToldWords = {
  day: (day) => askWords.de.dates([day]),
  booked: 'Gebucht',
  onHold: 'Option',
  hours: (from, until) => `${from} bis ${until ?? 'zum Ende des Tages'}`,
  fresh: (now) => `${now} (neu)`,
  gone: (before) => `entfällt (war: ${before})`,
  instead: (now, before) => `${now} (war: ${before})`,
  nothing: 'Im Augenblick steht nichts fest.',
  subject: (production) => `Ihre Tage bei ${production}`,
  changedSubject: (production) => `Ihre Tage bei ${production} haben sich geändert`,
  first: (production) => `das sind die Tage bei ${production}:`,
  changed: (production) => `bei ${production} hat sich etwas geändert:`,
  stands: 'Das steht jetzt fest:',
}

/** Every word of the letter that tells somebody, or who stands for them, of their days. */
export const toldWords: Record<Locale, ToldWords> = { en, de }
