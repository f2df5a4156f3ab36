/** The rules that say what one line of Fountain is, strongest first: what a person says, forced marks, patterns. */
import { ASIDE } from '../marks.rules.ts'
import type { ElementKind } from '../screenplay.rules.ts'
import {
  cueName,
  isCentred,
  isForcedHeading,
  isHeadingLine,
  isPageBreak,
  isParenthetical,
  looksLikeTransition,
} from './fountainSyntax.ts'

export interface Line {
  /** With the private character of each aside in it, and without. */
  readonly raw: string
  readonly bare: string
  readonly trimmed: string
  readonly line: number
  readonly lastLine: number
  readonly asideOnly: boolean
}

export interface Reading {
  readonly lines: readonly Line[]
  previous: ElementKind | undefined
  /** Blank lines since the last line with text; the top of the file counts as one. */
  blanks: number
}

export interface Look {
  readonly kind: ElementKind
  /** What remains when the marks of the kind are taken off. */
  readonly raw: string
  /** Whether it goes on with the paragraph before it, if that is of the same kind. */
  readonly joins?: boolean
  readonly centred?: boolean
  readonly dual?: boolean
  readonly depth?: number
  readonly forced?: boolean
}

/** Kinds that make up a speech. */
export const speech: ReadonlySet<ElementKind> = new Set(['character', 'parenthetical', 'dialogue', 'lyric'])

/** After these a blank line is not needed: writers put a heading right under a section. */
const announces: ReadonlySet<ElementKind | undefined> = new Set<ElementKind | undefined>([
  'section',
  'synopsis',
  'page_break',
  'note',
  'boneyard',
  'transition',
])

export function classify(reading: Reading, index: number, told: ElementKind | undefined): Look {
  const line = reading.lines[index]!
  const speaking = reading.blanks === 0 && reading.previous !== undefined && speech.has(reading.previous)
  if (told) return { ...asTold(line, told, reading.blanks === 0), forced: true }
  const look = speaking ? undefined : forced(line, reading)
  return look ? { ...look, forced: true } : byPattern(reading, index, speaking)
}

/** A person's word stands; only the marks that spell the same kind are taken off. */
function asTold(line: Line, kind: ElementKind, joins: boolean): Look {
  const raw = line.raw.trim()
  if (kind === 'heading') return { kind, raw: isForcedHeading(raw) ? raw.slice(1) : raw }
  if (kind === 'character') return { kind, raw: raw.replace(/^@\s*/, '').replace(/\s*\^$/, '') }
  if (kind === 'transition') return { kind, raw: raw.replace(/^>\s*/, '') }
  if (kind === 'action') return { kind, raw: line.raw.replace(/^(\s*)!/, '$1'), joins }
  if (kind === 'lyric') return { kind, raw: raw.replace(/^~\s*/, '') }
  return { kind, raw, joins: joins && kind === 'dialogue' }
}

function forced(line: Line, reading: Reading): Look | undefined {
  const { trimmed } = line
  const raw = line.raw.trim()
  switch (trimmed[0]) {
    case '!':
      return { kind: 'action', raw: line.raw.replace(/^(\s*)!/, '$1').trimStart(), joins: reading.blanks === 0 }
    case '@':
      return /^@\s*\S/.test(trimmed) && (reading.blanks > 0 || announces.has(reading.previous))
        ? { ...cue(raw.replace(/^([\uE000]*)@\s*/, '$1')), kind: 'character' }
        : undefined
    case '~':
      return { kind: 'lyric', raw: raw.slice(1).trim() }
    case '.':
      return isForcedHeading(trimmed) ? { kind: 'heading', raw: raw.replace('.', '') } : undefined
    case '>':
      return isCentred(trimmed)
        ? {
            kind: 'action',
            raw: raw
              .replace('>', '')
              .replace(/<(\uE000*)$/, '$1')
              .trim(),
            centred: true,
          }
        : { kind: 'transition', raw: raw.replace('>', '').trim() }
    case '#':
      return section(raw, trimmed)
    case '=':
      if (isPageBreak(trimmed)) return { kind: 'page_break', raw: raw.replaceAll('=', '') }
      return { kind: 'synopsis', raw: raw.replace('=', '').trim() }
    default:
      return undefined
  }
}

function section(raw: string, trimmed: string): Look {
  const depth = /^#+/.exec(trimmed)![0].length
  return { kind: 'section', raw: raw.replace(/^(\uE000*)#+\s*/, '$1'), depth }
}

const cue = (raw: string): { raw: string; dual: boolean } => ({
  raw: raw.replace(/\s*\^(\uE000*)$/, '$1'),
  dual: raw.replaceAll(ASIDE, '').trimEnd().endsWith('^'),
})

function byPattern(reading: Reading, index: number, speaking: boolean): Look {
  const { raw, bare, trimmed } = reading.lines[index]!
  const after = reading.lines.slice(index + 1, index + 6).find((line) => !line.asideOnly)?.trimmed ?? ''
  if (speaking) return spoken(raw, trimmed, reading.previous!)
  if (reading.blanks > 0 || announces.has(reading.previous)) {
    if (isHeadingLine(trimmed)) return { kind: 'heading', raw: raw.trim() }
    if (looksLikeTransition(bare) && (after === '' || isHeadingLine(after) || isForcedHeading(after)))
      return { kind: 'transition', raw: raw.trim() }
    if (after !== '' && cueName(trimmed) !== undefined) return { ...cue(raw.trim()), kind: 'character' }
  }
  const joins = reading.blanks === 0 && reading.previous === 'action'
  return { kind: 'action', raw: raw.replaceAll('\t', '    '), joins }
}

/** Inside a speech only brackets and song stand apart; a second bracket in a row is spoken. */
function spoken(raw: string, trimmed: string, previous: ElementKind): Look {
  if (trimmed.startsWith('~')) return { kind: 'lyric', raw: raw.trim().replace('~', '').trim() }
  if (isParenthetical(trimmed) && previous !== 'parenthetical') return { kind: 'parenthetical', raw: raw.trim() }
  return { kind: 'dialogue', raw: raw.trim(), joins: previous === 'dialogue' }
}
