/** Small words that are the same everywhere. A department's own words stand in its `screens/words.ts`. */

export { capitalised, listed, plural } from '../kernel/words.ts'

/** Two letters to stand for a person: `Nadia Roth` is NR, `Cher` is CH, `山田 太郎` is 山太. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/).filter(Boolean)
  const [first = '', last = ''] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
  const letters = last ? [...first].slice(0, 1).concat([...last].slice(0, 1)) : [...first].slice(0, 2)
  return letters.join('').toUpperCase()
}
