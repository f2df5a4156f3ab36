import { Problem } from '../../kernel/problems.ts'
import type { FileId } from '../../kernel/ids.ts'
import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import { findFile } from '../../platform/uploads/index.ts'
import { FileNotYours } from './document.contract.ts'
import type { Known } from './kind.rules.ts'
import { HEAD_BYTES, sniffed } from './reading/sniff.ts'

/** A file that has arrived whole, and what its first bytes say it is. */
export interface ArrivedFile {
  readonly fileId: FileId
  readonly name: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly known: Known
}

/** @throws FileNotYours for a file somebody else sent: an id is no key to it */
export async function arrivedFile(app: App, db: Db, actor: Actor, id: FileId, pointer: string): Promise<ArrivedFile> {
  const found = await findFile(db, id)
  if (found === undefined || actor.kind !== 'user' || found.created_by !== actor.userId)
    throw new Problem(FileNotYours, {}, `The upload at ${pointer} is not here. Send the file again.`)
  return describe(app, found)
}

/** A file the office made or keeps itself. */
export async function ownFile(app: App, file: { id: FileId; name: string; sizeBytes: number; sha256: string }) {
  return describe(app, {
    id: file.id,
    name: file.name,
    size_bytes: file.sizeBytes,
    sha256: file.sha256,
    storage_key: `files/${file.id}`,
  })
}

async function describe(
  app: App,
  file: { id: FileId; name: string; size_bytes: number; sha256: string; storage_key: string },
): Promise<ArrivedFile> {
  const stream = await app.storage.get(file.storage_key, { from: 0, until: Math.min(HEAD_BYTES, file.size_bytes) })
  const head = stream ? Buffer.concat(await stream.toArray()) : Buffer.alloc(0)
  const known = await sniffed(head, file.name)
  return { fileId: file.id, name: file.name, sizeBytes: file.size_bytes, sha256: file.sha256, known }
}
