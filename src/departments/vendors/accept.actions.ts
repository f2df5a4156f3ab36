import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import { arrive } from './bank.actions.ts'
import { lastFour } from './bank.rules.ts'
import type { Answers } from './proposal.contract.ts'
import type { ProposalField } from './proposal.rules.ts'
import { partyOf } from './proposal.shown.ts'
import type { Write } from './vendor.actions.ts'
import * as store from './vendor.store.ts'

interface Accepting extends Write {
  readonly vendor: store.VendorRow
  readonly field: ProposalField
  readonly answers: Answers
  readonly knownNumbers: readonly string[]
}

/** Writes one accepted field where it belongs: the directory, the vendor, or the row of accounts that wait for a call. */
export async function acceptField(app: App, tx: Tx, { field, ...it }: Accepting): Promise<void> {
  const { answers, vendor, scope, actor } = it
  switch (field) {
    case 'legalName':
      return changeParty(app, tx, it, () => ({ legalName: answers.legalName }))
    case 'address':
      return changeParty(app, tx, it, () => ({ address: answers.address }))
    case 'website':
      return changeParty(app, tx, it, ({ websites }) => ({ websites: first(answers.website ?? '', websites) }))
    case 'email':
      return changeParty(app, tx, it, ({ emails }) => ({ emails: firstReach(answers.email ?? '', emails) }))
    case 'phone':
      return changeParty(app, tx, it, ({ phones }) => ({ phones: firstReach(answers.phone ?? '', phones) }))
    case 'contact':
      return addContact(app, tx, it)
    case 'terms':
      return changeVendor(tx, it, {
        ...(answers.paymentDays !== null && { payment_days: answers.paymentDays }),
        ...(answers.currency !== null && { currency: answers.currency }),
      })
    case 'tax':
      return changeVendor(tx, it, {
        tax_kind: answers.tax.kind,
        tax_sealed: app.keys.seal(answers.tax.id ?? ''),
        tax_last: lastFour(answers.tax.id ?? ''),
      })
    case 'bank': {
      const { holder, account, bankCode, bankName, country } = answers.bank
      const given = {
        holder: holder ?? '',
        account: account ?? '',
        bankCode: bankCode ?? '',
        bankName: bankName ?? '',
        country: country?.toUpperCase() ?? null,
        currency: answers.currency,
      }
      await arrive(app, tx, {
        scope,
        actor,
        vendorId: vendor.id,
        account: given,
        cameFrom: 'link',
        known: it.knownNumbers,
      })
    }
  }
}

const first = (value: string, list: readonly string[]) => [value, ...list.filter((each) => each !== value)]
const firstReach = (value: string, list: people.Party['emails']) => [
  { label: null, value },
  ...list.filter((each) => each.value.toLowerCase() !== value.toLowerCase()),
]

async function changeVendor(
  tx: Tx,
  { scope, vendor: { id } }: Pick<Accepting, 'scope' | 'vendor'>,
  change: Parameters<typeof store.update>[3],
) {
  const fresh = await store.lock(tx, scope, id)
  if (fresh !== undefined) await store.update(tx, id, fresh.version, change)
}

async function changeParty(
  app: App,
  tx: Tx,
  { scope, actor, vendor }: Pick<Accepting, 'scope' | 'actor' | 'vendor'>,
  bodyFor: (party: people.Party) => object,
): Promise<void> {
  const party = await partyOf(tx, vendor)
  if (party === undefined) return
  const how = { scope, actor, expected: party.version, body: bodyFor(party) }
  if (party.kind === 'company') await people.changeCompany(app, { ...how, id: party.id as never })
  else await people.changePerson(app, { ...how, id: party.id as never })
}

/** Somebody of the directory with the same address is that person; else they are put into it. */
async function addContact(
  app: App,
  tx: Tx,
  { scope, actor, vendor, answers }: Omit<Accepting, 'field'>,
): Promise<void> {
  const { name, does, email, phone } = answers.contact
  const known = await people.likely(tx, { name: '', email, phone: null })
  const found = known.find(({ kind, by }) => kind === 'person' && by === 'email')
  const personId =
    found?.id ??
    (
      await people.addPerson(app, {
        scope,
        actor,
        body: {
          name: name ?? '',
          ...(vendor.company_id !== null && { companyName: vendor.name }),
          ...(email !== null && { emails: [{ label: null, value: email }] }),
          ...(phone !== null && { phones: [{ label: null, value: phone }] }),
        },
      })
    ).id
  const before = await store.contactsOf(tx, [vendor.id])
  await store.putContacts(
    tx,
    vendor.id,
    [...before.filter((it) => it.personId !== personId), { personId, does: does ?? '' }],
    () => app.ids.next(),
  )
}
