import { createPrivateKey, type KeyObject } from 'node:crypto'

/** How a key signs: with what it is imported, and the digest that belongs to it. */
export interface Signing {
  readonly algorithm: RsaHashedImportParams | EcKeyImportParams
  readonly hash: 'SHA-256' | 'SHA-384'
}

/** RSA with SHA-256: the one algorithm every reader of PDF verifies; the office's own key is one. */
export const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const

/** The digest that fits the curve, as RFC 5758 pairs them. */
const curves: Readonly<Record<string, Signing>> = {
  prime256v1: { algorithm: { name: 'ECDSA', namedCurve: 'P-256' }, hash: 'SHA-256' },
  secp384r1: { algorithm: { name: 'ECDSA', namedCurve: 'P-384' }, hash: 'SHA-384' },
}

/** A private key from PKCS #8. @throws Error with a sentence for people */
export function openKey(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  } catch {
    throw new Error('The key in this file cannot be read. RSA keys and keys on the curves P-256 and P-384 are taken.')
  }
}

/** @throws Error naming what the key is, where no reader of PDF is sure to verify it */
export function signingOf(key: KeyObject): Signing {
  if (key.asymmetricKeyType === 'rsa') return { algorithm: rsa, hash: rsa.hash }
  const curve = key.asymmetricKeyDetails?.namedCurve ?? ''
  const known = key.asymmetricKeyType === 'ec' ? curves[curve] : undefined
  if (known === undefined)
    throw new Error(
      `The key in this file is of the kind ${[key.asymmetricKeyType, curve].filter(Boolean).join(' ')}. RSA keys and keys on the curves P-256 and P-384 are taken.`,
    )
  return known
}
