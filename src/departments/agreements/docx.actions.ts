import type { FileId } from '../../kernel/ids.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import type { App } from '../../platform/app.ts'
import { readWhole } from '../../platform/storage/storage.ts'
import { findFile } from '../../platform/uploads/index.ts'
import type { MergedDocx } from './docx/merge.ts'

/** Three libraries read Word; they are loaded with the first file. */
const merging = () => import('./docx/merge.ts')

async function bytesOf(app: App, id: FileId): Promise<Buffer> {
  const file = await findFile(app.db, id)
  const bytes = file && (await readWhole(app.storage, file.storage_key))
  if (bytes === undefined) throw new Problem(NotFound, {}, 'This file is not here.')
  return bytes
}

/** @throws DocxUnreadable naming each broken merge field with its place */
export const checkDocx = async (app: App, id: FileId): Promise<void> =>
  (await merging()).checkDocxBytes(await bytesOf(app, id))

/** A kept Word template with its facts filled in. */
export const mergeDocx = async (app: App, id: FileId, values: Readonly<Record<string, string>>): Promise<MergedDocx> =>
  (await merging()).mergeDocxBytes(await bytesOf(app, id), values)
