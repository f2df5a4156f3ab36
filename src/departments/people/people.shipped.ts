import type { ShippedList } from '../../platform/shipped.ts'

interface ShippedPosition {
  readonly name: string
  readonly also: readonly string[]
}

const positionsText = (value: unknown): string =>
  (value as readonly ShippedPosition[]).map(({ name, also }) => [name, ...also].join(' = ')).join(', ')

export const shippedPeople: readonly ShippedList[] = [
  {
    key: 'crew-departments',
    label: 'Departments and positions',
    one: 'department',
    href: '/settings/crew-departments',
    table: 'department',
    id: 'id',
    name: 'name',
    fields: {
      name: 'Name',
      call_offset_minutes: { word: 'Usual call', say: (value) => `${String(value)} min from general call` },
      source: 'Source',
      as_of: 'As of',
      sort: 'Place in the list',
    },
    parts: { table: 'position', of: 'department_id', order: 'sort', field: { word: 'Positions', say: positionsText } },
  },
]
