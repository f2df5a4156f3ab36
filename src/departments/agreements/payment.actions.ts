import type { PersonId } from '../../kernel/ids.ts'
import { Invalid, Problem, type FieldError } from '../../kernel/problems.ts'
import type { LinkScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as vendors from '../vendors/index.ts'
import { may } from './envelope.rules.ts'
import { Ended, NotYourTurn } from './party.contract.ts'
import * as partyStore from './party.store.ts'
import type { AccountGiven, TaxGiven } from './payment.contract.ts'
import { goOnAsking } from './paymentAsk.actions.ts'
import { asksHowToPay, taxFaults } from './payment.rules.ts'
import { paymentWords } from './phone/payment.words.ts'
import { lockBehind, type Behind } from './behind.actions.ts'

interface Giving<Body> {
  readonly scope: LinkScope
  readonly body: Body
}

/** @throws NotYourTurn, Ended */
async function giver(tx: Tx, scope: LinkScope): Promise<Behind & { personId: PersonId }> {
  const it = await lockBehind(tx, scope)
  if (!may.pay(it.row.state)) throw new Problem(Ended, {}, paymentWords(it.row.language).ended)
  if (!asksHowToPay(it.row, it.party) || it.party.person_id === null)
    throw new Problem(NotYourTurn, {}, paymentWords(it.row.language).notAsked)
  return { ...it, personId: it.party.person_id }
}

const refuse = (errors: FieldError[]): void => {
  if (errors.length > 0) throw new Problem(Invalid, { errors }, errors[0]?.message)
}

async function given(app: App, tx: Tx, { row, party }: Behind, actor: LinkScope['actor'], what: 'tax' | 'bank') {
  const at = app.clock.now().toString()
  await partyStore.update(tx, party.id, what === 'tax' ? { tax_given_at: at } : { bank_given_at: at })
  await goOnAsking(app, tx, row, party.id)
  // Not among the events: those stand on the certificate that everybody who signed gets.
  await app.audit.record(tx, actor, `agreement.${what}_given`, {
    subject: { kind: 'agreement', id: row.id, label: row.number },
    productionId: row.production_id,
    after: { party: party.name },
  })
  await app.announce(tx, { department: 'agreements', productionId: row.production_id, ids: [row.id] })
  return {
    tax: what === 'tax' || party.tax_given_at !== null,
    bank: what === 'bank' || party.bank_given_at !== null,
  }
}

export const giveTax = (app: App, { scope, body }: Giving<TaxGiven>) =>
  app.transaction(async (tx) => {
    const it = await giver(tx, scope)
    const words = paymentWords(it.row.language)
    refuse(taxFaults(body).map(({ field, code }) => ({ pointer: `/${field}`, message: words.taxFaults[code] })))
    const { certified: _, ...tax } = body
    await vendors.payeeGives(app, tx, { personId: it.personId, actor: scope.actor, tax })
    return given(app, tx, it, scope.actor, 'tax')
  })

export const giveAccount = (app: App, { scope, body }: Giving<AccountGiven>) =>
  app.transaction(async (tx) => {
    const it = await giver(tx, scope)
    const words = paymentWords(it.row.language)
    const account = { ...body, country: body.country === '' ? null : body.country, currency: null }
    refuse(
      vendors
        .accountFaults(account)
        .map(({ field, code }) => ({ pointer: `/${field}`, message: words.bankFaults[code] })),
    )
    await vendors.payeeGives(app, tx, { personId: it.personId, actor: scope.actor, account })
    return given(app, tx, it, scope.actor, 'bank')
  })
