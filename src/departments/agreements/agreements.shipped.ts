import type { ShippedList } from '../../platform/shipped.ts'
import { kindWords, type AgreementKind } from './kinds.rules.ts'

const paper = (row: Readonly<Record<string, unknown>>) => kindWords[row['kind'] as AgreementKind].one

const fromWhom: Record<string, string> = {
  cast: 'cast',
  background: 'background',
  crew: 'crew',
  minor: 'minors',
  location: 'locations',
  client: 'clients',
  agency: 'agencies',
  vendor: 'vendors',
}

export const shippedAgreements: readonly ShippedList[] = [
  {
    key: 'paper-reminders',
    label: 'Reminders to sign',
    one: 'paper',
    href: '/settings/paper-rules',
    table: 'agreement_ladder',
    id: 'kind',
    name: paper,
    fields: {
      steps_hours: 'Hours after which a reminder goes',
      most: 'Reminders at most',
      sign_within_days: 'Days to sign',
      notice_days: 'Days of notice before it ends',
      source: 'Source',
      dated: 'As of',
    },
  },
  {
    key: 'papers-needed',
    label: 'Who needs which paper',
    one: 'need',
    href: '/settings/paper-rules',
    table: 'agreement_need',
    id: 'id',
    name: (row) => `${paper(row)} from ${fromWhom[String(row['applies_to'])] ?? 'them'}`,
    fields: { required: 'Needed', source: 'Source', dated: 'As of' },
  },
]
