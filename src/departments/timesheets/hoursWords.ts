import type { Locale } from '../../kernel/locale.ts'

const en = {
  subject: (production: string) => `Your hours on ${production}`,
  letter: (name: string, production: string, page: string) =>
    `Hello ${name},\n\nplease enter when you worked on ${production}:\n${page}\n\nThere is nothing to sign up for.`,
  heading: 'Your hours',
  start: 'Start',
  end: 'End',
  meal: 'Meal, minutes',
  after: 'Past midnight go on counting: half past one is 25:30.',
  send: (day: string) => `Send ${day}`,
  arrived: 'The office has these hours.',
  change: (day: string) => `Change ${day}`,
  taken: (day: string) => `The hours of ${day} have arrived.`,
  approved: (text: string) => `Approved: ${text}`,
  unclear: 'Write times like 07:30. The end lies after the start.',
  nothing: 'There is no day to enter',
  thanks: 'You were not booked in the last month, or every day is approved.',
  changed: 'The office changed this day in the meantime. Look at it again.',
}

const de: typeof en = {
  subject: (production) => `Ihre Stunden bei ${production}`,
  letter: (name, production, page) =>
    `Guten Tag ${name},\n\nbitte tragen Sie ein, wann Sie bei ${production} gearbeitet haben:\n${page}\n\nSie brauchen dafür kein Konto.`,
  heading: 'Ihre Stunden',
  start: 'Beginn',
  end: 'Ende',
  meal: 'Pause, Minuten',
  after: 'Nach Mitternacht weiterzählen: halb zwei ist 25:30.',
  send: (day) => `${day} senden`,
  arrived: 'Diese Stunden hat das Büro.',
  change: (day) => `${day} ändern`,
  taken: (day) => `Die Stunden vom ${day} sind angekommen.`,
  approved: (text) => `Freigegeben: ${text}`,
  unclear: 'Schreiben Sie Zeiten wie 07:30. Das Ende liegt nach dem Beginn.',
  nothing: 'Es gibt keinen Tag einzutragen',
  thanks: 'Sie waren im letzten Monat nicht gebucht, oder jeder Tag ist freigegeben.',
  changed: 'Das Büro hat diesen Tag inzwischen geändert. Sehen Sie ihn sich noch einmal an.',
}

export const hoursWords: Record<Locale, typeof en> = { en, de }
