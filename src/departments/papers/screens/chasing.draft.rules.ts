import type { Shared } from '../../../ui/formConflict.ts'
import type { Chasing } from '../chasing.contract.ts'

/** What the fields hold: days as a line of text, a figure that is being typed may be missing. */
export interface ChasingDraft extends Record<'againAfterDays' | 'againMost' | 'linkDays', number | null> {
  noticeDays: string
  source: string
  dated: string | null
}

export const chasingDraft = ({ noticeDays, ...rules }: Chasing): ChasingDraft => ({
  ...rules,
  noticeDays: noticeDays.join(', '),
})

/** `60, 30`; what is no number is left for the rule to refuse. */
export const chasingOf = ({ noticeDays, ...rules }: ChasingDraft) => ({
  ...rules,
  noticeDays: noticeDays
    .split(/[,;\s]+/)
    .filter((it) => it !== '')
    .map(Number),
})

/** What the fields are called where two people saved at once. */
export const chasingWords: Required<Shared<ChasingDraft>['words']> = {
  noticeDays: 'Days before its end',
  againAfterDays: 'Asked again after days',
  againMost: 'At most',
  linkDays: 'The link works for days',
  source: 'Source',
  dated: 'As of',
}
