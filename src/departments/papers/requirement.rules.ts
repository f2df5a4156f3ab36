import { money } from '../../kernel/money.ts'
import type { Requirement } from './papers.contract.ts'

interface Row {
  readonly engagement_kind: string
  readonly coverage: string
  readonly each_minor: number
  readonly currency: string
  readonly additional_insured: string | null
  readonly source: string
}

/** A stored demand as everybody else reads it. */
export const requirementOf = (it: Row): Requirement => ({
  engagementKind: it.engagement_kind,
  coverage: it.coverage,
  each: money(it.each_minor, it.currency),
  additionalInsured: it.additional_insured,
  source: it.source,
})
