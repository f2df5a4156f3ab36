import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
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

/** The key of this installation; made on first use, readable by its owner only. It is never part of a backup. */
export async function loadKey(file: string): Promise<Buffer> {
  await mkdir(dirname(file), { recursive: true })
  try {
    const handle = await open(file, 'wx', 0o600)
    try {
      const key = randomBytes(32)
      await handle.writeFile(`${key.toString('base64')}\n`)
      await handle.sync()
      return key
    } finally {
      await handle.close()
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64')
  if (key.length !== 32)
    throw new Error(`The key file ${file} does not hold a key. Put the right one back, or restore it.`)
  return key
}
