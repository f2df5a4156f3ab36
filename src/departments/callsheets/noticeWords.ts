import type { Locale } from '../../kernel/locale.ts'

const en = {
  callSheet: 'CALL SHEET',
  day: (n: number) => `Day ${n}`,
  call: (time: string) => `call ${time}`,
  onCall: 'on call',
  notCalled: 'not called',
  first: (name: string, time: string, date: string) => `${name}, your call is ${time} on ${date}.`,
  firstWithoutTime: (name: string, date: string) => `${name}, you are on the call sheet of ${date}.`,
  released: (name: string, date: string) => `${name}, you are no longer called on ${date}.`,
  unchangedPlace: 'place unchanged',
  unchangedCall: 'call unchanged',
  isNew: (label: string, now: string) => `${label}: ${now} (new)`,
  isGone: (label: string, was: string) => `${label} ${was} no longer applies`,
  changed: (version: string) => `Changed in ${version}`,
  also: 'Also changed',
  yours: 'Your sheet',
  confirm: (time: string) => `Confirm ${time}`,
  confirmPlain: 'Confirm',
  understood: 'Understood',
  look: 'Open your call sheet',
  onlyTold: 'You need not answer; your confirmation goes on counting.',
  reminder: 'We still need your yes.',
  personal: 'This link is yours alone: please do not pass it on.',
  trouble: 'Trouble with the time or the place? Say so on the same page.',
  preliminary: 'Preliminary: no answer needed, times may change.',
  smsCall: (time: string) => `YOUR CALL ${time}`,
  smsNoCall: 'YOU ARE NOT CALLED',
  smsOnCall: 'YOU ARE ON CALL',
  smsWas: (time: string) => ` (was ${time})`,
  smsConfirm: (link: string) => `Confirm: ${link}`,
}

export type NoticeWords = typeof en

const de: NoticeWords = {
  callSheet: 'DISPO',
  day: (n) => `Tag ${n}`,
  call: (time) => `Call ${time}`,
  onCall: 'auf Abruf',
  notCalled: 'nicht disponiert',
  first: (name, time, date) => `${name}, Ihr Call ist um ${time} am ${date}.`,
  firstWithoutTime: (name, date) => `${name}, Sie stehen auf der Dispo vom ${date}.`,
  released: (name, date) => `${name}, Sie sind am ${date} nicht mehr disponiert.`,
  unchangedPlace: 'Ort unverändert',
  unchangedCall: 'Call unverändert',
  isNew: (label, now) => `${label}: ${now} (neu)`,
  isGone: (label, was) => `${label} ${was} entfällt`,
  changed: (version) => `Geändert in ${version}`,
  also: 'Außerdem geändert',
  yours: 'Ihre Dispo',
  confirm: (time) => `${time} bestätigen`,
  confirmPlain: 'Bestätigen',
  understood: 'Verstanden',
  look: 'Dispo öffnen',
  onlyTold: 'Sie müssen nicht antworten; Ihre Bestätigung gilt weiter.',
  reminder: 'Uns fehlt noch Ihr Ja.',
  personal: 'Dieser Link ist nur für Sie: bitte nicht weitergeben.',
  trouble: 'Passt die Zeit oder der Ort nicht? Sagen Sie es auf derselben Seite.',
  preliminary: 'Vorläufig: keine Antwort nötig, Zeiten können sich ändern.',
  smsCall: (time) => `IHR CALL ${time}`,
  smsNoCall: 'NICHT DISPONIERT',
  smsOnCall: 'AUF ABRUF',
  smsWas: (time) => ` (war ${time})`,
  smsConfirm: (link) => `Bestätigen: ${link}`,
}

export const noticeWords: Record<Locale, NoticeWords> = { en, de }

/** German names of the facts on a personal sheet, by their key; others keep the label they came with. */
const labelsDe: Record<string, string> = {
  call: 'Ihr Call',
  date: 'Datum',
  report_to: 'Treffpunkt',
  pickup: 'Abholung',
  pickup_from: 'Abholung ab',
  transport: 'Fahrt',
  makeup: 'Maske',
  wardrobe: 'Kostüm',
  on_set: 'Am Set',
  parking: 'Parken',
  lunch: 'Mittagessen',
  lunch_place: 'Mittagessen in',
  weather: 'Wetter',
  wrap: 'Drehschluss',
}

export const labelIn = (locale: Locale, field: { key: string; label: string }): string =>
  (locale === 'de' ? labelsDe[field.key] : undefined) ?? field.label
