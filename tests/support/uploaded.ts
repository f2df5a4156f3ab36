import type { FileId } from '../../src/kernel/ids.ts'
import type { TestActor, TestOffice } from './office.ts'

/** A file as an upload of this actor leaves it, without the way there. */
export async function uploaded(office: TestOffice, by: TestActor, bytes: Uint8Array, name: string): Promise<FileId> {
  const id = office.app.ids.next<FileId>()
  const { sizeBytes, sha256 } = await office.app.storage.put(`files/${id}`, bytes)
  const row = {
    id,
    name,
    media_type: 'application/octet-stream',
    size_bytes: sizeBytes,
    sha256,
    storage_key: `files/${id}`,
    production_id: null,
    created_at: office.clock.now().toString(),
    created_by: by.userId ?? null,
  }
  await office.app.transaction((tx) => tx.insertInto('file').values(row).execute())
  return id
}
