import type { ShippedList } from '../../platform/shipped.ts'

const effects: Record<string, string> = { block: 'blocks', warn: 'warns' }

const rulesText = (value: unknown): string =>
  (value as { engagement_kind: string; effect: string }[])
    .map((it) => `${it.engagement_kind.replaceAll('_', ' ')} ${effects[it.effect] ?? it.effect}`)
    .join(', ') || 'of nobody'

export const shippedPapers: readonly ShippedList[] = [
  {
    key: 'required-papers',
    label: 'Required papers',
    one: 'paper',
    href: '/settings/papers',
    table: 'paper_kind',
    id: 'id',
    name: 'name',
    fields: {
      name: 'Name',
      expires: 'Runs out',
      per_production: 'For each production',
      source: 'Source',
      as_of: 'As of',
    },
    parts: {
      table: 'paper_rule',
      of: 'kind_id',
      order: 'engagement_kind',
      field: { word: 'Required', say: rulesText },
    },
  },
]
