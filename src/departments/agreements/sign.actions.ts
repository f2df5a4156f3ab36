import { createHash, randomInt } from 'node:crypto'
import { LinkUnusable, Problem, invalid } from '../../kernel/problems.ts'
import type { FileId } from '../../kernel/ids.ts'
import type { LinkScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { redrawn } from '../../platform/pictures/index.ts'
import { keepFile } from '../../platform/uploads/index.ts'
import type { PartyId, Signature } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import type { PartyRow } from './party.store.ts'
import { mayRead, sameName, turnNow } from './envelope.rules.ts'
import { happened, newsOf } from './history.actions.ts'
import { holdsUp, signs } from './kinds.rules.ts'
import { letter, post } from './letters.actions.ts'
import { letterWords } from './letters.rules.ts'
import * as contract from './party.contract.ts'
import { beginToAsk, stopAsking } from './paymentAsk.actions.ts'
import { goOn } from './send.actions.ts'

/** Where a request came from, for the certificate. */
interface From {
  readonly ip: string | null
  readonly device: string | null
}

export interface Behind {
  readonly row: AgreementRow
  readonly party: PartyRow
  readonly parties: readonly PartyRow[]
}

/** The paper and the party behind a link. @throws LinkUnusable when they are gone */
export async function behind(db: Db, partyId: string): Promise<Behind> {
  const party = await partyStore.byId(db, partyId as PartyId)
  const row = party && (await store.byId(db, party.agreement_id))
  if (party === undefined || row === undefined)
    throw new Problem(LinkUnusable, { reason: 'unknown' }, 'The paper behind this link is gone.')
  return { row, party, parties: await partyStore.of(db, [row.id]) }
}

/** The same, held until the transaction ends. */
export async function lockBehind(tx: Tx, scope: LinkScope): Promise<Behind> {
  const { row } = await behind(tx, scope.link.subjectId)
  await store.lock(tx, row.id)
  return behind(tx, scope.link.subjectId)
}

const standing = ({ row, party }: Pick<Behind, 'row' | 'party'>): contract.OwnStanding => ({
  state: party.state,
  paper: row.state,
  actedAt: party.acted_at?.toString() ?? null,
})

const again = async (tx: Tx, scope: LinkScope) => standing(await behind(tx, scope.link.subjectId))

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

const codeMinutes = 10
const codeTries = 5
const codeHash = (partyId: string, code: string) => createHash('sha256').update(`${partyId} ${code}`).digest('hex')
const masked = (address: string) => address.replace(/^(.).*(@.*)$/, '$1…$2')

export const askCode = (app: App, { scope }: { scope: LinkScope }): Promise<{ sentTo: string }> =>
  app.transaction(async (tx) => {
    const { row, party } = await lockBehind(tx, scope)
    if (party.email === null) throw invalid('/code', 'There is no e-mail address to send a code to.')
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
    const now = app.clock.now()
    await partyStore.update(tx, party.id, {
      code_hash: codeHash(party.id, code),
      code_tries: 0,
      code_expires_at: now.add({ minutes: codeMinutes }).toString(),
    })
    const words = letterWords[row.language].code(code)
    const [sealed] = letter(app, { row, party, key: `agreement-code:${app.ids.next<string>()}`, words, link: null })
    if (sealed) await post(app, tx, [{ ...sealed, subject: words[0], sealed: true }])
    return { sentTo: masked(party.email) }
  })

export const giveCode = (
  app: App,
  { scope, code }: { scope: LinkScope; code: string },
): Promise<contract.OwnStanding> =>
  app
    .transaction(async (tx) => {
      const { row, party } = await lockBehind(tx, scope)
      const now = app.clock.now()
      const alive = party.code_expires_at !== null && Temporal.Instant.compare(now, party.code_expires_at) < 0
      if (!alive || party.code_tries >= codeTries)
        return { wrong: 0 as const, detail: 'This code has run out. Ask for a new one.' }
      if (codeHash(party.id, code) !== party.code_hash) {
        await partyStore.update(tx, party.id, { code_tries: party.code_tries + 1 })
        return {
          wrong: (codeTries - party.code_tries - 1) as number,
          detail: 'This code does not fit. Look at the newest e-mail.',
        }
      }
      await partyStore.update(tx, party.id, { code_given_at: now.toString(), code_hash: null })
      await happened(app, tx, row.id, { what: 'identified', text: `Code from ${party.email} given`, partyId: party.id })
      return { standing: await again(tx, scope) }
    })
    .then((answer) => {
      // A wrong try is counted even though it is refused, so the refusal comes after the commit.
      if ('standing' in answer) return answer.standing
      throw new Problem(contract.CodeWrong, { triesLeft: answer.wrong }, answer.detail)
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

export async function keepPicture(
  app: App,
  tx: Tx,
  it: { base64: string; name: string; pointer: string; productionId: AgreementRow['production_id'] },
): Promise<FileId> {
  const isSignature = it.pointer === '/picture'
  const drawn = await redrawn(Buffer.from(it.base64, 'base64'), {
    longestSide: isSignature ? 900 : 720,
    as: isSignature ? 'png' : 'jpeg',
  })
  const name = `${it.name}.${isSignature ? 'png' : 'jpg'}`
  return (
    await keepFile(app, tx, { name, mediaType: drawn.mediaType, bytes: drawn.bytes, productionId: it.productionId })
  ).id
}

/** How we know who it was, in the words of the certificate. */
const identifiedBy = (row: AgreementRow, party: PartyRow): string =>
  party.role === 'in_person'
    ? 'In person, at a device of the production'
    : row.asks_code
      ? `By personal link and a code sent to ${party.email}`
      : `By personal link sent to ${party.email ?? 'them'}`

export const sign = (
  app: App,
  { scope, body, from }: { scope: LinkScope; body: contract.Signing; from: From },
): Promise<contract.OwnStanding> =>
  app.transaction(async (tx) => {
    const it = await lockBehind(tx, scope)
    const { row, party } = it
    // The second of two taps, or a retry after a lost answer: it is signed, and once.
    if (party.state === 'done') return standing(it)
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
