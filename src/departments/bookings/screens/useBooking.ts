import { useChange } from '../../../client/react.ts'
import { dayText } from '../../../kernel/time.ts'
import { toast } from '../../../ui/toast.tsx'
import type { EngagementId } from '../../people/engagement.contract.ts'
import { bookDays, type BookingState } from '../booking.contract.ts'
import type { Cell } from './crewGrid.rules.ts'
import { PLAIN } from '../label.rules.ts'

/** Books, holds or releases one day of one person, with a way back. */
export function useBooking(productionId: string) {
  const change = useChange(bookDays)
  const put = (engagementId: EngagementId, onDate: Cell['onDate'], state: BookingState | null, undo?: () => void) =>
    change.mutate(
      {
        params: { productionId },
        body: { days: [{ engagementId, onDate, state: state === 'cancelled' ? 'released' : state }] },
      },
      {
        onError: toast.problem,
        onSuccess: () =>
          undo && toast.done(`${state === null ? 'As usual' : PLAIN[state]} on ${dayText(onDate)}`, { undo }),
      },
    )
  return (engagementId: EngagementId, cell: Cell, state: BookingState | null) =>
    put(engagementId, cell.onDate, state, () => put(engagementId, cell.onDate, cell.isOwn ? cell.state : null))
}
