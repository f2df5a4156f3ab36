import type { Locale } from '../../kernel/locale.ts'

const en = {
  heading: 'Papers we need from you',
  file: 'PDF, or a photograph of every word of it',
  endorsement: 'The endorsement that names the additional insured',
  ends: 'It is good until',
  demands: 'It has to show:',
  handIn: (kind: string) => `Hand in: ${kind}`,
  sentBack: 'The office sent it back',
  handedIn: 'Handed in',
  accepted: 'accepted',
  inReview: 'the office is looking at it',
  allThere: 'Nothing is missing',
  thanks: 'Thank you. You can close this page.',
  taken: (kind: string) => `${kind} has arrived. The office looks at it next.`,
  choose: 'Choose a file first.',
  again:
    'Something of this arrived in the same moment. Look at what stands here now, and send it again if it is missing.',
  gone: 'This one is not asked for any more.',
}

const de: typeof en = {
  heading: 'Unterlagen, die wir von Ihnen brauchen',
  file: 'PDF, oder ein Foto, auf dem jedes Wort zu lesen ist',
  endorsement: 'Der Nachtrag, der die Mitversicherten nennt',
  ends: 'Gültig bis',
  demands: 'Darin muss stehen:',
  handIn: (kind) => `Abgeben: ${kind}`,
  sentBack: 'Das Büro hat es zurückgeschickt',
  handedIn: 'Abgegeben',
  accepted: 'angenommen',
  inReview: 'das Büro sieht es sich an',
  allThere: 'Es fehlt nichts',
  thanks: 'Danke. Sie können diese Seite schließen.',
  taken: (kind) => `${kind} ist angekommen. Das Büro sieht es sich an.`,
  choose: 'Wählen Sie zuerst eine Datei.',
  again:
    'Im selben Augenblick ist hierzu etwas angekommen. Sehen Sie nach, was jetzt hier steht, und senden Sie es noch einmal, wenn es fehlt.',
  gone: 'Danach wird nicht mehr gefragt.',
}

export const outsideWords: Record<Locale, typeof en> = { en, de }
