import type { DocumentKind } from './document.contract.ts'

/** What a file turned out to be: the kind, its true media type, and whether its name promises something else. */
export interface Known {
  readonly kind: DocumentKind
  readonly mediaType: string
  readonly isDisguised: boolean
}

const office = 'application/vnd.openxmlformats-officedocument'
const byMediaType: readonly (readonly [RegExp, DocumentKind])[] = [
  [/^application\/pdf$/, 'pdf'],
  [/^image\/(jpeg|png|gif|webp|tiff|avif|heic|heif|bmp|apng)$/, 'picture'],
  [new RegExp(`^${office}\\.wordprocessingml\\.|^application/vnd\\.oasis\\.opendocument\\.text$`), 'word'],
  [new RegExp(`^${office}\\.spreadsheetml\\.|^application/vnd\\.oasis\\.opendocument\\.spreadsheet$`), 'sheet'],
  [new RegExp(`^${office}\\.presentationml\\.|^application/vnd\\.oasis\\.opendocument\\.presentation$`), 'slides'],
  [/^application\/(zip|gzip|x-tar|x-7z-compressed|x-rar-compressed|x-bzip2|x-xz|zstd)$/, 'archive'],
  [/^application\/(x-msdownload|x-elf|x-mach-binary|java-vm|x-msi|vnd\.android\.package-archive|wasm)$/, 'program'],
  [/^application\/(x-apple-diskimage|vnd\.microsoft\.portable-executable|x-shockwave-flash)$/, 'program'],
  [/^video\//, 'video'],
  [/^audio\//, 'audio'],
]

/** What an ending promises; endings not named promise nothing. */
const byEnding: Record<string, DocumentKind> = {
  pdf: 'pdf',
  docx: 'word',
  odt: 'word',
  dotx: 'word',
  xlsx: 'sheet',
  ods: 'sheet',
  pptx: 'slides',
  odp: 'slides',
  jpg: 'picture',
  jpeg: 'picture',
  png: 'picture',
  gif: 'picture',
  webp: 'picture',
  tif: 'picture',
  tiff: 'picture',
  heic: 'picture',
  avif: 'picture',
  txt: 'text',
  md: 'text',
  csv: 'text',
  fountain: 'script',
  fdx: 'script',
  mp4: 'video',
  mov: 'video',
  mp3: 'audio',
  wav: 'audio',
  zip: 'archive',
}

export const endingOf = (name: string): string => /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

const PROGRAM_TEXT = /^#!|^<\?php/
const MARKUP = /<(?:!doctype\s+html|html|svg|script|iframe|object|embed|body|head|xsl:stylesheet)[\s>/]/i
const FINAL_DRAFT = /<FinalDraft[\s>]/

/**
 * Decides by content. A name only tells scripts and tables from other plain text, which is shown as text either way.
 * @param mediaType what the signature says; undefined where there is none
 * @param opening the first stretch as text; undefined where the bytes are none
 */
export function known(mediaType: string | undefined, opening: string | undefined, fileName: string): Known {
  const ending = endingOf(fileName)
  const promised = byEnding[ending]
  const found = foundKind(mediaType, opening, ending)
  const isDisguised =
    promised !== undefined && promised !== found.kind && !(promised === 'script' && found.kind === 'text')
  return { ...found, isDisguised }
}

function foundKind(
  mediaType: string | undefined,
  opening: string | undefined,
  ending: string,
): Omit<Known, 'isDisguised'> {
  const kind = mediaType && byMediaType.find(([pattern]) => pattern.test(mediaType))?.[1]
  if (kind) return { kind, mediaType }
  if (opening === undefined) return { kind: 'other', mediaType: mediaType ?? 'application/octet-stream' }
  if (FINAL_DRAFT.test(opening)) return { kind: 'script', mediaType: 'application/xml' }
  if (MARKUP.test(opening) || (mediaType ?? '').endsWith('xml') || opening.trimStart().startsWith('<?xml'))
    return { kind: 'markup', mediaType: /<svg[\s>]/i.test(opening) ? 'image/svg+xml' : 'text/html' }
  if (PROGRAM_TEXT.test(opening)) return { kind: 'program', mediaType: 'text/plain' }
  if (mediaType !== undefined && !mediaType.startsWith('text/')) return { kind: 'other', mediaType }
  return { kind: ending === 'fountain' ? 'script' : 'text', mediaType: 'text/plain' }
}

/** Only these are ever shown by a browser from our address; everything else is handed over as a file to save. */
const HARMLESS = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'])

/** How a file may be sent: its true type to be shown, or a name-less stream of bytes to be saved. */
export function delivery({ kind, mediaType }: Pick<Known, 'kind' | 'mediaType'>): { type: string; mayShow: boolean } {
  if (HARMLESS.has(mediaType)) return { type: mediaType, mayShow: true }
  if (kind === 'text' || kind === 'script') return { type: 'text/plain; charset=utf-8', mayShow: true }
  return { type: 'application/octet-stream', mayShow: false }
}

const words: Record<DocumentKind, string> = {
  picture: 'a picture',
  pdf: 'a PDF',
  word: 'a text document',
  sheet: 'a spreadsheet',
  slides: 'slides',
  text: 'plain text',
  script: 'a script',
  markup: 'a web page or vector drawing',
  archive: 'an archive',
  program: 'a program',
  video: 'a video',
  audio: 'a sound',
  other: 'something we do not know',
}

/** Says what a disguised file really is: *Named .pdf, but inside it is a program.* */
export const disguiseOf = (fileName: string, kind: DocumentKind): string =>
  `Named .${endingOf(fileName)}, but inside it is ${words[kind]}. It is kept as it came and is not opened here.`

/** The name people see: that of the file without its ending. */
export const titleOf = (fileName: string): string => {
  const ending = endingOf(fileName)
  const bare = ending === '' ? fileName : fileName.slice(0, -ending.length - 1)
  return bare.trim() === '' ? fileName : bare.trim()
}
