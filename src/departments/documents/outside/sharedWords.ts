import type { Locale } from '../../../kernel/locale.ts'

const en = {
  for: (who: string) => `For ${who}`,
  until: (day: string) => `until ${day}`,
  passwordTitle: 'This document has a password',
  passwordText: 'You were told it by another way: a call, a message. Without it, ask the production office.',
  password: 'Password',
  enter: 'Open',
  wrong: 'That is not it. Look at capitals and try again.',
  wait: 'Too many tries. Wait an hour, or ask the production office.',
  termsTitle: 'Before you open it',
  termsName: 'Type your name',
  agree: 'I agree',
  nameMissing: 'Type your whole name to agree.',
  download: 'Save the file',
  yours: 'Your name is on every page. The link is yours alone.',
  page: (at: number, of: number) => `Page ${at} of ${of}`,
  noPages: 'This file is not shown here.',
  noPagesSave: 'Save it to open it.',
  more: (left: number) => `${left} more pages are in the file.`,
}

const de: typeof en = {
  for: (who) => `Für ${who}`,
  until: (day) => `bis ${day}`,
  passwordTitle: 'Dieses Dokument hat ein Passwort',
  passwordText: 'Du hast es auf anderem Weg bekommen: am Telefon, als Nachricht. Sonst frag das Produktionsbüro.',
  password: 'Passwort',
  enter: 'Öffnen',
  wrong: 'Das ist es nicht. Achte auf Großbuchstaben und versuch es noch einmal.',
  wait: 'Zu viele Versuche. Warte eine Stunde oder frag das Produktionsbüro.',
  termsTitle: 'Bevor du es öffnest',
  termsName: 'Schreib deinen Namen',
  agree: 'Ich stimme zu',
  nameMissing: 'Schreib deinen ganzen Namen, um zuzustimmen.',
  download: 'Datei sichern',
  yours: 'Dein Name steht auf jeder Seite. Der Link gehört dir allein.',
  page: (at, of) => `Seite ${at} von ${of}`,
  noPages: 'Diese Datei wird hier nicht gezeigt.',
  noPagesSave: 'Sichere sie, um sie zu öffnen.',
  more: (left) => `${left} weitere Seiten stehen in der Datei.`,
}

export const sharedWords: Record<Locale, typeof en> = { en, de }
