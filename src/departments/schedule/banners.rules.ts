import type { StripKind } from './board.contract.ts'

/**
 * Strips that are no scene, as data: what they are called and how long they usually take. Lengths are the trade's
 * common ones (a full unit moves in an hour and a half, a meal is an hour); a strip's own minutes always win.
 */
interface BannerKind {
  readonly kind: Exclude<StripKind, 'scene'>
  readonly label: string
  readonly usualMinutes: number
  readonly isMeal: boolean
}

export const bannerKinds: readonly BannerKind[] = [
  { kind: 'day_start', label: 'Day start', usualMinutes: 60, isMeal: false },
  { kind: 'meal', label: 'Meal', usualMinutes: 60, isMeal: true },
  { kind: 'second_meal', label: 'Second meal', usualMinutes: 30, isMeal: true },
  { kind: 'company_move', label: 'Company move', usualMinutes: 90, isMeal: false },
  { kind: 'pre_light', label: 'Pre-light', usualMinutes: 45, isMeal: false },
  { kind: 'second_unit', label: 'Second unit', usualMinutes: 0, isMeal: false },
  { kind: 'rehearsal', label: 'Rehearsal', usualMinutes: 30, isMeal: false },
  { kind: 'travel', label: 'Travel', usualMinutes: 60, isMeal: false },
  { kind: 'custom', label: 'Note', usualMinutes: 0, isMeal: false },
]

const byKind = new Map<StripKind, BannerKind>(bannerKinds.map((banner) => [banner.kind, banner]))

export const bannerOf = (kind: StripKind): BannerKind | undefined => byKind.get(kind)

export const isMeal = (kind: StripKind): boolean => byKind.get(kind)?.isMeal ?? false
