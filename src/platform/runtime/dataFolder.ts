import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'

const Holder = z.object({ pid: z.number(), what: z.string(), since: z.string(), port: z.number(), token: z.string() })
type Holder = z.infer<typeof Holder>

/** One process at a time owns a data folder and the database in it. */
export class DataFolderTaken extends Error {
  constructor(folder: string, { what, pid, since }: Holder) {
    super(
      `The data folder ${folder} is in use: ${what} runs on it since ${since} (process ${pid}). ` +
        'Stop that first, or choose another folder with UNITBASE_DATA.',
    )
  }
}

/** Makes the folder, walkable by other users when we are root, because PostgreSQL then is one of them. */
async function makeDataFolder(folder: string): Promise<void> {
  const asRoot = process.getuid?.() === 0
  await mkdir(folder, { recursive: true, mode: asRoot ? 0o755 : 0o700 })
  if (asRoot) await chmod(folder, 0o711)
}

/**
 * Takes the folder for this process. The holder keeps a port open that answers a word only it knows: after `kill -9`
 * nobody answers, and the lock counts as left behind, whoever has the process number by then.
 * @throws DataFolderTaken
 */
export async function lockDataFolder(folder: string, what: string): Promise<() => Promise<void>> {
  await makeDataFolder(folder)
  const token = randomBytes(12).toString('hex')
  const beacon = createServer((socket) => socket.end(token))
  await new Promise<void>((resolve) => beacon.listen(0, '127.0.0.1', resolve))
  beacon.unref()
  const address = beacon.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const since = new Date().toLocaleString('sv-SE', { timeStyle: 'short', dateStyle: 'short' })
  const file = join(folder, 'lock')
  try {
    await claim(folder, file, { pid: process.pid, what, since, port, token })
  } catch (fault) {
    beacon.close()
    throw fault
  }
  return async () => {
    beacon.close()
    await rm(file, { force: true })
  }
}

/** Who holds the folder now; undefined when nobody alive does. */
export async function holderOf(folder: string): Promise<Holder | undefined> {
  const text = await readFile(join(folder, 'lock'), 'utf8').catch(() => '')
  const holder = Holder.safeParse(parseJson(text)).data
  return holder && (await answers(holder)) ? holder : undefined
}

async function claim(folder: string, file: string, mine: Holder) {
  const draft = join(folder, `.lock-${mine.token}`)
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (await linked(draft, file)) return
      const holder = await holderOf(folder)
      if (holder) throw new DataFolderTaken(folder, holder)
      await clearLeftover(file, mine.token)
    }
    throw new Error(`The lock ${file} cannot be taken. Is the folder writable?`)
  } finally {
    await rm(draft, { force: true })
  }
}

/** A hard link appears with its content in it, or not at all. */
const linked = (draft: string, file: string) =>
  link(draft, file).then(
    () => true,
    (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EEXIST') return false
      throw fault
    },
  )

/** Moves the leftover aside first: two starters at once must not both delete, since the second would hit the winner. */
async function clearLeftover(file: string, token: string) {
  const aside = `${file}-${token}`
  const before = await readFile(file, 'utf8').catch(() => '')
  await rename(file, aside).catch(() => undefined)
  const moved = await readFile(aside, 'utf8').catch(() => before)
  if (moved !== before) await link(aside, file).catch(() => undefined)
  await rm(aside, { force: true })
}

const answers = ({ port, token }: Holder) =>
  new Promise<boolean>((resolve) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1')
    socket.setTimeout(2_000, () => socket.destroy())
    socket.on('data', (chunk) => (heard += String(chunk)))
    socket.on('error', () => resolve(false))
    socket.on('close', () => resolve(heard === token))
  })

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
