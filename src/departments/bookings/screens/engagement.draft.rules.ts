import type { Shared } from '../../../ui/formConflict.ts'
import { EngagementKind, type Engagement } from '../../people/engagement.contract.ts'

const kindWords: Record<EngagementKind, string> = {
  crew: 'Crew',
  cast: 'Cast',
  client: 'Client',
  agency: 'Agency',
  vendor: 'Vendor',
  background: 'Background',
}
export const kindChoices = EngagementKind.options.map((value) => ({ value, label: kindWords[value] }))
export const worksChoices = [
  { value: 'every_shoot_day' as const, label: 'Every shoot day' },
  { value: 'listed_days' as const, label: 'Listed days' },
]

/** An engagement as its form holds it: texts are never null. */
export interface EngagementDraft {
  departmentId: string | null
  title: string
  companyId: string | null
  kind: EngagementKind | null
  works: 'every_shoot_day' | 'listed_days' | null
  unit: string
  elementId: string | null
  callOffsetMinutes: number | null
  makeupMinutes: number | null
  wardrobeMinutes: number | null
  pickupFrom: string
  driveMinutes: number | null
  phoneOnSheet: boolean
  notes: string
}

export const draftOf = (it: Engagement): EngagementDraft => ({
  departmentId: it.department.id,
  title: it.title,
  companyId: it.companyId,
  kind: it.kind,
  works: it.works,
  unit: it.unit ?? '',
  elementId: it.elementId,
  callOffsetMinutes: it.callOffsetMinutes,
  makeupMinutes: it.makeupMinutes,
  wardrobeMinutes: it.wardrobeMinutes,
  pickupFrom: it.pickupFrom ?? '',
  driveMinutes: it.driveMinutes,
  phoneOnSheet: it.phoneOnSheet,
  notes: it.notes ?? '',
})

/** Only what was changed is sent. Minutes that were emptied count as none; an empty place as no pick-up, an
 * empty unit as the main one. */
export function changedOf(before: EngagementDraft, now: EngagementDraft): Record<string, unknown> {
  const sent = (key: string, value: unknown) =>
    key === 'makeupMinutes' || key === 'wardrobeMinutes'
      ? (value ?? 0)
      : (key === 'pickupFrom' || key === 'unit') && value === ''
        ? null
        : value
  return Object.fromEntries(
    Object.entries(now).flatMap(([key, value]) =>
      value === before[key as keyof EngagementDraft] ? [] : [[key, sent(key, value)]],
    ),
  )
}

/** The names of what is chosen by id. */
type NamesOf = Record<'department' | 'company' | 'character', (id: string | null) => string>

/** The fields of an engagement in the words of its form, both sides of which are compared when two save at once. */
export const engagementWords = ({ department, company, character }: NamesOf): Shared<EngagementDraft>['words'] => ({
  departmentId: { word: 'Department', say: department },
  title: 'Position',
  kind: { word: 'Comes as', say: (kind) => (kind === null ? '' : kindWords[kind]) },
  works: { word: 'Works', say: (works) => worksChoices.find(({ value }) => value === works)?.label ?? '' },
  unit: 'Unit',
  companyId: { word: 'Through', say: company },
  elementId: { word: 'Plays', say: character },
  callOffsetMinutes: 'Minutes from general call',
  makeupMinutes: 'Make-up and hair',
  wardrobeMinutes: 'Wardrobe',
  pickupFrom: 'Pick-up from',
  driveMinutes: 'Drive',
  phoneOnSheet: "Phone on the crew's call sheet",
  notes: 'Notes',
})
