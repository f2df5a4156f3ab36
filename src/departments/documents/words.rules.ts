/** Letters as they are compared, and where each stood in the text they came from. */
interface Folded {
  readonly text: string
  /** `at[i]` is the place in the original of the folded letter `i`; one more entry than letters, for the end. */
  readonly at: readonly number[]
}

const SPELT: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** Lower case, no accents; whatever is neither letter nor figure is a space. */
function folded(original: string): Folded {
  let text = ''
  const at: number[] = []
  let place = 0
  for (const letter of original) {
    const lower = letter.toLowerCase()
    const plain = (SPELT[lower] ?? lower).normalize('NFKD').replace(/[\p{M}'’]/gu, '')
    const kept = plain.replace(/[^\p{L}\p{N}]/gu, ' ')
    text += kept
    for (let i = 0; i < kept.length; i++) at.push(place)
    place += letter.length
  }
  return { text, at: [...at, place] }
}

export const foldedText = (original: string): string => folded(original).text.replace(/ +/g, ' ').trim()

/** The words somebody looks for: folded, each once, ten at most. */
export const wordsOf = (query: string): string[] =>
  [...new Set(foldedText(query).split(' ').filter(Boolean))].slice(0, 10)

/** Words of a text worth remembering for slipped letters: three letters and more, no bare numbers. */
export function vocabulary(text: string): string[] {
  const found = new Set<string>()
  for (const word of foldedText(text).split(' '))
    if (word.length >= 3 && word.length <= 40 && /\p{L}/u.test(word)) found.add(word)
  return [...found]
}

/**
 * A PostgreSQL text query: every word, or one it may have been meant for, as the beginning of a word.
 * @param meant for each word what else it may be; absent means only itself
 * @example textQuery(['gaffer', 'kit'], new Map([['kit', ['kits']]])) // "'gaffer':* & ('kit':* | 'kits':*)"
 */
export function textQuery(words: readonly string[], meant: ReadonlyMap<string, readonly string[]> = new Map()): string {
  const one = (word: string) => `'${word.replaceAll("'", '')}':*`
  return words
    .map((word) => {
      const any = [...new Set([word, ...(meant.get(word) ?? [])])]
      return any.length === 1 ? one(word) : `(${any.map(one).join(' | ')})`
    })
    .join(' & ')
}

interface Piece {
  readonly text: string
  readonly isHit: boolean
}

const AROUND = 90

/**
 * The stretch around the first word that was found, with every hit marked.
 * @param words folded beginnings of words
 */
export function snippet(text: string, words: readonly string[]): Piece[] {
  const { text: plain, at } = folded(text)
  const hits = words
    .flatMap((word) => [...plain.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${word}[\\p{L}\\p{N}]*`, 'gu'))])
    .map((match) => ({ from: at[match.index] ?? 0, until: at[match.index + match[0].length] ?? text.length }))
    .sort((a, b) => a.from - b.from)
  const first = hits[0]
  const start = first === undefined ? 0 : Math.max(0, first.from - AROUND)
  const end = Math.min(text.length, (first?.until ?? 0) + 2 * AROUND)
  const from = start === 0 ? 0 : nextSpace(text, start, first?.from ?? start)
  const pieces: Piece[] = []
  let place = from
  const add = (until: number, { isHit }: { isHit: boolean }) => {
    const raw = text.slice(place, until).replace(/\s+/g, ' ')
    if (raw !== '') pieces.push({ text: raw, isHit })
    place = until
  }
  for (const hit of hits) {
    if (hit.from < place || hit.until > end) continue
    add(hit.from, { isHit: false })
    add(hit.until, { isHit: true })
  }
  add(end, { isHit: false })
  const lead = from > 0 ? [{ text: '… ', isHit: false }] : []
  return [...lead, ...pieces, ...(end < text.length ? [{ text: ' …', isHit: false }] : [])]
}

const nextSpace = (text: string, from: number, most: number): number => {
  const space = text.slice(from, most).search(/\s/)
  return space < 0 ? from : from + space + 1
}
