import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Who PostgreSQL runs as; nobody in particular when we are an ordinary user ourselves. */
export interface RunAs {
  uid?: number
  gid?: number
}

/**
 * PostgreSQL refuses to run as root, so root hands it to the system's `postgres` user, made when there is none.
 * Machines where no user can be made (read-only images) fall back to `nobody`.
 */
export function postgresUser(): RunAs {
  if (process.getuid?.() !== 0) return {}
  const found = lookUp('postgres') ?? (makeUser() ? lookUp('postgres') : undefined) ?? lookUp('nobody')
  if (!found) {
    throw new Error(
      'PostgreSQL does not run as root, and no user "postgres" could be made. Make one, or start as an ordinary user.',
    )
  }
  return found
}

function lookUp(name: string): { uid: number; gid: number } | undefined {
  const ask = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined
  }
}

function makeUser(): boolean {
  const tool = ['/usr/sbin/useradd', '/sbin/useradd'].find((path) => existsSync(path))
  if (!tool) return false
  try {
    execFileSync(tool, ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}
