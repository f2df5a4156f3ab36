import type { Locale } from '../../kernel/locale.ts'
import type { ChallengeState } from './challenge.contract.ts'

export const OVER: Record<ChallengeState, string> = {
  open: 'The answer is awaited.',
  booked: 'It was booked.',
  released: 'It was released.',
  lapsed: 'Nobody answered in time, so the hold was released.',
  withdrawn: 'The challenge was withdrawn.',
}

const en = {
  title: (name: string) => `${name}: challenged hold`,
  unnamed: 'This hold',
  asked: { theirs: 'Another production asks for somebody you hold', ours: 'You asked for somebody who is held' },
  days: 'Days',
  by: { theirs: 'Book or release by', ours: 'They answer by' },
  /** The rule as it was told when the challenge began. */
  rule: (told: string) => told,
  over: OVER,
  late: 'The time is over',
  lateMeans: 'The hold is being released.',
  means: 'What this means',
  meaning:
    'A hold is a courtesy and costs nothing. Booking makes it firm; cancelling after that may cost a part of the day.',
  book: (name: string) => `Book ${name}`,
  release: 'Release the hold',
  withdraw: 'Withdraw the challenge',
  waiting: 'No signal. Your answer is kept on this phone and sent by itself.',
  refused: 'This could not be taken.',
  reload: 'See how it stands',
  subject: (name: string, due: string) => `Book or release ${name} by ${due}`,
  letter: (name: string, dates: string, due: string) =>
    `Another production asks for ${name} on ${dates}. You hold them ahead. Please book or release by ${due}.`,
  oursSubject: (name: string, dates: string) => `Challenge sent: ${name}, ${dates}`,
  ours: (name: string, dates: string, due: string) =>
    `You challenged the hold on ${name} for ${dates}. The answer is due ${due}.`,
  firstSubject: (name: string, dates: string) => `First hold now: ${name}, ${dates}`,
  first: (name: string, dates: string) =>
    `Whoever held ahead of you let go. You are first hold on ${name} for ${dates} and can book.`,
}

const de: typeof en = {
  title: (name) => `${name}: Option angefragt`,
  unnamed: 'Diese Option',
  asked: {
    theirs: 'Eine andere Produktion fragt nach jemandem, den ihr optioniert habt',
    ours: 'Du hast nach jemandem gefragt, der optioniert ist',
  },
  days: 'Tage',
  by: { theirs: 'Buchen oder freigeben bis', ours: 'Antwort bis' },
  rule: () => 'Wer vorne steht, bucht bis dahin oder gibt frei. Keine Antwort gibt die Option frei.',
  over: {
    open: 'Die Antwort steht noch aus.',
    booked: 'Es wurde gebucht.',
    released: 'Es wurde freigegeben.',
    lapsed: 'Niemand hat rechtzeitig geantwortet, die Option wurde freigegeben.',
    withdrawn: 'Die Anfrage wurde zurückgezogen.',
  },
  late: 'Die Zeit ist um',
  lateMeans: 'Die Option wird gerade freigegeben.',
  means: 'Was das heißt',
  meaning:
    'Eine Option ist ein Entgegenkommen und kostet nichts. Buchen macht sie fest; wer danach absagt, zahlt vielleicht einen Teil des Tages.',
  book: (name) => `${name} buchen`,
  release: 'Option freigeben',
  withdraw: 'Anfrage zurückziehen',
  waiting: 'Kein Netz. Die Antwort bleibt auf diesem Telefon und geht von selbst hinaus.',
  refused: 'Das ging nicht.',
  reload: 'Stand ansehen',
  subject: (name, due) => `${name} bis ${due} buchen oder freigeben`,
  letter: (name, dates, due) =>
    `Eine andere Produktion fragt nach ${name} für ${dates}. Ihre Option steht davor. Bitte bis ${due} buchen oder freigeben.`,
  oursSubject: (name, dates) => `Option angefragt: ${name}, ${dates}`,
  ours: (name, dates, due) => `Sie haben die Option auf ${name} für ${dates} angefragt. Die Antwort kommt bis ${due}.`,
  firstSubject: (name, dates) => `Jetzt erste Option: ${name}, ${dates}`,
  first: (name, dates) =>
    `Wer vor Ihnen stand, hat freigegeben. Sie haben jetzt die erste Option auf ${name} für ${dates} und können buchen.`,
}

/** What both sides of a challenge read, on its page and in the letter to somebody outside. */
export const challengeWords: Record<Locale, typeof en> = { en, de }
