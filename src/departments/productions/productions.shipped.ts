import { clockOf, durationText, type DayMinute } from '../../kernel/time.ts'
import type { ShippedList } from '../../platform/shipped.ts'
import { ageText } from './minors.rules.ts'

const length = (word: string) => ({
  word,
  say: (value: unknown) => (typeof value === 'number' ? durationText(value) : '–'),
})

interface Hours {
  from_age_months: number
  until_age_months: number
  on_school_day: boolean
  work_minutes: number
  on_set_minutes: number
  earliest: number
  latest: number
}

const clock = (minute: number) => clockOf(minute as DayMinute)

const hoursText = (value: unknown): string =>
  (value as Hours[])
    .map(
      (it) =>
        `${ageText(it.from_age_months)} to ${ageText(it.until_age_months)}, ${it.on_school_day ? 'school day' : 'without school'}: ` +
        `works ${durationText(it.work_minutes)}, on set ${durationText(it.on_set_minutes)}, ${clock(it.earliest)} to ${clock(it.latest)}`,
    )
    .join('; ')

const colourNames = (value: unknown): string =>
  (value as { name: string; hex: string }[]).map(({ name, hex }) => `${name} ${hex}`).join(', ')

const told = { source: 'Source', dated: 'As of' }

export const shippedProductions: readonly ShippedList[] = [
  {
    key: 'revision-colours',
    label: 'Revision colours',
    one: 'order',
    href: '/settings/revisions',
    table: 'revision_colours',
    id: 'of',
    name: () => 'The order',
    fields: { ...told, colours: { word: 'Colours', say: colourNames } },
  },
  {
    key: 'working-time',
    label: 'Working time',
    one: 'profile',
    href: '/settings/profiles',
    table: 'working_time_profile',
    id: 'id',
    name: 'name',
    fields: {
      name: 'Name',
      ...told,
      daily_rest_minutes: length('Rest between days'),
      weekly_rest_minutes: length('Rest in a week'),
      minor_rest_minutes: length('Rest of a minor'),
      meal_after_minutes: length('Meal after'),
      meal_minutes: length('Meal takes'),
      second_meal_after_minutes: length('Second meal after'),
      overtime_after_minutes: length('Overtime after'),
      second_overtime_after_minutes: length('Higher overtime after'),
      meal_penalty: 'Meal penalty',
      suits_zones: 'Suits places in',
      suits_kinds: 'Suits kinds of production',
      archived_at: 'Put away',
    },
  },
  {
    key: 'minors-hours',
    label: 'Minors’ hours',
    one: 'place',
    href: '/settings/minors',
    table: 'minor_profile',
    id: 'id',
    name: 'name',
    fields: {
      name: 'Name',
      ...told,
      meal_extends_minutes: length('A meal adds'),
      archived_at: 'Put away',
    },
    parts: {
      table: 'minor_hours',
      of: 'profile_id',
      order: 'on_school_day, from_age_months',
      field: { word: 'Hours', say: hoursText },
    },
  },
]
