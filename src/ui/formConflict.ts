import type { ConflictField } from './ConflictDialog.tsx'

/** How a form meets somebody who saved the same record first (412). */
export interface Shared<Draft extends object> {
  /** What both changed, in the middle of a sentence: *the office’s settings*. */
  readonly subject: string
  /** Of the record `initial` was read from. */
  readonly version: number
  /** The record as it is now, as the fields would hold it. */
  readonly read: () => Promise<Theirs<Draft>>
  /** Fields that are compared, as people know them; a value that is no plain text says itself. */
  readonly words: { readonly [Name in keyof Draft]?: string | FieldSay<Draft[Name]> }
}

interface FieldSay<Value> {
  readonly word: string
  readonly say: (value: Value) => string
}

export interface Theirs<Draft> {
  readonly draft: Draft
  readonly version: number
}

/** What a form shows while a person has not chosen between both sides. */
export interface FormConflict {
  readonly subject: string
  readonly fields: readonly ConflictField[]
  readonly onKeepMine: () => void
  readonly onTakeTheirs: () => void
  readonly onClose: () => void
}

const plain = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.map(plain).join(', ') : String(value as string | number)
}

/** Both sides of every compared field, in the order the words name them. */
export function compared<Draft extends object>(
  words: Shared<Draft>['words'],
  mine: Draft,
  theirs: Draft,
): ConflictField[] {
  const names = Object.keys(words) as (keyof Draft & string)[]
  return names.flatMap((name) => {
    const word = words[name] as string | FieldSay<unknown> | undefined
    if (word === undefined) return []
    const [label, say] = typeof word === 'string' ? [word, plain] : [word.word, word.say]
    return [{ label, mine: say(mine[name]), theirs: say(theirs[name]) }]
  })
}

/** Two long texts without the lines both begin and end with: what is left is where they differ. */
export function whereTheyDiffer(mine: string, theirs: string): [mine: string, theirs: string] {
  if (mine === theirs) return [mine, theirs]
  const [a, b] = [mine.split('\n'), theirs.split('\n')]
  const least = Math.min(a.length, b.length)
  let head = 0
  while (head < least && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < least - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const cut = (lines: string[]) => [
    ...(head > 0 ? ['…'] : []),
    ...lines.slice(head, lines.length - tail),
    ...(tail > 0 ? ['…'] : []),
  ]
  return [cut(a).join('\n'), cut(b).join('\n')]
}
