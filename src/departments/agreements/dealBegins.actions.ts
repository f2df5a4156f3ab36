import type { PersonId } from '../../kernel/ids.ts'
import type { Money } from '../../kernel/money.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as bookings from '../bookings/index.ts'
import * as pay from '../pay/index.ts'
import type { AgreementKind } from './kinds.rules.ts'
import { isDeal } from './payment.rules.ts'
import { memoTable } from './overtime.rules.ts'
import { feeText, type DealTerms } from './terms.rules.ts'

const bases = { hour: 'hourly', day: 'daily', week: 'weekly', flat: 'flat' } as const
const basisOf: Partial<Record<string, DealTerms['basis']>> = bases

interface Beginning {
  readonly kind: AgreementKind
  readonly personId: string | null
  /** The company they come through. */
  readonly companyId: string | null
  readonly position: string
  /** The day whose rate counts. */
  readonly startsOn: string
}

/**
 * What a deal begins with, so that nobody types a rate twice: what was agreed when they were asked, else their own rate,
 * else that of the company they come through.
 */
export async function dealBegins(
  db: Db,
  scope: ProductionScope,
  { kind, personId, companyId, position, startsOn }: Beginning,
): Promise<Partial<DealTerms>> {
  if (!isDeal(kind)) return {}
  const agreed = personId === null ? undefined : await bookings.agreedWith(db, scope, personId as PersonId)
  if (!agreed?.terms) return rateTerms(db, { personId, companyId }, position, startsOn)
  const { amount, currency, basis, guaranteedHours, kitFee, travel, overtime } = agreed.terms
  return {
    rateMinor: amount,
    currency,
    basis: bases[basis],
    guaranteedHours,
    travel,
    startsOn: agreed.from,
    endsOn: agreed.until,
    ...(kitFee !== null && { kitFee: `${feeText(kitFee, currency, 'en')} a day` }),
    ...(overtime !== '' && { notes: `Overtime as agreed: ${overtime}` }),
  }
}

/** The rate on their record for the position, with its overtime table and what comes with it. */
async function rateTerms(
  db: Db,
  { personId, companyId }: Pick<Beginning, 'personId' | 'companyId'>,
  position: string,
  day: string,
): Promise<Partial<DealTerms>> {
  const rates = {
    own: await pay.ratesOfPeople(db, personId === null ? [] : [personId as PersonId]),
    company: await pay.ratesOfCompanies(db, companyId === null ? [] : [companyId]),
  }
  const rate = pay.rateThrough(rates, position, day)
  const basis = rate && basisOf[rate.basis]
  if (rate === undefined || basis === undefined) return {}
  const { hourly, rules, profileName: name, terms } = rate
  const { kitFee, perDiem } = terms
  const per = (it: Money) => feeText(it.minor, it.currency, 'en')
  return {
    rateMinor: rate.minor,
    currency: rate.currency,
    basis,
    guaranteedHours: rate.guaranteedMinutes === null ? null : rate.guaranteedMinutes / 60,
    ...(hourly !== null && rules !== null && name !== null && { overtime: memoTable({ name, hourly, rules }) }),
    ...(kitFee && {
      kitFee: `${per(kitFee.amount)} a ${kitFee.per}${kitFee.cap ? `, ${per(kitFee.cap)} at most` : ''}`,
    }),
    ...(perDiem && { perDiem: per(perDiem) }),
  }
}
