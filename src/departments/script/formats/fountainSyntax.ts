/** What one line of Fountain is by its own look. The reader adds what its neighbours say, the writer asks the same. */
import { opensLikeHeading } from '../heading.rules.ts'

const hasLetter = /\p{L}/u
const ordinal = /^(?:#?\d+(?:\s|$)|\d+(?:ST|ND|RD|TH)\b)/

/** Scripts without upper and lower case: a cue is short there, and no sentence. */
const uncasedCue = (name: string) => name.length <= 12 && !/[、。，．！？…：；「」『』,.!?:;]/u.test(name)

/** A cue without its extensions and dual sign, or undefined when the line cannot be one. */
export function cueName(line: string): string | undefined {
  const name = line
    .trim()
    .replace(/\s*\^$/, '')
    .replace(/(?:\s*[(（][^()（）]*[)）])+$/u, '')
    .trim()
  if (!hasLetter.test(name) || name !== name.toUpperCase() || name.includes('^')) return undefined
  if (/^\d/.test(name) && !ordinal.test(name)) return undefined
  if (name === name.toLowerCase() && !uncasedCue(name)) return undefined
  return name
}

/** Upper case and ending in `TO:`. A space after the colon makes it action, which is how writers escape it. */
export const looksLikeTransition = (raw: string): boolean => {
  const line = raw.trimStart()
  return line.endsWith('TO:') && line === line.toUpperCase() && /(?:^|\s)\S*TO:$/.test(line)
}

export const isParenthetical = (line: string): boolean => /^[(（].*[)）]$/su.test(line)
export const isPageBreak = (line: string): boolean => /^={3,}$/.test(line)
export const isForcedHeading = (line: string): boolean => /^\.[\p{L}\p{N}("'“«¿¡]/u.test(line)
export const isCentred = (line: string): boolean => /^>.*<$/s.test(line)

const numbered = /\s*#([\p{L}\p{N}][\p{L}\p{N}.\-–]*)#$/u

/** Takes the number off a heading: `INT. HALL - DAY #12A#`. */
export function takeSceneNumber(heading: string): { text: string; number?: string } {
  const match = numbered.exec(heading)
  return match ? { text: heading.slice(0, match.index).trimEnd(), number: match[1]! } : { text: heading }
}

/** A struck scene keeps its number where its heading was: `OMITTED #12#`. */
const isOmittedLine = (line: string): boolean => /^(?:SCENES? )?OMITTED\s*#[^#\s]+#$/.test(line)

export const isHeadingLine = (line: string): boolean => opensLikeHeading(line) || isOmittedLine(line)
