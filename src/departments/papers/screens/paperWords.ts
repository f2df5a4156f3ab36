import type { Standing as Shape } from '../../../ui/Status.tsx'
import type { PaperRow } from '../papers.contract.ts'

export type Cell = PaperRow['cells'][number]
type PaperStanding = Cell['standing']

export const standingWords: Record<PaperStanding, string> = {
  in_order: 'In order',
  expiring: 'Ends soon',
  expired: 'Has ended',
  missing: 'Missing',
  asked: 'Asked for',
  in_review: 'To look at',
  rejected: 'Sent back',
  too_little: 'Covers too little',
}

/** A required paper that is missing is a stop where it blocks, and wants attention where it only warns. */
export const shapeOf = ({ standing, effect }: Pick<Cell, 'standing' | 'effect'>): Shape => {
  switch (standing) {
    case 'in_order':
      return 'go'
    case 'expiring':
      return 'half'
    case 'in_review':
      return 'daylight'
    case 'asked':
      return 'waiting'
    default:
      return effect === 'block' ? 'stop' : 'attention'
  }
}

export const canBeAsked = ({ standing, effect }: Cell): boolean =>
  effect !== null && ['missing', 'expired', 'expiring', 'rejected', 'too_little'].includes(standing)

export const engagementWords = {
  crew: 'Crew',
  cast: 'Cast',
  vendor: 'Vendors',
  background: 'Background',
  client: 'Client',
  agency: 'Agency',
} as const
