import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { browser, keyOf } from '../../../client/react.ts'
import { listDocuments } from '../document.contract.ts'
import { listLibrary } from '../library.contract.ts'

interface Paged<Line> {
  items: Line[]
  next: string | null
}

/** A list page by page: the next is asked for when its end comes into view. What stands around it is the latest page's. */
function usePages<Line, Page extends Paged<Line>>(
  key: readonly unknown[],
  ask: (after: string, signal: AbortSignal) => Promise<Page>,
) {
  const asked = useInfiniteQuery({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam, signal }) => ask(pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const last = asked.data?.pages.at(-1)
  const data = last && { ...last, items: asked.data?.pages.flatMap(({ items }) => items) ?? [] }
  const onEnd = asked.hasNextPage ? () => void asked.fetchNextPage() : undefined
  return { asked: { ...asked, data }, onEnd }
}

type DocumentQuery = z.input<NonNullable<(typeof listDocuments)['query']>>
type LibraryQuery = z.input<NonNullable<(typeof listLibrary)['query']>>

/** Documents of one production. */
export function useDocuments(productionId: string, query: DocumentQuery) {
  const params = { productionId: productionId as never }
  return usePages(keyOf(listDocuments, { params, query }), (after, signal) =>
    browser.call(listDocuments, { params, query: { ...query, ...(after && { after }) }, signal }),
  )
}

/** Documents of every production one may open. */
export function useLibrary(query: LibraryQuery) {
  return usePages(keyOf(listLibrary, { query }), (after, signal) =>
    browser.call(listLibrary, { query: { ...query, ...(after && { after }) }, signal }),
  )
}
