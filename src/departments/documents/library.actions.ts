import type { z } from 'zod'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { productionsVisibleTo } from '../productions/index.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import * as store from './document.store.ts'
import type { Line } from './document.store.ts'
import * as folders from './folder.store.ts'
import { pathOf } from './folder.rules.ts'
import type { listLibrary, LibraryRow, searchLibrary } from './library.contract.ts'
import { eyesAcross } from './librarySight.actions.ts'
import { find } from './search.actions.ts'

type Asked = z.output<NonNullable<(typeof listLibrary)['query']>>
type Sought = z.output<NonNullable<(typeof searchLibrary)['query']>>

async function looking(app: App, scope: OfficeScope, only: ProductionId | undefined) {
  const { actor } = scope
  const all = await productionsVisibleTo(app.db, scope)
  const seats = all.filter(({ id }) => only === undefined || id === only)
  const eyes = actor.kind === 'user' ? await eyesAcross(app.db, actor.userId, seats, app.clock.now()) : undefined
  return { all, eyes }
}

/** One page over all productions somebody may open. What is hidden there is hidden here, and in no count. */
export async function list(app: App, scope: OfficeScope, { production, after, limit, ...filter }: Asked) {
  const { all, eyes } = await looking(app, scope, production)
  const productions = all.map(({ id, code, title }) => ({ id, code, title }))
  if (eyes === undefined) return { items: [], next: null, total: 0, productions, classes: [] }
  const wanted = { ...filter, archived: false }
  const rows = await store.page(app.db, eyes.sight, { ...wanted, after, limit })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const tree = await folders.pathsTo(
    app.db,
    page.flatMap(({ folderId }) => folderId ?? []),
  )
  const listed = new Set(eyes.classes.filter((it) => shownSomewhere(it.code, eyes.sight)).map(({ code }) => code))
  return {
    items: page.flatMap((line) => rowOf(line, eyes.standingOf(line), pathOf(tree, line.folderId))),
    next: rows.length > limit && last ? `${last.changedAt.toString()}|${last.id}` : null,
    total: await store.count(app.db, eyes.sight, wanted),
    productions,
    classes: eyes.classes
      .filter(({ code }) => listed.has(code))
      .map(({ code, name, about, isWatermarked, needsNda }) => ({
        code,
        name,
        about,
        isWatermarked,
        needsNda,
        isReadable: shownSomewhere(code, eyes.reading),
      })),
  }
}

const shownSomewhere = (code: string, sights: store.Sights) =>
  [sights].flat().some((it) => (it as store.Sight).classes.includes(code))

function rowOf(line: Line, standing: string, folder: string[]): LibraryRow[] {
  if (standing === 'hidden' || line.productionId === null) return []
  const { createdBy: _by, versionId: _version, archivedAt: _archived, productionId, ...rest } = line
  const isOpen = standing === 'open'
  return [
    {
      ...rest,
      productionId,
      folder,
      standing: standing as LibraryRow['standing'],
      changedAt: line.changedAt.toString(),
      hasThumbnail: isOpen && Boolean(line.hasThumbnail),
      problem: isOpen ? line.problem : null,
    },
  ]
}

/** Names first, then what stands inside, over all productions somebody may open. */
export async function search(app: App, scope: OfficeScope, { production, q, limit, ...among }: Sought) {
  const { eyes } = await looking(app, scope, production)
  if (eyes === undefined) return { items: [], readAs: [], waiting: 0 }
  const found = await find(app.db, eyes, { q, limit, among })
  return {
    ...found,
    items: found.items.flatMap((it) => (it.productionId === null ? [] : [{ ...it, productionId: it.productionId }])),
  }
}
