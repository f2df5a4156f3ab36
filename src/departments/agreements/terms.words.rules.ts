import { localeTags } from '../../kernel/locale.ts'
import type { Language } from './kinds.rules.ts'
import type { DealTerms, OvertimeTable } from './terms.rules.ts'

/** The terms of a deal as one language prints them. */
export interface TermWords {
  readonly labels: Partial<Record<keyof DealTerms, string>>
  readonly rate: string
  readonly overtime: string
  readonly basis: Record<DealTerms['basis'], string>
  readonly forHours: (hours: number) => string
  readonly step: (step: OvertimeTable['steps'][number]) => string
  readonly method: Record<OvertimeTable['method'], string>
  /** What holds beside the day, from the words a deal keeps it in. */
  readonly beside: (more: string) => string
}

const english: TermWords = {
  labels: {
    party: 'Contracts as',
    position: 'Position',
    credit: 'Credit',
    startsOn: 'Starts',
    endsOn: 'Ends (estimated)',
    guarantee: 'Guarantee',
    sixthDay: '6th day',
    seventhDay: '7th day',
    turnaround: 'Turnaround',
    meals: 'Meals',
    travel: 'Travel',
    housing: 'Housing',
    perDiem: 'Per diem',
    kitFee: 'Kit fee',
    kitList: 'Kit list',
    kitInsurance: 'Kit insurance',
    carAllowance: 'Car allowance',
    phoneAllowance: 'Phone allowance',
    workPlace: 'Work location and zone',
    union: 'Union and agreement',
    payCycle: 'Pay cycle',
    workForHire: 'Work for hire, moral rights',
    confidentiality: 'Confidentiality',
    publicity: 'Publicity',
    imageConsent: 'Image consent',
    conduct: 'Conduct policy',
    termination: 'Termination notice',
    exclusivity: 'Exclusivity',
    taxStatus: 'Tax status',
    notes: 'Other terms',
  },
  rate: 'Rate',
  overtime: 'Overtime',
  basis: { hourly: 'an hour', daily: 'a day', weekly: 'a week', flat: 'flat' },
  forHours: (hours) => `for ${hours} hours`,
  step: ({ fromHours, times }) => `from ${fromHours} h × ${times}`,
  method: {
    guarantee: 'the rate includes the overtime of its hours',
    flat: 'hourly rate is the rate ÷ its hours',
  },
  beside: (more) => more,
}

const german: TermWords = {
  labels: {
    party: 'Vertragspartner als',
    position: 'Position',
    credit: 'Nennung',
    startsOn: 'Beginn',
    endsOn: 'Ende (voraussichtlich)',
    guarantee: 'Garantie',
    sixthDay: '6. Tag',
    seventhDay: '7. Tag',
    turnaround: 'Ruhezeit',
    meals: 'Mahlzeiten',
    travel: 'Reise',
    housing: 'Unterkunft',
    perDiem: 'Tagegeld',
    kitFee: 'Gerätemiete',
    kitList: 'Geräteliste',
    kitInsurance: 'Geräteversicherung',
    carAllowance: 'Fahrzeugpauschale',
    phoneAllowance: 'Telefonpauschale',
    workPlace: 'Arbeitsort und Zone',
    union: 'Tarif',
    payCycle: 'Abrechnung',
    workForHire: 'Rechteübertragung, Urheberpersönlichkeitsrecht',
    confidentiality: 'Vertraulichkeit',
    publicity: 'Öffentlichkeit',
    imageConsent: 'Bildrechte',
    conduct: 'Verhaltensregeln',
    termination: 'Kündigungsfrist',
    exclusivity: 'Ausschließlichkeit',
    taxStatus: 'Steuerlicher Status',
    notes: 'Weitere Vereinbarungen',
  },
  rate: 'Gage',
  overtime: 'Überstunden',
  basis: { hourly: 'je Stunde', daily: 'je Tag', weekly: 'je Woche', flat: 'pauschal' },
  forHours: (hours) => `für ${hours.toLocaleString(localeTags.de)} Stunden`,
  step: ({ fromHours, times }) =>
    `ab ${fromHours.toLocaleString(localeTags.de)} h × ${times.toLocaleString(localeTags.de)}`,
  method: {
    guarantee: 'die Überstunden dieser Stunden sind in der Gage enthalten',
    flat: 'Stundensatz: Gage ÷ ihre Stunden',
  },
  beside: (more) =>
    more
      .replaceAll(/\b([67])th day\b/g, '$1. Tag')
      .replaceAll(/\bweek from\b/g, 'Woche ab')
      .replaceAll(/\bfrom (?=\d)/g, 'ab ')
      .replaceAll(/(\d\d:\d\d) to (\d\d:\d\d)/g, '$1 bis $2')
      .replaceAll(/(\d)\.(\d)/g, '$1,$2'),
}

/** Deals are written in English and German; a paper in another language has its terms in English. */
export const termWordsOf = (language: Language): TermWords => (language === 'de' ? german : english)
