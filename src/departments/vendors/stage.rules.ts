import { z } from 'zod'

/** How far a vendor is: asked in, filling in, looked at, put in a category, in use; or not to be used. */
export const Stage = z.enum(['invited', 'profile', 'in_review', 'classified', 'active', 'do_not_use'])
export type Stage = z.infer<typeof Stage>

export const stageWords: Record<Stage, string> = {
  invited: 'Invited',
  profile: 'Filling in',
  in_review: 'In review',
  classified: 'Classified',
  active: 'Active',
  do_not_use: 'Do not use',
}

export const Blocker = z.union([
  z.object({ code: z.literal('no_category') }),
  z.object({ code: z.literal('paper'), name: z.string(), standing: z.string() }),
  z.object({ code: z.literal('bank_waiting'), last4: z.string() }),
  z.object({ code: z.literal('proposal_open') }),
])
export type Blocker = z.infer<typeof Blocker>

interface VendorFacts {
  readonly categories: number
  /** Papers that block, and are not in order. */
  readonly openPapers: readonly { readonly name: string; readonly standing: string }[]
  /** The account that waits for its call back. */
  readonly bankWaiting: string | null
  readonly isProposalOpen: boolean
}

/** Everything that stands between a vendor and being used. */
export const blockersToActive = ({ categories, openPapers, bankWaiting, isProposalOpen }: VendorFacts): Blocker[] => [
  ...(categories === 0 ? [{ code: 'no_category' } as const] : []),
  ...openPapers.map(({ name, standing }) => ({ code: 'paper', name, standing }) as const),
  ...(bankWaiting === null ? [] : [{ code: 'bank_waiting', last4: bankWaiting } as const]),
  ...(isProposalOpen ? [{ code: 'proposal_open' } as const] : []),
]

export function blockerText(it: Blocker): string {
  switch (it.code) {
    case 'no_category':
      return 'No category: say what they deliver.'
    case 'paper':
      return `${it.name}: ${it.standing.replaceAll('_', ' ')}.`
    case 'bank_waiting':
      return `The account ending in ${it.last4} waits for a call back.`
    case 'proposal_open':
      return 'What they filled in has not been looked at.'
  }
}

/** Where one may go from here by hand. Being invited is done by inviting. */
const ways: Record<Stage, readonly Stage[]> = {
  invited: ['in_review', 'do_not_use'],
  profile: ['in_review', 'classified', 'active', 'do_not_use'],
  in_review: ['classified', 'active', 'do_not_use'],
  classified: ['active', 'in_review', 'do_not_use'],
  active: ['in_review', 'do_not_use'],
  do_not_use: ['in_review'],
}
export const waysFrom = (stage: Stage): readonly Stage[] => ways[stage]

/** Leaving use, and coming back to it, is explained. */
export const needsReason = (from: Stage, to: Stage): boolean => to === 'do_not_use' || from === 'do_not_use'
