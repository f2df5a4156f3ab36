/** One place in the tree of a binder, with its size and hash. */
export interface Entry {
  readonly path: string
  readonly sizeBytes: number
  readonly sha256: string
}

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A name every system takes: no separators, no reserved words, no dots at either end, 120 letters at most. */
export function safeName(name: string): string {
  const ending = /\.[a-z0-9]{1,7}$/i.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - ending.length)
  const plain = stem
    .normalize('NFC')
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/\p{C}/gu, '')
    .replace(/^\.+/, '_')
    .replace(/[. ]+$/, '')
    .trim()
    .slice(0, 120)
  const kept = plain === '' || RESERVED.test(plain) ? `_${plain}` : plain
  return kept + ending
}

/** Paths no two of which are the same, in the order given: a second `Plan.pdf` is `Plan (2).pdf`. */
export function distinctPaths(wanted: readonly (readonly string[])[]): string[] {
  const taken = new Set<string>()
  return wanted.map((parts) => {
    const safe = parts.map(safeName).join('/')
    const dot = safe.lastIndexOf('.')
    const cut = dot > safe.lastIndexOf('/') ? dot : safe.length
    let path = safe
    for (let n = 2; taken.has(path.toLowerCase()); n++) path = `${safe.slice(0, cut)} (${n})${safe.slice(cut)}`
    taken.add(path.toLowerCase())
    return path
  })
}

/** As `sha256sum -c` reads it, by path. */
export const manifestText = (entries: readonly Entry[]): string =>
  byPath(entries)
    .map(({ sha256, path }) => `${sha256}  ${path}\n`)
    .join('')

export const byPath = (entries: readonly Entry[]): Entry[] =>
  entries.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))

export interface Listed {
  readonly section: string
  readonly title: string
  /** Pages it takes; 0 where it is only in the tree. */
  readonly pages: number
  readonly note: string | null
}

/** Where each paper begins, after the cover and contents. */
export function paged(papers: readonly Listed[], frontPages: number): (Listed & { page: number | null })[] {
  let next = frontPages + 1
  return papers.map((paper) => {
    const page = paper.pages === 0 ? null : next
    next += paper.pages
    return { ...paper, page }
  })
}
