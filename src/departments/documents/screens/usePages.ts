import type { z } from 'zod'
import { usePages } from '../../../client/pages.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { listDocuments } from '../document.contract.ts'
import { listLibrary } from '../library.contract.ts'

type DocumentQuery = z.input<NonNullable<(typeof listDocuments)['query']>>
type LibraryQuery = z.input<NonNullable<(typeof listLibrary)['query']>>

/** Documents of one production. */
export const useDocuments = (productionId: string, query: DocumentQuery) =>
  usePages(listDocuments, { params: { productionId: productionId as ProductionId }, query })

/** Documents of every production one may open. */
export const useLibrary = (query: LibraryQuery) => usePages(listLibrary, { query })
