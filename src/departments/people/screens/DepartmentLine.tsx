import { IconArrowDown, IconArrowUp, IconChevronDown, IconChevronRight, IconX } from '@tabler/icons-react'
import { IconButton } from '../../../ui/Button.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { plural } from '../../../ui/words.ts'
import css from './CrewDepartments.module.css'
import { positionsIn } from './positionLines.rules.ts'

export interface DepartmentDraft {
  /** Stays while the name is typed. */
  key: string
  id: string | null
  name: string
  callOffsetMinutes: number | null
  /** The positions as they are typed, one a line. */
  lines: string
  uses: number
  isCast: boolean
}

interface DepartmentLineProps {
  row: DepartmentDraft
  isOpen: boolean
  canRise: boolean
  canSink: boolean
  onOpen: () => void
  onChange: (row: DepartmentDraft) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One department; its positions are a field of lines below it while it is open. */
export function DepartmentLine({
  row,
  isOpen,
  canRise,
  canSink,
  onOpen,
  onChange,
  onMove,
  onRemove,
}: DepartmentLineProps) {
  const positions = positionsIn(row.lines)
  const name = row.name || 'the new department'
  return (
    <li className={css.department}>
      <div className={css.line}>
        <TextField
          label="Department"
          hideLabel
          value={row.name}
          onChange={(next) => onChange({ ...row, name: next })}
        />
        <NumberField
          label={`Minutes from general call of ${name}`}
          hideLabel
          unit="min"
          min={-720}
          max={720}
          step={15}
          value={row.callOffsetMinutes}
          onChange={(callOffsetMinutes) => onChange({ ...row, callOffsetMinutes })}
        />
        <button type="button" className={css.positions} aria-expanded={isOpen} onClick={onOpen}>
          {isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
          <b>{plural(positions.length, 'position')}</b>
          <span>{positions.map((it) => it.name).join(', ')}</span>
        </button>
        <span className={css.acts}>
          <IconButton
            label={`Move ${name} up`}
            icon={<IconArrowUp size={16} />}
            disabled={!canRise}
            onClick={() => onMove(-1)}
          />
          <IconButton
            label={`Move ${name} down`}
            icon={<IconArrowDown size={16} />}
            disabled={!canSink}
            onClick={() => onMove(1)}
          />
          <IconButton
            label={whyStays(row) ?? `Take ${name} out`}
            icon={<IconX size={16} />}
            disabled={whyStays(row) !== undefined}
            onClick={onRemove}
          />
        </span>
      </div>
      {isOpen && (
        <TextAreaField
          label={`Positions of ${name}`}
          hint="One a line, in their order; what else it is called after a colon: 1st AC: Focus puller, First AC"
          value={row.lines}
          rows={6}
          onChange={(lines) => onChange({ ...row, lines })}
        />
      )}
    </li>
  )
}

function whyStays({ name, isCast, uses }: DepartmentDraft): string | undefined {
  if (isCast) return `${name} stays: performers belong to it`
  return uses > 0 ? `${name} stays: ${plural(uses, 'line')} of people and crew lists` : undefined
}
