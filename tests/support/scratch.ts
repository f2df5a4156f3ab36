import { access, chmod, constants, mkdtemp, readdir, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isOpenToAll } from '../../src/platform/runtime/postgresBinaries.ts'

const MEMORY = '/dev/shm'
const PLENTY_BYTES = 4 * 2 ** 30

/** What every folder of tests begins with, and no folder of anybody else. */
const PREFIX = 'unitbase-scratch-'
const MINUTES = 60_000

/** A new folder for what a test throws away, open to the other user that PostgreSQL runs as under root. */
export async function scratchFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(await scratchPlace(), `${PREFIX}${name}-`))
  await chmod(folder, 0o755)
  return folder
}

/** Lets a folder lie for a day, so that somebody can look at it. */
export const keepScratch = (folder: string): Promise<void> => writeFile(join(folder, 'kept'), '')

/** Clears what killed runs left and what was kept a day ago. Whatever changed lately may be in use. */
export async function sweepScratch(): Promise<void> {
  const place = await scratchPlace()
  for (const name of (await readdir(place)).filter((it) => it.startsWith(PREFIX))) {
    const folder = join(place, name)
    const minutes = (await exists(join(folder, 'kept'))) ? 24 * 60 : 60
    if (Date.now() - (await changedAt(folder)) > minutes * MINUTES) await rm(folder, { recursive: true, force: true })
  }
}

const exists = (path: string) => stat(path).then(Boolean, () => false)

/** When something was last added or taken away there, or in the folder of its cluster. */
async function changedAt(folder: string): Promise<number> {
  const looked = await Promise.all(
    [folder, join(folder, 'cluster'), join(folder, 'cluster/base')].map((it) => stat(it).catch(() => undefined)),
  )
  return Math.max(0, ...looked.map((it) => it?.mtimeMs ?? 0))
}

/**
 * In memory, where the system offers plenty: a test database is 1,300 files, and making them on a disk took ten times as
 * long.
 */
async function scratchPlace(): Promise<string> {
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
