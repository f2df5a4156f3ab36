import type { FileId } from '../../kernel/ids.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { redrawn } from '../../platform/pictures/index.ts'
import { keepFile } from '../../platform/uploads/index.ts'
import type { AgreementRow } from './agreement.store.ts'

/** A picture that came with a signature, drawn anew: `/picture` is the signature itself, anything else a photo. */
export async function keepPicture(
  app: App,
  tx: Tx,
  it: { base64: string; name: string; pointer: string; productionId: AgreementRow['production_id'] },
): Promise<FileId> {
  const isSignature = it.pointer === '/picture'
  const drawn = await redrawn(Buffer.from(it.base64, 'base64'), {
    longestSide: isSignature ? 900 : 720,
    as: isSignature ? 'png' : 'jpeg',
  })
  const name = `${it.name}.${isSignature ? 'png' : 'jpg'}`
  return (
    await keepFile(app, tx, { name, mediaType: drawn.mediaType, bytes: drawn.bytes, productionId: it.productionId })
  ).id
}
