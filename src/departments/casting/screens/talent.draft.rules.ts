import type { Role } from '../role.contract.ts'

/** What of the directory is looked for; empty is anything. */
interface Wanted {
  readonly q: string
  readonly skill: string
  readonly language: string
  readonly city: string
  readonly tag: string
  readonly voice: string
  readonly maxDayRate: string
  readonly ageFrom: number | null
  readonly ageUntil: number | null
}

const nothing: Wanted = {
  q: '',
  skill: '',
  language: '',
  city: '',
  tag: '',
  voice: '',
  maxDayRate: '',
  ageFrom: null,
  ageUntil: null,
}

/** What a role asks for that the directory knows: its playing age with some years to either side. */
export function wantedBy(role: Pick<Role, 'ageFrom' | 'ageUntil'> | undefined, years: number): Wanted {
  if (role === undefined) return nothing
  return {
    ...nothing,
    ageFrom: role.ageFrom === null ? null : Math.max(0, role.ageFrom - years),
    ageUntil: role.ageUntil === null ? null : role.ageUntil + years,
  }
}
