import { clockOf, type DayMinute } from '../../kernel/time.ts'
import type { ShippedList } from '../../platform/shipped.ts'
import { EmergencyNumber } from './sheetRule.contract.ts'
import { numbersText } from './sheetRule.rules.ts'

const clock = (word: string) => ({ word, say: (value: unknown) => clockOf(value as DayMinute) })

export const shippedCallsheets: readonly ShippedList[] = [
  {
    key: 'call-sheet-rules',
    label: 'Rules of call sheets',
    one: 'set of rules',
    many: 'sets of rules',
    href: '/settings/call-sheets',
    table: 'call_sheet_rule',
    id: 'id',
    name: () => 'Times, who has not confirmed, and emergency numbers',
    fields: {
      reminder_after_minutes: 'Minutes until the reminder',
      second_at: clock('Again at'),
      phone_list_at: clock('Phone list at'),
      replace_at: clock('Replaced at'),
      phone_for_calls_before: clock('Phoned for calls before'),
      quiet_from: clock('Quiet from'),
      quiet_until: clock('Quiet until'),
      issue_by: clock('Out by'),
      background_ready_minutes: 'Minutes background is called before it is ready',
      digest_hours: 'Hours of digests',
      link_days: 'Days a personal link outlives its day',
      emergency_numbers: {
        word: 'Emergency numbers',
        say: (value) => numbersText(EmergencyNumber.array().parse(value)),
      },
      source: 'Source',
      dated: 'As of',
    },
  },
]
