/** Counts that prove an import: what was read, and what is there again when it is written out and read once more. */
import { readFdx } from './formats/fdxReader.ts'
import { writeFdx } from './formats/fdxWriter.ts'
import { readFountain } from './formats/fountainReader.ts'
import { writeFountain } from './formats/fountainWriter.ts'
import type { ImportPreview } from './import.contract.ts'
import type { MeasuredScene } from './layout.rules.ts'
import { cuesOf, isOmitted } from './screenplay.rules.ts'
import type { Screenplay, ScriptElement } from './screenplay.rules.ts'

export function countsOf(script: Screenplay, scenes: readonly MeasuredScene[]): ImportPreview['counts'] {
  const again = readAgain(script)
  return {
    headings: scenes.length,
    scenes: scenes.filter(({ heading }) => !isOmitted(heading.text)).length,
    numbered: scenes.filter(({ heading }) => heading.number !== undefined).length,
    characters: cuesOf(script.elements).length,
    dialogue: { read: spokenLines(script.elements), written: spokenLines(again) },
    lines: { read: textLines(script.elements), written: textLines(again) },
  }
}

function readAgain(script: Screenplay): readonly ScriptElement[] {
  if (script.format === 'fountain') return readFountain(writeFountain(script)).elements
  const read = readFdx(writeFdx(script))
  return read.ok ? read.value.elements : []
}

const count = (text: string) => text.split('\n').filter((line) => line.trim() !== '').length

const spokenLines = (elements: readonly ScriptElement[]): number =>
  elements.reduce((sum, { kind, text }) => (kind === 'dialogue' || kind === 'lyric' ? sum + count(text) : sum), 0)

const textLines = (elements: readonly ScriptElement[]): number =>
  elements.reduce((sum, { text }) => sum + count(text), 0)

/** What a person can re-tag: every element with its first line. */
export const linesForTagging = ({ elements }: Screenplay): ImportPreview['lines'] =>
  elements
    .filter(({ text }) => text.trim() !== '')
    .map(({ line, kind, text }) => {
      const [first = ''] = text.split('\n')
      return { line, kind, text: first.length > 160 ? `${first.slice(0, 159)}…` : first }
    })
