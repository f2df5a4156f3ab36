/**
 * What makes and reads seals, loaded with the first one: its libraries are a fifth of all the house loads, and most
 * processes of an office never touch a seal.
 */
import type { SigningKey } from './cades.ts'
import type * as officeKey from './officeKey.ts'
import type * as pdf from './pdf.ts'
import type * as timestamp from './timestamp.ts'

export type { SigningKey, Stamp } from './cades.ts'
export { aboutCertificate, fingerprintOf, pemOf } from './certificate.ts'
export type { Attachment } from './pdf.ts'
export { TimestampFault } from './timestampFault.ts'

export const makeKey: typeof officeKey.makeKey = async (...args) => (await import('./officeKey.ts')).makeKey(...args)

export const readP12 = async (...args: Parameters<typeof officeKey.readP12>): Promise<SigningKey> =>
  (await import('./officeKey.ts')).readP12(...args)

export const sealPdf: typeof pdf.sealPdf = async (...args) => (await import('./pdf.ts')).sealPdf(...args)

export const readSeal: typeof pdf.readSeal = async (...args) => (await import('./pdf.ts')).readSeal(...args)

export const askFor: typeof timestamp.askFor = async (...args) => (await import('./timestamp.ts')).askFor(...args)

export const tokenIn: typeof timestamp.tokenIn = async (...args) => (await import('./timestamp.ts')).tokenIn(...args)
