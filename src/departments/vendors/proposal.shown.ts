import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import * as banks from './bank.store.ts'
import type { Answers, Invitation } from './proposal.contract.ts'
import { ProposalField, proposedText, type ProposalField as Field } from './proposal.rules.ts'
import type { InvitationRow } from './proposal.store.ts'
import { partyIdOf } from './vendor.shown.ts'
import type { VendorRow } from './vendor.store.ts'

export const answersOf = (app: Pick<App, 'keys'>, row: Pick<InvitationRow, 'answers_sealed'>): Answers | null =>
  row.answers_sealed === null ? null : (JSON.parse(app.keys.unseal(row.answers_sealed)) as Answers)

export async function partyOf(db: Db, vendor: VendorRow) {
  const found = await people.partiesByIds(db, {
    companyIds: vendor.company_id === null ? [] : [vendor.company_id],
    personIds: vendor.person_id === null ? [] : [vendor.person_id],
  })
  return found.get(partyIdOf(vendor))
}

/** What is on file today, in the words the review compares with. */
export async function onFile(db: Db, vendor: VendorRow): Promise<Partial<Record<Field, string>>> {
  const party = await partyOf(db, vendor)
  const accounts = await banks.ofVendor(db, vendor.id)
  const counts = accounts.find(({ state }) => state === 'counted') ?? accounts.find(({ state }) => state === 'waiting')
  const all: Partial<Record<Field, string | null | undefined>> = {
    legalName: party?.legalName,
    address: party?.address,
    website: party?.websites[0],
    email: party?.emails.map(({ value }) => value).join(', '),
    phone: party?.phones.map(({ value }) => value).join(', '),
    terms: [vendor.payment_days !== null && `Net ${vendor.payment_days}`, vendor.currency].filter(Boolean).join(', '),
    tax: vendor.tax_last === null ? null : `${vendor.tax_kind ?? ''} •••• ${vendor.tax_last}`.trim(),
    bank: counts === undefined ? null : `•••• ${counts.last4}`,
  }
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text)) as Partial<Record<Field, string>>
}

export async function shownInvitation(
  app: Pick<App, 'keys' | 'links' | 'settings'>,
  db: Db,
  row: InvitationRow,
  vendor: VendorRow,
): Promise<Invitation> {
  const answers = answersOf(app, row)
  const theirs = answers === null ? {} : proposedText(answers)
  const ours = await onFile(db, vendor)
  return {
    id: row.id,
    state: row.state,
    to: row.to_address,
    page: row.link_id === null ? '' : `${app.settings.url}/v/${app.links.tokenOf(row.link_id)}`,
    sentBy: row.sent_by,
    sentAt: row.sent_at.toString(),
    openedAt: row.opened_at?.toString() ?? null,
    filledAt: row.filled_at?.toString() ?? null,
    expiresAt: row.expiresAt?.toString() ?? null,
    items: ProposalField.options.flatMap((field) => {
      const text = theirs[field]
      if (text === undefined) return []
      const decision = row.decisions[field]
      const state = decision === undefined ? 'open' : decision.accepted ? 'accepted' : 'returned'
      return [{ field, state, reason: decision?.reason ?? null, theirs: text, ours: ours[field] ?? null } as const]
    }),
    note: answers?.note ?? null,
    version: row.version,
  }
}
