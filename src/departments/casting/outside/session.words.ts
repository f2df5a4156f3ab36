import type { Locale } from '../../../kernel/locale.ts'

const en = {
  audition: 'Audition',
  callback: 'Callback',
  forWhom: (what: string, name: string) => `${what} for ${name}`,
  choose: 'Choose your time',
  saidNo: 'You said no',
  changed: 'Choose a time if that has changed.',
  expected: (clock: string) => `You are expected at ${clock}`,
  onList: 'You are on the waiting list',
  onListText: 'The next time that is given back is yours, and this page says so.',
  where: 'Where',
  free: 'Free times',
  another: 'Another time',
  allTaken: 'Every time is taken.',
  wait: 'None of these: put me on the waiting list',
  cannot: 'I cannot come',
  waiting: 'No signal. Your answer is kept on this phone and sent when the line is back.',
  refused: 'It was not taken.',
  seeFree: 'See what is free now',
  welcome: 'Welcome',
  tapName: 'Touch your name.',
  nobody: 'Nobody is expected yet.',
  signIn: 'Sign in',
  signOut: 'Sign out',
  came: (clock: string) => `here since ${clock}`,
  was: (from: string, until: string) => `${from} to ${until}`,
  notHere: 'Your name is not here? Speak to the casting table.',
  yourName: 'Write your name to agree',
  guardian: 'Name of a parent or guardian',
  agree: 'I agree, sign me in',
  back: 'Back',
  doorWaiting: 'No signal. It is kept on this tablet and sent when the line is back.',
  again: 'Look again',
}

const de: typeof en = {
  audition: 'Casting',
  callback: 'Callback',
  forWhom: (what, name) => `${what} für ${name}`,
  choose: 'Wähle deine Zeit',
  saidNo: 'Du hast abgesagt',
  changed: 'Wähle eine Zeit, falls sich das geändert hat.',
  expected: (clock) => `Du bist um ${clock} Uhr dran`,
  onList: 'Du stehst auf der Warteliste',
  onListText: 'Wird eine Zeit frei, gehört sie dir, und diese Seite sagt es.',
  where: 'Ort',
  free: 'Freie Zeiten',
  another: 'Andere Zeit',
  allTaken: 'Alle Zeiten sind vergeben.',
  wait: 'Keine davon: auf die Warteliste',
  cannot: 'Ich kann nicht kommen',
  waiting: 'Kein Netz. Deine Antwort liegt auf diesem Telefon und wird gesendet, sobald die Verbindung wieder da ist.',
  refused: 'Das wurde nicht angenommen.',
  seeFree: 'Zeigen, was jetzt frei ist',
  welcome: 'Willkommen',
  tapName: 'Tippe auf deinen Namen.',
  nobody: 'Noch wird niemand erwartet.',
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  came: (clock) => `da seit ${clock}`,
  was: (from, until) => `${from} bis ${until}`,
  notHere: 'Dein Name fehlt? Melde dich am Tisch des Castings.',
  yourName: 'Mit deinem Namen stimmst du zu',
  guardian: 'Name einer erziehungsberechtigten Person',
  agree: 'Ich stimme zu, melde mich an',
  back: 'Zurück',
  doorWaiting: 'Kein Netz. Es liegt auf diesem Tablet und wird gesendet, sobald die Verbindung wieder da ist.',
  again: 'Noch einmal ansehen',
}

export const sessionWords: Record<Locale, typeof en> = { en, de }

/** `Thu 14 May 2026`, as the reader writes it. */
export const dayWords = (day: string, locale: Locale): string =>
  Temporal.PlainDate.from(day)
    .toLocaleString(locale === 'de' ? 'de-DE' : 'en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    })
    .replaceAll(',', '')
