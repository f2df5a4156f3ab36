/** The title page of a Fountain file: `key: value` lines at the top, values continuing on indented lines. */
import { ASIDE, writeAside } from '../marks.rules.ts'
import type { TitleEntry } from '../screenplay.rules.ts'
import type { SourceLine, TakenAside } from './asides.ts'

/** At least one of these must be there: a script that begins `FADE IN:` has no title page. */
const known = new Set([
  'title',
  'credit',
  'author',
  'authors',
  'source',
  'draft date',
  'date',
  'contact',
  'copyright',
  'notes',
  'revision',
])

const keyLine = /^([^\s:：][^:：]{0,40})[:：]\s*(.*)$/u
const continuation = /^(?: {3,}|\t)\s*(.*)$/

interface TitlePage {
  readonly entries: TitleEntry[]
  /** How many lines of the source belong to it, asides before it not counted. */
  readonly from: number
  readonly until: number
  /** Asides inside its values, which stay in the values as written. */
  readonly asidesInside: number
}

const isAsideOnly = (raw: string) => raw.replaceAll(ASIDE, '').trim() === ''

/** @returns undefined when the file has none */
export function readTitlePage(lines: readonly SourceLine[], asides: readonly TakenAside[]): TitlePage | undefined {
  let at = 0
  let asideAt = 0
  while (at < lines.length && isAsideOnly(lines[at]!.raw)) asideAt += lines[at++]!.raw.split(ASIDE).length - 1
  const from = at
  const before = asideAt
  const entries: { key: string; lines: string[] }[] = []
  const restored = (raw: string) => raw.replaceAll(ASIDE, () => writeAside(asides[asideAt++]!))
  for (; at < lines.length; at += 1) {
    const { raw } = lines[at]!
    const more = continuation.exec(raw)
    const open = entries.at(-1)
    if (raw.trim() === '') break
    if (more && open) {
      open.lines.push(restored(more[1]!.trimEnd()))
      continue
    }
    const match = keyLine.exec(raw)
    if (!match) break
    const value = match[2]!.trim()
    entries.push({ key: match[1]!.trim(), lines: value === '' ? [] : [restored(value)] })
  }
  if (!entries.some(({ key }) => known.has(key.toLowerCase()))) return undefined
  return { entries, from, until: at, asidesInside: asideAt - before }
}

/** Writes a title page; values of several lines go indented under their key. */
export const writeTitlePage = (entries: readonly TitleEntry[]): string[] =>
  entries.flatMap(({ key, lines }) =>
    lines.length === 1
      ? [`${key}: ${lines[0]}`]
      : [`${key}:`, ...lines.map((line) => `    ${line === '' ? ' ' : line}`)],
  )
