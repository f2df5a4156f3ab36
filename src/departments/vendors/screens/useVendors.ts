import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { browser, keyOf } from '../../../client/react.ts'
import type { z } from 'zod'
import { listVendors, type VendorQuery } from '../vendor.contract.ts'

/** Vendors page by page: the next page is asked for when the end of the list comes into view. */
export function useVendors(query: z.input<typeof VendorQuery>) {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''))
  const asked = useInfiniteQuery({
    queryKey: [...keyOf(listVendors, { query: given }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      browser.call(listVendors, { query: { ...given, ...(pageParam && { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const [first] = asked.data?.pages ?? []
  return {
    ...asked,
    data: first && { ...first, items: asked.data?.pages.flatMap(({ items }) => items) ?? [] },
  }
}
