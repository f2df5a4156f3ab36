import type { Locale } from '../../../kernel/locale.ts'

const en = {
  askSubject: (title: string) => `Request for a quote: ${title}`,
  remindSubject: (title: string) => `Still open: quote for ${title}`,
  outcomeSubject: (title: string) => `Your quote for ${title}`,
  hello: (name: string) => `Hello ${name},`,
  asks: (office: string, title: string) => `${office} asks for your quote: ${title}.`,
  reminds: (office: string, title: string) => `${office} is still waiting for your quote: ${title}.`,
  by: (when: string) => `Please answer by ${when}, from a phone or a computer; there is nothing to sign up for:`,
  chosen: (office: string, title: string) =>
    `${office} would like to go with your quote for ${title}. An order follows; nothing is ordered by this message.`,
  not_chosen: (office: string, title: string) =>
    `Thank you for your time. ${office} has gone another way for ${title}, and hopes to ask you again.`,
  withdrawn: (office: string, title: string) => `${office} does not need ${title} after all. Thank you for your time.`,
  heading: 'Request for a quote',
  for: (office: string, production: string) => `${office}, ${production}`,
  days: 'Days',
  deliver: 'Deliver',
  answerBy: 'Answer by',
  wanted: (quantity: string, unit: string, days: string | null) =>
    days === null ? `${quantity} × ${unit}` : `${quantity} × ${days} ${days === '1' ? 'day' : 'days'}`,
  currency: 'Currency (three letters)',
  unit: (unit: string) => `Price for one ${unit}`,
  quantity: 'Quantity',
  charged: 'Days charged',
  discount: 'Discount in %',
  lineNote: 'Note',
  skip: 'Leave the price empty for what you do not offer.',
  delivery: 'Delivery and collection',
  tax: 'Tax in %',
  valid: 'Valid until',
  note: 'Anything we should know',
  send: 'Send the quote',
  again: 'Send it again',
  decline: 'We cannot offer this',
  sent: 'Your quote has arrived',
  sentText: 'You can change it here until the time to answer is over.',
  declined: 'You have declined',
  declinedText: 'Thank you for saying so. You can still quote until the time is over.',
  attach: 'Attach your own offer (PDF or picture)',
  attachSend: 'Attach',
  attached: 'A file is attached.',
  choose: 'Choose a file first.',
  over: {
    late: ['The time to answer is over', 'Call the office if you still want to quote.'],
    decided: ['This is decided', 'Thank you for your time. You have a message with the outcome.'],
    withdrawn: ['This request was withdrawn', 'Thank you for your time.'],
  } as Record<'late' | 'decided' | 'withdrawn', readonly [string, string]>,
  waiting: 'No signal. It is kept on this device and sent when the line is back.',
  refused: 'It was not taken.',
  reload: 'Open again',
}

const de: typeof en = {
  askSubject: (title) => `Angebotsanfrage: ${title}`,
  remindSubject: (title) => `Noch offen: Angebot für ${title}`,
  outcomeSubject: (title) => `Ihr Angebot für ${title}`,
  hello: (name) => `Guten Tag ${name},`,
  asks: (office, title) => `${office} bittet um Ihr Angebot: ${title}.`,
  reminds: (office, title) => `${office} wartet noch auf Ihr Angebot: ${title}.`,
  by: (when) => `Bitte antworten Sie bis ${when}, mit dem Telefon oder am Rechner, ohne Anmeldung:`,
  chosen: (office, title) =>
    `${office} möchte Ihr Angebot für ${title} annehmen. Eine Bestellung folgt; mit dieser Nachricht ist noch nichts bestellt.`,
  not_chosen: (office, title) =>
    `Danke für Ihre Mühe. ${office} hat sich bei ${title} anders entschieden und fragt Sie gern wieder.`,
  withdrawn: (office, title) => `${office} braucht ${title} doch nicht. Danke für Ihre Mühe.`,
  heading: 'Angebotsanfrage',
  for: (office, production) => `${office}, ${production}`,
  days: 'Tage',
  deliver: 'Lieferung',
  answerBy: 'Antwort bis',
  wanted: (quantity, unit, days) =>
    days === null
      ? `${quantity} × ${germanUnits[unit.toLowerCase()] ?? unit}`
      : `${quantity} × ${days} ${days === '1' ? 'Tag' : 'Tage'}`,
  currency: 'Währung (drei Buchstaben)',
  unit: (unit) => `Preis je ${germanUnits[unit.toLowerCase()] ?? unit}`,
  quantity: 'Menge',
  charged: 'Berechnete Tage',
  discount: 'Rabatt in %',
  lineNote: 'Notiz',
  skip: 'Lassen Sie den Preis leer, wo Sie nichts anbieten.',
  delivery: 'Lieferung und Abholung',
  tax: 'Steuer in %',
  valid: 'Gültig bis',
  note: 'Was wir wissen sollten',
  send: 'Angebot senden',
  again: 'Noch einmal senden',
  decline: 'Das können wir nicht anbieten',
  sent: 'Ihr Angebot ist angekommen',
  sentText: 'Bis zum Ende der Frist können Sie es hier ändern.',
  declined: 'Sie haben abgesagt',
  declinedText: 'Danke für die Nachricht. Bis zum Ende der Frist können Sie noch anbieten.',
  attach: 'Ihr eigenes Angebot anhängen (PDF oder Bild)',
  attachSend: 'Anhängen',
  attached: 'Eine Datei ist angehängt.',
  choose: 'Wählen Sie zuerst eine Datei.',
  over: {
    late: ['Die Frist ist vorbei', 'Rufen Sie im Büro an, wenn Sie noch anbieten wollen.'],
    decided: ['Das ist entschieden', 'Danke für Ihre Mühe. Sie haben eine Nachricht mit dem Ergebnis.'],
    withdrawn: ['Diese Anfrage wurde zurückgezogen', 'Danke für Ihre Mühe.'],
  },
  waiting: 'Kein Netz. Es bleibt auf diesem Gerät und wird gesendet, sobald es geht.',
  refused: 'Es wurde nicht angenommen.',
  reload: 'Neu öffnen',
}

export const quoteWords: Record<Locale, typeof en> = { en, de }

/** The units an English office writes most; its own words stand as they are. */
const germanUnits: Readonly<Record<string, string>> = {
  day: 'Tag',
  week: 'Woche',
  hour: 'Stunde',
  piece: 'Stück',
  month: 'Monat',
}
