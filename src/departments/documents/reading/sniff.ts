import { fileTypeFromBuffer } from 'file-type'
import { known, type Known } from '../kind.rules.ts'

/** Enough to see the signature of anything, and the first entries of an Office file's archive. */
export const HEAD_BYTES = 64 * 1024

/** What a file is, from its first bytes. An Office file whose first entries lie further on is an archive until it is read. */
export async function sniffed(head: Uint8Array, fileName: string): Promise<Known> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  return known(found?.mime, textOpening(head), fileName)
}

/** The bytes as text, where they are text: no zero bytes, next to no control characters. */
export function textOpening(bytes: Uint8Array): string | undefined {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes)
  if (bytes.includes(0)) return undefined
  const control = bytes.reduce((sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) ? 1 : 0), 0)
  if (control > bytes.length / 200) return undefined
  return decoded(bytes)
}

/** UTF-8 where it is, else what old Windows programs wrote. A letter cut in half at the end is dropped. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
