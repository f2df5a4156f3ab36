/** Reads any script we know: says which format it is, and what is wrong when it cannot be read. */
import type { Screenplay } from '../screenplay.rules.ts'
import { decodeScript, unreadable } from './decode.ts'
import type { Read } from './decode.ts'
import { readFdx } from './fdxReader.ts'
import { readFountain } from './fountainReader.ts'
import type { Retags } from './fountainReader.ts'

/** @example readScript(bytes).ok // false for a PDF, with what to do instead */
export function readScript(bytes: Uint8Array, retags: Retags = new Map()): Read<Screenplay> {
  const decoded = decodeScript(bytes)
  if (!decoded.ok) return decoded
  const { text, warnings } = decoded.value
  const read = readScriptText(text, retags)
  return read.ok ? { ok: true, value: { ...read.value, warnings: [...warnings, ...read.value.warnings] } } : read
}

/** The same for text that was pasted. */
function readScriptText(text: string, retags: Retags): Read<Screenplay> {
  if (text.trim() === '') return unreadable('empty', 'There is no text.', 'Paste the script, or choose a file.')
  if (/^\s*<(?:\?xml|!DOCTYPE|!--|FinalDraft)/i.test(text)) return readFdx(text.trimStart(), retags)
  if (isJson(text)) return unreadable('not_a_script', 'This is data (JSON), not a script.', 'Choose the script itself.')
  return { ok: true, value: readFountain(text, retags) }
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text) || !/[\]}]\s*$/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
