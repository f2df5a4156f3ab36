import type { PersonId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as bookings from '../bookings/index.ts'
import type { AgreementKind } from './kinds.rules.ts'
import { feeText, type DealTerms } from './terms.rules.ts'

const bases = { hour: 'hourly', day: 'daily', week: 'weekly', flat: 'flat' } as const
const dealing: ReadonlySet<AgreementKind> = new Set(['deal_memo', 'crew_agreement'])

/** What was agreed when somebody was asked, as a deal begins with it: nobody types a rate twice. */
export async function bookedTerms(
  db: Db,
  scope: ProductionScope,
  kind: AgreementKind,
  personId: string | null,
): Promise<Partial<DealTerms>> {
  const agreed =
    personId === null || !dealing.has(kind) ? undefined : await bookings.agreedWith(db, scope, personId as PersonId)
  if (!agreed?.terms) return {}
  const { amount, currency, basis, guaranteedHours, kitFee, travel, overtime } = agreed.terms
  return {
    ...{ rateMinor: amount, currency, basis: bases[basis], guaranteedHours, travel },
    ...{ startsOn: agreed.from, endsOn: agreed.until },
    ...(kitFee !== null && { kitFee: `${feeText(kitFee, currency)} a day` }),
    ...(overtime !== '' && { notes: `Overtime as agreed: ${overtime}` }),
  }
}
