import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { browser, keyOf } from '../../../../client/react.ts'
import { addDays } from '../../../../kernel/time.ts'
import { readBookableTimeline, type BookableKind, type BookableTimeline } from '../../bookable.contract.ts'
import type { Bar } from '../../timeline.contract.ts'
import { coloursOf } from '../timeline/colours.ts'
import type { Window } from '../timeline/layout.rules.ts'
import { thingRows } from './things.rules.ts'

interface Wanted {
  readonly q: string | undefined
  readonly kind: BookableKind | undefined
}

/** Rooms and vehicles with what is booked of them in the window: the first page at once, the others below it as they arrive. */
export function useThings(window: Window, { q, kind }: Wanted) {
  const query = {
    from: window.from,
    to: addDays(window.from, window.days - 1),
    ...(q && { q }),
    ...(kind && { kind }),
  }
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(readBookableTimeline, { query }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      browser.call(readBookableTimeline, { query: { ...query, ...(pageParam && { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const { hasNextPage, isFetching, isError, fetchNextPage } = pages
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  const things = useMemo(() => pages.data && together(pages.data.pages), [pages.data])
  const asked = { ...pages, data: things }
  const codes = useMemo(() => new Map(things?.productions.map(({ id, code }) => [id, code])), [things])
  const booked = useMemo(() => {
    const ids = new Set(things?.bars.map(({ productionId }) => productionId))
    return (things?.productions ?? []).filter(({ id }) => ids.has(id))
  }, [things])
  return {
    asked,
    things,
    rows: useMemo(() => (things ? thingRows(things, window) : []), [things, window.from, window.days]),
    colourOf: useMemo(() => coloursOf(booked.map(({ id }) => id)), [booked]),
    codeOf: ({ productionId, holder }: Pick<Bar, 'productionId' | 'holder'>) =>
      (productionId === null ? holder : codes.get(productionId)) ?? '',
  }
}

/** Pages as one list; a room on two of them, because another was added meanwhile, stands once. */
function together(pages: readonly BookableTimeline[]): BookableTimeline | undefined {
  const [first] = pages
  if (first === undefined) return undefined
  const seen = new Map(pages.flatMap(({ items }) => items).map((it) => [it.id, it]))
  const bars = new Map(
    pages.flatMap((page) => page.bars).map((it) => [`${it.bookingId}${it.from}${it.hours?.from}`, it]),
  )
  const out = new Map(pages.flatMap(({ outOfService }) => outOfService).map((it) => [it.id, it]))
  return {
    ...first,
    items: [...seen.values()],
    bars: [...bars.values()],
    outOfService: [...out.values()],
    next: pages.at(-1)?.next ?? null,
  }
}
