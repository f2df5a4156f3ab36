import type { Language } from './kinds.rules.ts'

/** What the history keeps, in English, and how a German paper says it. Names, reasons and hashes stay as they are. */
const GERMAN: readonly (readonly [RegExp, string])[] = [
  [/^Wording frozen by (.+), SHA-256 (\w+)$/s, 'Wortlaut festgeschrieben von $1, SHA-256 $2'],
  [/^Sent to (.+) at (\S+)$/s, 'Gesendet an $1, $2'],
  [/^Sent to (.+)$/s, 'Gesendet an $1'],
  [/^Reminder (\d+) to (.+)$/s, '$1. Erinnerung an $2'],
  [/^Opened by (.+)’s link$/s, 'Geöffnet über den Link von $1'],
  [/^Code from (.+) given$/s, 'Code aus $1 eingegeben'],
  [
    /^Signed on set by (.+); signed without signal at (.+) by the phone’s clock$/s,
    'Am Set unterschrieben von $1; ohne Netz unterschrieben um $2 nach der Uhr des Telefons',
  ],
  [/^Signed on set by (.+)$/s, 'Am Set unterschrieben von $1'],
  [
    /^Signed on paper on (.+); scan (.+) indexed by (.+), SHA-256 (\w+)$/s,
    'Auf Papier unterschrieben am $1; Scan $2 abgelegt von $3, SHA-256 $4',
  ],
  [/^Signed by everybody$/, 'Von allen unterschrieben'],
  [/^Signed by (.+) \(sent to (.+)\)$/s, 'Unterschrieben von $1 (gesendet an $2)'],
  [/^Signed by (.+)$/s, 'Unterschrieben von $1'],
  [/^Approved by (.+) \(sent to (.+)\)$/s, 'Freigegeben von $1 (gesendet an $2)'],
  [/^Approved by (.+)$/s, 'Freigegeben von $1'],
  [/^Declined by (.+)$/s, 'Abgelehnt von $1'],
  [/^Superseded by (.+)$/s, 'Ersetzt durch $1'],
  [/^Made void by (.+)$/s, 'Für ungültig erklärt von $1'],
  [/^Waits for its time stamp: (.+)$/s, 'Wartet auf den Zeitstempel: $1'],
  [/^The time to sign has run out$/, 'Die Zeit zum Unterschreiben ist abgelaufen'],
  [/^Its time has run out$/, 'Die Laufzeit ist zu Ende'],
]

/**
 * A line of the history as the certificate of a paper says it. What has no German yet stays English rather than missing.
 *
 * @example historyIn('de', 'Reminder 2 to Sam Okoro') → '2. Erinnerung an Sam Okoro'
 */
export function historyIn(language: Language, text: string): string {
  if (language !== 'de') return text
  const found = GERMAN.find(([pattern]) => pattern.test(text))
  return found === undefined ? text : text.replace(...found)
}
