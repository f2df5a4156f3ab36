import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { roleInProduction } from '../../kernel/abilities.ts'
import type { UserId } from '../../kernel/ids.ts'
import { dayAt, dayText } from '../../kernel/time.ts'
import { productionScope, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { letterhead } from '../../platform/house.ts'
import { writeCsv } from '../../platform/spreadsheet/index.ts'
import { officeSettings } from '../office/index.ts'
import * as productions from '../productions/index.ts'
import type { BinderId, BinderSection } from './binder.contract.ts'
import { byPath, distinctPaths, manifestText, paged, type Entry, type Listed } from './binder.rules.ts'
import * as store from './binder.store.ts'
import { gathered, type Gathered } from './binderParts.actions.ts'
import { readingRoom, ReadingRoom } from './reading/room.ts'
import type { BindingPiece } from './reading/bindPdf.ts'

const BIND_MS = 20 * 60_000
/** Larger papers lie in the tree only; a PDF of gigabytes opens nowhere. */
const LARGEST_BOUND = 150 * 1024 * 1024

/** A paper on this machine's disk, ready to be bound and packed. */
interface Laid extends Entry {
  readonly file: string
  readonly section: string
  readonly title: string
  readonly kind: 'pdf' | 'picture' | 'other'
}

/** Builds one binder. Safe to run twice: a finished one is left alone, a half one is begun again. */
export async function buildNow(app: App, id: BinderId): Promise<void> {
  const row = await store.find(app.db, id)
  if (row === undefined || row.state === 'ready' || row.state === 'failed') return
  const scope = await scopeOf(app, row)
  if (scope === undefined) return giveUp(app, row, 'You no longer work on this production.')
  const folder = await mkdtemp(join(tmpdir(), 'unitbase-binder-'))
  try {
    await buildIn(app, row, scope, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const giveUp = (app: App, row: store.BinderRow, problem: string) =>
  app.transaction(async (tx) => {
    await store.fail(tx, row.id, problem, app.clock.now())
    await app.announce(tx, { department: 'documents', productionId: row.productionId, ids: [row.id] })
  })

async function scopeOf(app: App, { userId, productionId }: store.BinderRow): Promise<ProductionScope | undefined> {
  const user = await store.asker(app.db, userId)
  const found = await productions.memberships.of(app.db, productionId, userId)
  const role = user && found && roleInProduction(user.officeRole, found.role)
  if (user === undefined || role === undefined) return undefined
  const actor = { kind: 'user', userId: userId as UserId, ...user, via: 'session' } as const
  const scope = productionScope(actor, productionId, role)
  return scope.can('binder.build') ? scope : undefined
}

async function buildIn(app: App, row: store.BinderRow, scope: ProductionScope, folder: string): Promise<void> {
  const parts = await gathered(app, scope)
  const { papers, problems } = await layPapers(app, row, parts, folder)
  const tables = await layTables(parts, folder)
  const missing = [
    ...parts.flatMap(({ section, missing: gaps }) => gaps.map((message) => ({ section, message }))),
    ...problems,
  ]
  const bound = await bind(app, row, scope, { papers, missing, folder })
  const entries = [...papers, ...tables, bound.entry]
  const manifest = join(folder, 'manifest')
  await writeFile(manifest, manifestText(entries))
  const zip = await app.storage.put(
    `binders/${row.id}.zip`,
    packed([...entries, { path: 'MANIFEST.sha256', file: manifest }], row.askedAt),
  )
  const pdf = await app.storage.put(`binders/${row.id}.pdf`, createReadStream(bound.entry.file))
  await app.transaction(async (tx) => {
    await store.finish(tx, row.id, {
      contents: bound.contents,
      missing,
      pages: bound.pages,
      files: entries.length + 1,
      pdf,
      zip,
      at: app.clock.now(),
    })
    await app.announce(tx, { department: 'documents', productionId: row.productionId, ids: [row.id] })
  })
}

/** Writes every paper to disk, one after the other; one that cannot be had is missing, and the rest goes on. */
async function layPapers(app: App, row: store.BinderRow, parts: readonly Gathered[], folder: string) {
  const wanted = parts.flatMap(({ section, papers: list }) => list.map((paper) => ({ section, paper })))
  const paths = distinctPaths(wanted.map(({ section, paper }) => [section, ...paper.folder, paper.fileName]))
  const papers: Laid[] = []
  const problems: { section: string; message: string }[] = []
  for (const [at, { section, paper }] of wanted.entries()) {
    const path = paths[at] as string
    const file = join(folder, `paper-${at}`)
    try {
      papers.push({
        path,
        file,
        section,
        title: paper.title,
        kind: paper.kind,
        ...(await written(await paper.bytes(), file)),
      })
    } catch {
      problems.push({ section, message: `“${paper.title}” could not be made. Open it in its place and look.` })
    }
    await app.transaction(async (tx) => {
      await store.progress(tx, row.id, at + 1, wanted.length + 2)
      await app.announce(tx, { department: 'documents', productionId: row.productionId, ids: [row.id] })
    })
  }
  return { papers, problems }
}

async function written(bytes: Uint8Array | Readable, file: string): Promise<{ sizeBytes: number; sha256: string }> {
  if (bytes instanceof Uint8Array) await writeFile(file, bytes)
  else await pipeline(bytes, createWriteStream(file))
  return measured(file)
}

async function measured(file: string): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
  return { sizeBytes: (await stat(file)).size, sha256: hash.digest('hex') }
}

const text = (title: string) => ({ title, holds: 'text' as const })

async function layTables(parts: readonly Gathered[], folder: string): Promise<(Entry & { file: string })[]> {
  const wanted = parts.flatMap(({ tables }) => tables)
  const paths = distinctPaths(wanted.map(({ fileName }) => ['Tables', fileName]))
  const laid: (Entry & { file: string })[] = []
  for (const [at, { title, columns, rows }] of wanted.entries()) {
    const file = join(folder, `table-${at}`)
    laid.push({
      path: paths[at] as string,
      file,
      ...(await written(Buffer.from(writeCsv({ name: title, columns: columns.map(text), rows })), file)),
    })
  }
  return laid
}

type Gap = { readonly section: string; readonly message: string }

async function bind(
  app: App,
  row: store.BinderRow,
  scope: ProductionScope,
  { papers, missing, folder }: { papers: readonly Laid[]; missing: readonly Gap[]; folder: string },
) {
  const counts = await readingRoom.ask(
    {
      do: 'count',
      pieces: papers.map(({ file, kind, sizeBytes }) => ({
        path: file,
        kind: sizeBytes > LARGEST_BOUND ? ('other' as const) : kind,
      })),
    },
    BIND_MS,
  )
  const listed = papers.map(({ section, title }, at): Listed => ({
    section,
    title,
    pages: counts[at]?.pages ?? 0,
    note: counts[at]?.problem ?? null,
  }))
  const front = join(folder, 'front.pdf')
  const press = await letterhead(app)
  let frontPages = 1 + Math.ceil((listed.length + missing.length + 8) / 46)
  for (let tries = 0; tries < 3; tries++) {
    await writeFile(
      front,
      await press.render('binder', await frontFacts(app, row, scope, paged(listed, frontPages), missing), {
        createdAt: row.askedAt,
      }),
    )
    const [counted] = await readingRoom.ask({ do: 'count', pieces: [{ path: front, kind: 'pdf' }] })
    if (counted === undefined || counted.pages === frontPages) break
    frontPages = counted.pages
  }
  const pieces: BindingPiece[] = [
    { path: front, kind: 'pdf', section: null, title: 'Contents' },
    ...papers.flatMap(({ file, kind, section, title }, at): BindingPiece[] =>
      kind === 'other' || (counts[at]?.pages ?? 0) === 0 ? [] : [{ path: file, kind, section, title }],
    ),
  ]
  const file = join(folder, 'binder.pdf')
  const binding = new ReadingRoom()
  const { pages } = await binding.ask({ do: 'bind', pieces, to: file }, BIND_MS).finally(() => binding.close())
  return {
    pages,
    contents: sectionsOf(paged(listed, frontPages)),
    entry: { path: 'Binder.pdf', file, ...(await measured(file)) },
  }
}

function sectionsOf(papers: ReturnType<typeof paged>): BinderSection[] {
  const sections: BinderSection[] = []
  for (const { section, title, page, note } of papers) {
    const last = sections.at(-1)
    const into = last?.name === section ? last : { name: section, papers: [] }
    if (into !== last) sections.push(into)
    into.papers.push({ title, page, note: page === null ? (note ?? 'In the folder tree') : null })
  }
  return sections
}

async function frontFacts(
  app: App,
  row: store.BinderRow,
  scope: ProductionScope,
  papers: ReturnType<typeof paged>,
  missing: readonly Gap[],
) {
  const production = await productions.get(app.db, scope)
  const { name: office } = await officeSettings(app.db)
  return {
    paper: production.paperSize,
    title: production.title,
    code: production.code,
    office,
    client: production.client?.name ?? '',
    builtOn: dayText(dayAt(row.askedAt, production.timeZone), { year: true }),
    builtBy: row.askedBy,
    sections: sectionsOf(papers),
    missing,
  }
}

/** The tree as one archive, streamed; the same files make the same bytes. */
async function* packed(
  entries: readonly { path: string; file: string }[],
  at: Temporal.Instant,
): AsyncGenerator<Uint8Array> {
  const zip = new yazl.ZipFile()
  const mtime = new Date(at.epochMilliseconds)
  for (const { path, file } of byPath(entries as never) as unknown as { path: string; file: string }[])
    zip.addFile(file, path, { mtime, mode: 0o100644 })
  zip.end()
  yield* zip.outputStream as AsyncIterable<Uint8Array>
}
