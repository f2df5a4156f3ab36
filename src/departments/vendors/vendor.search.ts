import type { Searcher } from '../../platform/department.ts'
import { stageWords } from './stage.rules.ts'
import { list } from './vendor.actions.ts'

/** Answers `Ctrl/Cmd+K` with vendors, for those who may open them. */
export const searchVendors: Searcher = async (db, scope, { text, limit }) => {
  if (!scope.can('vendors.read')) return []
  const { items } = await list(db, scope, { q: text, show: 'current', sort: 'name', limit })
  return items.map(({ id, name, stage, categories }) => ({
    kind: 'vendor',
    id,
    label: name,
    detail: ['Vendor', ...categories.slice(0, 2), stageWords[stage]].join(', '),
    href: `/vendors/${id}`,
    score: name.toLowerCase().includes(text.toLowerCase()) ? 0.88 : 0.5,
  }))
}
