import { mayInProduction, type ProductionRole } from '../../kernel/abilities.ts'
import type { FeedAudience } from './feeds.contract.ts'
import type { PlanReading } from './feedEntries.rules.ts'

type Many = Exclude<FeedAudience, 'person'>

/** Whom a feed of the whole schedule is for, in the middle of a sentence. */
export const audienceWords: Record<Many, string> = {
  team: 'the team',
  producer: 'producers',
  coordinator: 'coordinators',
  department_head: 'heads of department',
  crew: 'the crew',
  finance: 'finance',
  client: 'the client',
  vendor: 'vendors',
}

/**
 * What a feed says to a role is what the role may read in the house: scenes to who may read the script, notes and the way
 * to the board to who may read the board. *The team* is who plans, as heads of department are.
 */
export function audienceReads(audience: Many): PlanReading & { readonly page: boolean } {
  const role: ProductionRole = audience === 'team' ? 'department_head' : audience
  const readsBoard = mayInProduction(role, 'schedule.read')
  return { scenes: mayInProduction(role, 'script.read'), notes: readsBoard, page: readsBoard }
}
