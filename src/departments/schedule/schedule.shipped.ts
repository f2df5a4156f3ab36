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
