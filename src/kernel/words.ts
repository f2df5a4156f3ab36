/** `plural(1, 'scene')` is `1 scene`; `plural(3, 'person', 'people')` is `3 people`. */
export const plural = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** `a`, `a and b`, `a, b and c`, however many; `and` in the language of who reads it. */
export const allListed = (names: readonly string[], and = 'and'): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`

/** As `allListed`, but past `most` names the rest are counted: `a, b and 3 more`. */
export const listed = (names: readonly string[], most = 4): string =>
  allListed(names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names)

/** Of an address or a number, so that whoever holds a forwarded link learns nothing new: `m•••@quay.example`, `•••182`. */
export function masked(text: string): string {
  const at = text.indexOf('@')
  return at > 0 ? `${text.slice(0, 1)}•••${text.slice(at)}` : `•••${text.slice(-3)}`
}

/** A sentence begins large: `crew call` is `Crew call`. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
