import { Problem, invalid } from '../../kernel/problems.ts'
import type { LinkScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { From } from '../../platform/http/from.ts'
import type { Signature } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import type { PartyRow } from './party.store.ts'
import { again, lockBehind, standing, type Behind } from './behind.actions.ts'
import { mayRead, sameName, turnNow } from './envelope.rules.ts'
import { happened, newsOf } from './history.actions.ts'
import { holdsUp, signs } from './kinds.rules.ts'
import * as contract from './party.contract.ts'
import { beginToAsk, stopAsking } from './paymentAsk.actions.ts'
import { keepPicture } from './pictures.actions.ts'
import { goOn } from './send.actions.ts'

function refuseClosed({ row, party, parties }: Behind): void {
  if (row.state !== 'pending')
    throw new Problem(contract.Ended, {}, 'This paper is no longer open to be signed. Ask the production office.')
  if (!mayRead(party, parties) || party.turn !== turnNow(parties))
    throw new Problem(contract.NotYourTurn, {}, 'Others come before you. You get a message when it is your turn.')
}

export const opened = (app: App, { scope, from }: { scope: LinkScope; from: From }): Promise<contract.OwnStanding> =>
  app.transaction(async (tx) => {
    const it = await lockBehind(tx, scope)
    await app.links.use(tx, scope.link.linkId)
    if (it.party.opened_at === null && mayRead(it.party, it.parties)) {
      const now = app.clock.now().toString()
      await partyStore.update(tx, it.party.id, {
        opened_at: now,
        ...(it.party.state === 'sent' && { state: 'opened' }),
      })
      await happened(app, tx, it.row.id, {
        what: 'opened',
        text: `Opened by ${it.party.name}’s link`,
        partyId: it.party.id,
        ...from,
      })
      await app.announce(tx, { department: 'agreements', productionId: it.row.production_id, ids: [it.row.id] })
    }
    return again(tx, scope)
  })

export const keepAnswers = (app: App, { scope, answers }: { scope: LinkScope; answers: Record<string, string> }) =>
  app.transaction(async (tx) => {
    const it = await lockBehind(tx, scope)
    if (it.party.state === 'done') return standing(it)
    refuseClosed(it)
    await partyStore.update(tx, it.party.id, { answers: JSON.stringify(known(it.row, answers)) })
    return standing(it)
  })

/** Only fields the paper has. */
const known = (row: AgreementRow, answers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => row.content?.fields.some((field) => field.key === key)))

/** How we know who it was, in the words of the certificate. */
const identifiedBy = (row: AgreementRow, party: PartyRow): string =>
  party.role === 'in_person'
    ? 'In person, at a device of the production'
    : row.asks_code
      ? `By personal link and a code sent to ${party.email}`
      : `By personal link sent to ${party.email ?? 'them'}`

function refuseToSign(it: Behind, body: contract.Signing): void {
  const { row, party } = it
  refuseClosed(it)
  if (!holdsUp(party.role))
    throw new Problem(contract.NotYourTurn, {}, 'You can read this paper; nothing is asked of you.')
  if (row.asks_code && party.role !== 'in_person' && party.code_given_at === null)
    throw new Problem(contract.CodeNeeded, {}, 'Enter the code from the e-mail first.')
  if (body.seen !== row.content_sha256)
    throw new Problem(contract.TextChanged, {}, 'The page shows another text than this paper has. Load it again.')
  if (!sameName(body.name, party.name) && body.nameReason === undefined)
    throw new Problem(
      contract.NameDiffers,
      { expected: party.name },
      `This was sent to ${party.name}. If that is you under another name, say how it changed. If not, please do not sign: ask the office for your own.`,
    )
}

export const sign = (
  app: App,
  { scope, body, from }: { scope: LinkScope; body: contract.Signing; from: From },
): Promise<contract.OwnStanding> =>
  app.transaction(async (tx) => {
    const it = await lockBehind(tx, scope)
    const { row, party } = it
    // The second of two taps, or a retry after a lost answer: it is signed, and once.
    if (party.state === 'done') return standing(it)
    refuseToSign(it, body)
    const signature = await signatureOf(app, tx, it, body)
    const photo =
      body.photo &&
      (await keepPicture(app, tx, {
        base64: body.photo.base64,
        name: `${row.number} photo`,
        pointer: '/photo',
        productionId: row.production_id,
      }))
    const answers = known(row, { ...party.answers, ...body.answers })
    const now = app.clock.now().toString()
    await partyStore.update(tx, party.id, {
      state: 'done',
      acted_at: now,
      signed_name: body.name,
      name_reason: sameName(body.name, party.name) ? null : (body.nameReason ?? null),
      ...signature,
      photo_file_id: photo ?? null,
      photo_taken_at: body.photo?.takenAt ?? (photo ? now : null),
      answers: JSON.stringify(answers),
      identified_by: identifiedBy(row, party),
      ip: from.ip,
      device: from.device,
      seen_sha256: body.seen,
      signed_where: body.where === '' ? null : body.where,
      next_reminder_at: null,
      ...(party.opened_at === null && { opened_at: now }),
    })
    const renamed = sameName(body.name, party.name) ? '' : ` (sent to ${party.name})`
    await happened(app, tx, row.id, {
      what: party.role === 'approver' ? 'approved' : 'signed',
      text: `${party.role === 'approver' ? 'Approved' : 'Signed'} by ${body.name}${renamed}`,
      partyId: party.id,
      ...from,
    })
    await app.audit.record(tx, scope.actor, 'agreement.signed', {
      subject: { kind: 'agreement', id: row.id, label: row.number },
      productionId: row.production_id,
      before: { party: party.name, state: party.state },
      after: { party: party.name, state: 'done' },
    })
    await app.emit(tx, 'agreements.signed_by_one', { ...newsOf(row), partyId: party.id, partyRole: party.role })
    await beginToAsk(app, tx, row, party.id)
    await goOn(app, tx, row.id)
    await app.announce(tx, { department: 'agreements', productionId: row.production_id, ids: [row.id] })
    return again(tx, scope)
  })

async function signatureOf(app: App, tx: Tx, { row, party }: Behind, body: contract.Signing) {
  if (!signs(party.role)) return { signature: null, signature_file_id: null }
  const { signature } = body
  if (signature === undefined || signature.kind === 'on_paper')
    throw invalid('/signature', 'Sign in the field, or type your name.')
  if (signature.kind !== 'uploaded')
    return { signature: JSON.stringify(signature satisfies Signature), signature_file_id: null }
  if (body.picture === undefined) throw invalid('/picture', 'Choose the picture of your signature.')
  const file = await keepPicture(app, tx, {
    base64: body.picture.base64,
    name: `${row.number} signature`,
    pointer: '/picture',
    productionId: row.production_id,
  })
  return { signature: JSON.stringify(signature), signature_file_id: file }
}

export const decline = (
  app: App,
  { scope, reason, from }: { scope: LinkScope; reason: string; from: From },
): Promise<contract.OwnStanding> =>
  app.transaction(async (tx) => {
    const it = await lockBehind(tx, scope)
    const { row, party, parties } = it
    if (party.state === 'declined') return standing(it)
    refuseClosed(it)
    if (!holdsUp(party.role))
      throw new Problem(contract.NotYourTurn, {}, 'You can read this paper; it waits for nothing of yours.')
    const now = app.clock.now().toString()
    await partyStore.update(tx, party.id, {
      state: 'declined',
      acted_at: now,
      decline_reason: reason,
      ip: from.ip,
      device: from.device,
    })
    await store.update(tx, row.id, { state: 'declined', ended_at: now, end_reason: reason })
    await partyStore.stopReminders(tx, row.id)
    await stopAsking(app, tx, row)
    await app.links.revoke(
      tx,
      parties.filter((other) => other.id !== party.id).flatMap((other) => other.link_id ?? []),
    )
    await happened(app, tx, row.id, {
      what: 'declined',
      text: `Declined by ${party.name}: ${reason}`,
      partyId: party.id,
      ...from,
    })
    await app.audit.record(tx, scope.actor, 'agreement.declined', {
      subject: { kind: 'agreement', id: row.id, label: row.number },
      productionId: row.production_id,
      before: { state: 'pending' },
      after: { state: 'declined', reason },
    })
    await app.emit(tx, 'agreements.failed', { ...newsOf(row), how: 'declined' })
    await app.announce(tx, { department: 'agreements', productionId: row.production_id, ids: [row.id] })
    return again(tx, scope)
  })
