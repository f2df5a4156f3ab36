import { clockOf, type DayMinute } from '../../kernel/time.ts'
import type { ShippedList } from '../../platform/shipped.ts'

const ruleWords: Record<string, string> = { next_business_day: 'by the next business day', plain_hours: 'in hours' }

export const shippedBookings: readonly ShippedList[] = [
  {
    key: 'booking-labels',
    label: 'Booking labels',
    one: 'label',
    href: '/settings/booking-rules',
    table: 'booking_label',
    id: 'id',
    name: 'name',
    fields: { name: 'Name', meaning: 'Means', sort: 'Place in the list', archived_at: 'Put away' },
  },
  {
    key: 'booking-rules',
    label: 'Booking rules',
    one: 'set of rules',
    many: 'sets of rules',
    href: '/settings/booking-rules',
    table: 'booking_rule',
    id: 'id',
    name: () => 'Challenges and holds',
    fields: {
      challenge_rule: { word: 'A challenge is answered', say: (value) => ruleWords[String(value)] ?? String(value) },
      answer_by_minute: { word: 'Until', say: (value) => clockOf(value as DayMinute) },
      answer_hours: 'Hours to answer',
      undecided_days: 'Days before an undecided hold is asked about',
      settle_hours: 'Hours to settle',
      week_days: 'Days in a week before it is pointed out',
      papers_gate: 'Missing papers',
      source: 'Source',
      dated: 'As of',
    },
  },
  {
    key: 'cancellation-steps',
    label: 'Cancellation fees',
    one: 'step',
    href: '/settings/booking-rules',
    table: 'cancellation_step',
    id: 'id',
    name: (row) => `Within ${String(row.within_hours)} hours`,
    fields: { within_hours: 'Hours before', fee_percent: 'Fee in percent', source: 'Source', dated: 'As of' },
  },
]
