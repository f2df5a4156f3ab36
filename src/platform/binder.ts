import type { Readable } from 'node:stream'
import type { ProductionScope } from './access/scope.ts'
import type { App } from './app.ts'

/** One paper of the binder. Its bytes are asked for when its turn comes, one paper at a time. */
export interface BinderPaper {
  /** Folders below the section, from the top. */
  readonly folder: readonly string[]
  readonly fileName: string
  /** As the contents list it. */
  readonly title: string
  /** PDFs are bound in, pictures are placed on a page, everything else is listed and lies in the tree. */
  readonly kind: 'pdf' | 'picture' | 'other'
  readonly bytes: () => Promise<Uint8Array | Readable>
}

/** A table that goes into the tree as CSV. */
interface BinderTable {
  readonly title: string
  readonly fileName: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export interface BinderContent {
  readonly papers: readonly BinderPaper[]
  readonly tables: readonly BinderTable[]
  /** What should be here and is not, as a sentence: `No call sheet for Day 3, Thu 14 May`. */
  readonly missing: readonly string[]
}

/**
 * What a department puts into the production binder. Everything is gathered with the scope of whoever asked, so a part
 * holds only what they may see.
 */
export interface BinderPart {
  readonly section: string
  /** Sections stand in this order. */
  readonly sort: number
  readonly gather: (app: App, scope: ProductionScope) => Promise<BinderContent>
}
