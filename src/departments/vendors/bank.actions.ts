import { NotFound, Problem, demandFresh, invalid } from '../../kernel/problems.ts'
import type { BodyOf } from '../../kernel/route.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as papers from '../papers/index.ts'
import * as people from '../people/index.ts'
import { TaxFormShown, type Account, type settleBank, type VendorBankId } from './bank.contract.ts'
import { callFault, lastFour, plainAccount } from './bank.rules.ts'
import * as store from './bank.store.ts'
import { nameOf, type Write } from './vendor.actions.ts'
import type { VendorId } from './vendor.contract.ts'
import { partyIdOf } from './vendor.shown.ts'
import { note } from './vendor.note.ts'
import * as vendors from './vendor.store.ts'

interface OfVendor extends Write {
  readonly vendorId: VendorId
}

async function vendorOf(tx: Tx, { scope, vendorId }: Pick<OfVendor, 'scope' | 'vendorId'>) {
  const row = await vendors.lock(tx, scope, vendorId)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such vendor.')
  return row
}

const holderOf = (row: vendors.VendorRow): papers.Holder => ({
  kind: row.company_id === null ? 'person' : 'company',
  id: partyIdOf(row),
})

/** Numbers the office has of this vendor and their contacts today. */
export async function knownNumbers(tx: Tx, row: vendors.VendorRow): Promise<string[]> {
  const contacts = await vendors.contactsOf(tx, [row.id])
  const parties = await people.partiesByIds(tx, {
    companyIds: row.company_id === null ? [] : [row.company_id],
    personIds: [...contacts.map(({ personId }) => personId), ...(row.person_id === null ? [] : [row.person_id])],
  })
  const own = parties.get(partyIdOf(row))?.phones ?? []
  const theirs = contacts.flatMap(({ personId }) => parties.get(personId)?.phones ?? [])
  return [...new Set([...own, ...theirs].map(({ value }) => value))]
}

/**
 * An account arrives, from the office or by their link, and waits: nothing is paid into it before somebody has called a
 * number the office had before it came.
 */
export async function arrive(
  app: App,
  tx: Tx,
  {
    scope,
    actor,
    vendorId,
    account,
    cameFrom,
    known,
  }: OfVendor & { account: Account; cameFrom: 'link' | 'office'; known?: readonly string[] },
) {
  const row = await vendorOf(tx, { scope, vendorId })
  const now = app.clock.now().toString()
  await store.giveWay(tx, vendorId, now)
  const id = app.ids.next<VendorBankId>()
  const last4 = lastFour(account.account)
  await store.insert(tx, {
    id,
    vendor_id: vendorId,
    sealed: app.keys.seal(JSON.stringify(account)),
    last4,
    country: account.country ?? (/^[A-Z]{2}\d{2}/.exec(plainAccount(account.account))?.[0].slice(0, 2) || null),
    currency: account.currency,
    state: 'waiting',
    came_from: cameFrom,
    came_by: nameOf(actor),
    came_at: now,
    known_numbers: known === undefined ? await knownNumbers(tx, row) : [...known],
    called_number: null,
    number_source: null,
    spoke_with: null,
    called_at: null,
    decided_by: null,
    decided_at: null,
    reason: null,
  })
  await note(app, tx, actor, { vendor: row, verb: 'vendor.account_arrived', after: { account: `ending in ${last4}` } })
  await papers.payDetailsCame(app, tx, { holder: holderOf(row), what: 'bank', actor })
  return { id, version: 1 }
}

export const enter = (app: App, call: OfVendor & { body: Account }) =>
  app.transaction((tx) => arrive(app, tx, { ...call, account: call.body, cameFrom: 'office' }))

interface One extends OfVendor {
  readonly bankId: VendorBankId
}

/** An account in full. Looking is a change to the record: who, when, and what for. */
export const look = (app: App, { scope, actor, vendorId, bankId, reason }: One & { reason: string }) =>
  app.transaction(async (tx) => {
    const row = await vendorOf(tx, { scope, vendorId })
    const found = await store.lock(tx, vendorId, bankId)
    if (found === undefined) throw new Problem(NotFound, {}, 'This account is not there any more.')
    const account = `ending in ${found.last4}: ${reason}`
    await note(app, tx, actor, { vendor: row, verb: 'vendor.account_seen', after: { account } })
    return JSON.parse(app.keys.unseal(found.sealed)) as Account
  })

export const lookAtTax = (app: App, { scope, actor, vendorId, reason }: OfVendor & { reason: string }) =>
  app.transaction(async (tx) => {
    const row = await vendorOf(tx, { scope, vendorId })
    if (row.tax_sealed === null) throw new Problem(NotFound, {}, 'There is no tax number on file.')
    const account = `ending in ${row.tax_last}: ${reason}`
    await note(app, tx, actor, { vendor: row, verb: 'vendor.tax_seen', after: { account } })
    const form =
      row.tax_form_sealed === null ? null : TaxFormShown.parse(JSON.parse(app.keys.unseal(row.tax_form_sealed)))
    return { kind: row.tax_kind ?? '', id: app.keys.unseal(row.tax_sealed), form }
  })

type Settling = One & { readonly expected: number; readonly body: BodyOf<typeof settleBank> }

/** The call back decides. What counted before is kept as replaced, so that an old payment can still be explained. */
export const settle = (app: App, { scope, actor, vendorId, bankId, expected, body }: Settling) =>
  app.transaction(async (tx) => {
    const row = await vendorOf(tx, { scope, vendorId })
    const found = await store.lock(tx, vendorId, bankId)
    if (found === undefined) throw new Problem(NotFound, {}, 'This account is not there any more.')
    demandFresh({ expected, current: found.version }, `the account ending in ${found.last4}`)
    if (found.state !== 'waiting')
      throw invalid('/counts', 'This account is settled already, or another one came after it.')
    const now = app.clock.now().toString()
    const decided = { decided_by: nameOf(actor), decided_at: now, reason: body.reason || null }
    if (body.counts) {
      refuseCall(body, found.known_numbers)
      await store.replaceCounted(tx, vendorId, now)
    }
    const saved = await store.update(tx, bankId, expected, {
      ...decided,
      ...(body.counts
        ? {
            state: 'counted',
            called_number: body.calledNumber,
            number_source: body.numberSource || null,
            spoke_with: body.spokeWith,
            called_at: now,
          }
        : { state: 'refused' }),
    })
    const verb = body.counts ? 'vendor.account_counts' : 'vendor.account_refused'
    const how = body.counts ? `${body.spokeWith} on ${body.calledNumber}` : body.reason
    await note(app, tx, actor, { vendor: row, verb, after: { account: `ending in ${found.last4}: ${how}` } })
    if (!body.counts && !(await store.onFileOf(tx, [vendorId])).has(vendorId))
      await papers.payDetailsRefused(app, tx, { holder: holderOf(row), what: 'bank', actor, reason: body.reason })
    return { id: bankId, version: saved?.version ?? expected }
  })

function refuseCall({ calledNumber, numberSource }: Settling['body'], known: readonly string[]): void {
  const fault = callFault(calledNumber, { known, source: numberSource })
  if (fault === 'unknown_number')
    throw invalid(
      '/calledNumber',
      `Call a number the office had before this account came: ${known.join(', ')}. A number that came with it proves nothing.`,
    )
  if (fault === 'no_source')
    throw invalid(
      '/numberSource',
      'The office had no number of theirs. Say where this one was found, other than with the account.',
    )
}
