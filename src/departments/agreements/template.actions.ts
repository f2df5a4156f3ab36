import { demandFresh, NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { checkDocx } from './docx.actions.ts'
import { canonical } from './text.rules.ts'
import type { Template, TemplateBody, TemplateChange, TemplateId, TemplateVersionId } from './template.contract.ts'
import * as store from './template.store.ts'
import { nameOf } from './writing.actions.ts'

interface Write {
  readonly actor: Actor
}

export const approval = (by: string | null, at: Temporal.Instant | null) =>
  by === null || at === null ? null : { by, at: at.toString() }

const shownTemplate = ({ approvedBy, approvedAt, writtenAt, archivedAt, ...row }: store.TemplateRow): Template => ({
  ...row,
  writtenAt: writtenAt.toString(),
  approved: approval(approvedBy, approvedAt),
  archivedAt: archivedAt?.toString() ?? null,
})

export const all = async (db: Db): Promise<Template[]> => (await store.all(db)).map(shownTemplate)

async function get(db: Db, id: TemplateId): Promise<Template> {
  const row = await store.find(db, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such template.')
  return shownTemplate(row)
}

export const history = async (db: Db, id: TemplateId) => ({
  items: (await store.versions(db, id)).map(({ approvedBy, approvedAt, writtenAt, ...it }) => ({
    ...it,
    writtenAt: writtenAt.toString(),
    approved: approval(approvedBy, approvedAt),
  })),
})

interface NewVersion {
  readonly actor: Actor
  readonly id: TemplateId
  readonly number: number
  readonly wording: Pick<TemplateBody, 'texts' | 'docxFileId' | 'note'>
}

const addVersion = (app: App, tx: Tx, { actor, id, number, wording }: NewVersion) =>
  store.insertVersion(tx, {
    id: app.ids.next<TemplateVersionId>(),
    template_id: id,
    number,
    texts: JSON.stringify(wording.texts),
    docx_file_id: wording.docxFileId,
    note: wording.note,
    created_by_name: nameOf(actor),
    created_at: app.clock.now().toString(),
    approved_by_name: null,
    approved_at: null,
  })

async function settle(
  app: App,
  tx: Tx,
  actor: Actor,
  { verb, id, before }: { verb: string; id: TemplateId; before: Template | null },
): Promise<Template> {
  const after = await get(tx, id)
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'agreement_template', id, label: after.name },
    before,
    after,
  })
  await app.announce(tx, { department: 'agreements', productionId: null, ids: [id] })
  return after
}

export const create = async (app: App, { actor, body }: Write & { body: TemplateBody }): Promise<Template> => {
  if (body.docxFileId !== null) await checkDocx(app, body.docxFileId)
  return app.transaction(async (tx) => {
    const id = app.ids.next<TemplateId>()
    await store.insert(tx, {
      id,
      kind: body.kind,
      name: body.name,
      roles: JSON.stringify(body.roles),
      created_at: app.clock.now().toString(),
      archived_at: null,
    })
    await addVersion(app, tx, { actor, id, number: 1, wording: body })
    return settle(app, tx, actor, { verb: 'agreement_template.added', id, before: null })
  })
}

interface Change extends Write {
  readonly id: TemplateId
  readonly expected: number
}

async function lockFresh(tx: Tx, id: TemplateId, expected: number): Promise<Template> {
  const locked = await store.lock(tx, id)
  const before = await get(tx, id)
  demandFresh({ expected, current: locked?.version ?? before.version }, before.name)
  return before
}

export const change = async (
  app: App,
  { actor, id, expected, body }: Change & { body: TemplateChange },
): Promise<Template> => {
  if (body.docxFileId != null) await checkDocx(app, body.docxFileId)
  return app.transaction(async (tx) => {
    const before = await lockFresh(tx, id, expected)
    const wording = {
      texts: body.texts ?? before.texts,
      docxFileId: body.docxFileId === undefined ? before.docxFileId : body.docxFileId,
      note: body.note ?? '',
    }
    await store.update(tx, id, {
      kind: body.kind ?? before.kind,
      name: body.name ?? before.name,
      roles: JSON.stringify(body.roles ?? before.roles),
      ...(body.archived !== undefined && { archived_at: body.archived ? app.clock.now().toString() : null }),
    })
    const isNew = canonical([wording.texts, wording.docxFileId]) !== canonical([before.texts, before.docxFileId])
    if (isNew) await addVersion(app, tx, { actor, id, number: before.number + 1, wording })
    return settle(app, tx, actor, { verb: 'agreement_template.changed', id, before })
  })
}

export const approve = (app: App, { actor, id, expected, by }: Change & { by: string }): Promise<Template> =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, id, expected)
    await store.approve(tx, before.versionId, { by, at: app.clock.now() })
    await store.update(tx, id)
    return settle(app, tx, actor, { verb: 'agreement_template.approved', id, before })
  })
