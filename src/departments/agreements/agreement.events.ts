/** What a paper is, and whom and what it is about: enough for another department to find its own record. */
export interface AgreementNews {
  agreementId: string
  /** `deal_memo`, `crew_agreement`, `nda`, `talent_release`, `location_release`, `minor_release`, `vendor_agreement`, `other` */
  kind: string
  /** What it was made from: `engagement`, `booking`, `location`, `company`, `person`, `production`. */
  subjectKind: string
  subjectId: string
  personId: string | null
  companyId: string | null
  productionId: string
}

declare module '../../platform/events.ts' {
  interface Events {
    /** One of several has signed. `partyRole`: `signer`, `approver`, `in_person` or `guardian`. */
    'agreements.signed_by_one': AgreementNews & { partyId: string; partyRole: string }
    /** Everybody who had to has signed; the paper is executed. Raised once per agreement. */
    'agreements.completed': AgreementNews
    /** Somebody who signed a deal is asked for tax form and bank details, or no longer. */
    'agreements.payment_asked': AgreementNews & { asks: boolean }
    /** It ended without: declined, void, or its time to sign ran out. */
    'agreements.failed': AgreementNews & { how: 'declined' | 'void' | 'expired' }
  }
}
