/**
 * Notes `[[ ]]` and struck text `/* * /` may run over lines, so they are taken out before lines are read.
 * Each leaves one private character behind; the reader puts it back where it stood.
 */
import { ASIDE } from '../marks.rules.ts'
import type { Aside, ScriptWarning } from '../screenplay.rules.ts'

export interface TakenAside extends Omit<Aside, 'at'> {
  readonly line: number
  readonly lastLine: number
}

export interface SourceLine {
  readonly raw: string
  readonly line: number
  readonly lastLine: number
}

const newlines = (text: string, from: number, until: number): number => {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** End of struck text that starts at `from`. Struck text may stand inside struck text when it balances. */
function endOfStruck(text: string, from: number): number {
  const sign = /\/\*|\*\//g
  sign.lastIndex = from + 2
  let depth = 1
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1
    if (depth === 0) return match.index + 2
  }
  const plain = text.indexOf('*/', from + 2)
  return plain < 0 ? -1 : plain + 2
}

/** End of a note; one that meets another note before it ends was never closed. */
function endOfNote(text: string, from: number): number {
  const end = text.indexOf(']]', from + 2)
  const next = text.indexOf('[[', from + 2)
  return end < 0 || (next >= 0 && next < end) ? -1 : end + 2
}

/** Splits a source into lines without its asides, each knowing which lines of the file it covers. */
export function takeAsides(source: string): { lines: SourceLine[]; asides: TakenAside[]; warnings: ScriptWarning[] } {
  const text = source.replaceAll(ASIDE, '\uFFFD')
  const asides: TakenAside[] = []
  const warnings: ScriptWarning[] = []
  const lines: SourceLine[] = []
  let raw = ''
  let line = 1
  let started = 1
  const addText = (until: number, from: number) => {
    const parts = text.slice(from, until).split('\n')
    raw += parts[0]
    for (const part of parts.slice(1)) {
      lines.push({ raw, line: started, lastLine: line })
      line += 1
      started = line
      raw = part
    }
  }
  const sign = /\/\*|\[\[/g
  let done = 0
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    const note = match[0] === '[['
    const end = note ? endOfNote(text, match.index) : endOfStruck(text, match.index)
    if (end < 0) {
      const at = line + newlines(text, done, match.index)
      const what = note ? 'A note opens with [[ and is never closed' : 'Struck text opens with /* and is never closed'
      warnings.push({ line: at, message: `${what}. It is kept as text.` })
      continue
    }
    addText(match.index, done)
    const first = line
    line += newlines(text, match.index, end)
    const inner = text.slice(match.index + 2, end - 2)
    asides.push({ kind: note ? 'note' : 'boneyard', text: inner, line: first, lastLine: line })
    raw += ASIDE
    done = end
    sign.lastIndex = end
  }
  addText(text.length, done)
  lines.push({ raw, line: started, lastLine: line })
  return { lines, asides, warnings }
}
