import type { ReactNode } from 'react'
import { TextButton } from '../../../ui/Button.tsx'
import { DateText, MomentText } from '../../../ui/DateText.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import type { Agreement } from '../agreement.contract.ts'
import { scopeText } from '../scope.rules.ts'

type Fact = readonly [label: string, value: ReactNode]

/** What a paper always says, if only that it is open; the rest is shown once there is something to say. */
export function PaperFacts({ of: it, onOpen }: { of: Agreement; onOpen: (id: string) => void }) {
  const other = (paper: { id: string; number: string } | null) =>
    paper && <TextButton onClick={() => onOpen(paper.id)}>{paper.number}</TextButton>
  const always: Fact[] = [
    ['In force', it.effectiveFrom && <DateText on={it.effectiveFrom} year />],
    ['Ends', it.effectiveUntil && <DateText on={it.effectiveUntil} year />],
    ['Template', it.template && `${it.template.name}, version ${it.template.number}`],
    ['Wording approved by', it.template && (it.template.approvedBy ?? 'Nobody yet: have a lawyer read this')],
  ]
  const inTime: Fact[] = [
    ['Can be signed until', it.signBy && <MomentText at={it.signBy} />],
    ['Signed by all', it.completedAt && <MomentText at={it.completedAt} />],
    ['Renewal', it.renewal],
    ['Scope', it.scope && scopeText(it.scope)],
    ['Supersedes', other(it.supersedes)],
    ['Superseded by', other(it.supersededBy)],
    ['Why it ended', it.endReason],
    ['Seal', sealText(it)],
  ]
  return <Facts of={[...always, ...inTime.filter(([, value]) => value !== null && value !== '')]} />
}

function sealText(it: Agreement): ReactNode {
  if (it.channel === 'paper') return 'Signed by hand'
  if (it.sealedAt) return <MomentText at={it.sealedAt} />
  return it.sealFault ?? (it.completedAt && 'Being made')
}
