import type { TradeDepartment } from './person.contract.ts'
import { isCalled } from './position.rules.ts'

type Departments = readonly Pick<TradeDepartment, 'id' | 'name' | 'positions'>[]

/** Usual positions to choose from: those of one department, or of all under their names. A word is offered once. */
export function positionsOffered(departments: Departments, departmentId: string | null) {
  const seen = new Set<string>()
  return departments
    .filter(({ id }) => departmentId === null || id === departmentId)
    .map(({ name, positions }) => ({
      group: name,
      items: positions.flatMap((it) => (seen.has(it.name) ? [] : (seen.add(it.name), it.name))),
    }))
    .filter(({ items }) => items.length > 0)
}

/**
 * What a position says about the department: the one that has it, where only one does and none was chosen.
 *
 * @example placedBy(departments, null, 'gaffer') → { departmentId: the id of Electric }
 */
export function placedBy(departments: Departments, chosen: string | null, position: string): { departmentId?: string } {
  if (chosen !== null || position.trim() === '') return {}
  const having = departments.filter(({ positions }) => positions.some((it) => isCalled(it, position)))
  return having.length === 1 ? { departmentId: having[0]!.id } : {}
}
