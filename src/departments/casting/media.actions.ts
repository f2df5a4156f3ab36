import { NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { FileId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { redrawn } from '../../platform/pictures/index.ts'
import { readWhole } from '../../platform/storage/storage.ts'
import { eraseFiles, findFile, keepFile, knownFile, sendFile, sentFile } from '../../platform/uploads/index.ts'
import type { FileRow, Sender } from '../../platform/uploads/index.ts'
import type { Candidate, CandidateId, MediaPurpose } from './candidate.contract.ts'
import { tapeName } from './candidate.rules.ts'
import * as candidates from './candidate.store.ts'
import { settle } from './candidate.actions.ts'
import * as media from './media.store.ts'
import { get as getRole, type Write } from './role.actions.ts'

/** A size card is looked at on a screen; what a phone writes into a photograph is nobody's business. */
const PHOTO_SIDE = 1800
const MOST_PER_CANDIDATE = 30

export const endings: Record<string, string> = {
  'video/mp4': '.mp4',
  'video/quicktime': '.mov',
  'video/webm': '.webm',
  'audio/mpeg': '.mp3',
  'audio/wav': '.wav',
  'audio/mp4': '.m4a',
  'audio/ogg': '.ogg',
  'audio/flac': '.flac',
  'application/pdf': '.pdf',
}

interface Attach {
  readonly sender: Sender
  readonly fileId: FileId
  readonly purpose: MediaPurpose
}

/**
 * Keeps a file its sender has sent with a candidate. Photographs are drawn anew and the original goes; films and
 * recordings are renamed by the house's rule. The same file twice is once.
 * @throws NotTaken, PictureRefused
 */
export async function keepMedia(
  app: App,
  tx: Tx,
  scope: ProductionScope,
  candidate: { id: CandidateId; name: string; roleName: string },
  { sender, fileId, purpose }: Attach,
): Promise<void> {
  if (await media.hasSent(tx, candidate.id, fileId)) return
  const file = await sentFile(tx, sender, fileId)
  if (file === undefined) throw invalid('/fileId', 'This file has not arrived. Send it again.')
  const { kind, mediaType } = await knownFile(app, file)
  const take = (await media.countOf(tx, candidate.id, kind)) + 1
  if (take > MOST_PER_CANDIDATE)
    throw invalid('/fileId', `There are ${MOST_PER_CANDIDATE} of these already. Remove one first.`)
  const kept = kind === 'photo' ? await photo(app, tx, scope, file) : { fileId, mediaType, sizeBytes: file.size_bytes }
  const ending = kind === 'photo' ? '.webp' : (endings[mediaType] ?? '')
  await media.insert(tx, {
    id: app.ids.next(),
    candidate_id: candidate.id,
    file_id: kept.fileId,
    sent_file_id: fileId,
    kind,
    purpose,
    take,
    name: tapeName(candidate.roleName, candidate.name, take, ending),
    media_type: kept.mediaType,
    size_bytes: kept.sizeBytes,
    created_at: app.clock.now().toString(),
  })
}

async function photo(app: App, tx: Tx, scope: ProductionScope, file: FileRow) {
  const sent = await readWhole(app.storage, file.storage_key)
  const { bytes, mediaType } = await redrawn(sent ?? new Uint8Array(), { longestSide: PHOTO_SIDE, as: 'webp' })
  const kept = await keepFile(app, tx, { name: 'photo.webp', mediaType, bytes, productionId: scope.productionId })
  await eraseFiles(app, tx, [file.id])
  return { fileId: kept.id, mediaType, sizeBytes: kept.sizeBytes }
}

export const attach = (
  app: App,
  { scope, actor, id, fileId, purpose }: Write & { id: CandidateId; fileId: FileId; purpose: MediaPurpose },
): Promise<Candidate> =>
  app.transaction(async (tx) => {
    const [row] = await candidates.lock(tx, scope, [id])
    if (row === undefined || actor.kind !== 'user') throw new Problem(NotFound, {}, 'There is no such candidate.')
    const role = await getRole(tx, scope, row.roleId)
    await keepMedia(
      app,
      tx,
      scope,
      { id, name: row.name, roleName: role.name },
      { sender: { userId: actor.userId }, fileId, purpose },
    )
    return settle(app, tx, { scope, actor }, { verb: 'casting_candidate.media_added', before: row })
  })

/** @throws NotFound */
export async function send(app: App, scope: ProductionScope, mediaId: string, request: Request): Promise<Response> {
  const found = await media.find(app.db, scope.productionId, mediaId)
  const file = found && (await findFile(app.db, found.fileId))
  if (!found || !file) throw new Problem(NotFound, {}, 'There is no such file on this production.')
  return sendFile(app, request, { ...file, name: found.name, media_type: found.mediaType })
}
