import { join } from 'node:path'
import type { Settings } from '../settings.ts'
import { folderStorage } from './folderStorage.ts'
import type { Storage } from './storage.ts'

/** The store the settings ask for. The S3 client is large, so it is loaded only where it is used. */
export async function openStorage(settings: Pick<Settings, 's3' | 'dataFolder'>): Promise<Storage> {
  if (!settings.s3) return folderStorage(join(settings.dataFolder, 'files'))
  const { s3Storage } = await import('./s3Storage.ts')
  return s3Storage(settings.s3)
}
