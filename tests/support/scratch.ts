import { access, chmod, constants, mkdtemp, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isOpenToAll } from '../../src/platform/runtime/postgresBinaries.ts'

const MEMORY = '/dev/shm'
const PLENTY_BYTES = 4 * 2 ** 30

/** A new folder for what a test throws away, open to the other user that PostgreSQL runs as under root. */
export async function scratchFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(await scratchPlace(), `unitbase-${name}-`))
  await chmod(folder, 0o755)
  return folder
}

/**
 * In memory, where the system offers plenty: a test database is 1,300 files, and making them on a disk took ten times as
 * long.
 */
export async function scratchPlace(): Promise<string> {
  if (await hasPlenty()) return MEMORY
  return (await isOpenToAll(tmpdir())) ? tmpdir() : '/tmp'
}

async function hasPlenty(): Promise<boolean> {
  if (process.availableMemory() < PLENTY_BYTES) return false
  try {
    await access(MEMORY, constants.R_OK | constants.W_OK | constants.X_OK)
    const { bavail, bsize } = await statfs(MEMORY)
    return bavail * bsize >= PLENTY_BYTES && (await isOpenToAll(MEMORY))
  } catch {
    return false
  }
}
