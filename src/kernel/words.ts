/** `plural(1, 'scene')` is `1 scene`; `plural(3, 'person', 'people')` is `3 people`. */
export const plural = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** `a`, `a and b`, `a, b and c`; past `most` names the rest are counted: `a, b and 3 more`. */
export function listed(names: readonly string[], most = 4): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names
  if (shown.length < 2) return shown[0] ?? ''
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** A sentence begins large: `crew call` is `Crew call`. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
