import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { VendorId } from './vendor.contract.ts'

interface Noted {
  readonly vendor: { readonly id: VendorId; readonly name: string }
  readonly verb: string
  /** By field; see `fieldClass.rules.ts` for who reads which. */
  readonly after?: object
}

/** A line of the vendor's own history, with nothing in it that is sealed, and word to open pages. */
export async function note(app: App, tx: Tx, actor: Actor, { vendor, verb, after = {} }: Noted): Promise<void> {
  await app.audit.record(tx, actor, verb, { subject: { kind: 'vendor', id: vendor.id, label: vendor.name }, after })
  await app.announce(tx, { department: 'vendors', productionId: null, ids: [vendor.id] })
}
