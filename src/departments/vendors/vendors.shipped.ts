import type { ShippedList } from '../../platform/shipped.ts'

export const shippedVendors: readonly ShippedList[] = [
  {
    key: 'vendor-categories',
    label: 'Vendor categories',
    one: 'category',
    many: 'categories',
    href: '/settings/vendor-categories',
    table: 'vendor_category',
    id: 'id',
    name: 'name',
    fields: { name: 'Name', source: 'Source', as_of: 'As of', sort: 'Place in the list', archived_at: 'Put away' },
  },
  {
    key: 'buying-rules',
    label: 'Rules of buying',
    one: 'set of rules',
    many: 'sets of rules',
    href: '/settings/vendor-categories',
    table: 'vendor_rule',
    id: 'one',
    name: () => 'Invitations and prices',
    fields: {
      invitation_reminder_days: 'Days after which an invitation is asked after',
      price_tolerance_percent: 'What a price may rise, in percent',
      source: 'Source',
      dated: 'As of',
    },
  },
]
