import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { postgresBinaries, type Binaries } from './postgresBinaries.ts'
import { postgresUser, type RunAs } from './postgresUser.ts'

export interface Cluster {
  port: number
  /** The address of one database of this cluster, with the password in it. */
  url(database: string): string
  /** Resolves when PostgreSQL has ended by itself, which it should not. */
  ended: Promise<void>
  /** Lets running statements go, writes everything out, and ends. */
  stop(): Promise<void>
}

interface ClusterOptions {
  /** The cluster's own folder; made when absent. Every folder above it must be walkable by any user when we are root. */
  folder: string
  password: string
  logFile: string
  /** `throwaway` skips the waits that keep data safe through a power cut: for tests only. */
  kind: 'durable' | 'throwaway'
}

const SUPERUSER = 'unitbase'

const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  file_copy_method: 'clone',
}

/**
 * PostgreSQL under a shell that holds a pipe from us. When we end, even by `kill -9`, the pipe closes and the shell
 * asks PostgreSQL for a fast shutdown: no database is left running with nobody to answer for it.
 */
const KEEPER = 'exec 3<&0; "$@" 3<&- & pg=$!; (cat <&3 >/dev/null; kill -INT $pg) 2>/dev/null & wait $pg'

export async function startPostgres(options: ClusterOptions): Promise<Cluster> {
  const runAs = postgresUser()
  const binaries = await postgresBinaries({ asOtherUser: runAs.uid !== undefined })
  if (!existsSync(join(options.folder, 'PG_VERSION'))) await initialise(options, binaries, runAs)
  await endFormerServer(options.folder)
  for (let attempt = 1; ; attempt += 1) {
    const started = await tryToStart(options, binaries, runAs)
    if (started) return started
    if (attempt === 3) throw new Error(`PostgreSQL did not start. What it said is in ${options.logFile}.`)
  }
}

async function initialise({ folder, password }: ClusterOptions, { initdb }: Binaries, runAs: RunAs) {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const passwordFile = join(dirname(folder), `.password-${process.pid}`)
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  try {
    await own(folder, runAs)
    await own(passwordFile, runAs)
    const flags = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const access = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
    await promisify(execFile)(initdb, [`--pgdata=${folder}`, ...flags, ...access], { ...runAs, cwd: '/' })
  } catch (fault) {
    await rm(folder, { recursive: true, force: true })
    throw fault
  } finally {
    await rm(passwordFile, { force: true })
  }
}

const own = async (path: string, { uid, gid }: RunAs) => {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}

async function tryToStart(options: ClusterOptions, binaries: Binaries, runAs: RunAs): Promise<Cluster | undefined> {
  const port = await freePort()
  const log = await open(options.logFile, 'a', 0o600)
  const server = spawn('/bin/sh', ['-c', KEEPER, 'keeper', binaries.postgres, ...flagsOf(options, port)], {
    ...runAs,
    cwd: '/',
    stdio: ['pipe', log.fd, log.fd],
    detached: true, // Ctrl-C reaches the whole process group; the database must outlive the API that uses it
  })
  await log.close()
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  if (!(await isReady(options.folder, port, server))) {
    server.stdin?.end()
    return undefined
  }
  const password = encodeURIComponent(options.password)
  return {
    port,
    url: (database) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`,
    ended,
    stop: async () => {
      server.stdin?.end()
      await ended
    },
  }
}

function flagsOf({ folder, kind }: ClusterOptions, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    // Test files run side by side on one cluster, some with four processes of up to twenty connections each.
    max_connections: kind === 'throwaway' ? 300 : 100,
    shared_buffers: '128MB',
    ...(kind === 'throwaway' ? THROWAWAY : {}),
  }
  return ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** PostgreSQL writes `ready` into the eighth line of its pid file once it answers. */
async function isReady(folder: string, port: number, server: ChildProcess): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const lines = await pidFileOf(folder)
    if (lines[3] === String(port) && lines[7]?.trim() === 'ready') return true
    await pause(10)
  }
  return false
}

const pidFileOf = async (folder: string) =>
  (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')

/**
 * After `kill -9` the former server may still be shutting down, or its pid file may name a process that is long gone
 * and whose number somebody else has now. Waits for the first, clears the second.
 */
async function endFormerServer(folder: string) {
  const pid = Number((await pidFileOf(folder))[0])
  if (!pid) return
  for (let waited = 0; await isPostgres(pid); waited += 1) {
    if (waited === 100) process.kill(pid, 'SIGINT')
    if (waited > 600) throw new Error(`PostgreSQL (process ${pid}) still uses ${folder} and does not end.`)
    await pause(50)
  }
  await rm(join(folder, 'postmaster.pid'), { force: true })
}

async function isPostgres(pid: number): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'comm=', '-p', String(pid)])
    return stdout.includes('postgres') && !stdout.includes('defunct')
  } catch {
    return readFile(`/proc/${pid}/comm`, 'utf8').then(
      (name) => name.includes('postgres'),
      () => false,
    )
  }
}

/** A port nobody listens on just now. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
