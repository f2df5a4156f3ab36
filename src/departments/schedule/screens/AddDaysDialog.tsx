import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { MAIN_UNIT } from '../../../kernel/units.ts'
import { minuteOf, type PlainDay } from '../../../kernel/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TimeField } from '../../../ui/TimeField.tsx'
import { getProduction } from '../../productions/production.contract.ts'
import type { DayType } from '../board.contract.ts'
import type { BoardSheet } from '../board.rules.ts'
import { addDays } from '../days.contract.ts'
import { workedIn } from '../days.rules.ts'
import css from './tools.module.css'
import { dayTypeChoices } from './DayDialog.tsx'
import type { BoardChange, BoardParams } from './useBoardChange.ts'

interface AddDaysDialogProps {
  sheet: BoardSheet
  params: BoardParams
  change: BoardChange
  onClose: () => void
}

/** New days, one or many; the board's days off are skipped. */
export function AddDaysDialog({ sheet, params, change, onClose }: AddDaysDialogProps) {
  const usual = useUsual(sheet, params)
  const [typed, setTyped] = useState<{ count?: number | null; onDate?: string | null }>({})
  const { count, onDate } = { ...usual, ...typed }
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
        <NumberField
          label="How many"
          value={count}
          onChange={(count) => setTyped({ ...typed, count })}
          min={1}
          max={mostDays}
          autoFocus
        />
        <DateField
          label="From"
          placeholder={sheet.days.length > 0 ? 'after the last day' : 'today'}
          value={onDate}
          onChange={(next) => setTyped({ ...typed, onDate: next })}
        />
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

const mostDays = 200

/** The first days of a board are those of the production, as far as it has said them; after that one at a time. */
function useUsual(sheet: BoardSheet, { productionId }: BoardParams): { count: number | null; onDate: string | null } {
  const production = useAsk(getProduction, { params: { productionId } }).data
  const { startsOn = null, endsOn = null } = production ?? {}
  const { calendar } = sheet.facts
  if (sheet.days.length > 0 || startsOn === null) return { count: 1, onDate: null }
  const worked = endsOn === null || calendar === null ? 1 : workedIn(calendar, startsOn, endsOn)
  return { count: Math.min(Math.max(worked, 1), mostDays), onDate: startsOn }
}
