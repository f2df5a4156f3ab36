import { Problem, invalid } from '../../../kernel/problems.ts'
import type { BodyOf } from '../../../kernel/route.ts'
import type { App } from '../../../platform/app.ts'
import type { Tx } from '../../../platform/database/database.ts'
import * as people from '../../people/index.ts'
import * as vendors from '../vendor.store.ts'
import { NotAskable, type QuoteId, type sendQuoteRequest } from './quote.contract.ts'
import { writeAsk } from './quote.letters.ts'
import { requestNumber } from './quote.rules.ts'
import * as store from './quote.store.ts'
import { demandFuture, lockFresh, told, type OfRequest } from './quote.actions.ts'

type Sending = OfRequest & { readonly body: BodyOf<typeof sendQuoteRequest> }

/** Each vendor by a link of their own. Who cannot be asked is named, and then nobody is. */
export const send = (app: App, { scope, actor, requestId, expected, body }: Sending) =>
  app.transaction(async (tx) => {
    const row = await lockFresh(tx, { scope, requestId, expected })
    if (row.state !== 'draft' && row.state !== 'sent')
      throw invalid('/vendorIds', 'This request is closed; begin another.')
    demandFuture(app, row.answer_by.toString())
    const asked = new Set((await store.quotesOf(tx, requestId)).map(({ vendor_id }) => vendor_id as string))
    const fresh = [...new Set(body.vendorIds as string[])].filter((id) => !asked.has(id))
    const found = await vendors.namesByIds(tx, fresh as never[])
    const reached = await addressesOf(tx, found)
    refuseUnaskable(fresh, found, body.isByPhone ? undefined : reached)
    for (const vendor of found)
      await ask(app, tx, { scope, actor, body }, row, { ...vendor, address: reached.get(vendor.id) ?? '' })
    await store.update(tx, requestId, expected, { state: 'sent' })
    return told(
      app,
      tx,
      { scope, actor },
      { requestId, verb: 'quote.sent', after: { asked: found.map(({ name }) => name).join(', ') } },
    )
  })

type Found = Awaited<ReturnType<typeof vendors.namesByIds>>

/** @param reached whom a letter reaches; absent where the vendors are called */
function refuseUnaskable(
  wanted: readonly string[],
  found: Found,
  reached: ReadonlyMap<string, string> | undefined,
): void {
  const gone = wanted.filter((id) => !found.some((it) => it.id === id))
  const refused = [
    ...gone.map(() => ({ name: 'A vendor', why: 'is not there any more' })),
    ...found.filter(({ stage }) => stage === 'do_not_use').map(({ name }) => ({ name, why: 'is not to be used' })),
    ...found
      .filter(({ id }) => reached !== undefined && !reached.has(id))
      .map(({ name }) => ({ name, why: 'has no e-mail address' })),
  ]
  if (refused.length > 0)
    throw new Problem(NotAskable, { vendors: refused }, refused.map(({ name, why }) => `${name} ${why}.`).join(' '))
}

async function ask(
  app: App,
  tx: Tx,
  { scope, actor, body }: Pick<Sending, 'scope' | 'actor' | 'body'>,
  row: store.RequestRow,
  vendor: Found[number] & { address: string },
): Promise<void> {
  const id = app.ids.next<QuoteId>()
  const link = body.isByPhone
    ? null
    : await app.links.create(tx, {
        purpose: 'quote',
        subject: { kind: 'quote', id },
        productionId: scope.productionId,
        label: `Quote ${requestNumber(row.number)}, ${vendor.name}`,
        createdBy: actor,
      })
  await store.insertQuotes(tx, [
    {
      id,
      request_id: row.id,
      vendor_id: vendor.id,
      link_id: link?.id ?? null,
      to_address: link && vendor.address,
      locale: body.locale,
      state: 'asked',
      sent_at: app.clock.now().toString(),
      reminded_at: null,
      answered_at: null,
      answered_by: null,
      currency: null,
      delivery_minor: null,
      tax_hundredths: null,
      valid_until: null,
      note: null,
      file_id: null,
    },
  ])
  if (link === null) return
  const it = { linkId: link.id, to: { name: vendor.name, address: vendor.address }, locale: body.locale }
  await writeAsk(app, tx, scope, { row, it, message: body.message })
}

/** Where each of them is written to: their own first address, else their first contact's. */
async function addressesOf(tx: Tx, found: Found) {
  const contacts = await vendors.contactsOf(
    tx,
    found.map(({ id }) => id),
  )
  const parties = await people.partiesByIds(tx, {
    companyIds: found.flatMap(({ companyId }) => companyId ?? []),
    personIds: [...found.flatMap(({ personId }) => personId ?? []), ...contacts.map(({ personId }) => personId)],
  })
  const entries = found.flatMap(({ id, companyId, personId }): [string, string][] => {
    const own = parties.get(companyId ?? personId ?? '')?.emails[0]?.value
    const theirs = contacts
      .filter(({ vendorId }) => vendorId === id)
      .map((it) => parties.get(it.personId)?.emails[0]?.value)
      .find((it) => it !== undefined)
    const address = own ?? theirs
    return address === undefined ? [] : [[id, address]]
  })
  return new Map(entries)
}
