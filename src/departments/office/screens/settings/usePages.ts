import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { browser, keyOf } from '../../../../client/react.ts'
import type { MailSummary } from '../../../../platform/mail/mail.contract.ts'
import { listOutbox } from '../../../../platform/mail/mail.contract.ts'
import { listLinks } from '../../link.contract.ts'

const PAGE = 100

/** Links page by page, newest first: the next is asked for when the end of the list comes into view. */
export function useLinks(purpose: string | undefined) {
  const query = { limit: PAGE, ...(purpose !== undefined && { purpose }) }
  const asked = useInfiniteQuery({
    queryKey: [...keyOf(listLinks, { query }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      browser.call(listLinks, { query: { ...query, ...(pageParam && { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const items = asked.data?.pages.flatMap((page) => page.items)
  return { ...asked, data: items && { items } }
}

/** The outbox page by page, newest first. */
export function useOutbox(state: MailSummary['state'] | undefined) {
  const query = { limit: PAGE, ...(state !== undefined && { state }) }
  const asked = useInfiniteQuery({
    queryKey: [...keyOf(listOutbox, { query }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      browser.call(listOutbox, { query: { ...query, ...(pageParam && { before: pageParam as never }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const first = asked.data?.pages[0]
  return {
    ...asked,
    data: first && { items: asked.data?.pages.flatMap((page) => page.items) ?? [], carries: first.carries },
  }
}
