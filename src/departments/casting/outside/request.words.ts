import type { Locale } from '../../../kernel/locale.ts'

const en = {
  tape: 'Self-tape',
  question: 'A question',
  role: 'A role we cast',
  forWhom: (name: string) => `for ${name}`,
  wanted: 'What we ask',
  until: 'Until',
  files: 'Your tape',
  filesWhy: 'Up to six files of 500 MB. They go on sending when the line breaks, and are named by us.',
  note: 'Anything we should know',
  answer: 'Your answer',
  sendTape: 'Send the tape',
  sendAnswer: 'Send the answer',
  passOn: (name: string) => `Pass it on to ${name}`,
  passedOn: 'It was passed on. They have a mail of their own now.',
  no: 'I cannot do this one',
  noFor: (name: string) => `${name} cannot do this one`,
  arrived: 'It has arrived',
  again: 'Casting has it. What you send from here is added to it.',
  saidNo: 'You said no',
  changed: 'Send it all the same if that has changed.',
  late: 'The time is over',
  lateText: 'Send it all the same: casting sees that it came late and decides.',
}

const de: typeof en = {
  tape: 'Self-Tape',
  question: 'Eine Frage',
  role: 'Eine Rolle, die wir besetzen',
  forWhom: (name) => `für ${name}`,
  wanted: 'Worum wir bitten',
  until: 'Bis',
  files: 'Das Tape',
  filesWhy:
    'Bis zu sechs Dateien mit je 500 MB. Bricht die Verbindung ab, geht es danach weiter; benannt wird es von uns.',
  note: 'Was wir noch wissen sollten',
  answer: 'Antwort',
  sendTape: 'Tape senden',
  sendAnswer: 'Antwort senden',
  passOn: (name) => `An ${name} weitergeben`,
  passedOn: 'Weitergegeben. Eine eigene Mail ist unterwegs.',
  no: 'Das kann ich nicht machen',
  noFor: (name) => `${name} kann das nicht machen`,
  arrived: 'Angekommen',
  again: 'Das Casting hat es. Was von hier aus noch kommt, wird ergänzt.',
  saidNo: 'Abgesagt',
  changed: 'Falls sich das geändert hat: trotzdem senden.',
  late: 'Die Frist ist vorbei',
  lateText: 'Trotzdem senden: das Casting sieht, dass es spät kam, und entscheidet.',
}

export const requestWords: Record<Locale, typeof en> = { en, de }
