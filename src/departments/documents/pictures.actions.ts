import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { DocumentId } from './document.contract.ts'
import { classes } from './documentClass.store.ts'
import * as versions from './documentVersion.store.ts'

/** A picture tied to a record, small enough for a paper; `bytes` are asked for by its key. */
interface SmallPictureOf {
  readonly documentId: DocumentId
  readonly name: string
  readonly number: number
  readonly key: string
  readonly width: number
  readonly height: number
  /** Where the app shows it. */
  readonly href: string
}

/**
 * Pictures tied to records of one kind, in their order. Only classes every crew member may open without terms are
 * given, whoever asks: what is shown by this ends on call sheets and phones.
 */
export async function picturesAbout(
  db: Db,
  scope: ProductionScope,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly SmallPictureOf[]>> {
  const open = (await classes(db)).filter((it) => it.readers.includes('crew') && !it.needsNda && !it.isWatermarked)
  const rows = await versions.picturesOf(
    db,
    scope.productionId,
    kind,
    ids,
    open.map(({ code }) => code),
  )
  const result = new Map<string, SmallPictureOf[]>()
  for (const row of rows) {
    const list = result.get(row.subjectId) ?? []
    list.push({
      documentId: row.documentId,
      name: row.name,
      number: row.number,
      key: row.thumbnailKey ?? '',
      width: row.width ?? 0,
      height: row.height ?? 0,
      href: `/productions/${scope.productionId}/documents?document=${row.documentId}`,
    })
    result.set(row.subjectId, list)
  }
  return result
}

/** The bytes (WebP, 360 pixels at most on the longer side) of pictures found by `picturesOf`, by their key. */
export async function pictureBytes(
  app: Pick<App, 'storage'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const result = new Map<string, Buffer>()
  for (const key of new Set(keys)) {
    const stream = await app.storage.get(key)
    if (stream) result.set(key, Buffer.concat(await stream.toArray()))
  }
  return result
}
