import type { ShippedList } from '../../platform/shipped.ts'
import type { PayProfile } from './overtime.rules.ts'
import type { ProfileRules } from './rate.contract.ts'
import { hourlyWords, rulesSaid } from './table.rules.ts'

const allRules = (value: unknown): string =>
  rulesSaid({ hourly: 'flat', rules: value as ProfileRules })
    .filter(([rule]) => rule !== 'Hourly rate')
    .map(([rule, words]) => `${rule}: ${words}`)
    .join('; ')

export const shippedPay: readonly ShippedList[] = [
  {
    key: 'overtime-tables',
    label: 'Overtime tables',
    one: 'table',
    href: '/settings/overtime-tables',
    table: 'pay_profile',
    id: 'id',
    name: 'name',
    fields: {
      name: 'Name',
      source: 'Source',
      as_of: 'As of',
      hourly: { word: 'Hourly rate', say: (value) => hourlyWords[value as PayProfile['hourly']] },
      rules: { word: 'Rules', say: allRules },
      archived_at: 'Put away',
    },
  },
]
