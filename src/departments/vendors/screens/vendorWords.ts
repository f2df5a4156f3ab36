import type { Standing } from '../../../ui/Status.tsx'
import type { BankShown } from '../vendor.contract.ts'
import type { Stage } from '../stage.rules.ts'

export const stageShapes: Record<Stage, Standing> = {
  invited: 'waiting',
  profile: 'half',
  in_review: 'attention',
  classified: 'seen',
  active: 'go',
  do_not_use: 'stop',
}

export const bankWords: Record<BankShown['state'], { is: Standing; word: string }> = {
  waiting: { is: 'attention', word: 'Waits for a call back' },
  counted: { is: 'go', word: 'Counts' },
  refused: { is: 'off', word: 'Refused' },
  replaced: { is: 'off', word: 'Replaced' },
}

/** What pressing moves a vendor there. */
export const stageActs: Record<Stage, string> = {
  invited: 'Invite',
  profile: 'Let them fill in',
  in_review: 'Put in review',
  classified: 'Classified',
  active: 'Into use',
  do_not_use: 'Do not use',
}

export const termsText = (days: number | null, terms: string | null): string =>
  [days === null ? null : days === 0 ? 'On receipt' : `Net ${days}`, terms].filter(Boolean).join(', ')
