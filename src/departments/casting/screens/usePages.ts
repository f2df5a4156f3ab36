import type { z } from 'zod'
import { usePages } from '../../../client/pages.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { listCandidates, type CandidateQuery } from '../candidate.contract.ts'
import { listRequests } from '../request.contract.ts'
import { listPresentations } from '../presentation.contract.ts'
import { listSessions } from '../session.contract.ts'

const params = (productionId: string) => ({ productionId: productionId as ProductionId })

export const useCandidates = (productionId: string, query: z.input<typeof CandidateQuery>) =>
  usePages(listCandidates, { params: params(productionId), query })

/** The newest first. */
export const useRequests = (productionId: string, query: z.input<NonNullable<(typeof listRequests)['query']>>) =>
  usePages(listRequests, { params: params(productionId), query })

/** What was shown to clients, the newest first. */
export const useSelections = (productionId: string) => usePages(listPresentations, { params: params(productionId) })

/** Coming ones with the next first, past ones with the latest first. */
export const useSessions = (productionId: string, show: 'coming' | 'past') =>
  usePages(listSessions, { params: params(productionId), query: { show } })
