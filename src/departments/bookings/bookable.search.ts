import type { Searcher } from '../../platform/department.ts'
import { list } from './bookable.actions.ts'

const KINDS = { room: 'Room', vehicle: 'Vehicle', kit: 'Kit' } as const

/** Answers `Ctrl/Cmd+K` with rooms, vehicles and things. */
export const searchBookables: Searcher = async (db, scope, { text, limit }) => {
  if (!scope.can('bookings.timeline')) return []
  const { items } = await list(db, scope, { q: text, limit })
  return items.map(({ id, kind, name, place }) => ({
    kind: 'bookable',
    id,
    label: name,
    detail: [KINDS[kind], place].filter(Boolean).join(', '),
    href: `/bookings/rooms?thing=${id}`,
    score: name.toLowerCase().includes(text.toLowerCase()) ? 0.86 : 0.5,
  }))
}
