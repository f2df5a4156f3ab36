import { IconPlus, IconX } from '@tabler/icons-react'
import { Button, IconButton } from '../../../ui/Button.tsx'
import type { FieldOf } from '../../../ui/field.ts'
import { TextField } from '../../../ui/TextField.tsx'
import type { Reach } from '../draft.contract.ts'
import css from './People.module.css'

interface ReachFieldsProps extends FieldOf<Reach[]> {
  kind: 'email' | 'phone'
}

const words = { email: { one: 'E-mail', add: 'Add e-mail' }, phone: { one: 'Phone', add: 'Add phone' } }

/** Addresses or numbers in the order people use them: the first is the one call sheets and messages take. */
export function ReachFields({ kind, value, onChange, error }: ReachFieldsProps) {
  const put = (at: number, part: Partial<Reach>) =>
    onChange(value.map((reach, index) => (index === at ? { ...reach, ...part } : reach)))
  return (
    <div>
      {value.map((reach, at) => (
        <div key={at} className={css.reach}>
          <TextField
            label={value.length > 1 ? `${words[kind].one} ${at + 1}` : words[kind].one}
            type={kind === 'email' ? 'email' : 'tel'}
            value={reach.value}
            error={at === 0 ? error : undefined}
            onChange={(next) => put(at, { value: next })}
          />
          <TextField
            label="Kind"
            placeholder="work"
            value={reach.label ?? ''}
            onChange={(next) => put(at, { label: next.trim() === '' ? null : next })}
          />
          <IconButton
            label={`Take out ${reach.value || words[kind].one.toLowerCase()}`}
            icon={<IconX size={16} />}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button
        size="small"
        kind="quiet"
        icon={<IconPlus size={14} />}
        onClick={() => onChange([...value, { label: null, value: '' }])}
      >
        {words[kind].add}
      </Button>
    </div>
  )
}
