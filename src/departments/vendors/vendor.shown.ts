import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as papers from '../papers/index.ts'
import * as people from '../people/index.ts'
import * as banks from './bank.store.ts'
import * as invitations from './proposal.store.ts'
import { blockersToActive, type Blocker } from './stage.rules.ts'
import type { BankShown, Vendor } from './vendor.contract.ts'
import * as store from './vendor.store.ts'

/** What the papers department calls whoever sells to us. */
export const ENGAGED_AS = 'vendor'

export const partyIdOf = (row: { company_id: string | null; person_id: string | null }): string =>
  row.company_id ?? row.person_id ?? ''

const isSettled = (standing: string) => standing === 'in_order' || standing === 'expiring'

type Reader = Pick<App, 'clock'>

/** What stands between this vendor and being used, from papers, accounts and what they filled in. */
export async function blockersOf(app: Reader, db: Db, row: store.VendorRow): Promise<Blocker[]> {
  const party = partyIdOf(row)
  const theirs = (await papers.ofHolders(db, [party], ENGAGED_AS, app.clock.now())).get(party) ?? []
  const [waiting] = await banks.waitingOf(db, [row.id])
  return blockersToActive({
    categories: (await store.categoriesOf(db, [row.id])).length,
    openPapers: theirs
      .filter(({ effect, standing }) => effect === 'block' && !isSettled(standing))
      .map(({ kind, standing }) => ({ name: kind, standing })),
    bankWaiting: waiting?.last4 ?? null,
    isProposalOpen: (await invitations.openOf(db, row.id))?.state === 'filled',
  })
}

const bankShown = (it: Awaited<ReturnType<typeof banks.ofVendor>>[number]): BankShown => ({
  id: it.id,
  last4: it.last4,
  country: it.country,
  currency: it.currency,
  state: it.state,
  cameFrom: it.cameFrom,
  cameBy: it.cameBy,
  cameAt: it.cameAt.toString(),
  knownNumbers: it.knownNumbers,
  called:
    it.calledNumber === null || it.calledAt === null
      ? null
      : { number: it.calledNumber, spokeWith: it.spokeWith ?? '', at: it.calledAt.toString(), by: it.decidedBy ?? '' },
  reason: it.reason,
  version: it.version,
})

/** A vendor as the contract promises it; what a reader may not see is withheld where it leaves the house. */
export async function shown(app: Reader, db: Db, scope: OfficeScope, row: store.VendorRow): Promise<Vendor> {
  const contacts = await store.contactsOf(db, [row.id])
  const personIds = contacts.map(({ personId }) => personId)
  const parties = await people.partiesByIds(db, {
    companyIds: row.company_id === null ? [] : [row.company_id],
    personIds: [...personIds, ...(row.person_id === null ? [] : [row.person_id])],
  })
  const party = parties.get(partyIdOf(row))
  return {
    id: row.id,
    kind: row.company_id === null ? 'person' : 'company',
    companyId: row.company_id,
    personId: row.person_id,
    name: row.name,
    legalName: party?.legalName ?? null,
    homeBase: party?.homeBase ?? null,
    stage: row.stage,
    stageReason: row.stage_reason,
    stageBy: row.stage_by,
    stageAt: row.stage_at.toString(),
    blockers: await blockersOf(app, db, row),
    categories: (await store.categoriesOf(db, [row.id])).map(({ id, name }) => ({ id, name })),
    contacts: contacts.flatMap(({ personId, does }) => {
      const person = parties.get(personId)
      if (person === undefined) return []
      const [email, phone] = [person.emails[0]?.value ?? null, person.phones[0]?.value ?? null]
      return [{ personId, name: person.name, does, email, phone }]
    }),
    emails: (party?.emails ?? []).map(({ value }) => value),
    phones: (party?.phones ?? []).map(({ value }) => value),
    // Where a person lives is no address of a business; it stands on their own record.
    address: row.company_id === null ? null : (party?.address ?? null),
    paymentDays: row.payment_days,
    paymentTerms: row.payment_terms,
    currency: row.currency,
    tax: row.tax_last === null ? null : { kind: row.tax_kind ?? '', last: row.tax_last },
    bank: (await banks.ofVendor(db, row.id)).map(bankShown),
    notes: row.notes,
    archivedAt: row.archived_at?.toString() ?? null,
    version: row.version,
    can: { edit: scope.can('vendors.edit'), bank: scope.can('vendors.bank') },
  }
}
