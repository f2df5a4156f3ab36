import { money, moneyText, timesFraction, type Money } from '../../kernel/money.ts'

interface Step {
  readonly fromMinutes: number
  readonly percent: number
}

/** How hours become pay, as `pay` computes with it. */
interface Profile {
  readonly hourly: 'overtime_inside' | 'flat'
  readonly steps: readonly Step[]
  readonly sixthDay: readonly Step[] | null
  readonly seventhDay: readonly Step[] | null
  readonly weekly: Step | null
  readonly night: { readonly from: number; readonly until: number; readonly percent: number } | null
  readonly incrementMinutes: number
}

/** A rate on a person's record. */
interface Rate {
  readonly minor: number
  readonly currency: string
  readonly basis: string
  readonly guaranteedMinutes: number | null
  readonly terms: { readonly daysOfWeek?: number | undefined }
  readonly hourly: Profile['hourly'] | null
  readonly rules: Omit<Profile, 'hourly'> | null
  readonly profileName: string | null
}

/** A deal that was signed. */
interface Deal {
  readonly number: string
  readonly position: string
  readonly amount: Money | null
  readonly basis: 'hourly' | 'daily' | 'weekly' | 'flat'
  readonly guaranteedMinutes: number | null
  readonly table: Terms['table']
}

/** What a day of somebody is paid by. */
export interface PaidBy {
  /** For the guaranteed time. */
  readonly amount: Money
  readonly guaranteedMinutes: number
  readonly profile: Profile
  readonly table: string
  /** As the trade writes it: `USD 650/12`. */
  readonly rate: string
  /** The paper it was signed on; null where it is the rate on their record. */
  readonly deal: string | null
}

/** Why a day cannot be computed, in words; nothing is guessed. */
export interface Unpaid {
  readonly why: string
}

export const isPaid = (it: PaidBy | Unpaid): it is PaidBy => 'profile' in it

const HOUR = 60

interface Terms {
  readonly amount: Money | null
  readonly basis: 'hour' | 'day' | 'week' | 'other'
  readonly guaranteedMinutes: number | null
  /** Of a rate by the week. */
  readonly daysOfWeek?: number | undefined
  readonly table: { readonly name: string; readonly profile: Profile } | null
  readonly deal: string | null
  readonly through: string | null
}

/** By the day for its hours; by the week for its share of both; by the hour for the hours guaranteed, one where none are said. */
function paidBy({ amount, basis, guaranteedMinutes, daysOfWeek, table, deal, through }: Terms): PaidBy | Unpaid {
  const whose = deal ?? (through === null ? 'Their rate' : `The rate of ${through}`)
  const by = through === null ? '' : `, ${through}`
  if (amount === null) return { why: `${whose} says no rate.` }
  if (basis === 'other') return { why: `${whose} is not by the hour, the day or the week; it is invoiced by hand.` }
  if (table === null) return { why: `${whose} names no overtime table.` }
  if (basis === 'day' && guaranteedMinutes === null) return { why: `${whose} does not say for how many hours.` }
  if (basis === 'week' && (guaranteedMinutes === null || daysOfWeek === undefined))
    return { why: `${whose} does not say how many hours and days make its week.` }
  const per = moneyText(amount).replace(/\.0+$/, '')
  const { profile } = table
  const common = { table: table.name, deal }
  const minutes = guaranteedMinutes ?? HOUR
  const hours = hoursText(minutes)
  if (basis === 'hour')
    return {
      ...common,
      amount: timesFraction(amount, minutes, HOUR),
      guaranteedMinutes: minutes,
      profile: { ...profile, hourly: 'flat' },
      rate: `${per} an hour${by}`,
    }
  const days = basis === 'week' ? (daysOfWeek ?? 1) : 1
  return {
    ...common,
    amount: timesFraction(amount, 1, days),
    guaranteedMinutes: Math.round(minutes / days),
    profile,
    rate: `${per}/${hours}${basis === 'week' ? ` a week of ${days} days` : ''}${by}`,
  }
}

const hoursText = (minutes: number): number => Number((minutes / HOUR).toFixed(2))

const basisOfRate: Partial<Record<string, Terms['basis']>> = { hour: 'hour', day: 'day', week: 'week' }

/** `through` is the company whose rate it is. */
export const byRate = (rate: Rate | undefined, through: string | null = null): PaidBy | Unpaid =>
  rate === undefined
    ? { why: 'No rate for this position is on their record or their company’s.' }
    : paidBy({
        amount: money(rate.minor, rate.currency),
        basis: basisOfRate[rate.basis] ?? 'other',
        guaranteedMinutes: rate.guaranteedMinutes,
        daysOfWeek: rate.terms.daysOfWeek,
        table:
          rate.hourly === null || rate.rules === null
            ? null
            : { name: rate.profileName ?? '', profile: { hourly: rate.hourly, ...rate.rules } },
        deal: null,
        through,
      })

/** A deal by the week does not say how many days are in it. */
const basisOf = { daily: 'day', hourly: 'hour', weekly: 'other', flat: 'other' } as const

export const byDeal = (deal: Deal): PaidBy | Unpaid =>
  paidBy({ ...deal, basis: basisOf[deal.basis], deal: deal.number, through: null })

/** The deal somebody signed for this position, else the only one they signed; deals are given the latest first. */
export function dealFor<D extends Deal>(deals: readonly D[], position: string): D | undefined {
  const exact = deals.find((it) => it.position.toLowerCase() === position.toLowerCase())
  if (exact) return exact
  const positions = new Set(deals.map((it) => it.position.toLowerCase()))
  return positions.size === 1 ? deals[0] : undefined
}
