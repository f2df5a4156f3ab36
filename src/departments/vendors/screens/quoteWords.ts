import type { Standing } from '../../../ui/Status.tsx'
import type { QuoteState, RequestState } from '../quotes/quote.rules.ts'

export const requestStates: Record<RequestState, { is: Standing; word: string }> = {
  draft: { is: 'waiting', word: 'Draft' },
  sent: { is: 'half', word: 'Out' },
  decided: { is: 'go', word: 'Decided' },
  withdrawn: { is: 'off', word: 'Withdrawn' },
}

export const quoteShapes: Record<QuoteState, Standing> = {
  asked: 'waiting',
  answered: 'seen',
  declined: 'off',
  expired: 'attention',
  chosen: 'go',
  not_chosen: 'off',
}
