import { kindWords, type AgreementKind, type Language } from './kinds.rules.ts'

/** What stands on the paper around its text, and on its certificate. */
const en = {
  inShort: 'In short',
  signatures: 'Signatures',
  certificate: 'Certificate',
  paper: 'The paper',
  history: 'What happened',
  pageOf: 'Page {n} of {m}',
  draft: 'NOT SIGNED',
  signedOn: (when: string) => `Signed ${when}`,
  approvedOn: (when: string) => `Approved ${when}`,
  notYet: 'Not signed yet',
  guardianOf: (name: string) => `For ${name}, as parent or guardian`,
  about:
    'This page belongs to the paper before it and is sealed together with it. Times are from the office’s server, in UTC.',
  number: 'Number',
  title: 'Title',
  hash: 'SHA-256 of the text that was shown',
  docx: 'SHA-256 of the Word document',
  stamp: 'Time stamp in the seal, by',
  completed: 'Signed by everybody',
  scope: 'Scope',
  when: 'Signed',
  identified: 'Identified',
  ip: 'IP address',
  device: 'Device',
  seen: 'Saw the text',
  how: 'Signature',
  sentTo: 'Sent to',
  otherName: 'Name on the invitation',
  where: 'Place',
  kinds: { drawn: 'drawn by hand', typed: 'typed', uploaded: 'picture of a signature', on_paper: 'by hand on paper' },
  reasons: { spelling: 'spelled differently', married: 'changed by marriage', legal: 'legal name' },
}
type PaperWords = typeof en

const de: PaperWords = {
  inShort: 'In Kürze',
  signatures: 'Unterschriften',
  certificate: 'Nachweis',
  paper: 'Das Papier',
  history: 'Verlauf',
  pageOf: 'Seite {n} von {m}',
  draft: 'NICHT UNTERSCHRIEBEN',
  signedOn: (when) => `Unterschrieben ${when}`,
  approvedOn: (when) => `Freigegeben ${when}`,
  notYet: 'Noch nicht unterschrieben',
  guardianOf: (name) => `Für ${name}, als Sorgeberechtigte`,
  about:
    'Diese Seite gehört zum Papier davor und ist mit ihm zusammen gesiegelt. Zeiten sind vom Server des Büros, in UTC.',
  number: 'Nummer',
  title: 'Titel',
  hash: 'SHA-256 des gezeigten Textes',
  docx: 'SHA-256 des Word-Dokuments',
  stamp: 'Zeitstempel im Siegel, von',
  completed: 'Von allen unterschrieben',
  scope: 'Umfang',
  when: 'Unterschrieben',
  identified: 'Erkannt',
  ip: 'IP-Adresse',
  device: 'Gerät',
  seen: 'Sah den Text',
  how: 'Unterschrift',
  sentTo: 'Gesendet an',
  otherName: 'Name in der Einladung',
  where: 'Ort',
  kinds: {
    drawn: 'von Hand gezeichnet',
    typed: 'getippt',
    uploaded: 'Bild einer Unterschrift',
    on_paper: 'von Hand auf Papier',
  },
  reasons: { spelling: 'andere Schreibweise', married: 'durch Heirat geändert', legal: 'amtlicher Name' },
}

const pl: PaperWords = {
  inShort: 'W skrócie',
  signatures: 'Podpisy',
  certificate: 'Poświadczenie',
  paper: 'Dokument',
  history: 'Przebieg',
  pageOf: 'Strona {n} z {m}',
  draft: 'NIEPODPISANE',
  signedOn: (when) => `Podpisano ${when}`,
  approvedOn: (when) => `Zaakceptowano ${when}`,
  notYet: 'Jeszcze niepodpisane',
  guardianOf: (name) => `W imieniu: ${name}, jako rodzic lub opiekun`,
  about:
    'Ta strona należy do poprzedzającego ją dokumentu i jest opieczętowana razem z nim. Czas podano z serwera biura, w UTC.',
  number: 'Numer',
  title: 'Tytuł',
  hash: 'SHA-256 pokazanego tekstu',
  docx: 'SHA-256 dokumentu Word',
  stamp: 'Znacznik czasu w pieczęci',
  completed: 'Podpisane przez wszystkich',
  scope: 'Zakres',
  when: 'Podpisano',
  identified: 'Tożsamość',
  ip: 'Adres IP',
  device: 'Urządzenie',
  seen: 'Widział(a) tekst',
  how: 'Podpis',
  sentTo: 'Wysłano do',
  otherName: 'Imię na zaproszeniu',
  where: 'Miejsce',
  kinds: { drawn: 'odręczny', typed: 'wpisany', uploaded: 'obraz podpisu', on_paper: 'odręcznie na papierze' },
  reasons: { spelling: 'inna pisownia', married: 'zmienione po ślubie', legal: 'imię urzędowe' },
}

const ar: PaperWords = {
  inShort: 'باختصار',
  signatures: 'التوقيعات',
  certificate: 'شهادة',
  paper: 'الوثيقة',
  history: 'ما حدث',
  pageOf: 'صفحة {n} من {m}',
  draft: 'غير موقّعة',
  signedOn: (when) => `وُقّعت ${when}`,
  approvedOn: (when) => `تمت الموافقة ${when}`,
  notYet: 'لم تُوقّع بعد',
  guardianOf: (name) => `عن ${name}، بصفة ولي الأمر`,
  about: 'هذه الصفحة جزء من الوثيقة التي قبلها ومختومة معها. الأوقات من خادم المكتب بالتوقيت العالمي.',
  number: 'الرقم',
  title: 'العنوان',
  hash: 'بصمة SHA-256 للنص المعروض',
  docx: 'بصمة SHA-256 لمستند Word',
  stamp: 'الختم الزمني في الختم من',
  completed: 'وقّع عليها الجميع',
  scope: 'النطاق',
  when: 'وُقّعت',
  identified: 'التحقق',
  ip: 'عنوان IP',
  device: 'الجهاز',
  seen: 'اطّلع على النص',
  how: 'التوقيع',
  sentTo: 'أُرسلت إلى',
  otherName: 'الاسم في الدعوة',
  where: 'المكان',
  kinds: { drawn: 'مرسوم باليد', typed: 'مكتوب', uploaded: 'صورة توقيع', on_paper: 'باليد على الورق' },
  reasons: { spelling: 'كتابة مختلفة', married: 'تغيّر بالزواج', legal: 'الاسم الرسمي' },
}

export const paperWords: Record<Language, PaperWords> = { en, de, pl, ar }

/** The shipped kinds and parts in German; others are called as the office calls them. */
const germanKinds: Readonly<Record<AgreementKind, string>> = {
  deal_memo: 'Deal Memo',
  crew_agreement: 'Crewvertrag',
  nda: 'Vertraulichkeitsvereinbarung',
  talent_release: 'Einverständnis',
  minor_release: 'Einverständnis für Minderjährige',
  location_release: 'Motivvertrag',
  vendor_agreement: 'Lieferantenvertrag',
  other: 'Vereinbarung',
}
const germanParts: Readonly<Record<string, string>> = {
  'For the company': 'Für die Firma',
  'Crew member': 'Crewmitglied',
  Contractor: 'Auftragnehmer',
  'Who is told': 'Empfänger',
  'Person filmed': 'Gefilmte Person',
  'Parent or guardian': 'Sorgeberechtigt',
  'Owner or whoever may decide': 'Eigentümer oder Berechtigte',
  'For the vendor': 'Für den Lieferanten',
}

/** What kind of paper it is, in its head. */
export const kindIn = (language: Language, kind: AgreementKind): string =>
  language === 'de' ? germanKinds[kind] : kindWords[kind].one

/** As what somebody signs, above their signature. */
export const partIn = (language: Language, label: string): string =>
  language === 'de' ? (germanParts[label] ?? label) : label
