import { Readable } from 'node:stream'
import { NotFound, Problem, problemType } from '../../kernel/problems.ts'
import { dayText } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { disposition } from '../../platform/http/fileAnswer.ts'
import type { DocumentId } from './document.contract.ts'
import { opened, viewOf } from './documentSight.actions.ts'
import * as versions from './documentVersion.store.ts'
import { nameOf } from './ground.ts'
import { delivery, endingOf } from './kind.rules.ts'
import { withCopy } from './reading/localCopies.ts'
import { lookingRoom } from './reading/room.ts'

const NoPage = problemType('document-has-no-such-page', 404, 'There is no picture of this page')

interface Asked {
  readonly scope: ProductionScope
  readonly id: DocumentId
  readonly number: number
}

interface Opened {
  readonly version: versions.VersionRow
  readonly name: string
  /** What is written across what this person sees; null where the class asks for nothing. */
  readonly watermark: string | null
}

async function openVersion(app: App, { scope, id, number }: Asked): Promise<Opened> {
  const view = await viewOf(app, app.db, scope)
  const line = await opened(app.db, view, id)
  const version = await versions.find(app.db, id, number)
  if (version === undefined) throw new Problem(NotFound, {}, 'This document has no such version.')
  const rule = view.classes.find(({ code }) => code === line.classCode)
  const isExempt = ['producer', 'coordinator', 'system'].includes(view.ground.reader)
  const watermark =
    rule?.isWatermarked === true && !isExempt ? watermarkFor(nameOf(scope.actor), app.clock.now()) : null
  return { version, name: line.name, watermark }
}

/** `Dana Okafor, Mon 4 May 2026`. */
export const watermarkFor = (name: string, now: Temporal.Instant): string =>
  `${name}, ${dayText(now.toZonedDateTimeISO('UTC').toPlainDate().toString() as never, { year: true })}`

/** The file: as it came, or stamped and drawn anew where its class says so. */
export async function file(app: App, asked: Asked & { as: 'shown' | 'saved' }): Promise<Response> {
  const { version, name, watermark } = await openVersion(app, asked)
  if (watermark !== null && isDrawn(version)) return stamped(app, version, name, watermark)
  return handOver(app, version, name, asked.as)
}

export const isDrawn = ({ kind, isDisguised, state }: versions.VersionRow): boolean =>
  !isDisguised && (kind === 'pdf' || kind === 'picture') && state !== 'encrypted' && state !== 'unreadable'

/** What a browser may not do with anything that comes from here: run it, embed it, guess what it is. */
export const guarded = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
}

export async function handOver(app: App, version: versions.VersionRow, name: string, as: 'shown' | 'saved') {
  const bytes = await app.storage.get(`files/${version.fileId}`)
  if (bytes === undefined) throw new Problem(NotFound, {}, 'The file of this version is gone from the store.')
  const { type, mayShow } = delivery(version.isDisguised ? { kind: 'other', mediaType: '' } : version)
  const how = as === 'shown' && mayShow ? 'inline' : 'attachment'
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      ...guarded,
      'content-type': type,
      'content-length': String(version.sizeBytes),
      'content-disposition': disposition(how, named(name, version.fileName)),
    },
  })
}

/** The file drawn anew as a PDF with these words over every page. */
export async function stampedBytes(app: App, version: versions.VersionRow, words: string): Promise<Uint8Array> {
  const kind = version.kind as 'pdf' | 'picture'
  const { bytes } = await withCopy(app.storage, `files/${version.fileId}`, (path) =>
    lookingRoom.ask({ do: 'watermark', path, kind, words }),
  )
  return bytes
}

export async function stamped(app: App, version: versions.VersionRow, name: string, words: string): Promise<Response> {
  const bytes = await stampedBytes(app, version, words)
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...guarded,
      'content-type': 'application/pdf',
      'content-disposition': disposition('attachment', `${name}.pdf`),
    },
  })
}

/** The name people see with the ending of the file, for saving. */
const named = (name: string, fileName: string): string => {
  const ending = endingOf(fileName)
  return ending === '' ? name : `${name}.${ending}`
}

/** One page as a picture. Those without a watermark are drawn once and kept. */
export async function page(app: App, asked: Asked & { page: number }): Promise<Response> {
  const { version, watermark } = await openVersion(app, asked)
  return drawn(app, version, asked.page, watermark)
}

export async function drawn(app: App, version: versions.VersionRow, number: number, watermark: string | null) {
  if (!isDrawn(version) || number > (version.pages ?? 1))
    throw new Problem(NoPage, {}, 'Only PDFs and pictures are shown page by page.')
  const key = `document-pages/${version.id}/${number}.webp`
  const kept = watermark === null ? await app.storage.get(key) : undefined
  if (kept) return picture(Buffer.concat(await kept.toArray()))
  const kind = version.kind as 'pdf' | 'picture'
  const { bytes } = await withCopy(app.storage, `files/${version.fileId}`, (path) =>
    lookingRoom.ask({ do: 'draw', path, kind, page: number, watermark }),
  )
  if (watermark === null) await app.storage.put(key, bytes)
  return picture(bytes)
}

const picture = (bytes: Uint8Array) =>
  new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { ...guarded, 'content-type': 'image/webp' } })

export async function thumbnail(app: App, asked: Asked): Promise<Response> {
  const { version } = await openVersion(app, asked)
  const kept = version.thumbnailKey === null ? undefined : await app.storage.get(version.thumbnailKey)
  if (kept === undefined) throw new Problem(NoPage, {}, 'There is no small picture of this version.')
  return new Response(Readable.toWeb(kept) as ReadableStream, {
    headers: { ...guarded, 'content-type': 'image/webp', 'cache-control': 'private, max-age=86400, immutable' },
  })
}
