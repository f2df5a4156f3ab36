import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { RouteContract } from '../kernel/route.ts'
import type { CallArgs } from './call.ts'
import { browser, keyOf } from './react.ts'

interface PageOf<Line> {
  items: Line[]
  next: string | null
}

interface PagesOptions {
  /** What the list calls the key of the page before. */
  key?: 'after' | 'before'
}

/**
 * A list page by page; `onEnd` asks for the next, where there is one. What stands around the lines is the latest page's.
 * @example const { onEnd, ...people } = usePages(listPeople, { query: { q } }); <Table rows={people.data?.items} onEnd={onEnd} />
 */
export function usePages<P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType<PageOf<unknown>>>(
  contract: RouteContract<P, Q, z.ZodUndefined, R>,
  args: Pick<CallArgs<P, Q, z.ZodUndefined>, 'params' | 'query'> = {},
  { key = 'after' }: PagesOptions = {},
) {
  const asked = useInfiniteQuery({
    queryKey: [...keyOf(contract, args), 'pages'],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(args.query as object), ...(pageParam !== '' && { [key]: pageParam }) }
      return browser.call(contract, { ...args, query: query as z.input<Q>, signal })
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const latest = asked.data?.pages.at(-1)
  const items = (asked.data?.pages ?? []).flatMap((page) => page.items) as z.output<R>['items']
  return {
    ...asked,
    data: latest && { ...latest, items },
    onEnd: asked.hasNextPage ? () => void asked.fetchNextPage() : undefined,
  }
}
