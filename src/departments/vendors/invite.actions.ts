import type { LinkId } from '../../kernel/ids.ts'
import { NotFound, Problem, demandFresh } from '../../kernel/problems.ts'
import type { BodyOf } from '../../kernel/route.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { queueLetters } from '../../platform/mail/index.ts'
import * as office from '../office/index.ts'
import { knownNumbers } from './bank.actions.ts'
import { letterWords } from './outside/letter.words.ts'
import type { InvitationId, inviteVendor, Invitation } from './proposal.contract.ts'
import { shownInvitation } from './proposal.shown.ts'
import * as store from './proposal.store.ts'
import { LINK_DAYS } from './reminder.rules.ts'
import { nameOf, stageColumns, type Write } from './vendor.actions.ts'
import type { VendorId } from './vendor.contract.ts'
import { note } from './vendor.note.ts'
import * as vendors from './vendor.store.ts'

export interface OfVendor extends Write {
  readonly vendorId: VendorId
}

export async function getShown(
  app: App,
  db: Db,
  scope: OfficeScope,
  vendorId: VendorId,
): Promise<{ invitation: Invitation | null; can: { edit: boolean } }> {
  const row = await store.openOf(db, vendorId)
  const vendor = row && (await vendors.byId(db, scope, vendorId))
  return {
    invitation: row && vendor ? await shownInvitation(app, db, row, vendor) : null,
    can: { edit: scope.can('vendors.edit') },
  }
}

/** A link for the vendor's own hand. One is open at a time: an earlier one stops working. */
export const invite = (app: App, { scope, actor, vendorId, body }: OfVendor & { body: BodyOf<typeof inviteVendor> }) =>
  app.transaction(async (tx) => {
    const vendor = await vendors.lock(tx, scope, vendorId)
    if (vendor === undefined || vendor.archived_at !== null) throw new Problem(NotFound, {}, 'There is no such vendor.')
    const before = await store.openOf(tx, vendorId)
    if (before !== undefined) await end(app, tx, before)
    const { id: linkId } = await app.links.create(tx, {
      purpose: 'vendor',
      subject: { kind: 'vendor', id: vendorId },
      label: `Details of ${vendor.name}`,
      expiresAt: app.clock.now().add({ hours: 24 * LINK_DAYS }),
      createdBy: actor,
    })
    await store.insert(tx, {
      id: app.ids.next<InvitationId>(),
      vendor_id: vendorId,
      link_id: linkId,
      to_address: body.email,
      locale: body.locale,
      message: body.message || null,
      state: 'sent',
      answers_sealed: null,
      decisions: '{}',
      known_numbers: await knownNumbers(tx, vendor),
      sent_by: nameOf(actor),
      sent_at: app.clock.now().toString(),
      opened_at: null,
      filled_at: null,
      settled_at: null,
    })
    if (vendor.stage === 'profile' || vendor.stage === 'invited')
      await vendors.update(tx, vendorId, vendor.version, stageColumns(app, actor, 'invited'))
    await write(app, tx, { linkId, to: { name: vendor.name, address: body.email }, locale: body.locale, round: 0 }, [
      body.message,
    ])
    await note(app, tx, actor, { vendor, verb: 'vendor.invited' })
    return getShown(app, tx, scope, vendorId)
  })

async function end(app: App, tx: Tx, row: store.InvitationRow): Promise<void> {
  await store.update(tx, row.id, row.version, { state: 'closed', settled_at: app.clock.now().toString() })
  if (row.link_id !== null) await app.links.revoke(tx, [row.link_id])
}

export const close = (app: App, { scope, actor, vendorId, expected }: OfVendor & { expected: number }) =>
  app.transaction(async (tx) => {
    const vendor = await vendors.lock(tx, scope, vendorId)
    const row = await store.openOf(tx, vendorId)
    if (vendor === undefined || row === undefined) throw new Problem(NotFound, {}, 'There is no open invitation.')
    demandFresh({ expected, current: row.version }, `what ${vendor.name} fills in`)
    await end(app, tx, row)
    await note(app, tx, actor, { vendor, verb: 'vendor.link_closed' })
    return getShown(app, tx, scope, vendorId)
  })

interface VendorLetter {
  readonly linkId: LinkId
  readonly to: { name: string; address: string }
  readonly locale: 'en' | 'de'
  readonly round: number
  /** The how-manieth letter that asks again; absent: it does not. */
  readonly reminder?: number
}

/** The first letter asks; a later one says what came back and why. */
export async function write(app: App, tx: Tx, letter: VendorLetter, about: readonly string[]): Promise<void> {
  const { name } = await office.officeSettings(tx)
  const words = letterWords[letter.locale]
  const page = `${app.settings.url}/v/${app.links.tokenOf(letter.linkId)}`
  await queueLetters(app, tx, [
    {
      key: `vendor:${letter.linkId}:${letter.round}${letter.reminder === undefined ? '' : `:again${letter.reminder}`}`,
      channel: 'email',
      to: letter.to,
      subject:
        letter.reminder !== undefined
          ? words.remindSubject(name)
          : letter.round === 0
            ? words.subject(name)
            : words.againSubject(name),
      text: [
        words.hello(letter.to.name),
        '',
        letter.reminder !== undefined
          ? words.reminds(name)
          : letter.round === 0
            ? words.asks(name)
            : words.returned(name),
        ...about.filter((line) => line !== '').map((line) => (letter.round === 0 ? `\n${line}` : `- ${line}`)),
        '',
        words.how,
        page,
        '',
        words.bank,
      ].join('\n'),
      about: { kind: 'vendor', id: letter.linkId },
    },
  ])
}
