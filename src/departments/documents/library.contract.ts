import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { route } from '../../kernel/route.ts'
import { ClassShown, DocumentKind, DocumentRow } from './document.contract.ts'
import { SearchHit } from './documentSearch.contract.ts'

/** A production as a choice and as a column. */
export const LibraryProduction = z.object({ id: ProductionId, code: z.string(), title: z.string() })
export type LibraryProduction = z.infer<typeof LibraryProduction>

/** A document with the production and the folder it lies in. What it is about is told beside it, in its production. */
export const LibraryRow = DocumentRow.omit({ subjects: true, archivedAt: true }).extend({
  productionId: ProductionId,
  /** The names from the top to its folder; empty where it lies in none. */
  folder: z.array(z.string()),
})
export type LibraryRow = z.infer<typeof LibraryRow>

const library = { ability: 'documents.library', on: 'office' } as const
const filter = {
  production: ProductionId.optional(),
  kind: DocumentKind.optional(),
  classCode: z.string().optional(),
}

export const listLibrary = route({
  method: 'GET',
  path: '/v1/documents',
  summary: 'Documents of every production you may open, the latest change first, with what they can be narrowed by',
  access: library,
  query: z.object({
    ...filter,
    after: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: z.object({
    items: z.array(LibraryRow),
    next: z.string().nullable(),
    total: z.number().int(),
    productions: z.array(LibraryProduction),
    classes: z.array(ClassShown),
  }),
})

export const searchLibrary = route({
  method: 'GET',
  path: '/v1/documents/search',
  summary: 'Documents of every production you may open whose name or text has these words, slipped letters allowed',
  access: library,
  query: z.object({
    ...filter,
    q: z.string().trim().min(1).max(200),
    limit: z.coerce.number().int().min(1).max(50).default(50),
  }),
  response: z.object({
    items: z.array(SearchHit.extend({ productionId: ProductionId })),
    readAs: z.array(z.string()),
    waiting: z.number().int(),
  }),
})
