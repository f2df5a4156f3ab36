import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { AgreementId, PartyId } from './agreement.contract.ts'
import type { AgreementNews } from './agreement.events.ts'
import * as store from './agreement.store.ts'
import type { AgreementRow } from './agreement.store.ts'

export const newsOf = (row: AgreementRow): AgreementNews => ({
  agreementId: row.id,
  kind: row.kind,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  personId: row.person_id,
  companyId: row.company_id,
  productionId: row.production_id,
})

interface Happening {
  readonly what: string
  readonly text: string
  readonly partyId?: PartyId | null
  readonly ip?: string | null
  readonly device?: string | null
}

export const happened = (app: App, tx: Tx, id: AgreementId, it: Happening) =>
  store.addEvent(tx, {
    id: app.ids.next<string>(),
    agreement_id: id,
    party_id: it.partyId ?? null,
    at: app.clock.now().toString(),
    what: it.what,
    text: it.text,
    ip: it.ip ?? null,
    device: it.device ?? null,
  })
