import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { formatDay } from '../../../ui/dates.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { Section } from '../../../ui/Section.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { NewExclusivity, type Exclusivity } from '../exclusivity.contract.ts'
import css from './Casting.module.css'

interface ExclusivityListProps {
  name: string
  items: readonly Exclusivity[]
  /** Left out where nothing may be written down. */
  onAdd?: (body: NewExclusivity) => Promise<unknown>
  onTakeOut?: (it: Exclusivity) => void
}

/** For whom somebody may not work, and until when; whoever looks may write one down as they hear of it. */
export function ExclusivityList({ name, items, onAdd, onTakeOut }: ExclusivityListProps) {
  const [adding, setAdding] = useState(false)
  return (
    <Section
      title="Exclusive to"
      count={items.length}
      right={
        onAdd && (
          <Button size="small" icon={<IconPlus size={14} />} onClick={() => setAdding(true)}>
            Write down
          </Button>
        )
      }
    >
      <div className={css.lines}>
        {items.length === 0 && <p className={css.under}>Nothing is known that stands in the way.</p>}
        {items.map((it) => (
          <p key={it.id} className={css.said}>
            <b>{it.category}</b>
            {it.brand !== '' && ` for ${it.brand}`}, {formatDay(it.fromDay, { year: true })} until{' '}
            {formatDay(it.untilDay, { year: true })}
            <small>
              {it.source}
              {onTakeOut && !it.isOurs && (
                <>
                  {' '}
                  <TextButton onClick={() => onTakeOut(it)}>Take out</TextButton>
                </>
              )}
            </small>
          </p>
        ))}
      </div>
      <Dialog open={adding} onClose={() => setAdding(false)} title={`${name} is exclusive to`}>
        {adding && onAdd && <Adding onAdd={onAdd} onClose={() => setAdding(false)} />}
      </Dialog>
    </Section>
  )
}

interface Draft {
  category: string
  brand: string
  fromDay: string | null
  untilDay: string | null
  source: string
}

function Adding({ onAdd, onClose }: { onAdd: (body: NewExclusivity) => Promise<unknown>; onClose: () => void }) {
  const form = useForm<Draft, NewExclusivity>({
    schema: NewExclusivity,
    initial: { category: '', brand: '', fromDay: null, untilDay: null, source: '' },
    save: async (body) => {
      await onAdd(body)
      onClose()
    },
  })
  const { field } = form
  return (
    <Form of={form} action="Write down" onCancel={onClose}>
      <FieldRow>
        <TextField label="Category" hint="Beer, banking, cars" required autoFocus {...field('category')} />
        <TextField label="Brand" {...field('brand')} />
      </FieldRow>
      <FieldRow>
        <DateField label="From" required {...field('fromDay')} />
        <DateField label="Free again on" required {...field('untilDay')} />
      </FieldRow>
      <TextField label="Who told us" hint="The agent, a contract, the talent" required {...field('source')} />
    </Form>
  )
}
