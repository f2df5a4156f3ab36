import { dayIn, localeTags } from '../../kernel/locale.ts'
import { amountText, money } from '../../kernel/money.ts'
import { z } from 'zod'
import { PlainDay } from '../../kernel/time.ts'
import type { Language } from './kinds.rules.ts'
import { termWordsOf } from './terms.words.rules.ts'

const short = z.string().trim().max(300)
const long = z.string().trim().max(2000)

const OvertimeStep = z.object({ fromHours: z.number().min(0).max(48), times: z.number().min(0.5).max(5) })

/** Hours from which each multiplier counts, and how the hourly rate is found from the day's. */
export const OvertimeTable = z.object({
  name: short.min(1),
  /** `guarantee`: the day rate includes the overtime of its hours; `flat`: the day rate divided by its hours. */
  method: z.enum(['guarantee', 'flat']),
  steps: z.array(OvertimeStep).min(1).max(13),
  /** What holds beside the day's hours, in words: 6th and 7th day, week, night. */
  more: z.string().max(500).optional(),
})
export type OvertimeTable = z.infer<typeof OvertimeTable>

/** Everything a deal memo says (handbook, people and deals, section 4). Text where the trade writes text. */
const shape = {
  party: short,
  position: short,
  credit: short,
  startsOn: PlainDay.nullable(),
  endsOn: PlainDay.nullable(),
  guarantee: short,
  /** Minor units: 65000 is 650.00. */
  rateMinor: z.number().int().min(0).max(100_000_000).nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'Give a currency like GBP.'),
  basis: z.enum(['hourly', 'daily', 'weekly', 'flat']),
  guaranteedHours: z.number().min(0).max(100).nullable(),
  overtime: OvertimeTable.nullable(),
  sixthDay: short,
  seventhDay: short,
  turnaround: short,
  meals: short,
  travel: short,
  housing: short,
  perDiem: short,
  kitFee: short,
  kitList: long,
  kitInsurance: short,
  carAllowance: short,
  phoneAllowance: short,
  workPlace: short,
  union: short,
  payCycle: short,
  workForHire: short,
  confidentiality: short,
  publicity: short,
  imageConsent: short,
  conduct: short,
  termination: short,
  exclusivity: short,
  taxStatus: short,
  notes: long,
}

export const DealTerms = z.object(shape)
export type DealTerms = z.infer<typeof DealTerms>

/** Some of the terms, as a change gives them. */
export const DealTermsChange = z.object(shape).partial()

const blank = {
  ...Object.fromEntries(Object.keys(shape).map((key) => [key, ''])),
  startsOn: null,
  endsOn: null,
  rateMinor: null,
  currency: 'GBP',
  basis: 'daily',
  guaranteedHours: null,
  overtime: null,
}

/** Terms with what is known, the rest not said. */
export const termsOf = (known: object): DealTerms => DealTerms.parse({ ...blank, ...known })

/** As the office reads them. */
export const termLabels = termWordsOf('en').labels

/** 65000 GBP → `650.00 GBP`, in German `650,00 GBP`, the amount first as contracts write it; yen have no decimals. */
export function feeText(minor: number, currency: string, language: Language): string {
  const fee = money(minor, currency)
  return `${amountText(fee, language === 'de' ? localeTags.de : localeTags.en)} ${currency}`
}

/** `650.00 GBP a day for 10 hours`. */
export function rateText({ rateMinor, currency, basis, guaranteedHours }: DealTerms, language: Language): string {
  if (rateMinor === null) return ''
  const words = termWordsOf(language)
  const hours = guaranteedHours === null ? '' : ` ${words.forHours(guaranteedHours)}`
  return `${feeText(rateMinor, currency, language)} ${words.basis[basis]}${hours}`
}

/** The whole table in a sentence: the hours of a day, what holds beside them, and how the hour is found. */
export function overtimeText({ name, steps, more, method }: OvertimeTable, language: Language): string {
  const words = termWordsOf(language)
  return [
    `${name}: ${steps.map(words.step).join(', ')}`,
    ...(more === undefined ? [] : [words.beside(more)]),
    words.method[method],
  ].join('; ')
}

/** The table of terms as it is printed: only what was said. */
export function termRows(terms: DealTerms, language: Language): { label: string; value: string }[] {
  const words = termWordsOf(language)
  const text = (key: keyof DealTerms): string => {
    const value = terms[key]
    if (key === 'startsOn' || key === 'endsOn')
      return value === null ? '' : dayIn(language, value as PlainDay, { year: true })
    return typeof value === 'string' ? value : ''
  }
  const row = (key: keyof DealTerms) => ({ label: words.labels[key] ?? key, value: text(key) })
  const keys = Object.keys(words.labels) as (keyof DealTerms)[]
  const until = keys.indexOf('guarantee') + 1
  return [
    ...keys.slice(0, until).map(row),
    { label: words.rate, value: rateText(terms, language) },
    { label: words.overtime, value: terms.overtime === null ? '' : overtimeText(terms.overtime, language) },
    ...keys.slice(until).map(row),
  ].filter(({ value }) => value !== '')
}
