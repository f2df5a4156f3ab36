import { NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { LinkScope, ProductionScope } from '../../platform/access/scope.ts'
import { productionScopeOfLink } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
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
    const claimed = Temporal.Instant.from(body.signedAt)
    // A phone's clock may be wrong; one that runs ahead of ours cannot have signed later than now.
    const signedAt = Temporal.Instant.compare(claimed, now) > 0 ? now : claimed
    if (
      !isOpen(point, signedAt) &&
      !(point.closed_at !== null && Temporal.Instant.compare(signedAt, point.closed_at) <= 0)
    )
      throw new Problem(
        Ended,
        {},
        'This code was closed before the release was signed. Ask the production for a new one.',
      )
    const isMinor = body.guardian !== undefined
    const words = point.content[body.language]
    const wording = isMinor ? words?.minor : words?.adult
    if (wording == null || wording.sha256 !== body.seen)
      throw new Problem(TextChanged, {}, 'The page shows another text than this code has. Scan it again.')
    const scope = productionScopeOfLink(link.link, point.production_id as ProductionId)
    const kind = isMinor ? ('minor_release' as const) : ('talent_release' as const)
    const person = await knownPerson(tx, scope, body.name)
    const id = app.ids.next<AgreementId>()
    const number = await nextNumber(tx, scope, kind)
    const answers = { name: body.name, ...(body.guardian !== undefined && { guardian: body.guardian }) }
    const at = now.toString()
    const photo = await keepPicture(app, tx, {
      base64: body.photo.base64,
      name: `${number} photo`,
      pointer: '/photo',
      productionId: point.production_id,
    })
    const picture = body.signature.kind === 'uploaded' && body.picture
    if (body.signature.kind === 'on_paper' || (body.signature.kind === 'uploaded' && !picture))
      throw invalid('/signature', 'Sign in the field, or type your name.')
    const signatureFile = picture
      ? await keepPicture(app, tx, {
          base64: picture.base64,
          name: `${number} signature`,
          pointer: '/picture',
          productionId: point.production_id,
        })
      : null
    const content = withAnswers(wording.content, answers)
    await store.insert(tx, {
      ...emptyPaper,
      id,
      production_id: point.production_id,
      kind,
      number,
      title: content.title,
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
      sent_at: at,
      sign_by: point.closes_at.toString(),
      submission_key: body.key,
      created_at: at,
      created_by_name: 'Signed on set',
    })
    const partyId = app.ids.next<PartyId>()
    await partyStore.insert(tx, [
      {
        ...blank,
        id: partyId,
        agreement_id: id,
        role: isMinor ? 'guardian' : 'in_person',
        label: isMinor ? 'Parent or guardian' : 'Person filmed',
        turn: 1,
        person_id: isMinor ? null : (person?.personId ?? null),
        name: body.guardian ?? body.name,
        email: body.email === '' ? null : body.email,
        phone: null,
        for_name: isMinor ? body.name : null,
        state: 'done',
        opened_at: at,
        acted_at: at,
        signed_name: body.guardian ?? body.name,
        signature: JSON.stringify(body.signature),
        signature_file_id: signatureFile,
        photo_file_id: photo,
        photo_taken_at: body.photo.takenAt ?? at,
        answers: JSON.stringify(answers),
        identified_by: 'On set, with a photo taken while signing',
        ip: from.ip,
        device: from.device,
        seen_sha256: body.seen,
        signed_where: point.label,
        sort: 0,
      },
    ])
    const late = Math.round(now.since(signedAt).total('minutes'))
    const waited = late > 2 ? `; signed without signal at ${utcText(signedAt)} by the phone’s clock` : ''
    await happened(app, tx, id, {
      what: 'signed',
      text: `Signed on set by ${body.guardian ?? body.name} at ${point.label}${waited}`,
      partyId,
      ...from,
    })
    const row = (await store.byId(tx, id)) as AgreementRow
    await app.audit.record(tx, link.actor, 'agreement.signed', {
      subject: { kind: 'agreement', id, label: number },
      productionId: point.production_id,
      after: { name: body.name, point: point.label },
    })
    await app.emit(tx, 'agreements.signed_by_one', {
      ...newsOf(row),
      partyId,
      partyRole: isMinor ? 'guardian' : 'in_person',
    })
    await complete(app, tx, row)
    await app.announce(tx, { department: 'agreements', productionId: point.production_id, ids: [id] })
    return { number }
  })
