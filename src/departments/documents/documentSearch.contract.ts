import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { route } from '../../kernel/route.ts'
import { DocumentId, DocumentKind, LabelledSubject } from './document.contract.ts'

export const SearchHit = z.object({
  documentId: DocumentId,
  name: z.string(),
  classCode: z.string(),
  kind: DocumentKind,
  /** Where the words stand; null when only the name fits. */
  page: z.number().int().nullable(),
  pageLabel: z.string().nullable(),
  snippet: z.array(z.object({ text: z.string(), isHit: z.boolean() })),
  pagesWithHits: z.number().int(),
})
export type SearchHit = z.infer<typeof SearchHit>

const params = z.object({ productionId: ProductionId })
const read = { ability: 'documents.read', on: 'production' } as const

export const searchDocuments = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/documents/search',
  summary:
    'Documents whose name or text has these words, slipped letters allowed, with the page and what stands around them',
  access: read,
  params,
  query: z.object({ q: z.string().trim().min(1).max(200), limit: z.coerce.number().int().min(1).max(50).default(20) }),
  response: z.object({ items: z.array(SearchHit), readAs: z.array(z.string()), waiting: z.number().int() }),
})

export const findSubjects = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/document-subjects',
  summary: 'Records a document can be about, by part of their name',
  access: read,
  params,
  query: z.object({ q: z.string().trim().max(100).default('') }),
  response: z.object({ items: z.array(LabelledSubject.extend({ kindLabel: z.string() })) }),
})
