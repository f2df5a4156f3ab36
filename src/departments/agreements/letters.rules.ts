import type { Language } from './kinds.rules.ts'

/** What a letter about a paper says, in the reader's language. */
interface LetterWords {
  sign: (title: string, from: string) => [subject: string, lead: string]
  approve: (title: string, from: string) => [subject: string, lead: string]
  view: (title: string, from: string) => [subject: string, lead: string]
  remind: (title: string) => [subject: string, lead: string]
  done: (title: string) => [subject: string, lead: string]
  gone: (title: string, reason: string) => [subject: string, lead: string]
  code: (code: string) => [subject: string, lead: string]
  until: (when: string) => string
  open: string
  minute: string
}

const en: LetterWords = {
  sign: (title, from) => [`Please sign: ${title}`, `${from} has a paper for you to read and sign: ${title}.`],
  approve: (title, from) => [
    `Please approve: ${title}`,
    `${from} asks you to approve ${title} before it goes to be signed.`,
  ],
  view: (title, from) => [`For you to read: ${title}`, `${from} lets you read ${title}. Nothing is asked of you.`],
  remind: (title) => [`Still to sign: ${title}`, `${title} still waits for you.`],
  done: (title) => [
    `Signed by everybody: ${title}`,
    `${title} is signed by everybody. The sealed copy is yours to keep.`,
  ],
  gone: (title, reason) => [
    `No longer to sign: ${title}`,
    `${title} was withdrawn, and its link no longer works. ${reason}`,
  ],
  code: (code) => [
    `Your code: ${code}`,
    `Enter this code on the page you are signing: ${code}. It works for ten minutes.`,
  ],
  until: (when) => `It can be signed until ${when}.`,
  open: 'Open it here',
  minute: 'It takes about a minute on a phone. No account is needed.',
}

const de: LetterWords = {
  sign: (title, from) => [
    `Bitte unterschreiben: ${title}`,
    `${from} hat ein Papier für Sie zum Lesen und Unterschreiben: ${title}.`,
  ],
  approve: (title, from) => [
    `Bitte freigeben: ${title}`,
    `${from} bittet Sie, ${title} freizugeben, bevor es unterschrieben wird.`,
  ],
  view: (title, from) => [`Zum Lesen: ${title}`, `${from} lässt Sie ${title} lesen. Zu tun ist nichts.`],
  remind: (title) => [`Noch zu unterschreiben: ${title}`, `${title} wartet noch auf Sie.`],
  done: (title) => [
    `Von allen unterschrieben: ${title}`,
    `${title} ist von allen unterschrieben. Die gesiegelte Fassung gehört Ihnen.`,
  ],
  gone: (title, reason) => [
    `Nicht mehr zu unterschreiben: ${title}`,
    `${title} wurde zurückgezogen, der Link gilt nicht mehr. ${reason}`,
  ],
  code: (code) => [
    `Ihr Code: ${code}`,
    `Geben Sie diesen Code auf der Seite ein, auf der Sie unterschreiben: ${code}. Er gilt zehn Minuten.`,
  ],
  until: (when) => `Unterschreiben können Sie bis ${when}.`,
  open: 'Hier öffnen',
  minute: 'Es dauert am Telefon etwa eine Minute. Ein Konto brauchen Sie nicht.',
}

const pl: LetterWords = {
  sign: (title, from) => [
    `Prosimy o podpis: ${title}`,
    `${from} przesyła dokument do przeczytania i podpisania: ${title}.`,
  ],
  approve: (title, from) => [
    `Prosimy o akceptację: ${title}`,
    `${from} prosi o akceptację dokumentu ${title}, zanim trafi do podpisu.`,
  ],
  view: (title, from) => [`Do przeczytania: ${title}`, `${from} udostępnia dokument ${title}. Nic nie trzeba robić.`],
  remind: (title) => [`Wciąż do podpisania: ${title}`, `${title} wciąż czeka na Twój podpis.`],
  done: (title) => [
    `Podpisane przez wszystkich: ${title}`,
    `${title} podpisali wszyscy. Opieczętowana kopia należy do Ciebie.`,
  ],
  gone: (title, reason) => [`Już nie do podpisania: ${title}`, `${title} wycofano, a link przestał działać. ${reason}`],
  code: (code) => [
    `Twój kod: ${code}`,
    `Wpisz ten kod na stronie, na której podpisujesz: ${code}. Działa dziesięć minut.`,
  ],
  until: (when) => `Można podpisać do ${when}.`,
  open: 'Otwórz tutaj',
  minute: 'Na telefonie zajmie to około minuty. Konto nie jest potrzebne.',
}

const ar: LetterWords = {
  sign: (title, from) => [`يرجى التوقيع: ${title}`, `لدى ${from} وثيقة لقراءتها وتوقيعها: ${title}.`],
  approve: (title, from) => [`يرجى الموافقة: ${title}`, `يطلب ${from} موافقتك على ${title} قبل إرسالها للتوقيع.`],
  view: (title, from) => [`للقراءة: ${title}`, `يتيح لك ${from} قراءة ${title}. لا يلزمك شيء.`],
  remind: (title) => [`ما زالت بانتظار توقيعك: ${title}`, `${title} ما زالت بانتظارك.`],
  done: (title) => [`وقّع عليها الجميع: ${title}`, `وقّع الجميع على ${title}. النسخة المختومة لك.`],
  gone: (title, reason) => [`لم تعد للتوقيع: ${title}`, `سُحبت ${title} ولم يعد الرابط يعمل. ${reason}`],
  code: (code) => [`رمزك: ${code}`, `أدخل هذا الرمز في صفحة التوقيع: ${code}. صالح لعشر دقائق.`],
  until: (when) => `يمكن التوقيع حتى ${when}.`,
  open: 'افتحها هنا',
  minute: 'يستغرق ذلك نحو دقيقة على الهاتف، ولا حاجة إلى حساب.',
}

export const letterWords: Record<Language, LetterWords> = { en, de, pl, ar }
