import type { PersonId } from '../../kernel/ids.ts'
import { systemOfficeScope, type Actor } from '../../platform/access/scope.ts'
import { within, type App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as papers from '../papers/index.ts'
import { arrive } from './bank.actions.ts'
import type { Account } from './bank.contract.ts'
import { lastFour } from './bank.rules.ts'
import * as banks from './bank.store.ts'
import { NewVendor } from './vendor.contract.ts'
import { create } from './vendor.actions.ts'
import { note } from './vendor.note.ts'
import * as store from './vendor.store.ts'

/** A tax form as it was filled in; certified by whoever filled it in. */
export interface TaxForm {
  /** Where they pay taxes: two letters. */
  readonly country: string
  readonly legalName: string
  /** What they are to the tax office: an individual, a company. */
  readonly standing: string
  readonly address: string
  /** Which number it is: SSN, EIN, UTR, Steuernummer. */
  readonly kind: string
  readonly id: string
}

interface Giving {
  readonly personId: PersonId
  readonly actor: Actor
  readonly tax?: TaxForm | undefined
  readonly account?: Account | undefined
}

const scope = systemOfficeScope('what somebody gave with their deal')

/**
 * Takes what somebody gives to be paid: their number and account are sealed, an account waits for the call back as every
 * account does. Whoever is not among those we pay yet is from now on, in review.
 */
export async function payeeGives(app: App, tx: Tx, { personId, actor, tax, account }: Giving): Promise<void> {
  const [known] = await store.ofParties(tx, [personId])
  const vendorId =
    known?.id ?? (await create(within(app, tx), { scope, actor, body: NewVendor.parse({ personId }) }, 'in_review')).id
  if (account !== undefined) await arrive(app, tx, { scope, actor, vendorId, account, cameFrom: 'link' })
  if (tax === undefined) return
  const row = await store.lock(tx, scope, vendorId)
  if (row === undefined) return
  const { kind, id, ...form } = tax
  await store.update(tx, vendorId, row.version, {
    tax_kind: kind,
    tax_sealed: app.keys.seal(id),
    tax_last: lastFour(id),
    tax_form_sealed: app.keys.seal(JSON.stringify({ ...form, certifiedAt: app.clock.now().toString() })),
  })
  await papers.payDetailsCame(app, tx, { holder: { kind: 'person', id: personId }, what: 'tax', actor })
  const told = `tax number ending in ${lastFour(id)}`
  await note(app, tx, actor, { vendor: row, verb: 'vendor.tax_arrived', after: { account: told } })
}

/** Of these people those whose tax number and a counting or waiting account are on file. */
export async function payeesAmong(db: Db, personIds: readonly PersonId[]): Promise<ReadonlySet<string>> {
  const vendors = await store.ofParties(db, personIds)
  const ids = vendors.map(({ id }) => id)
  const banked = await banks.onFileOf(db, ids)
  const taxed = await store.taxedAmong(db, ids)
  return new Set(
    vendors.flatMap(({ id, personId }) => (personId !== null && banked.has(id) && taxed.has(id) ? [personId] : [])),
  )
}
