import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What is made from the installation's key, each for one use, so that none gives another away. */
export interface Keys {
  /** A short proof that we wrote `text`, for addresses: 16 bytes. */
  sign(use: string, text: Uint8Array): Buffer
  /** AES-256-GCM with a fresh nonce; what is stored is nonce, tag, ciphertext. */
  seal(plain: string): Buffer
  /** @throws when the bytes were changed or sealed with another key */
  unseal(sealed: Buffer): string
  /** A secret for a library that wants one, the same at every start. */
  secret(use: string): string
}

const subkey = (key: Buffer, use: string) => Buffer.from(hkdfSync('sha256', key, '', `unitbase ${use}`, 32))

export function createKeys(key: Buffer): Keys {
  const sealing = subkey(key, 'fields')
  return {
    sign: (use, text) => createHmac('sha256', subkey(key, use)).update(text).digest().subarray(0, 16),
    seal: (plain) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    unseal: (sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
    },
    secret: (use) => subkey(key, use).toString('base64url'),
  }
}

/**
 * The key of this installation; made on first use, readable by its owner only. It is never part of a backup. A key is
 * written whole under a name of its own and then takes its place, so that of two processes that start together on one
 * folder neither reads half a key, and both have the same.
 */
export async function loadKey(file: string): Promise<Buffer> {
  const found = await keyIn(file)
  if (found !== undefined) return found
  await mkdir(dirname(file), { recursive: true })
  const fresh = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(fresh, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true })
  try {
    await link(fresh, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(fresh)
  }
  return (await keyIn(file)) as Buffer
}

async function keyIn(file: string): Promise<Buffer | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32)
    throw new Error(`The key file ${file} does not hold a key. Put the right one back, or restore it.`)
  return key
}
