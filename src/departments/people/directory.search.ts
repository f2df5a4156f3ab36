import type { Searcher } from '../../platform/department.ts'
import * as companies from './company.store.ts'
import * as people from './person.store.ts'

/** Answers `Ctrl/Cmd+K` with people and companies, for those who may open the directory at all. */
export const searchDirectory: Searcher = async (db, scope, { text, limit }) => {
  if (!scope.can('people.read')) return []
  const query = { q: text, show: 'current' as const, limit }
  // No age is asked for here, so it is nobody's day.
  const persons = await people.search(db, scope, { ...query, today: '2000-01-01' })
  const firms = await companies.search(db, scope, query)
  const sure = (name: string) => (name.toLowerCase().includes(text.toLowerCase()) ? 0.9 : 0.5)
  return [
    ...persons.map(({ id, name, position, company }) => ({
      kind: 'person',
      id,
      label: name,
      detail: [position, company].filter(Boolean).join(', ') || 'Person',
      href: `/people?person=${id}`,
      score: sure(name),
    })),
    ...firms.map(({ id, name, kinds }) => ({
      kind: 'company',
      id,
      label: name,
      detail: kinds.join(', ') || 'Company',
      href: `/people?tab=companies&company=${id}`,
      score: sure(name) - 0.05,
    })),
  ].slice(0, limit)
}
