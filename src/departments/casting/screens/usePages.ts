import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { browser, keyOf } from '../../../client/react.ts'
import { listCandidates, type Candidate, type CandidateQuery } from '../candidate.contract.ts'
import { listRequests, type Request } from '../request.contract.ts'
import { listSessions, type SessionLine } from '../session.contract.ts'

const flat = <Line>(pages: { pages: readonly { items: Line[] }[] } | undefined): { items: Line[] } | undefined =>
  pages && { items: pages.pages.flatMap(({ items }) => items) }

/** Candidates page by page: the next is asked for when the end of the list comes into view. */
export function useCandidates(productionId: string, query: z.input<typeof CandidateQuery>) {
  const params = { productionId }
  const asked = useInfiniteQuery({
    queryKey: [...keyOf(listCandidates, { params, query }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      browser.call(listCandidates, {
        params: params as never,
        query: { ...query, ...(pageParam && { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  return { ...asked, data: flat<Candidate>(asked.data) }
}

/** Requests page by page, newest first. */
export function useRequests(productionId: string, query: z.input<NonNullable<(typeof listRequests)['query']>>) {
  const params = { productionId }
  const asked = useInfiniteQuery({
    queryKey: [...keyOf(listRequests, { params, query }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      browser.call(listRequests, {
        params: params as never,
        query: { ...query, ...(pageParam && { after: pageParam as never }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  return { ...asked, data: flat<Request>(asked.data) }
}

/** Casting days page by page: coming ones with the next first, past ones with the latest first. */
export function useSessions(productionId: string, show: 'coming' | 'past') {
  const params = { productionId }
  const asked = useInfiniteQuery({
    queryKey: [...keyOf(listSessions, { params, query: { show } }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      browser.call(listSessions, {
        params: params as never,
        query: { show, ...(pageParam && { after: pageParam as never }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  return { ...asked, data: flat<SessionLine>(asked.data) }
}
