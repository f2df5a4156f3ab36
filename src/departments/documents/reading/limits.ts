/** What one file may cost to be read. Beyond it the file is kept whole and read in part. */
export const limits = {
  /** Pages whose words are kept; a feature script has 120, a technical manual 900. */
  pages: 1500,
  /** Letters per page: more is a table dumped on one sheet. */
  pageLetters: 100_000,
  letters: 8_000_000,
  /** Bytes of one part of an Office file once unpacked, and of all parts together. */
  partBytes: 40 * 1024 * 1024,
  unpackedBytes: 120 * 1024 * 1024,
  entries: 20_000,
  /** Plain text is read up to here. */
  textBytes: 20 * 1024 * 1024,
  /** Files larger than this are stored and not read. */
  fileBytes: 400 * 1024 * 1024,
  /** Pixels of a page picture's longer side. */
  pagePixels: 1600,
  thumbnailPixels: 360,
} as const
