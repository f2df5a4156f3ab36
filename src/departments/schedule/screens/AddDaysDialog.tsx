import { useState } from 'react'
import { MAIN_UNIT } from '../../../kernel/units.ts'
import { minuteOf, type PlainDay } from '../../../kernel/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TimeField } from '../../../ui/TimeField.tsx'
import type { DayType } from '../board.contract.ts'
import { addDays } from '../days.contract.ts'
import css from './tools.module.css'
import { dayTypeChoices } from './DayDialog.tsx'
import type { BoardChange, BoardParams } from './useBoardChange.ts'

interface AddDaysDialogProps {
  params: BoardParams
  change: BoardChange
  onClose: () => void
}

/** New days, one or many; the board's days off are skipped. */
export function AddDaysDialog({ params, change, onClose }: AddDaysDialogProps) {
  const [count, setCount] = useState<number | null>(1)
  const [onDate, setOnDate] = useState<string | null>(null)
  const [type, setType] = useState<DayType | null>('shoot')
  const [call, setCall] = useState<string | null>('07:00')
  const [unit, setUnit] = useState(MAIN_UNIT)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const body = {
      count: count ?? 1,
      type: type ?? 'shoot',
      unit,
      callTime: call === null ? null : minuteOf(call),
      ...(onDate !== null && { onDate: onDate as PlainDay }),
    }
    const done = await change(addDays, { params, body })
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Add days"
      about="Several days follow one another and skip the days off of this board."
    >
      <div className={css.pair}>
        <NumberField label="How many" value={count} onChange={setCount} min={1} max={200} autoFocus />
        <DateField label="From" hint="Empty: after the last day" value={onDate} onChange={setOnDate} />
        <SelectField label="Kind of day" value={type} choices={dayTypeChoices} onChange={setType} />
        <TimeField label="Call" value={call} onChange={setCall} />
        <TextField label="Unit" value={unit} onChange={setUnit} />
      </div>
      <DialogActions>
        <Button kind="accent" busy={busy} onClick={() => void save()}>
          {count === 1 ? 'Add the day' : `Add ${count ?? 1} days`}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}
