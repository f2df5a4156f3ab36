/**
 * Lines that were read one way and may be meant another: a person looks at them before anything is committed.
 * Each says what it was read as and what it may be instead.
 */
import { sceneNumberKey } from '../../kernel/sceneNumber.ts'
import { cueName } from './formats/fountainSyntax.ts'
import { opensLikeHeading } from './heading.rules.ts'
import type { Doubt } from './import.contract.ts'
import { speakerOf } from './screenplay.rules.ts'
import type { Screenplay, ScriptElement } from './screenplay.rules.ts'

const shortened = (text: string) => {
  const [first = ''] = text.split('\n')
  return first.length > 80 ? `${first.slice(0, 79)}…` : first
}

export function doubtsIn({ elements, format }: Pick<Screenplay, 'elements' | 'format'>): Doubt[] {
  const cues = new Map<string, number>()
  for (const { kind, text } of elements)
    if (kind === 'character') cues.set(speakerOf(text), (cues.get(speakerOf(text)) ?? 0) + 1)
  return elements.flatMap((element, index) => {
    if (element.forced) return []
    const doubt = doubtAbout(element, elements[index - 1], elements[index + 1], cues, format)
    return doubt ? [{ line: element.line, text: shortened(element.text), kind: element.kind, ...doubt }] : []
  })
}

type About = Pick<Doubt, 'message' | 'suggestions'> | undefined

function doubtAbout(
  element: ScriptElement,
  previous: ScriptElement | undefined,
  next: ScriptElement | undefined,
  cues: ReadonlyMap<string, number>,
  format: Screenplay['format'],
): About {
  switch (element.kind) {
    case 'action':
      return element.centred ? undefined : aboutAction(element.text, next, cues)
    case 'character':
      return aboutCue(element.text, next, cues, format)
    case 'heading':
      return format === 'fountain' ? aboutHeading(element.text, next) : undefined
    case 'dialogue':
      return previous && ['character', 'parenthetical', 'dialogue', 'lyric'].includes(previous.kind)
        ? undefined
        : { message: 'Spoken, but nobody is named before it.', suggestions: ['action'] }
    default:
      return undefined
  }
}

function aboutAction(text: string, next: ScriptElement | undefined, cues: ReadonlyMap<string, number>): About {
  const [first = '', ...more] = text.split('\n')
  const heading = text
    .split('\n')
    .find((line) => opensLikeHeading(line.trim()) && line.trim() === line.trim().toUpperCase())
  if (heading)
    return {
      message: 'Looks like a scene heading, but no blank line stands before it.',
      suggestions: ['heading', 'action'],
    }
  if (/^\s*\d*\s*OMITTED\s*\d*\s*$/.test(first))
    return { message: 'Looks like an omitted scene.', suggestions: ['heading', 'action'] }
  const name = cueName(first)
  if (more.length === 0 && name !== undefined && cues.has(name) && next?.kind === 'action')
    return {
      message: `${name} speaks elsewhere, but a blank line follows here, so this is action.`,
      suggestions: ['character', 'action'],
    }
  if (more.length > 0 && /^\d+[A-Z]{2,}$/.test(first.trim()))
    return { message: 'A name that begins with a figure is read as action.', suggestions: ['character', 'action'] }
  if (more.length > 0 && /^\S[^.!?]{0,30}\([VO][. ]*[OSC][^)]*\)\s*$/i.test(first.trim()) && name === undefined)
    return { message: 'Looks like a character cue, but is not in capitals.', suggestions: ['character', 'action'] }
  return undefined
}

function aboutCue(
  text: string,
  next: ScriptElement | undefined,
  cues: ReadonlyMap<string, number>,
  format: Screenplay['format'],
): About {
  const name = speakerOf(text)
  const spoken = next && ['dialogue', 'parenthetical', 'lyric'].includes(next.kind)
  if (!spoken) return { message: 'A character cue with nothing spoken after it.', suggestions: ['action', 'shot'] }
  if (format === 'fdx' || (cues.get(name) ?? 0) > 1) return undefined
  if (/[.!?…:]$/.test(name) && !/\b(?:JR|SR|DR|MR|MRS|MS|ST)\.$/.test(name))
    return { message: 'Read as a character cue, but it ends like a sentence.', suggestions: ['action', 'shot'] }
  if (name.split(' ').length > 5)
    return { message: 'Read as a character cue, but it is long for a name.', suggestions: ['action'] }
  return undefined
}

function aboutHeading(text: string, next: ScriptElement | undefined): About {
  if (next?.kind === 'action' && next.spaceBefore === 0)
    return { message: 'No blank line after this scene heading.', suggestions: ['heading', 'action'] }
  if (/^(?:est|int|ext)\s/.test(text) || /^Est\s/.test(text))
    return { message: 'Read as a scene heading, but it may be a sentence.', suggestions: ['action', 'heading'] }
  return undefined
}

/** The same number on two scenes is kept, and said. */
export function repeatedNumbers(headings: readonly ScriptElement[]): { line: number; message: string }[] {
  const seen = new Map<string, number>()
  return headings.flatMap(({ number, line }) => {
    if (!number) return []
    const key = sceneNumberKey(number)
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, line)
      return []
    }
    return [{ line, message: `Scene number ${number} is used twice; it stands first on line ${first}.` }]
  })
}
