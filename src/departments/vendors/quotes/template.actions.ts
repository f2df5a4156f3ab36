import { NotFound, Problem } from '../../../kernel/problems.ts'
import type { App } from '../../../platform/app.ts'
import type { Db } from '../../../platform/database/database.ts'
import { nameOf } from '../vendor.actions.ts'
import { get, type Write } from './quote.actions.ts'
import type { RequestId } from './quote.contract.ts'
import type { TemplateId } from './template.contract.ts'
import * as store from './template.store.ts'

const shown = <T extends { keptAt: Temporal.Instant }>(it: T) => ({ ...it, keptAt: it.keptAt.toString() })

export const list = async (db: Db) => ({ items: (await store.all(db)).map(shown) })

/** What is asked for, and nothing of this production: no days, no place, no text. */
export const keep = (app: App, { scope, actor, requestId, name }: Write & { requestId: RequestId; name: string }) =>
  app.transaction(async (tx) => {
    const { lines } = await get(app, tx, scope, requestId)
    const kept = await store.put(tx, {
      id: app.ids.next<TemplateId>(),
      name,
      lines: lines.map(({ item, unit, quantity, days, note }) => ({ item, unit, quantity, days, note })),
      kept_by: nameOf(actor),
      kept_at: app.clock.now().toString(),
    })
    const subject = { kind: 'quote_template', id: kept.id, label: name }
    await app.audit.record(tx, actor, 'quote.template_kept', { subject, after: { lines: lines.length } })
    await app.announce(tx, { department: 'vendors', productionId: null, ids: [kept.id] })
    return shown(kept)
  })

/** @throws NotFound */
export const forget = (app: App, { actor, templateId }: Write & { templateId: TemplateId }): Promise<null> =>
  app.transaction(async (tx) => {
    const gone = await store.remove(tx, templateId)
    if (gone === undefined) throw new Problem(NotFound, {}, 'This template is not there any more.')
    const subject = { kind: 'quote_template', id: templateId, label: gone.name }
    await app.audit.record(tx, actor, 'quote.template_forgotten', { subject })
    await app.announce(tx, { department: 'vendors', productionId: null, ids: [templateId] })
    return null
  })
