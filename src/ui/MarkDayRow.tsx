import { useState } from 'react'
import type { PlainDay } from '../kernel/time.ts'
import { Button } from './Button.tsx'
import { DateField } from './DateField.tsx'
import css from './MarkDayRow.module.css'
import { SelectField, type Choices } from './SelectField.tsx'
import { TextField } from './TextField.tsx'

interface MarkDayRowProps<Kind extends string> {
  choices: Choices
  /** What is chosen to begin with. */
  usual: Kind
  busy?: boolean
  onMark: (day: { onDate: PlainDay; kind: Kind; label: string }) => void
}

/** Fields of one line that mark a date of a calendar. */
export function MarkDayRow<Kind extends string>({ choices, usual, busy = false, onMark }: MarkDayRowProps<Kind>) {
  const [onDate, setOnDate] = useState<string | null>(null)
  const [kind, setKind] = useState<Kind | null>(usual)
  const [label, setLabel] = useState('')
  const mark = () => {
    if (onDate === null || kind === null) return
    onMark({ onDate: onDate as PlainDay, kind, label: label.trim() })
    setOnDate(null)
    setLabel('')
  }
  return (
    <div className={css.mark}>
      <DateField label="Day" hideLabel placeholder="Day" value={onDate} onChange={setOnDate} />
      <SelectField label="What it is" hideLabel choices={choices} value={kind} onChange={setKind} />
      <TextField
        label="Why"
        hideLabel
        placeholder="Why, if it needs saying"
        value={label}
        onChange={setLabel}
        onEnter={mark}
      />
      <Button busy={busy} disabled={onDate === null || kind === null} onClick={mark}>
        Mark
      </Button>
    </div>
  )
}
