import { amountText, money } from '../../kernel/money.ts'
import { z } from 'zod'
import { PlainDay, dayText } from '../../kernel/time.ts'

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

export const termLabels: Partial<Record<keyof DealTerms, string>> = {
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
}

const basisWords = { hourly: 'an hour', daily: 'a day', weekly: 'a week', flat: 'flat' } as const

/** 65000 GBP → `650.00 GBP`, the amount first as contracts write it; yen have no decimals. */
export const feeText = (minor: number, currency: string): string => `${amountText(money(minor, currency))} ${currency}`

/** `650.00 GBP a day for 10 hours (650/10)`. */
export function rateText(terms: DealTerms): string {
  if (terms.rateMinor === null) return ''
  const hours = terms.guaranteedHours === null ? '' : ` for ${terms.guaranteedHours} hours`
  return `${feeText(terms.rateMinor, terms.currency)} ${basisWords[terms.basis]}${hours}`
}

export const overtimeText = (table: OvertimeTable): string =>
  `${table.name}: ${table.steps.map(({ fromHours, times }) => `from ${fromHours} h × ${times}`).join(', ')}${
    table.more === undefined ? '' : `; ${table.more}`
  }${
    table.method === 'guarantee'
      ? '; the rate includes the overtime of its hours'
      : '; hourly rate is the rate ÷ its hours'
  }`

/** The table of terms as it is printed: only what was said. */
export function termRows(terms: DealTerms): { label: string; value: string }[] {
  const text = (key: keyof DealTerms): string => {
    const value = terms[key]
    if (key === 'startsOn' || key === 'endsOn') return value === null ? '' : dayText(value as PlainDay, { year: true })
    return typeof value === 'string' ? value : ''
  }
  const row = (key: keyof DealTerms) => ({ label: termLabels[key] ?? key, value: text(key) })
  const keys = Object.keys(termLabels) as (keyof DealTerms)[]
  const until = keys.indexOf('guarantee') + 1
  return [
    ...keys.slice(0, until).map(row),
    { label: 'Rate', value: rateText(terms) },
    { label: 'Overtime', value: terms.overtime === null ? '' : overtimeText(terms.overtime) },
    ...keys.slice(until).map(row),
  ].filter(({ value }) => value !== '')
}
