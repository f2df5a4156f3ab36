import { z } from 'zod'

const Measured = z.object({ name: z.string(), sizeBytes: z.number(), sha256: z.string() })

/** The last entry of a backup: what is in it, and how to tell that all of it came through. */
export const Manifest = z.object({
  kind: z.literal('unitbase backup'),
  format: z.literal(1),
  madeAt: z.string(),
  office: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), parts: z.number() })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  files: z.array(z.object({ key: z.string(), sizeBytes: z.number(), sha256: z.string() })),
  /** Files that were erased for good while the backup ran: their rows are in it, their bytes are not. */
  erased: z.array(z.string()).default([]),
  /** Tells whether a key is the one that sealed fields in this office, without giving it away. */
  keyMark: z.string(),
  entries: z.array(Measured),
})
export type Manifest = z.infer<typeof Manifest>

export const MANIFEST = 'manifest.json'

/** Parts of a table's text, numbered so that each has a size known beforehand. */
export const tableEntry = (table: string, part: number): string =>
  `database/${table.replaceAll('"', '')}.${String(part).padStart(5, '0')}`

export const fileEntry = (index: number): string => `files/${String(index).padStart(8, '0')}`
