/** The search part of an address is plain text by key, never JSON: `?day=2026-05-12&unit=main`. */
export const readSearch = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text.startsWith('?') ? text.slice(1) : text))

/** The other way; keys without a value are left out, so an address says only what was chosen. */
export function writeSearch(search: Record<string, unknown>): string {
  const chosen = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(chosen.map(([key, value]) => [key, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

/** An address in its parts. */
export function parted(to: string): { path: string; search: Record<string, string>; hash: string | undefined } {
  const url = new URL(to, 'http://here')
  return { path: url.pathname, search: readSearch(url.search), hash: url.hash.slice(1) || undefined }
}
