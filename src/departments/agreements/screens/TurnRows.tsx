import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { PartyRole } from '../kinds.rules.ts'
import css from './Agreements.module.css'
import { roleWords } from './words.ts'

interface Turn {
  readonly turn: number
  readonly role: PartyRole
  /** As what somebody takes part: *Crew member*. */
  readonly label: string
}

interface Props<Row extends Turn> {
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
  /** What a row begins as, given the turn after the last. */
  blank: (turn: number) => Row
  error?: string | undefined
  /** Fields of this kind of row, after what it does. */
  children: (row: Row, set: (part: Partial<Row>) => void) => ReactNode
}

/** Who does what in which turn: one row each, in the order they were entered. */
export function TurnRows<Row extends Turn>({ rows, onChange, blank, error, children }: Props<Row>) {
  const setAt = (at: number) => (part: Partial<Row>) =>
    onChange(rows.map((each, i) => (i === at ? { ...each, ...part } : each)))
  const last = Math.max(0, ...rows.map(({ turn }) => turn))
  return (
    <div className={css.fields}>
      {rows.map((row, at) => {
        const set = setAt(at)
        return (
          <div key={at} className={css.signer}>
            <NumberField
              label="Turn"
              min={1}
              max={50}
              value={row.turn}
              onChange={(turn) => set({ turn: turn ?? 1 } as Partial<Row>)}
            />
            <SelectField
              label="Does"
              choices={PartyRole.options.map((role) => ({ value: role, label: roleWords[role] }))}
              value={row.role}
              onChange={(role) => set({ role: role ?? 'signer' } as Partial<Row>)}
            />
            <TextField label="As" value={row.label} onChange={(label) => set({ label } as Partial<Row>)} />
            {children(row, set)}
            <IconButton
              label={`Remove ${row.label === '' ? 'this row' : row.label}`}
              icon={<IconTrash size={16} />}
              onClick={() => onChange(rows.filter((_, i) => i !== at))}
            />
          </div>
        )
      })}
      {error !== undefined && (
        <p className={css.fault} role="alert">
          {error}
        </p>
      )}
      <Button size="small" icon={<IconPlus size={16} />} onClick={() => onChange([...rows, blank(last + 1)])}>
        Add somebody
      </Button>
    </div>
  )
}
