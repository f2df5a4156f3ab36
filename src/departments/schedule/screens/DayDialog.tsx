import { useState } from 'react'
import { z } from 'zod'
import { dayClockOf, dayText, minuteOf } from '../../../kernel/time.ts'
import type { PlainDay } from '../../../kernel/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import type { ShownProblem } from '../../../ui/problem.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TimeField } from '../../../ui/TimeField.tsx'
import { DayType } from '../board.contract.ts'
import type { ShootDayId } from '../board.contract.ts'
import type { BoardSheet, SheetDay } from '../board.rules.ts'
import { dayTitle } from '../clashdays.rules.ts'
import { dayTypeWords } from '../days.rules.ts'
import { changeDay, DayDependant, removeDay } from '../days.contract.ts'
import css from './tools.module.css'
import type { BoardChange, BoardParams } from './useBoardChange.ts'

interface DayDialogProps {
  day: SheetDay
  sheet: BoardSheet
  params: BoardParams
  change: BoardChange
  onClose: () => void
}

type Question = { about: 'type' | 'date' | 'remove'; dependants: readonly string[] } | undefined

export const dayTypeChoices = DayType.options.map((type) => ({ value: type, label: dayTypeWords[type] }))

/** A day's date, type, call and aim. What hangs on it is asked about, and keeping it is the first answer. */
export function DayDialog({ day, sheet, params, change, onClose }: DayDialogProps) {
  const [onDate, setOnDate] = useState<string | null>(day.day.onDate)
  const [type, setType] = useState<DayType | null>(day.day.type)
  const [call, setCall] = useState<string | null>(day.day.callTime === null ? null : dayClockOf(day.day.callTime))
  const [target, setTarget] = useState<number | null>(day.day.targetEighths)
  const [unit, setUnit] = useState(day.day.unit)
  const [note, setNote] = useState(day.day.note)
  const [question, setQuestion] = useState<Question>()
  const [busy, setBusy] = useState(false)
  const at = { params: { ...params, dayId: day.day.id } }

  const save = async (answer: { swap?: boolean; strips?: 'keep' | 'boneyard' } = {}) => {
    if (onDate === null || type === null) return
    setBusy(true)
    const body = {
      onDate: onDate as PlainDay,
      type,
      unit,
      callTime: call === null ? null : minuteOf(call),
      targetEighths: target,
      note,
      ...answer,
    }
    const done = await change(changeDay, { ...at, body }, (problem) => {
      if (problem.type.endsWith('day-has-dependants')) setQuestion({ about: 'type', dependants: labelsOf(problem) })
      else if (problem.type.endsWith('day-taken')) setQuestion({ about: 'date', dependants: [] })
      else return false
      return true
    })
    setBusy(false)
    if (done) onClose()
  }
  const remove = async (strips?: 'boneyard' | ShootDayId) => {
    setBusy(true)
    const query = strips === undefined ? {} : { strips }
    const done = await change(removeDay, { ...at, query }, (problem) => {
      if (!problem.type.endsWith('day-has-dependants')) return false
      setQuestion({ about: 'remove', dependants: labelsOf(problem) })
      return true
    })
    setBusy(false)
    if (done) onClose()
  }

  if (question !== undefined)
    return (
      <Dialog open onClose={() => setQuestion(undefined)} title={questionTitle(question, day)} size="small">
        <Answers question={question} day={day} sheet={sheet} onSave={save} onRemove={remove} />
      </Dialog>
    )
  return (
    <Dialog open onClose={onClose} title={dayTitle(day)}>
      <div className={css.stack}>
        <div className={css.pair}>
          <DateField label="Date" required value={onDate} onChange={setOnDate} />
          <SelectField label="Kind of day" value={type} choices={dayTypeChoices} onChange={setType} />
          <TimeField label="Call" value={call} onChange={setCall} />
          <NumberField
            label="Aim, in eighths"
            placeholder={
              sheet.facts.board.defaultTargetEighths === null
                ? 'None on this board'
                : `${sheet.facts.board.defaultTargetEighths}, as the board`
            }
            value={target}
            onChange={setTarget}
            min={1}
            max={400}
          />
          <TextField label="Unit" value={unit} onChange={setUnit} />
          <TextField label="Note" value={note} onChange={setNote} />
        </div>
      </div>
      <DialogActions>
        <Button kind="accent" busy={busy} onClick={() => void save()}>
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="quiet" onClick={() => void remove()}>
          Take this day off the board…
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** What hangs on the day, in the words of whoever it belongs to. */
const labelsOf = (problem: ShownProblem): string[] =>
  z
    .array(DayDependant)
    .catch([])
    .parse(problem.extensions['dependants'])
    .map(({ label }) => label)

const questionTitle = (question: NonNullable<Question>, day: SheetDay): string =>
  question.about === 'date' ? 'That date has a day already' : `${dayText(day.day.onDate)} is not empty`

interface AnswersProps {
  question: NonNullable<Question>
  day: SheetDay
  sheet: BoardSheet
  onSave: (answer: { swap?: boolean; strips?: 'keep' | 'boneyard' }) => Promise<void>
  onRemove: (strips: 'boneyard' | ShootDayId) => Promise<void>
}

function Answers({ question, day, sheet, onSave, onRemove }: AnswersProps) {
  const others = sheet.days.filter((other) => other.day.id !== day.day.id)
  const [to, setTo] = useState<string | null>('boneyard')
  const hanging = question.dependants.join(', ')
  if (question.about === 'date')
    return (
      <DialogActions>
        <Button kind="accent" onClick={() => void onSave({ swap: true })}>
          Let the two days change places
        </Button>
      </DialogActions>
    )
  if (question.about === 'type')
    return (
      <>
        <p>
          {hanging}. Strips can stay with the day, or wait in the boneyard. Nothing is lost either way, and call sheets
          are kept.
        </p>
        <DialogActions>
          <Button kind="accent" onClick={() => void onSave({ strips: 'keep' })}>
            Keep them on the day
          </Button>
          <Button onClick={() => void onSave({ strips: 'boneyard' })}>To the boneyard</Button>
        </DialogActions>
      </>
    )
  return (
    <>
      <p>{hanging}. The day is archived, and call sheets are kept.</p>
      <SelectField
        label="Its strips go to"
        value={to}
        onChange={setTo}
        choices={[
          { value: 'boneyard', label: 'The boneyard' },
          ...others.map((other) => ({ value: other.day.id as string, label: dayTitle(other) })),
        ]}
      />
      <DialogActions>
        <Button kind="accent" onClick={() => void onRemove((to ?? 'boneyard') as 'boneyard' | ShootDayId)}>
          Take the day off
        </Button>
      </DialogActions>
    </>
  )
}
