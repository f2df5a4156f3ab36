import type { z } from 'zod'
import { demandFresh, NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import { nameOf, type Write } from './writing.actions.ts'
import { NotReadyToSend } from './agreement.contract.ts'
import { hashOf, valuesOf } from './facts.actions.ts'
import { subjectOf } from './subject.actions.ts'
import type { Language } from './kinds.rules.ts'
import type * as contract from './point.contract.ts'
import * as points from './point.store.ts'
import { scopeText } from './scope.rules.ts'
import * as clauses from './clause.store.ts'
import * as templates from './template.store.ts'
import { termsOf } from './terms.rules.ts'
import { compose, type Missing, type Source } from './text.rules.ts'

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
  const row = await points.byId(db, id)
  if (row?.production_id !== scope.productionId)
    throw new Problem(NotFound, {}, 'There is no such code on this production.')
  return toShow(app, row, (await points.counts(db, [id])).get(id) ?? 0)
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
    const wordings = await clauses.all(tx)
    const subject = await subjectOf(tx, scope, 'production', scope.productionId)
    const facts = await valuesOf(app, tx, scope, {
      language: 'en',
      subject,
      terms: termsOf({}),
      scope: body.scope,
      extra: {},
      onDate: body.onDate,
      sceneNumbers: body.sceneNumbers,
      parties: { subject: '', office: '', guardian: '', minor: '' },
    })
    const wrong: Missing[] = []
    const wording = (texts: Record<string, Source>, language: Language) => {
      const source = texts[language]
      if (source === undefined) return null
      const values = { ...facts, scope: scopeText(body.scope, language), 'release.pay': body.pay[language] ?? '' }
      const between = [values['office.name'], values['production.title']].join(' · ')
      const filled = {
        // The day is said where there is one; a release without it is for the whole production.
        values: { ...values, 'shoot.day': values['shoot.day'] === '' ? '\u200b' : values['shoot.day'] },
        clauses: Object.fromEntries(wordings.map((it) => [it.key, it.texts[language] ?? it.texts['en'] ?? ''])),
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
      pay: JSON.stringify(body.pay),
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
    demandFresh({ expected, current: row.version }, 'this code')
    await points.close(tx, id, app.clock.now())
    await app.audit.record(tx, actor, 'agreement_point.closed', {
      subject: { kind: 'agreement_point', id, label: row.label },
      productionId: scope.productionId,
    })
    await app.announce(tx, { department: 'agreements', productionId: scope.productionId, ids: [id] })
    return get(app, tx, scope, id)
  })
