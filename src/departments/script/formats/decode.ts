/** From bytes to text: what encoding a script is in, and what it is when it is no text at all. */
import { MAX_SCRIPT_MB } from '../import.contract.ts'
import type { ScriptWarning } from '../screenplay.rules.ts'

/** What keeps a file from being read, with the way out. */
export interface Unreadable {
  readonly code: string
  readonly message: string
  readonly remedy: string
  readonly line?: number
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Unreadable }

export const unreadable = (
  code: string,
  message: string,
  remedy: string,
  line?: number,
): { ok: false; problem: Unreadable } => ({
  ok: false,
  problem: { code, message, remedy, ...(line === undefined ? {} : { line }) },
})

const exportAgain = 'Open it in the program it was written in and export it as Fountain or Final Draft (.fdx).'

/** First bytes of files that people take for scripts. */
const foreign: readonly [string, string, string][] = [
  ['%PDF', 'pdf', 'This is a PDF. Scripts in PDF cannot be read yet.'],
  ['PK\u0003\u0004', 'zip', 'This is a packed document (Word, Fade In, Celtx or a zip), which cannot be read.'],
  ['\u00D0\u00CF\u0011\u00E0', 'ole', 'This is an old Word or Final Draft document, which cannot be read.'],
  ['{\\rtf', 'rtf', 'This is a rich-text document (RTF), which cannot be read.'],
  ['\u0089PNG', 'image', 'This is a picture, not a script.'],
  ['\u00FF\u00D8\u00FF', 'image', 'This is a picture, not a script.'],
]

const startsWith = (bytes: Uint8Array, sign: string) =>
  [...sign].every((char, index) => bytes[index] === char.charCodeAt(0))

function zeroes(bytes: Uint8Array, offset: 0 | 1): number {
  let count = 0
  const end = Math.min(bytes.length, 2048)
  for (let at = offset; at < end; at += 2) if (bytes[at] === 0) count += 1
  return count / Math.max(1, Math.floor(end / 2))
}

/** The encoding its first bytes say: a byte-order mark, the XML declaration, or the zeroes of UTF-16 without a mark. */
function statedEncoding(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, '\u00EF\u00BB\u00BF')) return 'utf-8'
  if (startsWith(bytes, '\u00FF\u00FE')) return 'utf-16le'
  if (startsWith(bytes, '\u00FE\u00FF')) return 'utf-16be'
  if (zeroes(bytes, 1) > 0.4 && zeroes(bytes, 0) < 0.1) return 'utf-16le'
  if (zeroes(bytes, 0) > 0.4 && zeroes(bytes, 1) < 0.1) return 'utf-16be'
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  return /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase()
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Decodes a script. What is not UTF-8 and says nothing of itself is taken for Windows-1252, with a warning. */
export function decodeScript(bytes: Uint8Array): Read<{ text: string; warnings: ScriptWarning[] }> {
  if (bytes.length > MAX_SCRIPT_MB * 1024 * 1024)
    return unreadable(
      'too_large',
      `The file has ${Math.round(bytes.length / 1024 / 1024)} MB; a script has at most ${MAX_SCRIPT_MB} MB.`,
      'Check that this is the script. Pictures belong with the documents of the production.',
    )
  const kind = foreign.find(([sign]) => startsWith(bytes, sign))
  if (kind) return unreadable(kind[1], kind[2], exportAgain)
  const stated = statedEncoding(bytes)
  const text = decodeAs(bytes, stated ?? 'utf-8')
  if (text !== undefined) return checked(text, [])
  const message = 'The file is not in UTF-8, so it was read as Windows-1252. Check accents and quotation marks.'
  return checked(new TextDecoder('windows-1252').decode(bytes), [{ line: 1, message }])
}

/** Control characters are what is left of a file that never was text. */
function checked(text: string, warnings: ScriptWarning[]): Read<{ text: string; warnings: ScriptWarning[] }> {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text
  // eslint-disable-next-line no-control-regex
  const strange = (plain.slice(0, 4096).match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g) ?? []).length
  if (strange > 8) return unreadable('not_text', 'This is not a text file.', exportAgain)
  if (plain.trim() === '')
    return unreadable('empty', 'The file is empty.', 'Check that it was saved before it was sent.')
  return { ok: true, value: { text: plain.replaceAll('\u0000', ''), warnings } }
}
