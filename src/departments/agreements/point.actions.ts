import type { z } from 'zod'
import { NotFound, Problem, Stale, invalid } from '../../kernel/problems.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { LinkScope, ProductionScope } from '../../platform/access/scope.ts'
import { productionScopeOfLink } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { From } from '../../platform/http/from.ts'
import * as people from '../people/index.ts'
import { blank, emptyPaper, nameOf, nextNumber, type Write } from './agreement.actions.ts'
import { NotReadyToSend, type AgreementId, type PartyId } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import { complete, happened, newsOf } from './envelope.actions.ts'
import { sameName } from './envelope.rules.ts'
import { hashOf, subjectOf, valuesOf } from './facts.actions.ts'
import type { Language } from './kinds.rules.ts'
import { Ended, TextChanged } from './party.contract.ts'
import type * as contract from './point.contract.ts'
import * as points from './point.store.ts'
import { keepPicture } from './sign.actions.ts'
import { scopeText } from './scope.rules.ts'
import * as templates from './template.store.ts'
import { termsOf } from './terms.rules.ts'
import { compose, withAnswers, type Missing, type Source } from './text.rules.ts'

/** Phones without signal may send this long after the code was closed. */
const lateDays = 14

const toShow = (app: App, row: points.PointRow, signed: number): contract.Point => ({
  id: row.id,
  label: row.label,
  templateName: row.templateName,
  onDate: row.on_date,
  locationId: row.location_id,
  sceneNumbers: row.scene_numbers,
  languages: row.languages,
  scope: row.scope,
  pay: row.pay,
  url: `${app.settings.url}/r/${app.links.tokenOf(row.link_id)}`,
  signed,
  isOpen: isOpen(row, app.clock.now()),
  closesAt: row.closes_at.toString(),
  version: row.version,
})

export const isOpen = (row: Pick<points.PointRow, 'closed_at' | 'closes_at'>, now: Temporal.Instant): boolean =>
  row.closed_at === null && Temporal.Instant.compare(now, row.closes_at) < 0

export async function list(app: App, db: Db, scope: ProductionScope): Promise<contract.Point[]> {
  const rows = await points.all(db, scope)
  const counts = await points.counts(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => toShow(app, row, counts.get(row.id) ?? 0))
}

async function get(app: App, db: Db, scope: ProductionScope, id: contract.PointId): Promise<contract.Point> {
  const found = (await list(app, db, scope)).find((it) => it.id === id)
  if (found === undefined) throw new Problem(NotFound, {}, 'There is no such code on this production.')
  return found
}

/** Who signs is not known yet: their names become places in the text, filled when they sign. */
const withPlaces = (source: Source): Source => ({
  title: source.title.replaceAll(/:?\s*\{\{\s*(party|person|minor)\.name\s*\}\}/g, ''),
  short: source.short,
  body: source.body
    .replaceAll(/\{\{\s*(party|person)\.name\s*\}\}/g, '{{ask:name|Name}}')
    .replaceAll(/\{\{\s*minor\.name\s*\}\}/g, '{{ask:name|Name}}')
    .replaceAll(/\{\{\s*guardian\.name\s*\}\}/g, '{{ask:guardian|Parent or guardian}}'),
})

type NewPoint = z.output<NonNullable<(typeof contract.createPoint)['body']>>

export const create = (app: App, { scope, actor, body }: Write & { body: NewPoint }): Promise<contract.Point> =>
  app.transaction(async (tx) => {
    const all = await templates.all(tx)
    const adult = all.find((it) => it.id === body.templateId)
    if (adult === undefined || adult.kind !== 'talent_release') throw invalid('/templateId', 'Choose a talent release.')
    const minor = all.find((it) => it.kind === 'minor_release' && it.archivedAt === null)
    const clauses = await templates.clauses(tx)
    const subject = await subjectOf(tx, scope, 'production', scope.productionId)
    const facts = await valuesOf(app, tx, scope, {
      language: 'en',
      subject,
      terms: termsOf({}),
      scope: body.scope,
      extra: { 'release.pay': body.pay },
      onDate: body.onDate,
      sceneNumbers: body.sceneNumbers,
      parties: { subject: '', office: '', guardian: '', minor: '' },
    })
    const wrong: Missing[] = []
    const wording = (texts: Record<string, Source>, language: Language) => {
      const source = texts[language]
      if (source === undefined) return null
      const values = { ...facts, scope: scopeText(body.scope, language) }
      const between = [values['office.name'], values['production.title']].join(' · ')
      const filled = {
        // The day is said where there is one; a release without it is for the whole production.
        values: { ...values, 'shoot.day': values['shoot.day'] === '' ? '\u200b' : values['shoot.day'] },
        clauses: Object.fromEntries(clauses.map((it) => [it.key, it.texts[language] ?? it.texts['en'] ?? ''])),
        terms: [],
      }
      const { content, missing, faults } = compose(withPlaces(source), between, filled)
      wrong.push(...missing, ...faults)
      return { content, sha256: hashOf(content) }
    }
    const content: contract.PointContent = {}
    for (const language of body.languages) {
      const own = wording(adult.texts, language)
      if (own === null) throw invalid('/languages', `${adult.name} is not written in this language yet.`)
      content[language] = { adult: own, minor: minor === undefined ? null : wording(minor.texts, language) }
    }
    if (wrong.length > 0)
      throw new Problem(
        NotReadyToSend,
        {
          blockers: wrong.map(({ key, where }) => ({
            code: 'missing_field',
            message: `${key} is not known (${where}).`,
          })),
        },
        `${wrong[0]?.key} is not known (${wrong[0]?.where}).`,
      )
    const now = app.clock.now()
    const closesAt = body.closesAt === undefined ? now.add({ hours: 24 * 30 }) : Temporal.Instant.from(body.closesAt)
    if (Temporal.Instant.compare(closesAt, now) <= 0) throw invalid('/closesAt', 'Give a moment that is still to come.')
    const id = app.ids.next<contract.PointId>()
    const link = await app.links.create(tx, {
      purpose: 'release',
      subject: { kind: 'agreement_point', id },
      productionId: scope.productionId,
      label: `Releases on set: ${body.label}`,
      expiresAt: closesAt.add({ hours: 24 * lateDays }),
      createdBy: actor,
    })
    await points.insert(tx, {
      id,
      production_id: scope.productionId,
      template_id: adult.id,
      label: body.label,
      on_date: body.onDate,
      location_id: body.locationId,
      scene_numbers: body.sceneNumbers,
      languages: body.languages,
      scope: JSON.stringify(body.scope),
      pay: body.pay,
      content: JSON.stringify(content),
      link_id: link.id,
      closes_at: closesAt.toString(),
      closed_at: null,
      created_at: now.toString(),
      created_by_name: nameOf(actor),
    })
    await app.audit.record(tx, actor, 'agreement_point.opened', {
      subject: { kind: 'agreement_point', id, label: body.label },
      productionId: scope.productionId,
      after: { label: body.label, languages: body.languages, closesAt: closesAt.toString() },
    })
    await app.announce(tx, { department: 'agreements', productionId: scope.productionId, ids: [id] })
    return get(app, tx, scope, id)
  })

export const close = (
  app: App,
  { scope, actor, id, expected }: Write & { id: contract.PointId; expected: number },
): Promise<contract.Point> =>
  app.transaction(async (tx) => {
    const row = await points.lock(tx, scope, id)
    if (row === undefined) throw new Problem(NotFound, {}, 'There is no such code on this production.')
    if (row.version !== expected)
      throw new Problem(Stale, { expected, current: row.version }, 'Somebody changed this code in the meantime.')
    await points.close(tx, id, app.clock.now())
    await app.audit.record(tx, actor, 'agreement_point.closed', {
      subject: { kind: 'agreement_point', id, label: row.label },
      productionId: scope.productionId,
    })
    await app.announce(tx, { department: 'agreements', productionId: scope.productionId, ids: [id] })
    return get(app, tx, scope, id)
  })

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
      extra: JSON.stringify({ 'release.pay': point.pay, ...(body.permit !== '' && { permit: body.permit }) }),
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
    await store.insertParties(tx, [
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
    const waited = late > 2 ? `; signed without signal at ${signedAt.round('second')} by the phone’s clock` : ''
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

type NewNotice = z.output<NonNullable<(typeof contract.addCrowdNotice)['body']>>

export const addCrowdNotice = (
  app: App,
  { scope, actor, body }: Write & { body: NewNotice },
): Promise<contract.CrowdNotice> =>
  app.transaction(async (tx) => {
    const id = app.ids.next<contract.CrowdNoticeId>()
    const photo = await keepPicture(app, tx, {
      base64: body.photo.base64,
      name: `Crowd notice ${body.onDate}`,
      pointer: '/photo',
      productionId: scope.productionId,
    })
    const now = app.clock.now().toString()
    const made = await points.insertNotice(tx, {
      id,
      production_id: scope.productionId,
      on_date: body.onDate,
      location_id: body.locationId,
      scene_numbers: body.sceneNumbers,
      language: body.language,
      position: body.position,
      photo_file_id: photo,
      photo_taken_at: body.photo.takenAt ?? now,
      submission_key: body.key ?? null,
      created_at: now,
      created_by_name: nameOf(actor),
    })
    await app.audit.record(tx, actor, 'crowd_notice.recorded', {
      subject: { kind: 'crowd_notice', id: made.id, label: body.position },
      productionId: scope.productionId,
      after: { onDate: body.onDate, language: body.language, position: body.position },
    })
    await app.announce(tx, { department: 'agreements', productionId: scope.productionId, ids: [made.id] })
    return shownNotice(made)
  })

const shownNotice = (row: points.NoticeRow): contract.CrowdNotice => ({
  id: row.id,
  onDate: row.on_date,
  locationId: row.location_id,
  sceneNumbers: row.scene_numbers,
  language: row.language,
  position: row.position,
  hasPhoto: row.photo_file_id !== null,
  photoTakenAt: row.photo_taken_at?.toString() ?? null,
  by: row.created_by_name,
})

export const crowdNotices = async (db: Db, scope: ProductionScope) => (await points.notices(db, scope)).map(shownNotice)
