/** What changed inside a scene between two drafts: lines side by side, who speaks, how long it is. */
import type { DifferentLine } from './import.contract.ts'
import { wholeNames } from './names.rules.ts'
import { cuesOf, isPrinted } from './screenplay.rules.ts'
import type { ScriptElement } from './screenplay.rules.ts'

const same = (a: ScriptElement, b: ScriptElement) => a.kind === b.kind && a.text.trim() === b.text.trim()

/** Length of the longest common run of lines from each pair of positions on. */
function commonRuns(a: readonly ScriptElement[], b: readonly ScriptElement[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i]![j] = same(a[i]!, b[j]!) ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}

/** Lines of two versions of a scene, paired. A line that was rewritten stands beside the one it replaces. */
export function differenceOf(old: readonly ScriptElement[], next: readonly ScriptElement[]): DifferentLine[] {
  const a = old.filter(isPrinted)
  const b = next.filter(isPrinted)
  const runs = commonRuns(a, b)
  const out: DifferentLine[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const gone: ScriptElement[] = []
    const added: ScriptElement[] = []
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && same(a[i]!, b[j]!)) break
      if (j >= b.length || (i < a.length && runs[i + 1]![j]! >= runs[i]![j + 1]!)) gone.push(a[i++]!)
      else added.push(b[j++]!)
    }
    out.push(...paired(gone, added))
    if (i < a.length && j < b.length) {
      out.push({ change: 'same', kind: b[j]!.kind, before: a[i]!.text, after: b[j]!.text })
      i += 1
      j += 1
    }
  }
  return out
}

/** Within one changed place, lines of the same kind are paired in order. */
function paired(gone: readonly ScriptElement[], added: readonly ScriptElement[]): DifferentLine[] {
  const waiting = [...added]
  const lines: DifferentLine[] = []
  for (const line of gone) {
    const at = waiting.findIndex(({ kind }) => kind === line.kind)
    if (at < 0) {
      lines.push({ change: 'gone', kind: line.kind, before: line.text, after: null })
      continue
    }
    for (const before of waiting.splice(0, at))
      lines.push({ change: 'added', kind: before.kind, before: null, after: before.text })
    lines.push({ change: 'changed', kind: line.kind, before: line.text, after: waiting.shift()!.text })
  }
  return [...lines, ...waiting.map(({ kind, text }) => ({ change: 'added' as const, kind, before: null, after: text }))]
}

/** Who speaks in one version and not in the other. */
export function castDifference(old: readonly ScriptElement[], next: readonly ScriptElement[]) {
  const before = new Set(cuesOf(old).map(({ name }) => name))
  const after = new Set(cuesOf(next).map(({ name }) => name))
  return {
    added: [...after].filter((name) => !before.has(name)),
    gone: [...before].filter((name) => !after.has(name)),
  }
}

/** Printed text of a scene as one string, for search and comparison. */
export const textOfScene = (elements: readonly ScriptElement[]): string =>
  elements
    .filter((element) => isPrinted(element) && element.kind !== 'heading')
    .map(({ text }) => text)
    .join('\n')

/** Whether a name still stands in the text, as a whole word, in any case. */
export const mentions = (text: string, name: string): boolean =>
  name.trim() !== '' && wholeNames([name.trim()]).test(text)
