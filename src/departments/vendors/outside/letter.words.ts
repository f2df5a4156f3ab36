import type { Locale } from '../../../kernel/locale.ts'

const en = {
  subject: (office: string) => `${office}: your details as a vendor`,
  againSubject: (office: string) => `${office}: something to look at again`,
  hello: (name: string) => `Hello ${name},`,
  asks: (office: string) =>
    `${office} would like to work with you. Please fill in how you are reached and paid, and hand in the papers we need.`,
  returned: (office: string) => `${office} has looked at what you filled in. Please look at this again:`,
  remindSubject: (office: string) => `${office}: we are waiting for your details`,
  reminds: (office: string) =>
    `${office} asked for your details and has not heard from you yet. What you have sent is still there.`,
  how: 'It works from a phone or a computer; there is nothing to sign up for:',
  bank: 'We never ask for bank details by mail. When an account is new, we call you on a number we already have.',
}

const de: typeof en = {
  subject: (office) => `${office}: Ihre Angaben als Lieferant`,
  againSubject: (office) => `${office}: bitte noch einmal ansehen`,
  hello: (name) => `Guten Tag ${name},`,
  asks: (office) =>
    `${office} möchte mit Ihnen arbeiten. Bitte tragen Sie ein, wie Sie zu erreichen sind und bezahlt werden, und geben Sie die Unterlagen ab, die wir brauchen.`,
  returned: (office) => `${office} hat Ihre Angaben angesehen. Bitte sehen Sie sich das noch einmal an:`,
  remindSubject: (office) => `${office}: Ihre Angaben fehlen uns noch`,
  reminds: (office) =>
    `${office} hat um Ihre Angaben gebeten und noch nichts gehört. Was Sie gesendet haben, ist noch da.`,
  how: 'Es geht mit dem Telefon oder am Rechner, ohne Anmeldung:',
  bank: 'Wir fragen nie in einer E-Mail nach Bankdaten. Ist ein Konto neu, rufen wir unter einer Nummer an, die wir schon haben.',
}

export const letterWords: Record<Locale, typeof en> = { en, de }
