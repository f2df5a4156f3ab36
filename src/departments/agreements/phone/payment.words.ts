import type { Language } from '../kinds.rules.ts'
import type { Owed, TaxFault } from '../payment.rules.ts'

export interface PaymentWords {
  readonly ahead: string
  readonly heading: string
  readonly why: string
  readonly tax: string
  readonly bank: string
  readonly received: string
  readonly again: string
  readonly now: string
  readonly all: string
  readonly country: string
  readonly countryNote: string
  readonly legalName: string
  readonly legalNote: string
  readonly standing: string
  readonly standings: Readonly<Record<'individual' | 'company' | 'other', string>>
  readonly address: string
  readonly kind: string
  readonly kindExample: string
  readonly id: string
  readonly certify: string
  readonly sendTax: string
  readonly holder: string
  readonly account: string
  readonly bankCode: string
  readonly bankCodeNote: string
  readonly bankName: string
  readonly bankCountry: string
  readonly call: string
  readonly sendBank: string
  readonly remind: (title: string, owed: readonly Owed[]) => [subject: string, lead: string]
  readonly until: (when: string) => string
  readonly ended: string
  readonly notAsked: string
  readonly taxFaults: Readonly<Record<TaxFault, string>>
  readonly bankFaults: Readonly<
    Record<'no_holder' | 'no_account' | 'iban_wrong' | 'no_bank_code' | 'routing_wrong', string>
  >
}

const en: PaymentWords = {
  ahead: 'After you sign, we ask for your tax form and your bank details here, so that you can be paid.',
  heading: 'How you are paid',
  why: 'What you enter is sealed on arrival, not shown on this page again, and not kept on your phone. You can stop after any step: this link brings you back to the next one.',
  tax: 'Tax form',
  bank: 'Bank details',
  received: 'Received. For your safety it is not shown again.',
  again: 'Send it anew',
  now: 'Fill it in now',
  all: 'That is all. The production office has what it needs to pay you.',
  country: 'Country you pay taxes in',
  countryNote: 'Two letters: US, GB, DE',
  legalName: 'Name on your tax return',
  legalNote: 'Your company, if you bill through one',
  standing: 'You are',
  standings: { individual: 'An individual or sole trader', company: 'A company', other: 'Something else' },
  address: 'Address for tax papers',
  kind: 'Which number',
  kindExample: 'SSN, UTR …',
  id: 'Tax number',
  certify: 'The number is mine and what stands here is true. I know that a false statement can be punished.',
  sendTax: 'Send and go on',
  holder: 'Account holder',
  account: 'IBAN or account number',
  bankCode: 'Routing number, sort code or BIC',
  bankCodeNote: 'Not needed with an IBAN',
  bankName: 'Bank',
  bankCountry: 'Country (two letters)',
  call: 'Before anything is paid into a new account we call you on a number we already have. We never ask for bank details by mail.',
  sendBank: 'Send bank details',
  remind: (title, owed) => {
    const missing = owed.map((it) => (it === 'tax' ? 'your tax form' : 'your bank details')).join(' and ')
    return [
      `Still needed to pay you: ${title}`,
      `You have signed ${title}, thank you. So that you can be paid, ${missing} ${owed.length === 1 && owed[0] === 'tax' ? 'is' : 'are'} still missing.`,
    ]
  },
  until: (when) => `The page works until ${when}.`,
  ended: 'This paper is no longer open. Ask the production office for a new link.',
  notAsked: 'Nothing is asked of you here yet. Sign first; if you have, load the page again.',
  taxFaults: {
    country: 'Give the country as two letters, like US.',
    legalName: 'Give the name that stands on your tax return.',
    address: 'Give the address for tax papers.',
    kind: 'Say which number it is: SSN, EIN, UTR.',
    id: 'The tax number is missing or not whole.',
    id_us: 'A US tax number has nine digits.',
    certified: 'Confirm that it is true.',
  },
  bankFaults: {
    no_holder: 'Whose account is it?',
    no_account: 'The account number is missing.',
    iban_wrong: 'This IBAN has a slipped digit: its check digits do not fit.',
    no_bank_code: 'An account number without an IBAN needs its routing number, sort code or BIC.',
    routing_wrong: 'A US routing number has nine digits that fit together.',
  },
}

const de: PaymentWords = {
  ahead:
    'Nach der Unterschrift fragen wir hier nach Steuerangaben und Bankverbindung, damit Sie bezahlt werden können.',
  heading: 'Wie Sie bezahlt werden',
  why: 'Was Sie eintragen, wird beim Eingang versiegelt, auf dieser Seite nicht wieder gezeigt und nicht auf Ihrem Telefon gespeichert. Sie können nach jedem Schritt aufhören: Dieser Link führt Sie zum nächsten.',
  tax: 'Steuerangaben',
  bank: 'Bankverbindung',
  received: 'Erhalten. Zu Ihrer Sicherheit wird es nicht wieder gezeigt.',
  again: 'Noch einmal senden',
  now: 'Jetzt ausfüllen',
  all: 'Das war alles. Das Produktionsbüro hat, was es braucht, um Sie zu bezahlen.',
  country: 'Land, in dem Sie Steuern zahlen',
  countryNote: 'Zwei Buchstaben: DE, AT, US',
  legalName: 'Name auf Ihrer Steuererklärung',
  legalNote: 'Ihre Firma, wenn Sie über eine abrechnen',
  standing: 'Sie sind',
  standings: { individual: 'Einzelperson oder selbstständig', company: 'Eine Firma', other: 'Etwas anderes' },
  address: 'Anschrift für Steuerpapiere',
  kind: 'Welche Nummer',
  kindExample: 'Steuer-IdNr., USt-IdNr.',
  id: 'Steuernummer',
  certify: 'Die Nummer ist meine, und was hier steht, ist wahr. Ich weiß, dass falsche Angaben strafbar sein können.',
  sendTax: 'Senden und weiter',
  holder: 'Kontoinhaber',
  account: 'IBAN oder Kontonummer',
  bankCode: 'Bankleitzahl oder BIC',
  bankCodeNote: 'Mit IBAN nicht nötig',
  bankName: 'Bank',
  bankCountry: 'Land (zwei Buchstaben)',
  call: 'Bevor auf ein neues Konto gezahlt wird, rufen wir Sie unter einer Nummer an, die wir schon haben. Wir fragen nie in einer E-Mail nach Bankdaten.',
  sendBank: 'Bankverbindung senden',
  remind: (title, owed) => {
    const missing = owed.map((it) => (it === 'tax' ? 'Ihre Steuerangaben' : 'Ihre Bankverbindung')).join(' und ')
    return [
      `Noch nötig, um Sie zu bezahlen: ${title}`,
      `Sie haben ${title} unterschrieben, danke. Damit Sie bezahlt werden können, ${owed.length === 1 && owed[0] === 'bank' ? 'fehlt' : 'fehlen'} noch ${missing}.`,
    ]
  },
  until: (when) => `Die Seite gilt bis ${when}.`,
  ended: 'Dieses Papier ist nicht mehr offen. Fragen Sie das Produktionsbüro nach einem neuen Link.',
  notAsked: 'Hier wird noch nichts von Ihnen gefragt. Unterschreiben Sie zuerst; laden Sie danach die Seite neu.',
  taxFaults: {
    country: 'Geben Sie das Land mit zwei Buchstaben an, zum Beispiel DE.',
    legalName: 'Geben Sie den Namen an, der auf Ihrer Steuererklärung steht.',
    address: 'Geben Sie die Anschrift für Steuerpapiere an.',
    kind: 'Sagen Sie, welche Nummer es ist: Steuer-IdNr., USt-IdNr.',
    id: 'Die Steuernummer fehlt oder ist nicht vollständig.',
    id_us: 'Eine Steuernummer der USA hat neun Ziffern.',
    certified: 'Bestätigen Sie, dass es wahr ist.',
  },
  bankFaults: {
    no_holder: 'Wem gehört das Konto?',
    no_account: 'Die Kontonummer fehlt.',
    iban_wrong: 'In dieser IBAN ist eine Ziffer verrutscht: Ihre Prüfziffern passen nicht.',
    no_bank_code: 'Eine Kontonummer ohne IBAN braucht Bankleitzahl oder BIC.',
    routing_wrong: 'Eine Routing Number der USA hat neun Ziffern, die zusammenpassen.',
  },
}

/** German where the paper is in German, English beside every other language. */
export const paymentWords = (language: Language): PaymentWords => (language === 'de' ? de : en)
