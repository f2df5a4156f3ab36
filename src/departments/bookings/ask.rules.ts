import { amountText, money, moneyText } from '../../kernel/money.ts'
import type { AskState, Offer, PersonState } from './ask.contract.ts'

interface OfferWords {
  bases: Record<Offer['basis'], string>
  kit: string
  overtime: string
  travel: string
}

const inEnglish: OfferWords = {
  bases: { hour: ' an hour', day: ' a day', week: ' a week', flat: ' flat' },
  kit: 'kit',
  overtime: 'overtime',
  travel: 'travel',
}

/** `GBP 525.00/10 a day, kit 40.00`; without hours `GBP 525.00 a day`. */
export function offerText(offer: Offer, words: OfferWords = inEnglish): string {
  const { amount, currency, basis, guaranteedHours, kitFee, overtime, travel } = offer
  return [
    `${moneyText(money(amount, currency))}${guaranteedHours === null ? '' : `/${guaranteedHours}`}${words.bases[basis]}`,
    kitFee !== null && kitFee > 0 && `${words.kit} ${amountText(money(kitFee, currency))}`,
    overtime !== '' && `${words.overtime} ${overtime}`,
    travel !== '' && `${words.travel} ${travel}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** Labour and kit for all days, in minor units; a week counts its days in fifths. Null for what hours will tell. */
export function totalOf({ amount, basis, guaranteedHours, kitFee }: Offer, days: number): number | null {
  const kit = (kitFee ?? 0) * days
  if (basis === 'day') return amount * days + kit
  if (basis === 'week') return Math.round((amount * days) / 5) + kit
  if (basis === 'flat') return amount + kit
  return guaranteedHours === null ? null : Math.round(amount * guaranteedHours * days) + kit
}

/** Whether somebody may still say something: the ask is open, they were not let go, and their time is not over. */
export function standsOpen(
  ask: { state: AskState },
  person: { state: PersonState; answerBy: Temporal.Instant },
  now: Temporal.Instant,
): 'open' | 'won' | 'filled' | 'closed' | 'expired' {
  if (person.state === 'won') return 'won'
  if (ask.state === 'filled') return 'filled'
  if (ask.state === 'closed' || person.state === 'let_go') return 'closed'
  if (person.state === 'expired' || ask.state === 'expired') return 'expired'
  return Temporal.Instant.compare(now, person.answerBy) >= 0 ? 'expired' : 'open'
}

/** One reminder, when half of the time is over; none where there are less than two hours in all. */
export function reminderDue(asked: Temporal.Instant, answerBy: Temporal.Instant, now: Temporal.Instant): boolean {
  const all = answerBy.since(asked).total('minutes')
  return all >= 120 && now.since(asked).total('minutes') >= all / 2 && Temporal.Instant.compare(now, answerBy) < 0
}

/** Who still has a say after the others went: while there is one, the ask stays open for the office to choose. */
export const isCandidate = (state: PersonState): boolean => ['asked', 'yes', 'yes_if', 'counter'].includes(state)

/** How the days of whoever was taken stand by now: the answer to "is this a booking?". */
export function takenStands(days: readonly { readonly state: string }[]): 'hold' | 'confirmed' | 'released' {
  const standing = days.filter(({ state }) => state !== 'released' && state !== 'cancelled')
  if (standing.length === 0) return 'released'
  return standing.every(({ state }) => state === 'confirmed') ? 'confirmed' : 'hold'
}
