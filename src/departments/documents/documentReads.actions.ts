import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { ClassShown, DocumentId, DocumentRecord, DocumentRow, DocumentVersion } from './document.contract.ts'
import * as store from './document.store.ts'
import type { Filter, Line } from './document.store.ts'
import { opened, seen, viewOf, type View } from './documentSight.actions.ts'
import * as versions from './documentVersion.store.ts'
import * as folders from './folder.store.ts'
import { labelled } from './subjects.actions.ts'

type Listed = Filter & { after?: string | undefined; limit: number }

/** One page of documents with the folders and classes around them. What is hidden is in no count. */
export async function list(app: App, scope: ProductionScope, filter: Listed) {
  const { db } = app
  const view = await viewOf(app, db, scope)
  const rows = await store.page(db, view.sight, filter)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    items: await shown(app, db, scope, view, page),
    next: rows.length > filter.limit && last ? `${last.changedAt.toString()}|${last.id}` : null,
    total: await store.count(db, view.sight, filter),
    folders: await folders.all(db, view.sight),
    classes: view.classes
      .map((it) => classShown(it, view))
      .filter((it) => it.isReadable || view.sight.classes.includes(it.code)),
    can: { edit: scope.can('documents.edit'), share: scope.can('documents.share') },
  }
}

const classShown = (it: View['classes'][number], view: View): ClassShown => ({
  code: it.code,
  name: it.name,
  about: it.about,
  isWatermarked: it.isWatermarked,
  needsNda: it.needsNda,
  isReadable: view.ground.reader === 'system' || it.readers.includes(view.ground.reader),
})

/** Lines as people see them, with what each is about. */
export async function shown(
  app: App,
  db: Db,
  scope: ProductionScope,
  view: View,
  lines: readonly Line[],
): Promise<DocumentRow[]> {
  const subjects = await labelled(
    app,
    db,
    scope,
    lines.map(({ id }) => id),
  )
  return lines.flatMap((line) => {
    const how = view.standingOf(line)
    if (how === 'hidden') return []
    const isOpen = how === 'open'
    return [
      {
        ...line,
        standing: how,
        changedAt: line.changedAt.toString(),
        archivedAt: line.archivedAt?.toString() ?? null,
        hasThumbnail: isOpen && Boolean(line.hasThumbnail),
        problem: isOpen ? line.problem : null,
        subjects: isOpen ? (subjects.get(line.id) ?? []) : [],
      },
    ]
  })
}

/** A document with its versions. One that may not be opened shows its name and no more. */
export async function get(app: App, db: Db, scope: ProductionScope, id: DocumentId): Promise<DocumentRecord> {
  const view = await viewOf(app, db, scope)
  const line = await seen(db, view, id)
  const [row] = await shown(app, db, scope, view, [line])
  const all = view.standingOf(line) === 'open' ? await versions.ofDocument(db, id) : []
  return { ...(row as DocumentRow), versions: all.map(versionShown) }
}

const versionShown = ({ thumbnailKey, addedAt, ...it }: versions.VersionRow): DocumentVersion => ({
  ...it,
  addedAt: addedAt.toString(),
  hasThumbnail: thumbnailKey !== null,
})

/** The words of a version's pages, a few pages at a time. */
export async function text(
  app: App,
  scope: ProductionScope,
  { id, number, from }: { id: DocumentId; number: number; from: number },
) {
  const view = await viewOf(app, app.db, scope)
  await opened(app.db, view, id)
  const many = 20
  const rows = await versions.pagesOf(app.db, id, number, from, many + 1)
  return {
    items: rows.slice(0, many).map((it) => ({ page: it.number, label: it.label, text: it.text })),
    next: rows.length > many ? (rows[many]?.number ?? null) : null,
  }
}
