/** Words that say nothing about which production it is. */
const small = new Set(['the', 'a', 'an', 'of', 'and', 'for', 'in', 'on', 'to'])

/**
 * A short code for a title, as somebody would write it on a slate: `Harbour Light` is HLT, `The Long Way Home` LWH,
 * `Skerry` SKE. A proposal only; people overtype it.
 */
export function codeOf(title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '' && !small.has(word.toLowerCase()))
  const [first = '', second] = words
  if (words.length > 2)
    return words
      .map((word) => word[0])
      .join('')
      .slice(0, 6)
  if (second === undefined) return first.slice(0, 3)
  return `${first[0] ?? ''}${second[0] ?? ''}${second.at(-1) ?? ''}`.slice(0, 3)
}
