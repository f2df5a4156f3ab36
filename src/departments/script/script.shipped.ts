import type { ShippedList } from '../../platform/shipped.ts'

export const shippedScript: readonly ShippedList[] = [
  {
    key: 'breakdown',
    label: 'Breakdown categories',
    one: 'category',
    many: 'categories',
    href: '/settings/categories',
    table: 'element_category',
    id: 'code',
    name: 'name',
    fields: { name: 'Name', colour: 'Colour', mark: 'Underline', icon: 'Icon', key: 'Key', sort: 'Place in the list' },
  },
]
