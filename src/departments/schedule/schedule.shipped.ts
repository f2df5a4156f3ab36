import type { ShippedList } from '../../platform/shipped.ts'
import { StripShape } from './layout.contract.ts'
import { layoutText } from './layout.rules.ts'
import { StripColours, type StripColour } from './palette.contract.ts'
import { colourWords } from './palette.rules.ts'

const coloursText = (value: unknown): string =>
  Object.entries(StripColours.parse(value))
    .map(([key, hex]) => `${colourWords[key as StripColour]} ${hex ?? 'as the day'}`)
    .join(', ')

const told = { name: 'Name', source: 'Source', dated: 'As of' }

export const shippedSchedule: readonly ShippedList[] = [
  {
    key: 'schedule-rules',
    label: 'Rules of schedules',
    one: 'set of rules',
    many: 'sets of rules',
    href: '/settings/schedules',
    table: 'schedule_rule',
    id: 'id',
    name: () => 'Pace, rest, meals, light',
    fields: {
      minutes_per_eighth: 'Minutes for an eighth of a page',
      prep_minutes: 'Minutes of preparation',
      wrap_minutes: 'Minutes of wrap',
      target_eighths: 'A heavy day, in eighths',
      meal_after_minutes: 'Minutes until a meal',
      rest_name: 'Whose rest',
      daily_rest_minutes: 'Minutes of daily rest',
      weekly_rest_minutes: 'Minutes of weekly rest',
      minor_rest_minutes: 'Minutes of rest of minors',
      unknown_minor_age: 'Age of a minor nobody has written down',
      light_margin_minutes: 'Minutes of unsure light',
      source: 'Source',
      dated: 'As of',
    },
  },
  {
    key: 'strip-colours',
    label: 'Strip colours',
    one: 'set',
    href: '/settings/strips',
    table: 'strip_palette',
    id: 'id',
    name: 'name',
    fields: { ...told, colours: { word: 'Colours', say: coloursText }, archived_at: 'Put away' },
  },
  {
    key: 'strip-layouts',
    label: 'Strip layouts',
    one: 'layout',
    href: '/settings/strip-layouts',
    table: 'strip_layout',
    id: 'id',
    name: 'name',
    fields: {
      ...told,
      shape: { word: 'Layout', say: (value) => layoutText(StripShape.parse(value)) },
      archived_at: 'Put away',
    },
  },
]
