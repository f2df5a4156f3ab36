/** Small words that are the same everywhere. A department's own words stand in its `screens/words.ts`. */

/** `plural(1, 'scene')` is `1 scene`; `plural(3, 'person', 'people')` is `3 people`. */
export const plural = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** `a`, `a and b`, `a, b and c`; past `most` names the rest are counted: `a, b and 3 more`. */
export function listed(names: readonly string[], most = 4): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names
  if (shown.length < 2) return shown[0] ?? ''
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** Two letters to stand for a person: `Nadia Roth` is NR, `Cher` is CH, `山田 太郎` is 山太. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/).filter(Boolean)
  const [first = '', last = ''] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
  const letters = last ? [...first].slice(0, 1).concat([...last].slice(0, 1)) : [...first].slice(0, 2)
  return letters.join('').toUpperCase()
}
