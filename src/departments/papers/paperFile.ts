import type { FileId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problems.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { redrawn } from '../../platform/pictures/index.ts'
import { keepFile } from '../../platform/uploads/index.ts'
import { Unacceptable } from './papers.contract.ts'

export const LARGEST_PAPER = 25 * 1024 * 1024

/**
 * Keeps a paper: a PDF as it came, a photograph of one drawn anew. What is inside decides, not what it is called.
 * @throws Unacceptable, PictureRefused
 */
export async function keptPaper(app: App, tx: Tx, name: string, bytes: Buffer): Promise<FileId> {
  if (bytes.length > LARGEST_PAPER)
    throw new Problem(Unacceptable, {}, 'A paper has at most 25 MB. Send a smaller scan.')
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    // An encrypted one could not be opened by whoever has to check it.
    if (/\/Encrypt\s+\d+ \d+ R/.test(bytes.subarray(-4096).toString('latin1')))
      throw new Problem(Unacceptable, {}, 'This PDF is locked with a password. Save it without one and send it again.')
    return (await keepFile(app, tx, { name, mediaType: 'application/pdf', bytes })).id
  }
  const picture = await redrawn(bytes, { longestSide: 2400, as: 'jpeg' })
  return (await keepFile(app, tx, { name, mediaType: picture.mediaType, bytes: picture.bytes })).id
}
