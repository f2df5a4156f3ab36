import { fold } from './likeness.rules.ts'

/** What a profile adds to the text a person is found by. */
export const profileText = ({
  skills,
  tags,
  positions,
  media,
}: {
  skills: readonly string[]
  tags: readonly string[]
  positions: readonly { position: string }[]
  /** Tags and languages of their voices, photographs and reels. */
  media: readonly { tags: readonly string[]; language: string | null }[]
}): string =>
  [
    ...positions.map(({ position }) => position),
    ...skills,
    ...tags,
    ...media.flatMap((it) => [...it.tags, it.language ?? '']),
  ]
    .map(fold)
    .filter(Boolean)
    .join(' ')
    .slice(0, 4000)

/** One spelling of each word, the first one written stands. */
export const distinctWords = (words: readonly string[]): string[] =>
  [...new Map([...words].reverse().map((word) => [fold(word), word.trim()])).values()].reverse()
