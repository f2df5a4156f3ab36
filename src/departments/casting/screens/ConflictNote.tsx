import { formatDay } from '../../../ui/dates.ts'
import { Status } from '../../../ui/Status.tsx'
import type { Conflict } from '../candidate.contract.ts'

/** Work for a competitor, said before anybody is chosen: *Beer for Tarn until 3 May 2027*. */
export const ConflictNote = ({ of: conflicts }: { of: readonly Conflict[] }) =>
  conflicts.map((it) => (
    <span key={`${it.category} ${it.brand} ${it.untilDay}`} title={it.source}>
      <Status is="stop">{conflictText(it)}</Status>
    </span>
  ))

export const conflictText = ({ category, brand, untilDay }: Conflict): string =>
  `${category} for ${brand === '' ? 'somebody else' : brand} until ${formatDay(untilDay, { year: true })}`
