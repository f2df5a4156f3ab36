import { clockOf } from '../../../kernel/time.ts'
import type { Shared } from '../../../ui/formConflict.ts'
import { kindWords } from '../breakdown.rules.ts'
import type { Role, RoleChange, RoleKind } from '../role.contract.ts'

/** A role as its form holds it: lists as words with commas, days as chosen. */
export interface RoleDraft {
  name: string
  kind: RoleKind | null
  breakdown: string
  ageFrom: number | null
  ageUntil: number | null
  gender: string
  look: string
  skills: string
  languages: string
  sizes: string
  unionTerms: string
  rate: string
  usageMedia: string
  usageTerritory: string
  usageMonths: number | null
  category: string
  brand: string
  exclusiveMonths: number | null
  shootDays: string
  callbackDays: string
  fittingOn: string | null
  place: string
  isConfidential: boolean
  deadlineOn: string | null
  deadlineMinute: number | null
  deadlineZone: string | null
  spokenText: string
  spotSeconds: number | null
}

const lists = ['skills', 'languages', 'shootDays', 'callbackDays'] as const

export const draftOf = (role: Role | null): RoleDraft => ({
  name: role?.name ?? '',
  kind: role?.kind ?? 'supporting',
  breakdown: role?.breakdown ?? '',
  ageFrom: role?.ageFrom ?? null,
  ageUntil: role?.ageUntil ?? null,
  gender: role?.gender ?? '',
  look: role?.look ?? '',
  skills: role?.skills.join(', ') ?? '',
  languages: role?.languages.join(', ') ?? '',
  sizes: role?.sizes ?? '',
  unionTerms: role?.unionTerms ?? '',
  rate: role?.rate ?? '',
  usageMedia: role?.usageMedia ?? '',
  usageTerritory: role?.usageTerritory ?? '',
  usageMonths: role?.usageMonths ?? null,
  category: role?.category ?? '',
  brand: role?.brand ?? '',
  exclusiveMonths: role?.exclusiveMonths ?? null,
  shootDays: role?.shootDays.join(', ') ?? '',
  callbackDays: role?.callbackDays.join(', ') ?? '',
  fittingOn: role?.fittingOn ?? null,
  place: role?.place ?? '',
  isConfidential: role?.isConfidential ?? false,
  deadlineOn: role?.deadlineOn ?? null,
  deadlineMinute: role?.deadlineMinute ?? null,
  deadlineZone: role?.deadlineZone ?? null,
  spokenText: role?.spokenText ?? '',
  spotSeconds: role?.spotSeconds ?? null,
})

/** Only what differs is sent: a rate a reader may not see is never written over with nothing. */
export function bodyOfDraft(draft: RoleDraft, before: RoleDraft): RoleChange {
  const split = (text: string) =>
    text
      .split(/[,;\n]/)
      .map((it) => it.trim())
      .filter(Boolean)
  return Object.fromEntries(
    Object.entries(draft)
      .filter(([name, value]) => value !== before[name as keyof RoleDraft] || (name === 'name' && before.name === ''))
      .map(([name, value]) => [name, lists.includes(name as never) ? split(value as string) : value]),
  ) as RoleChange
}

const clock = (minute: number | null) => (minute === null ? '' : clockOf(minute))

/** Both sides of a conflict, field by field: every one that is sent. */
export const roleWords: { readonly [Name in keyof RoleDraft]-?: NonNullable<Shared<RoleDraft>['words'][Name]> } = {
  name: 'Role',
  kind: { word: 'Type', say: (kind) => (kind === null ? '' : kindWords[kind]) },
  breakdown: 'Breakdown',
  ageFrom: 'Playing age from',
  ageUntil: 'Playing age to',
  gender: 'Gender',
  look: 'Look',
  skills: 'Skills',
  languages: 'Languages and accents',
  sizes: 'Sizes',
  unionTerms: 'Union',
  rate: 'Fee',
  usageMedia: 'Media',
  usageTerritory: 'Territory',
  usageMonths: 'Term in months',
  category: 'Product category',
  brand: 'Brand',
  exclusiveMonths: 'Nothing else for, in months',
  shootDays: 'Shoot days',
  callbackDays: 'Callbacks',
  fittingOn: 'Fitting',
  place: 'Place',
  isConfidential: 'Confidential',
  deadlineOn: 'Send by',
  deadlineMinute: { word: 'Send by, at', say: clock },
  deadlineZone: 'Time zone',
  spokenText: 'Text',
  spotSeconds: 'Length of the spot in seconds',
}
