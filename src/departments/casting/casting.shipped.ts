import { clockOf, type DayMinute } from '../../kernel/time.ts'
import type { ShippedList } from '../../platform/shipped.ts'

export const shippedCasting: readonly ShippedList[] = [
  {
    key: 'casting-rules',
    label: 'Casting rules',
    one: 'set of rules',
    many: 'sets of rules',
    href: '/settings/casting',
    table: 'casting_rule',
    id: 'id',
    name: () => 'Reminders, ages, school and the door',
    fields: {
      reminder_hours: 'Hours before the end a reminder goes',
      school_until_minute: { word: 'School until', say: (value) => clockOf(value as DayMinute) },
      script_age_years: 'Years around an age of the script',
      talent_age_years: 'Years around a role’s age, for our talent',
      door_text: 'Words at the door',
      source: 'Source',
      dated: 'As of',
    },
  },
  {
    key: 'reading-speeds',
    label: 'Reading speeds',
    one: 'language',
    href: '/settings/casting',
    table: 'casting_reading_speed',
    id: 'id',
    name: 'language',
    fields: {
      language: 'Language',
      words_from: 'Words a minute, from',
      words_until: 'Words a minute, until',
      source: 'Source',
      effective_from: 'As of',
    },
  },
]
