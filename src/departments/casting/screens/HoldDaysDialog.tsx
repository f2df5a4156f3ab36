import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { addDays, dayText, daysBetween, type PlainDay } from '../../../kernel/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { MultiSelectField } from '../../../ui/SelectField.tsx'
import { getProduction } from '../../productions/production.contract.ts'

interface HoldDaysProps {
  productionId: string
  name: string
  busy: boolean
  onHold: (days: PlainDay[]) => void
  onClose: () => void
}

/** As many days as can be chosen from. */
const MOST = 62

const between = (from: PlainDay | null, to: PlainDay | null): PlainDay[] =>
  from === null
    ? []
    : Array.from({ length: Math.min(MOST, to === null ? 1 : daysBetween(from, to) + 1) }, (_, at) => addDays(from, at))

/** Where the role has no shoot days yet, the days are said here rather than on another page. */
export const HoldDaysDialog = ({ productionId, name, ...props }: HoldDaysProps) => {
  const asked = useAsk(getProduction, { params: { productionId } })
  return (
    <Dialog open size="small" title={`Hold ${name}`} onClose={props.onClose}>
      <Loaded of={asked}>{({ startsOn, endsOn }) => <Days {...props} offered={between(startsOn, endsOn)} />}</Loaded>
    </Dialog>
  )
}

function Days({
  offered,
  busy,
  onHold,
  onClose,
}: Omit<HoldDaysProps, 'productionId' | 'name'> & { offered: PlainDay[] }) {
  const [days, setDays] = useState<string[]>(offered)
  if (offered.length === 0)
    return <p>The role has no shoot days and the production no dates. Give one of them days first, then hold.</p>
  return (
    <>
      <MultiSelectField
        label="Days"
        hint="The role has no shoot days yet"
        value={days}
        onChange={setDays}
        choices={offered.map((day) => ({ value: day as string, label: dayText(day) }))}
      />
      <DialogActions>
        <Button
          kind="accent"
          busy={busy}
          data-autofocus
          disabled={days.length === 0}
          onClick={() => onHold(days.toSorted() as PlainDay[])}
        >
          Hold
        </Button>
        <Button onClick={onClose}>Not now</Button>
      </DialogActions>
    </>
  )
}
