/** What a script file holds, in the words of `unitbase inspect`. */
import { doubtsIn, repeatedNumbers } from './doubts.rules.ts'
import type { Read } from './formats/decode.ts'
import { readScript } from './formats/readScript.ts'
import { measure } from './layout.rules.ts'
import { cuesOf, dialogueBlocksIn, titleOf } from './screenplay.rules.ts'
import type { ScriptWarning } from './screenplay.rules.ts'

export interface ScriptInspection {
  readonly kind: 'script'
  readonly format: 'fountain' | 'fdx'
  readonly title: string | null
  readonly scenes: readonly { readonly number: string | null; readonly heading: string; readonly eighths: number }[]
  readonly characters: readonly { readonly name: string; readonly cues: number }[]
  readonly dialogueBlocks: number
  readonly warnings: readonly ScriptWarning[]
}

export function inspectScript(bytes: Uint8Array): Read<ScriptInspection> {
  const read = readScript(bytes)
  if (!read.ok) return read
  const script = read.value
  const { scenes } = measure(script.elements)
  const warnings = [
    ...script.warnings,
    ...repeatedNumbers(scenes.map(({ heading }) => heading)),
    ...doubtsIn(script).map(({ line, message }) => ({ line, message })),
    ...(scenes.length === 0 ? [{ line: 1, message: 'No scene heading was found.' }] : []),
  ]
  return {
    ok: true,
    value: {
      kind: 'script',
      format: script.format,
      title: titleOf(script),
      scenes: scenes.map(({ heading, eighths }) => ({
        number: heading.number ?? null,
        heading: heading.text,
        eighths,
      })),
      characters: cuesOf(script.elements),
      dialogueBlocks: dialogueBlocksIn(script.elements),
      warnings: warnings.sort((a, b) => a.line - b.line),
    },
  }
}
