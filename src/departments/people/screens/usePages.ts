import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { browser, keyOf } from '../../../client/react.ts'
import { listCompanies, type CompanyKind, type CompanyLine } from '../company.contract.ts'
import { listPeople, type PersonLine } from '../person.contract.ts'
import type { z } from 'zod'
import type { DirectoryQuery } from '../person.contract.ts'

export interface Filter {
  readonly q: string | undefined
  readonly show: 'current' | 'archived'
}

/** What of the directory's filters the address holds. */
export interface PeopleFilters {
  readonly departmentId: string | undefined
  readonly skill: string | undefined
  readonly language: string | undefined
  readonly position: string | undefined
  readonly city: string | undefined
  readonly has: string | undefined
  readonly tag: string | undefined
  readonly voice: string | undefined
  readonly ageFrom: string | undefined
  readonly ageUntil: string | undefined
  readonly maxDayRate: string | undefined
}

const flat = <Line>(pages: { pages: readonly { items: Line[]; total: number }[] } | undefined) =>
  pages && { items: pages.pages.flatMap(({ items }) => items), total: pages.pages[0]?.total ?? 0 }

/** People page by page: the next page is asked for when the end of the list comes into view. */
export function usePeople({ q, show, ...more }: Filter & PeopleFilters) {
  const given = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined && value !== ''))
  const query = { show, ...(q && { q }), ...given } as z.input<typeof DirectoryQuery>
  const asked = useInfiniteQuery({
    queryKey: [...keyOf(listPeople, { query }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      browser.call(listPeople, { query: { ...query, ...(pageParam && { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  return { ...asked, data: flat<PersonLine>(asked.data) }
}

/** Companies page by page. */
export function useCompanies({ q, show, kind }: Filter & { kind: CompanyKind | undefined }) {
  const query = { show, ...(q && { q }), ...(kind && { kind }) }
  const asked = useInfiniteQuery({
    queryKey: [...keyOf(listCompanies, { query }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      browser.call(listCompanies, { query: { ...query, ...(pageParam && { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  return { ...asked, data: flat<CompanyLine>(asked.data) }
}
