/** Names of elements, as a script writes them. */

/** The same name however it is spaced and whether in capitals or not. */
export const nameKey = (name: string): string => name.toLocaleLowerCase('en').replace(/\s+/g, ' ').trim()

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')

/** Finds any of the names as whole words, in any case and over line ends; a longer name wins over a shorter one. */
export function wholeNames(names: readonly string[]): RegExp {
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map(escaped)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}
