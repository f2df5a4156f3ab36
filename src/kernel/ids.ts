import { z } from 'zod'

/**
 * The schema of one noun's id: a UUID branded with the noun's name, so that a `PersonId` is refused where a
 * `CallSheetId` is wanted.
 *
 * @example const PersonId = idOf('PersonId'); type PersonId = z.infer<typeof PersonId>
 */
export const idOf = <Name extends string>(_name: Name) => z.uuid({ error: 'This is not an id.' }).brand<Name>()

export const ProductionId = idOf('ProductionId')
export type ProductionId = z.infer<typeof ProductionId>

export const UserId = idOf('UserId')
export type UserId = z.infer<typeof UserId>

export const PersonId = idOf('PersonId')
export type PersonId = z.infer<typeof PersonId>

export const CompanyId = idOf('CompanyId')
export type CompanyId = z.infer<typeof CompanyId>

export const FileId = idOf('FileId')
export type FileId = z.infer<typeof FileId>

export const LinkId = idOf('LinkId')
export type LinkId = z.infer<typeof LinkId>

/**
 * A UUID of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then randomness, so that ids sort by
 * the time they were made and index pages fill in order.
 *
 * @param atMilliseconds milliseconds since the Unix epoch
 * @param random ten random bytes
 */
export function uuidV7(atMilliseconds: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(atMilliseconds / 2 ** (8 * (5 - i))) % 256
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
