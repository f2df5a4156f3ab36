/**
 * A screenplay as every reader gives it and every writer takes it: a flat list of elements with their printed text.
 * Emphasis, tags and revision marks are spans over that text, and what is not printed (notes, struck text) hangs
 * at an offset, so that searching, wrapping and comparing never meet mark-up.
 */
import { z } from 'zod'

/** Kinds of line. Those below `transition` come from Final Draft, those below `end_of_act` from Fountain. */
export const ElementKind = z.enum([
  'heading',
  'action',
  'character',
  'parenthetical',
  'dialogue',
  'lyric',
  'transition',
  'shot',
  'general',
  'cast_list',
  'new_act',
  'end_of_act',
  'section',
  'synopsis',
  'note',
  'boneyard',
  'page_break',
])
export type ElementKind = z.infer<typeof ElementKind>

/** A span over the printed text, half-open. `value` names the revision, the tag, or another program's attribute. */
export const Mark = z.object({
  from: z.number().int(),
  until: z.number().int(),
  kind: z.string(),
  value: z.string().optional(),
})
export type Mark = z.infer<typeof Mark>

/** Something kept but not printed, standing before the character at `at`. */
export const Aside = z.object({
  at: z.number().int(),
  kind: z.enum(['note', 'boneyard', 'xml']),
  text: z.string(),
  ownLine: z.boolean().optional(),
})
export type Aside = z.infer<typeof Aside>

export const ScriptElement = z.object({
  kind: ElementKind,
  text: z.string(),
  /** First and last line in the source, counted from 1. */
  line: z.number().int(),
  lastLine: z.number().int(),
  marks: z.array(Mark).optional(),
  asides: z.array(Aside).optional(),
  /** Scene number as written, on headings. */
  number: z.string().optional(),
  centred: z.boolean().optional(),
  dual: z.enum(['left', 'right']).optional(),
  /** Depth of a section, from 1. */
  depth: z.number().int().optional(),
  /** Blank lines before it where they differ from what its kind usually has. */
  spaceBefore: z.number().int().optional(),
  /** What the file itself says about a scene. */
  eighths: z.number().int().optional(),
  page: z.string().optional(),
  /** The paragraph type of the file, where it is not one of ours. */
  sourceType: z.string().optional(),
  /** The writer or a person said what it is, so nobody needs to ask. */
  forced: z.boolean().optional(),
  /** Attributes of the paragraph in the file that mean nothing to us. */
  attributes: z.record(z.string(), z.string()).optional(),
})
export type ScriptElement = z.infer<typeof ScriptElement>

export interface TitleEntry {
  readonly key: string
  /** Lines of the value, as written. */
  readonly lines: readonly string[]
}

/** Something a person should look at; `line` is the line in the source. */
export interface ScriptWarning {
  readonly line: number
  readonly message: string
}

/** A word tagged as an element in the program the script comes from. */
export interface SourceTag {
  readonly number: string
  readonly label: string
  readonly category: string
}

export interface Screenplay {
  readonly format: 'fountain' | 'fdx'
  readonly titlePage: readonly TitleEntry[]
  readonly elements: readonly ScriptElement[]
  readonly warnings: readonly ScriptWarning[]
  readonly tags: readonly SourceTag[]
  /** Parts of a Final Draft file beside the text, serialised, so that an export carries them on. */
  readonly extras: readonly string[]
}

/** One scene of a screenplay: its heading, what stands before it (sections), and everything up to the next. */
interface ScriptScene {
  readonly heading: ScriptElement
  readonly elements: readonly ScriptElement[]
}

const leadsIn = (element: ScriptElement) => element.kind === 'section' || element.kind === 'page_break'

/**
 * Cuts a screenplay into scenes. A section line before a heading goes with the scene it announces.
 * @returns `preamble`, what stands before the first scene, such as FADE IN:
 */
export function scenesOf(elements: readonly ScriptElement[]): {
  preamble: ScriptElement[]
  scenes: ScriptScene[]
} {
  const preamble: ScriptElement[] = []
  const scenes: { heading: ScriptElement; elements: ScriptElement[] }[] = []
  let open = preamble
  for (const element of elements) {
    if (element.kind === 'heading') {
      let cut = open.length
      while (cut > 0 && leadsIn(open[cut - 1]!)) cut -= 1
      open = [...open.splice(cut), element]
      scenes.push({ heading: element, elements: open })
    } else open.push(element)
  }
  return { preamble, scenes }
}

/** Kinds that are never printed and never measured. */
export const isPrinted = (element: ScriptElement): boolean =>
  element.kind !== 'section' &&
  element.kind !== 'synopsis' &&
  element.kind !== 'note' &&
  element.kind !== 'boneyard' &&
  element.kind !== 'page_break'

/** `JO (V.O.) (CONT'D)` is spoken by `JO`. Full-width brackets count as brackets. */
export const speakerOf = (cue: string): string =>
  cue
    .replace(/\s*[(（][^()（）]*[)）]?\s*/gu, ' ')
    .replace(/\^\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()

/** A scene struck from a locked script keeps its number and says so in place of its heading. */
export const isOmitted = (heading: string): boolean => /^\W*(?:scenes?\s+)?omitted\W*$/i.test(heading)

/** How often each character has a cue, in order of appearance. */
export function cuesOf(elements: readonly ScriptElement[]): { name: string; cues: number }[] {
  const cues = new Map<string, number>()
  for (const element of elements) {
    if (element.kind !== 'character') continue
    const name = speakerOf(element.text)
    if (name !== '') cues.set(name, (cues.get(name) ?? 0) + 1)
  }
  return [...cues].map(([name, count]) => ({ name, cues: count }))
}

/** Blocks of spoken text; a parenthetical between two of them parts them. */
export const dialogueBlocksIn = (elements: readonly ScriptElement[]): number =>
  elements.filter(({ kind }) => kind === 'dialogue').length

/** The title as printed, its lines joined. */
export const titleOf = (script: Pick<Screenplay, 'titlePage'>): string | null => {
  const entry = script.titlePage.find(({ key }) => key.toLowerCase() === 'title')
  const title = entry?.lines
    .map((line) => line.trim().replace(/[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}/g, ''))
    .join(' ')
    .trim()
  return title ? title : null
}
