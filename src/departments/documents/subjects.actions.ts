import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { DocumentId, LabelledSubject, Subject } from './document.contract.ts'
import * as store from './document.store.ts'

const sources = (app: Pick<App, 'departments'>) => app.departments().flatMap((it) => it.subjects ?? [])

/** What documents are about, with the names of the records; a record that is gone is left out. */
export async function labelled(
  app: Pick<App, 'departments'>,
  db: Db,
  scope: ProductionScope,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, LabelledSubject[]>> {
  const rows = await store.subjectsOf(db, ids)
  const result = new Map<DocumentId, LabelledSubject[]>()
  const labels = new Map<string, ReadonlyMap<string, string>>()
  for (const source of sources(app)) {
    const own = rows.filter(({ kind }) => kind === source.kind).map(({ id }) => id)
    if (own.length > 0) labels.set(source.kind, await source.labels(db, scope, [...new Set(own)]))
  }
  for (const { documentId, kind, id } of rows) {
    const label = labels.get(kind)?.get(id)
    if (label === undefined) continue
    const list = result.get(documentId) ?? []
    list.push({ kind, id, label })
    result.set(documentId, list)
  }
  return result
}

/** Of these, the ones that are records of this production. */
export async function unknownAmong(
  app: Pick<App, 'departments'>,
  db: Db,
  scope: ProductionScope,
  subjects: readonly Subject[],
): Promise<Subject | undefined> {
  for (const kind of new Set(subjects.map((it) => it.kind))) {
    const source = sources(app).find((it) => it.kind === kind)
    const asked = subjects.filter((it) => it.kind === kind)
    if (source === undefined) return asked[0]
    const known = await source.labels(
      db,
      scope,
      asked.map(({ id }) => id),
    )
    const unknown = asked.find(({ id }) => !known.has(id))
    if (unknown) return unknown
  }
  return undefined
}

/** A few records of every kind by part of their name. */
export async function find(app: App, scope: ProductionScope, text: string) {
  const found = []
  for (const source of sources(app))
    for (const it of await source.find(app.db, scope, { text, limit: 8 }))
      found.push({ ...it, kind: source.kind, kindLabel: source.label })
  return found
}
