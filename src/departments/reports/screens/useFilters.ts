import { useSearchValue } from '../../../ui/address.ts'
import { ReportFilters } from '../report.contract.ts'

/** The filters of the address; what an address says wrongly is left out rather than refused. */
export function useFilters() {
  const [board, setBoard] = useSearchValue('board')
  const [category, setCategory] = useSearchValue('category')
  const [department, setDepartment] = useSearchValue('department')
  const [unit, setUnit] = useSearchValue('unit')
  const [from, setFrom] = useSearchValue('from')
  const [until, setUntil] = useSearchValue('until')
  const [sort, setSort] = useSearchValue('sort')
  const [idle, setIdle] = useSearchValue('idle')
  const said = { board, category, department, unit, from, until, sort, idle }
  const known = Object.entries(said).filter(
    ([name, value]) => value !== undefined && ReportFilters.safeParse({ [name]: value }).success,
  )
  return {
    filters: Object.fromEntries(known) as ReportFilters,
    set: {
      board: setBoard,
      category: setCategory,
      department: setDepartment,
      unit: setUnit,
      from: setFrom,
      until: setUntil,
      sort: setSort,
      idle: setIdle,
    },
  }
}

export type Filters = ReturnType<typeof useFilters>
