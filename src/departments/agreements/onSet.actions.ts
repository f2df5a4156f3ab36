import { NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { Actor, LinkScope, ProductionScope } from '../../platform/access/scope.ts'
import { productionScopeOfLink } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { From } from '../../platform/http/from.ts'
import * as people from '../people/index.ts'
import { blank, emptyPaper, nextNumber } from './writing.actions.ts'
import type { AgreementId, PartyId } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import { complete } from './end.actions.ts'
import { happened, newsOf } from './history.actions.ts'
import { sameName } from './envelope.rules.ts'
import { Ended, TextChanged } from './party.contract.ts'
import { utcText } from './moment.rules.ts'
import type * as contract from './point.contract.ts'
import { isOpen } from './point.actions.ts'
import * as points from './point.store.ts'
import { keepPicture } from './pictures.actions.ts'
import { termsOf } from './terms.rules.ts'
import { withAnswers } from './text.rules.ts'

/** Of this name on this production, if there is exactly one. */
async function knownPerson(db: Db, scope: ProductionScope, name: string) {
  const same = (await people.engagementsOf(db, scope)).filter((it) => sameName(it.name, name))
  return same.length === 1 ? same[0] : undefined
}

/** A release on its way in: what a phone sent, for which code, and what it becomes here. */
interface Arrived {
  readonly id: AgreementId
  readonly number: string
  readonly point: points.PointRow
  readonly body: contract.Release
  readonly from: From
  readonly person: Awaited<ReturnType<typeof knownPerson>>
  readonly now: Temporal.Instant
  readonly signedAt: Temporal.Instant
}

/** A phone that was without signal sends what it kept; the same key is the same release, however often it comes. */
export const signRelease = (
  app: App,
  { scope: link, body, from }: { scope: LinkScope; body: contract.Release; from: From },
) =>
  app.transaction(async (tx) => {
    await store.holdSubmission(tx, body.key)
    const former = await store.bySubmission(tx, body.key)
    if (former !== undefined) return { number: former.number }
    const point = await points.byId(tx, link.link.subjectId as contract.PointId)
    if (point === undefined) throw new Problem(NotFound, {}, 'This code is gone.')
    const now = app.clock.now()
    const signedAt = notAfter(now, Temporal.Instant.from(body.signedAt))
    refuseClosed(point, signedAt)
    const wording = wordingSeen(point, body)
    const scope = productionScopeOfLink(link.link, point.production_id as ProductionId)
    const person = await knownPerson(tx, scope, body.name)
    const number = await nextNumber(tx, scope, kindOf(body))
    const arrived = { id: app.ids.next<AgreementId>(), number, point, body, from, person, now, signedAt }
    await insertPaper(tx, arrived, wording)
    const partyId = await insertSigner(app, tx, arrived)
    await tell(app, tx, arrived, { partyId, actor: link.actor })
    return { number }
  })

const isMinors = (body: contract.Release): boolean => body.guardian !== undefined
const kindOf = (body: contract.Release) => (isMinors(body) ? ('minor_release' as const) : ('talent_release' as const))
const roleOf = (body: contract.Release) => (isMinors(body) ? ('guardian' as const) : ('in_person' as const))
const signerOf = (body: contract.Release): string => body.guardian ?? body.name
const answersOf = ({ name, guardian }: contract.Release) => ({ name, ...(guardian !== undefined && { guardian }) })

/** A phone's clock may be wrong; one that runs ahead of ours cannot have signed later than now. */
const notAfter = (now: Temporal.Instant, claimed: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(claimed, now) > 0 ? now : claimed

function refuseClosed(point: points.PointRow, signedAt: Temporal.Instant): void {
  const wasOpen = point.closed_at !== null && Temporal.Instant.compare(signedAt, point.closed_at) <= 0
  if (!isOpen(point, signedAt) && !wasOpen)
    throw new Problem(
      Ended,
      {},
      'This code was closed before the release was signed. Ask the production for a new one.',
    )
}

function wordingSeen(point: points.PointRow, body: contract.Release) {
  const words = point.content[body.language]
  const wording = isMinors(body) ? words?.minor : words?.adult
  if (wording == null || wording.sha256 !== body.seen)
    throw new Problem(TextChanged, {}, 'The page shows another text than this code has. Scan it again.')
  return wording
}

type Wording = ReturnType<typeof wordingSeen>

const insertPaper = (tx: Tx, { id, number, point, body, person, now }: Arrived, wording: Wording) =>
  store.insert(tx, {
    ...emptyPaper,
    id,
    production_id: point.production_id,
    kind: kindOf(body),
    number,
    title: withAnswers(wording.content, answersOf(body)).title,
    language: body.language,
    subject_kind: person === undefined ? 'production' : 'engagement',
    subject_id: person?.id ?? point.production_id,
    subject_label: body.name,
    person_id: person?.personId ?? null,
    company_id: null,
    location_id: null,
    on_date: point.on_date,
    scene_numbers: point.scene_numbers,
    point_id: point.id,
    terms: JSON.stringify(termsOf({})),
    scope: JSON.stringify(point.scope),
    extra: JSON.stringify({
      'release.pay': point.pay[body.language] ?? '',
      ...(body.permit !== '' && { permit: body.permit }),
    }),
    content: JSON.stringify(wording.content),
    content_sha256: wording.sha256,
    state: 'pending',
    channel: 'on_set',
    sent_at: now.toString(),
    sign_by: point.closes_at.toString(),
    submission_key: body.key,
    created_at: now.toString(),
    created_by_name: 'Signed on set',
  })

async function insertSigner(app: App, tx: Tx, arrived: Arrived): Promise<PartyId> {
  const { id, point, body, from, person } = arrived
  const partyId = app.ids.next<PartyId>()
  const at = arrived.now.toString()
  await partyStore.insert(tx, [
    {
      ...blank,
      id: partyId,
      agreement_id: id,
      role: roleOf(body),
      label: isMinors(body) ? 'Parent or guardian' : 'Person filmed',
      turn: 1,
      person_id: isMinors(body) ? null : (person?.personId ?? null),
      name: signerOf(body),
      email: body.email === '' ? null : body.email,
      phone: null,
      for_name: isMinors(body) ? body.name : null,
      state: 'done',
      opened_at: at,
      acted_at: at,
      signed_name: signerOf(body),
      signature: JSON.stringify(body.signature),
      signature_file_id: await keepSignature(app, tx, arrived),
      photo_file_id: await keep(app, tx, arrived, { base64: body.photo.base64, what: 'photo', pointer: '/photo' }),
      photo_taken_at: body.photo.takenAt ?? at,
      answers: JSON.stringify(answersOf(body)),
      identified_by: 'On set, with a photo taken while signing',
      ip: from.ip,
      device: from.device,
      seen_sha256: body.seen,
      signed_where: point.label,
      sort: 0,
    },
  ])
  return partyId
}

async function keepSignature(app: App, tx: Tx, arrived: Arrived) {
  const { signature, picture } = arrived.body
  if (signature.kind === 'drawn' || signature.kind === 'typed') return null
  if (signature.kind === 'on_paper' || !picture) throw invalid('/signature', 'Sign in the field, or type your name.')
  return keep(app, tx, arrived, { base64: picture.base64, what: 'signature', pointer: '/picture' })
}

interface Picture {
  readonly base64: string
  readonly what: 'photo' | 'signature'
  readonly pointer: string
}

const keep = (app: App, tx: Tx, { number, point }: Arrived, { base64, what, pointer }: Picture) =>
  keepPicture(app, tx, { base64, name: `${number} ${what}`, pointer, productionId: point.production_id })

interface By {
  readonly partyId: PartyId
  readonly actor: Actor
}

/** On the trail, in the audit and to whoever listens; with the last signature there, the paper is complete. */
async function tell(app: App, tx: Tx, arrived: Arrived, { partyId, actor }: By): Promise<void> {
  const { id, number, point, body, from, now, signedAt } = arrived
  const late = Math.round(now.since(signedAt).total('minutes'))
  const waited = late > 2 ? `; signed without signal at ${utcText(signedAt)} by the phone’s clock` : ''
  await happened(app, tx, id, {
    what: 'signed',
    text: `Signed on set by ${signerOf(body)} at ${point.label}${waited}`,
    partyId,
    ...from,
  })
  const row = (await store.byId(tx, id)) as AgreementRow
  await app.audit.record(tx, actor, 'agreement.signed', {
    subject: { kind: 'agreement', id, label: number },
    productionId: point.production_id,
    after: { name: body.name, point: point.label },
  })
  await app.emit(tx, 'agreements.signed_by_one', { ...newsOf(row), partyId, partyRole: roleOf(body) })
  await complete(app, tx, row)
  await app.announce(tx, { department: 'agreements', productionId: point.production_id, ids: [id] })
}
