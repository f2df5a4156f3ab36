import { browser } from '../../../client/react.ts'
import {
  addCompanyRate,
  addRate,
  withdrawCompanyRate,
  withdrawRate,
  type NewRate,
  type Rate,
  type RateId,
} from '../rate.contract.ts'

/** Whose rates a table shows, and how they are changed. */
export interface Holder {
  readonly of: 'person' | 'company'
  readonly add: (body: NewRate, key: string) => Promise<Rate>
  readonly withdraw: (rateId: RateId, version: number, withdrawn: boolean) => Promise<Rate>
}

export const holderOf = (of: Holder['of'], id: string): Holder =>
  of === 'person'
    ? {
        of,
        add: (body, idempotencyKey) => browser.call(addRate, { params: { personId: id }, body, idempotencyKey }),
        withdraw: (rateId, ifMatch, withdrawn) =>
          browser.call(withdrawRate, { params: { personId: id, rateId }, body: { withdrawn }, ifMatch }),
      }
    : {
        of,
        add: (body, idempotencyKey) =>
          browser.call(addCompanyRate, { params: { companyId: id }, body, idempotencyKey }),
        withdraw: (rateId, ifMatch, withdrawn) =>
          browser.call(withdrawCompanyRate, { params: { companyId: id, rateId }, body: { withdrawn }, ifMatch }),
      }
