import type { PersonalField, PersonalView } from './callsheet.view.ts'

/** One fact of a person's sheet, before and after. `was` null: it is new; `now` null: it is gone. */
export interface PersonalChange {
  key: string
  label: string
  was: string | null
  now: string | null
}

export interface PersonalChanges {
  /** Whether the person has to confirm again. */
  reset: boolean
  /** Changed facts that must be confirmed. */
  changes: PersonalChange[]
  /** Changed facts one is only told. */
  told: PersonalChange[]
}

/**
 * What a new version changes for one person, and whether they must say yes again.
 *
 * @example personalChanges(v1, v2) // { reset: true, changes: [{ key: 'call', was: '07:00', now: '06:30' }], told: [] }
 * @see the handbook, call sheets, section 5
 */
export function personalChanges(before: PersonalView, after: PersonalView): PersonalChanges {
  const changes = fieldChanges(before.mustConfirm, after.mustConfirm)
  return { reset: changes.length > 0, changes, told: fieldChanges(before.told, after.told) }
}

function fieldChanges(before: readonly PersonalField[], after: readonly PersonalField[]): PersonalChange[] {
  const earlier = new Map(before.map((it) => [it.key, it]))
  const later = new Map(after.map((it) => [it.key, it]))
  const gone = before.filter((it) => !later.has(it.key))
  return [
    ...after.flatMap((now) => {
      const was = earlier.get(now.key)
      return was?.value === now.value
        ? []
        : [{ key: now.key, label: now.label, was: was?.value ?? null, now: now.value }]
    }),
    ...gone.map((was) => ({ key: was.key, label: was.label, was: was.value, now: null })),
  ]
}

/**
 * A person's sheet as it last reached them. Whoever was never reached (undone, bounced, not delivered yet) has nothing to
 * compare with, is not listed, and is asked as if it were new.
 */
interface EarlierNotice {
  engagementId: string
  personal: PersonalView
  /** They were told that they are not called. */
  released: boolean
}

/**
 * What an issue means for one person.
 *
 * - `ask`: a new sheet, to be confirmed
 * - `tell`: something changed that needs no answer; an earlier confirmation goes on counting
 * - `quiet`: nothing on theirs changed; they hear nothing
 * - `release`: they were called and no longer are, which they must know
 */
export type NoticeTask = 'ask' | 'tell' | 'quiet' | 'release'

export interface PlannedNotice {
  engagementId: string
  task: NoticeTask
  personal: PersonalView
  changes: PersonalChanges
}

const unchanged: PersonalChanges = { reset: false, changes: [], told: [] }

/** Who hears of an issue, and how: exactly those it touches. */
export function planNotices(earlier: readonly EarlierNotice[], sheets: readonly PersonalView[]): PlannedNotice[] {
  const before = new Map(earlier.map((it) => [it.engagementId, it]))
  const called = new Set(sheets.map((it) => it.engagementId))
  const gone = earlier.filter((it) => !called.has(it.engagementId))
  return [
    ...sheets.map((personal) => planOne(before.get(personal.engagementId), personal)),
    ...gone.map(({ engagementId, personal, released }): PlannedNotice => {
      return { engagementId, task: released ? 'quiet' : 'release', personal, changes: unchanged }
    }),
  ]
}

function planOne(earlier: EarlierNotice | undefined, personal: PersonalView): PlannedNotice {
  const { engagementId } = personal
  if (!earlier || earlier.released) return { engagementId, task: 'ask', personal, changes: unchanged }
  const changes = personalChanges(earlier.personal, personal)
  const task = changes.reset ? 'ask' : changes.told.length > 0 ? 'tell' : 'quiet'
  return { engagementId, task, personal, changes }
}
