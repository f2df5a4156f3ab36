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
  {
    key: 'paper-chasing',
    label: 'Asking for papers',
    one: 'set of rules',
    many: 'sets of rules',
    href: '/settings/papers',
    table: 'paper_chase_rule',
    id: 'id',
    name: () => 'Notice, reminders and links',
    fields: {
      notice_days: 'Days before the end',
      again_after_days: 'Asked again after days',
      again_most: 'At most',
      link_days: 'The link works for days',
      source: 'Source',
      dated: 'As of',
    },
  },
]
