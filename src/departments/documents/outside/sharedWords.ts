import type { Locale } from '../../../kernel/locale.ts'
import { CODE_MINUTES } from '../code.rules.ts'

const en = {
  for: (who: string) => `For ${who}`,
  until: (day: string) => `until ${day}`,
  passwordTitle: 'This document has a password',
  passwordText: 'You were told it by another way: a call, a message. Without it, ask the production office.',
  password: 'Password',
  enter: 'Open',
  wrong: 'That is not it. Look at capitals and try again.',
  wait: 'Too many tries. Wait an hour, or ask the production office.',
  codeTitle: 'Show that it is you',
  codeText: (address: string) => `This document is for one person. We send a code to ${address}; it opens the page.`,
  codeSent: (address: string) => `A code is on its way to ${address}. It works once, for ${CODE_MINUTES} minutes.`,
  code: 'Code',
  codeSend: 'Send me the code',
  codeAgain: 'Send a new code',
  codeWrong: 'That is not the code. Look at the newest e-mail.',
  codeOver: 'This code has run out. Ask for a new one.',
  codeWait: 'Too many codes were asked for. Wait an hour, or ask the production office.',
  termsTitle: 'Before you open it',
  termsName: 'Type your name',
  agree: 'I agree',
  nameMissing: 'Type your whole name to agree.',
  download: 'Save the file',
  yours: 'Your name is on every page. The link is yours alone.',
  page: (at: number, of: number) => `Page ${at} of ${of}`,
  noPages: 'This file is not shown here.',
  noPagesSave: 'Save it to open it.',
  more: (left: number) => (left === 1 ? '1 more page is in the file.' : `${left} more pages are in the file.`),
}

const de: typeof en = {
  for: (who) => `Für ${who}`,
  until: (day) => `bis ${day}`,
  passwordTitle: 'Dieses Dokument hat ein Passwort',
  passwordText:
    'Sie haben es auf anderem Weg bekommen: am Telefon, als Nachricht. Fragen Sie sonst das Produktionsbüro.',
  password: 'Passwort',
  enter: 'Öffnen',
  wrong: 'Das ist es nicht. Achten Sie auf Großbuchstaben und versuchen Sie es noch einmal.',
  wait: 'Zu viele Versuche. Warten Sie eine Stunde oder fragen Sie das Produktionsbüro.',
  codeTitle: 'Zeigen Sie, dass Sie es sind',
  codeText: (address) =>
    `Dieses Dokument ist für eine Person. Wir schicken einen Code an ${address}; er öffnet die Seite.`,
  codeSent: (address) => `Ein Code ist unterwegs an ${address}. Er gilt einmal und ${CODE_MINUTES} Minuten lang.`,
  code: 'Code',
  codeSend: 'Code schicken',
  codeAgain: 'Neuen Code schicken',
  codeWrong: 'Das ist nicht der Code. Sehen Sie in die neueste E-Mail.',
  codeOver: 'Dieser Code ist abgelaufen. Lassen Sie sich einen neuen schicken.',
  codeWait: 'Zu viele Codes wurden verlangt. Warten Sie eine Stunde oder fragen Sie das Produktionsbüro.',
  termsTitle: 'Bevor Sie es öffnen',
  termsName: 'Schreiben Sie Ihren Namen',
  agree: 'Ich stimme zu',
  nameMissing: 'Schreiben Sie Ihren ganzen Namen, um zuzustimmen.',
  download: 'Datei sichern',
  yours: 'Ihr Name steht auf jeder Seite. Der Link ist für Sie allein.',
  page: (at, of) => `Seite ${at} von ${of}`,
  noPages: 'Diese Datei wird hier nicht gezeigt.',
  noPagesSave: 'Sichern Sie sie, um sie zu öffnen.',
  more: (left) =>
    left === 1 ? 'Eine weitere Seite steht in der Datei.' : `${left} weitere Seiten stehen in der Datei.`,
}

export const sharedWords: Record<Locale, typeof en> = { en, de }
