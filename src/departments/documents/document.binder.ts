import type { BinderPart } from '../../platform/binder.ts'
import type { App } from '../../platform/app.ts'
import * as store from './document.store.ts'
import { viewOf, type View } from './documentSight.actions.ts'
import * as versions from './documentVersion.store.ts'
import * as folders from './folder.store.ts'
import { pathOf } from './folder.rules.ts'
import { endingOf } from './kind.rules.ts'

/** Documents by folder, current versions, of the classes that belong into a binder and that whoever asks may open. */
export const documentBinder: BinderPart = {
  section: 'Documents',
  sort: 90,
  gather: async (app, scope) => {
    const view = await viewOf(app, app.db, scope)
    const wanted = new Set(view.classes.filter((it) => it.inBinder).map(({ code }) => code))
    const tree = await folders.all(app.db, view.sight)
    const lines = (await everyOpen(app, view)).filter(({ classCode }) => wanted.has(classCode))
    const papers = lines.map((line) => ({
      folder: pathOf(tree, line.folderId),
      fileName: endingOf(line.name) === '' ? `${line.name}.${line.ending}` : line.name,
      title: [...pathOf(tree, line.folderId), line.name].join(' / '),
      kind:
        line.isDisguised || line.state === 'encrypted' || line.state === 'unreadable'
          ? ('other' as const)
          : line.kind === 'pdf' || line.kind === 'picture'
            ? line.kind
            : ('other' as const),
      bytes: async () => {
        const stream = await app.storage.get(`files/${line.fileId}`)
        if (stream === undefined) throw new Error('The stored file is gone.')
        return stream
      },
    }))
    const table = {
      title: 'Documents',
      fileName: 'documents.csv',
      columns: ['Folder', 'Name', 'Class', 'Version', 'Kind', 'Bytes', 'SHA-256'],
      rows: lines.map((line) => [
        ...[pathOf(tree, line.folderId).join(' / '), line.name, line.classCode, line.number, line.kind],
        ...[line.sizeBytes, line.sha256],
      ]),
    }
    return { papers, tables: lines.length > 0 ? [table] : [], missing: unread(lines) }
  },
}

async function everyOpen(app: App, view: View) {
  const result = []
  for (let after: string | undefined; ;) {
    const page = await store.page(app.db, view.sight, { archived: false, limit: 200, after })
    const rows = page.slice(0, 200)
    const open = rows.filter((line) => view.standingOf(line) === 'open')
    const current = new Map(
      (
        await versions.currentOf(
          app.db,
          open.map(({ id }) => id),
        )
      ).map((it) => [it.documentId, it]),
    )
    for (const line of open) {
      const version = current.get(line.id)
      if (version)
        result.push({
          ...line,
          fileId: version.fileId,
          sha256: version.sha256,
          ending: endingOf(version.fileName) || 'bin',
        })
    }
    const last = rows.at(-1)
    if (page.length <= 200 || last === undefined) return result
    after = `${last.changedAt.toString()}|${last.id}`
  }
}

const unread = (lines: readonly { name: string; state: string }[]): string[] =>
  lines
    .filter(({ state }) => state === 'encrypted' || state === 'unreadable')
    .map(
      ({ name, state }) =>
        `“${name}” is ${state === 'encrypted' ? 'locked with a password' : 'damaged'} and only in the folder tree`,
    )
