import { demandFresh, NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import { nameOf, type Write } from './writing.actions.ts'
import type * as contract from './point.contract.ts'
import * as points from './point.store.ts'
import { contentOf } from './pointContent.actions.ts'

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

export const create = (
  app: App,
  { scope, actor, body }: Write & { body: contract.NewPoint },
): Promise<contract.Point> =>
  app.transaction(async (tx) => {
    const content = await contentOf(app, tx, scope, body)
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
      template_id: body.templateId,
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
