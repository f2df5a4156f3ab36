import type { z } from 'zod'
import { usePages } from '../../../client/pages.ts'
import { listCompanies, type CompanyKind } from '../company.contract.ts'
import { listPeople, type DirectoryQuery } from '../person.contract.ts'

interface Filter {
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

export function usePeople({ q, show, ...more }: Filter & PeopleFilters) {
  const given = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined && value !== ''))
  return usePages(listPeople, { query: { show, ...(q && { q }), ...given } as z.input<typeof DirectoryQuery> })
}

export const useCompanies = ({ q, show, kind }: Filter & { kind: CompanyKind | undefined }) =>
  usePages(listCompanies, { query: { show, ...(q && { q }), ...(kind && { kind }) } })
