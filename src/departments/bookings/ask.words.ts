import { offerText } from './ask.rules.ts'
import type { Offer } from './ask.contract.ts'
import { dayIn, type Locale } from '../../kernel/locale.ts'
import type { PlainDay } from '../../kernel/time.ts'

const datesIn = (locale: Locale) => (dates: readonly PlainDay[]) => dates.map((day) => dayIn(locale, day)).join(', ')

type Told = (title: string, dates: string, when: string) => string

/** Every word somebody outside reads of an ask. */
export interface AskWords {
  dates: (dates: readonly PlainDay[]) => string
  terms: (offer: Offer) => string
  subject: (production: string, titles: string) => string
  dear: (name: string) => string
  asks: (production: string) => string
  /** To the agent who hears it first, and to the agent who gets a copy. */
  through: (name: string) => string
  copied: (name: string) => string
  onlyFree: string
  answerBy: string
  noLogin: string
  told: Record<'reminder' | 'let_go' | 'held' | 'booked' | 'expired', Told>
  /** The page. */
  forJob: string
  forDays: string
  days: string
  offer: string
  says: string
  yes: string
  no: string
  yesIf: string
  other: string
  dependsOn: string
  rate: string
  hours: string
  overtime: string
  kit: string
  travel: string
  remark: string
  send: string
  means: { availability: string; hold: string; confirmed: string }
  mine: Record<'yes' | 'yes_if' | 'counter' | 'no', string>
  agreed: string
  won: Record<'hold' | 'confirmed', [string, string]>
  over: Record<'filled' | 'closed' | 'expired', [string, string]>
  kept: { waiting: string; refused: string; reload: string }
  /** To colleagues: Imani … */
  said: Record<'yes' | 'no' | 'yes_if' | 'counter', string>
  changedMind: string
  /** After an answer: what happens next, and until when it may be another. */
  weTellYou: (until: string) => string
  otherwise: string
  back: string
}

const en: AskWords = {
  dates: datesIn('en'),
  terms: (offer) => offerText(offer),
  subject: (production, titles) => `Are you free? ${titles}, ${production}`,
  dear: (name) => `Dear ${name},`,
  asks: (production) => `${production} would like to know:`,
  through: (name) => `This is for ${name}, whom you represent.`,
  copied: (name) =>
    `For your records: this is what we wrote to ${name}, whom you represent. They answer on a page of their own.`,
  onlyFree: 'For now we ask only whether you are free.',
  answerBy: 'Please answer by',
  noLogin: 'The link opens without a password. It is meant for you alone.',
  told: {
    reminder: (title, dates, when) => `We have not heard from you yet: ${title}, ${dates}. Please answer by ${when}.`,
    let_go: (title, dates) =>
      `Thank you for your answer. For ${title}, ${dates}, we are going with somebody else this time. You are free on these days as far as we are concerned.`,
    held: (title, dates) =>
      `Thank you. You are on hold for ${title}, ${dates}. We book you or release you; your page says how it stands.`,
    booked: (title, dates) => `Thank you. You are booked: ${title}, ${dates}. Your page says how it stands.`,
    expired: (title, dates) => `We did not hear from you about ${title}, ${dates}, and no longer hold the days.`,
  },
  forJob: 'You are asked for',
  forDays: 'Are you free?',
  days: 'Days',
  offer: 'What we offer',
  says: 'A word from us',
  yes: 'Yes',
  no: 'No, not this time',
  yesIf: 'Yes, if …',
  other: 'Other terms',
  dependsOn: 'What it depends on',
  rate: 'Your rate',
  hours: 'For how many hours',
  overtime: 'Overtime',
  kit: 'Kit a day',
  travel: 'Travel',
  remark: 'Anything else',
  send: 'Send',
  means: {
    availability: 'Saying yes tells us that you are free. It is no booking yet.',
    hold: 'A yes puts you on hold for these days. A hold is a courtesy and costs nothing; we book or release you.',
    confirmed: 'A yes may book you for these days on these terms.',
  },
  mine: { yes: 'You said yes', yes_if: 'You said yes, if', counter: 'You made another offer', no: 'You said no' },
  agreed: 'Agreed',
  won: {
    hold: ['You are on hold for these days', 'We book you or release you, and either reaches you by mail.'],
    confirmed: ['You are booked', 'Your days are noted with us. Changes reach you by mail.'],
  },
  over: {
    filled: ['Somebody else was taken', 'Thank you for answering. These days are yours again.'],
    closed: ['We are not asking any more', 'Thank you. These days are yours again.'],
    expired: ['The time to answer is over', 'Write to us if you are free after all.'],
  },
  kept: {
    waiting: 'No signal. Your answer is kept on this phone and sent by itself.',
    refused: 'This could not be taken.',
    reload: 'See how it stands',
  },
  said: { yes: 'said yes', no: 'said no', yes_if: 'said yes, if', counter: 'made another offer' },
  changedMind: 'Changed your mind? Until somebody is taken you can still answer.',
  weTellYou: (until) =>
    `The production has your answer and tells you what becomes of it. You can change it until ${until}.`,
  otherwise: 'Change the answer',
  back: 'Back',
}

const de: AskWords = {
  dates: datesIn('de'),
  terms: (offer) =>
    offerText(offer, {
      bases: { hour: ' je Stunde', day: ' je Tag', week: ' je Woche', flat: ' pauschal' },
      kit: 'Gerät',
      overtime: 'Überstunden',
      travel: 'Anreise',
    }),
  subject: (production, titles) => `Haben Sie Zeit? ${titles}, ${production}`,
  dear: (name) => `Guten Tag ${name},`,
  asks: (production) => `${production} möchte wissen:`,
  through: (name) => `Es geht um ${name}; Sie vertreten sie oder ihn.`,
  copied: (name) => `Zu Ihrer Kenntnis: Das haben wir ${name} geschrieben. Geantwortet wird auf einer eigenen Seite.`,
  onlyFree: 'Zunächst fragen wir nur, ob Sie frei sind.',
  answerBy: 'Bitte antworten Sie bis',
  noLogin: 'Der Link öffnet sich ohne Passwort. Er ist nur für Sie bestimmt.',
  told: {
    reminder: (title, dates, when) =>
      `Wir haben noch nichts von Ihnen gehört: ${title}, ${dates}. Bitte antworten Sie bis ${when}.`,
    let_go: (title, dates) =>
      `Danke für Ihre Antwort. Für ${title}, ${dates}, haben wir uns diesmal anders entschieden. Von uns aus sind Sie an diesen Tagen frei.`,
    held: (title, dates) =>
      `Danke. Sie stehen für ${title}, ${dates}, auf Option. Wir buchen Sie oder geben Sie frei; den Stand zeigt Ihre Seite.`,
    booked: (title, dates) => `Danke. Sie sind gebucht: ${title}, ${dates}. Den Stand zeigt Ihre Seite.`,
    expired: (title, dates) => `Zu ${title}, ${dates}, haben wir nichts gehört und halten die Tage nicht länger frei.`,
  },
  forJob: 'Sie werden gefragt für',
  forDays: 'Haben Sie Zeit?',
  days: 'Tage',
  offer: 'Unser Angebot',
  says: 'Ein Wort von uns',
  yes: 'Ja',
  no: 'Nein, diesmal nicht',
  yesIf: 'Ja, wenn …',
  other: 'Andere Bedingungen',
  dependsOn: 'Wovon es abhängt',
  rate: 'Ihre Gage',
  hours: 'Für wie viele Stunden',
  overtime: 'Überstunden',
  kit: 'Gerät je Tag',
  travel: 'Anreise',
  remark: 'Noch etwas',
  send: 'Senden',
  means: {
    availability: 'Mit Ja sagen Sie uns, dass Sie frei sind. Gebucht ist damit noch nichts.',
    hold: 'Mit Ja stehen Sie für diese Tage auf Option. Eine Option ist unverbindlich; wir buchen oder geben frei.',
    confirmed: 'Mit Ja können Sie für diese Tage zu diesen Bedingungen gebucht sein.',
  },
  mine: {
    yes: 'Sie haben Ja gesagt',
    yes_if: 'Sie haben Ja gesagt, wenn',
    counter: 'Sie haben ein anderes Angebot gemacht',
    no: 'Sie haben Nein gesagt',
  },
  agreed: 'Vereinbart',
  won: {
    hold: [
      'Sie stehen für diese Tage auf Option',
      'Wir buchen Sie oder geben Sie frei; beides erfahren Sie per E-Mail.',
    ],
    confirmed: ['Sie sind gebucht', 'Ihre Tage sind bei uns notiert. Änderungen kommen per E-Mail.'],
  },
  over: {
    filled: ['Es wurde jemand anders genommen', 'Danke für Ihre Antwort. Die Tage gehören wieder Ihnen.'],
    closed: ['Wir fragen nicht mehr', 'Danke. Die Tage gehören wieder Ihnen.'],
    expired: ['Die Zeit für eine Antwort ist um', 'Schreiben Sie uns, wenn Sie doch frei sind.'],
  },
  kept: {
    waiting: 'Kein Netz. Ihre Antwort bleibt auf diesem Telefon und geht von selbst ab.',
    refused: 'Das konnte nicht angenommen werden.',
    reload: 'Nachsehen, wie es steht',
  },
  said: { yes: 'sagt Ja', no: 'sagt Nein', yes_if: 'sagt Ja, wenn', counter: 'macht ein anderes Angebot' },
  changedMind: 'Doch noch frei? Bis jemand genommen ist, können Sie noch antworten.',
  weTellYou: (until) =>
    `Die Produktion hat Ihre Antwort und meldet sich, sobald entschieden ist. Bis ${until} können Sie sie ändern.`,
  otherwise: 'Antwort ändern',
  back: 'Zurück',
}

export const askWords: Record<Locale, AskWords> = { en, de }
