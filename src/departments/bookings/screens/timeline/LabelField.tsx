import { useAsk, useChange } from '../../../../client/react.ts'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { readBookingRules } from '../../rules.contract.ts'
import { changeBooking, type Booking } from '../../engine.contract.ts'
import { labelsFor, PLAIN } from '../../label.rules.ts'

/** Which of the office's words fits this booking; there to choose only where the office has more than one. */
export function LabelField({ booking, productionId }: { booking: Booking; productionId: string }) {
  const labels = useAsk(readBookingRules).data?.labels ?? []
  const change = useChange(changeBooking)
  const states = booking.days.map(({ state }) => state)
  const choices = labelsFor(states, labels)
  if (choices.length <= new Set(states).size) return null
  const put = (labelId: string | null, version: number, before?: string | null) =>
    change.mutate(
      { params: { productionId, bookingId: booking.id }, ifMatch: version, body: { labelId } },
      {
        onError: toast.problem,
        onSuccess: (now) =>
          before !== undefined && toast.done('Called so from now on', { undo: () => put(before, now.version) }),
      },
    )
  return (
    <SelectField
      label="Label"
      placeholder="The usual word"
      clearable
      choices={choices.map(({ id, meaning, name }) => ({
        value: id ?? '',
        label: new Set(states).size > 1 ? `${name} (${PLAIN[meaning].toLowerCase()})` : name,
      }))}
      value={choices.some(({ id }) => id === booking.labelId) ? booking.labelId : null}
      onChange={(next: string | null) => put(next, booking.version, booking.labelId)}
    />
  )
}
