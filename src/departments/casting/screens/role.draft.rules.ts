import type { ConflictField } from '../../../ui/ConflictDialog.tsx'
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

const labels: Partial<Record<keyof RoleDraft, string>> = {
  name: 'Name',
  breakdown: 'Breakdown',
  skills: 'Skills',
  rate: 'Fee',
  shootDays: 'Shoot days',
  deadlineOn: 'Send by',
}

/** Mine and theirs, field by field, where the two differ. */
export const comparedRole = (mine: RoleDraft, theirs: RoleDraft): ConflictField[] =>
  (Object.keys(mine) as (keyof RoleDraft)[])
    .filter((name) => mine[name] !== theirs[name])
    .map((name) => ({
      label: labels[name] ?? name,
      mine: String(mine[name] ?? ''),
      theirs: String(theirs[name] ?? ''),
    }))
