/**
 * Writes a screenplay as Fountain. An element that would be read as something else gets its forced mark, so that
 * what is written is read back as it was.
 */
import { ASIDE, writeAside, writeMarks } from '../marks.rules.ts'
import type { ElementKind, Screenplay, ScriptElement } from '../screenplay.rules.ts'
import { speech } from './fountainLines.ts'
import { usualSpace } from './fountainReader.ts'
import { cueName, isCentred, isHeadingLine, isParenthetical, looksLikeTransition } from './fountainSyntax.ts'
import { writeTitlePage } from './titlePage.ts'

/** Spoken parts that have no cue before them cannot be written as speech. */
const inSpeech = (kind: ElementKind) => kind !== 'character' && speech.has(kind)

export function writeFountain({ titlePage, elements }: Pick<Screenplay, 'titlePage' | 'elements'>): string {
  const out: string[] = []
  if (titlePage.length > 0) out.push(...writeTitlePage(titlePage), '')
  let previous: ScriptElement | undefined
  for (const [index, element] of elements.entries()) {
    if (element.kind === 'general' && element.text === '') continue
    const speaking = previous !== undefined && speech.has(previous.kind)
    const kind = inSpeech(element.kind) && !speaking && element.kind !== 'lyric' ? 'action' : element.kind
    const next = elements.slice(index + 1).find((one) => one.kind !== 'general' || one.text !== '')
    const space = previous ? spaceBefore(element, kind, previous) : 0
    for (let n = 0; n < space; n += 1) out.push('')
    out.push(writeElement({ ...element, kind }, previous, next))
    previous = { ...element, kind }
  }
  return `${out.join('\n')}\n`
}

function spaceBefore(element: ScriptElement, kind: ElementKind, previous: ScriptElement): number {
  const usual = kind === 'lyric' && !speech.has(previous.kind) ? 1 : usualSpace(kind)
  if (element.spaceBefore === undefined) return usual
  if (kind === 'lyric') return element.spaceBefore
  // A heading, cue or transition is only known by the blank line before it.
  const needed = usual === 1 && element.spaceBefore === 0 && !mayTouch(element, previous) ? 1 : element.spaceBefore
  return usual === 0 && speech.has(kind) ? 0 : needed
}

const mayTouch = (element: ScriptElement, previous: ScriptElement) =>
  element.centred === true ||
  (['action', 'note', 'boneyard', 'section', 'synopsis', 'page_break', 'heading', 'transition'].includes(
    element.kind,
  ) &&
    !(element.kind === 'action' && previous.kind === 'action' && !previous.centred))

/** Notes that stood on lines of their own after an element go back there, whatever ends the element's line. */
function writeElement(element: ScriptElement, previous: ScriptElement | undefined, next: ScriptElement | undefined) {
  const { text, asides = [] } = element
  const below = asides.filter(({ ownLine, at }) => ownLine && at >= text.length)
  const inside = asides.filter((aside) => !below.includes(aside))
  return [writeBody({ ...element, asides: inside }, previous, next), ...below.map(writeAside)].join('\n')
}

function writeBody(element: ScriptElement, previous: ScriptElement | undefined, next: ScriptElement | undefined) {
  const { kind, text, marks, asides } = element
  const written = writeMarks(text, marks, asides)
  switch (kind) {
    case 'heading':
      return writeHeading(element, written)
    case 'character':
      return writeCue(element, written, next)
    case 'parenthetical':
      return isParenthetical(text.trim()) && previous?.kind !== 'parenthetical'
        ? written
        : escapeSpoken(written, previous)
    case 'dialogue':
      return escapeSpoken(written, previous)
    case 'lyric':
      return written
        .split('\n')
        .map((line) => `~${line}`)
        .join('\n')
    case 'transition':
      return looksLikeTransition(text) && written === text && !next?.spaceBefore ? written : `> ${escapeEnd(written)}`
    case 'section':
      return `${'#'.repeat(element.depth ?? 1)} ${written}`
    case 'synopsis':
      return `= ${written.replaceAll('\n', ' ')}`
    case 'page_break':
      return written === '' ? '===' : `===\n${written}`
    case 'note':
    case 'boneyard':
      return writeAside({ kind, text })
    default:
      return element.centred ? `> ${written.replaceAll('\n', ' ')} <` : writeAction(written, next)
  }
}

function writeHeading({ text, number }: ScriptElement, written: string): string {
  const body = text.includes('\n') ? written.replaceAll('\n', ' ') : written
  const end = number ? ` #${number}#` : ''
  const plain = isHeadingLine(`${text}${end}`) && /^[\p{L}]/u.test(body)
  return `${plain ? '' : '.'}${body}${end}`
}

function writeCue({ text, dual }: ScriptElement, written: string, next: ScriptElement | undefined): string {
  const followed = next !== undefined && inSpeech(next.kind)
  const plain = followed && cueName(text) !== undefined && !isHeadingLine(text) && !looksLikeTransition(text)
  const safe = plain && !/^[!@~.>#=\\]/.test(text)
  return `${safe ? '' : '@'}${written.replaceAll('\n', ' ')}${dual === 'right' ? ' ^' : ''}`
}

/** A closing `<` would make a transition centred text. */
const escapeEnd = (written: string) => (written.endsWith('<') ? `${written.slice(0, -1)}\\<` : written)

/** Blank lines inside a speech are two spaces; a line in brackets or with `~` that is spoken gets a backslash. */
function escapeSpoken(written: string, previous: ScriptElement | undefined): string {
  return written
    .split('\n')
    .map((line, index) => {
      if (line.trim() === '') return '  '
      const bracket = isParenthetical(line.trim()) && !(index === 0 && previous?.kind === 'parenthetical')
      return (bracket && line.trim().startsWith('(')) || line.trim().startsWith('~') ? line.replace(/\S/, '\\$&') : line
    })
    .join('\n')
}

const forcing = /^\s*[!@~.>#=]/

/** Action that looks like a heading, a cue or a transition says so with `!`. */
function writeAction(written: string, next: ScriptElement | undefined): string {
  const lines = written.split('\n')
  return lines
    .map((line, index) => {
      const bare = line.replaceAll(ASIDE, '')
      const first = index === 0
      const touched = index < lines.length - 1 || next?.spaceBefore === 0
      const mistaken =
        (forcing.test(bare) && !bare.trim().startsWith('..') && !/^\s*\.[^\p{L}\p{N}("'“«¿¡]/u.test(bare)) ||
        (first &&
          (isHeadingLine(bare.trim()) || looksLikeTransition(bare) || (touched && cueName(bare) !== undefined))) ||
        isCentred(bare.trim())
      return mistaken ? `!${line.trimStart()}` : line
    })
    .join('\n')
}
