import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useGo } from '../../../ui/address.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { formatDay } from '../../../ui/dates.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { Carry, createCallSheet, type CallSheetLine } from '../sheet.contract.ts'

export interface NewSheetDraft {
  onDate: string | null
  unit: string
}

const carryWords: Record<Carry, string> = {
  timing: 'Timing and department offsets',
  notices: 'Notices and blocks for the day',
  safety: 'Safety and hospital typed in',
  channels: 'Radio channels',
  catering: 'Caterer, diets and lunch place',
  vehicles: 'Vehicles',
  people: 'Words about people: transport, where to report, on call',
}

interface Draft extends NewSheetDraft {
  variant: string
  from: string | null
  carry: Carry[]
}

interface NewSheetProps {
  productionId: ProductionId
  draft: NewSheetDraft
  others: readonly CallSheetLine[]
  onClose: () => void
}

/** A day's sheet, another variant of it, or a copy that takes along what is chosen. Times are always computed anew. */
export function NewSheetDialog({ productionId, draft, others, onClose }: NewSheetProps) {
  const go = useGo()
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: createCallSheet.body!.omit({ weekday: true, copyFrom: true }).loose(),
    initial: {
      ...draft,
      variant: '',
      from: null,
      carry: ['timing', 'notices', 'safety', 'channels', 'catering'],
    } as Draft,
    save: async ({ onDate, unit, variant }) => {
      const { from, carry } = form.draft
      const copyFrom = from === null ? {} : { copyFrom: { callSheetId: from, carry } }
      const made = await browser.call(createCallSheet, {
        params: { productionId },
        body: { onDate, unit, variant, ...copyFrom },
        idempotencyKey: key,
      })
      void refresh(client, productionId)
      onClose()
      go(`/productions/${productionId}/callsheets/${made.id}`)
    },
  })
  const { draft: now, change, field } = form
  return (
    <Dialog open onClose={onClose} title="New call sheet">
      <Form of={form} action="Make the sheet" onCancel={onClose}>
        <FieldRow>
          <DateField label="Day" required {...field('onDate')} />
          <TextField label="Unit" {...field('unit')} />
        </FieldRow>
        <TextField
          label="Variant"
          hint="Only for a second plan of the same day, such as Weather cover"
          {...field('variant')}
        />
        {others.length > 0 && (
          <SelectField
            label="Start from another day"
            hint="Takes along what you choose; times and people come from the day itself"
            clearable
            choices={others.map((it) => ({
              value: it.id,
              label: `${formatDay(it.onDate)}, ${it.dayLabel}${it.variant === '' ? '' : `, ${it.variant}`}`,
            }))}
            {...field('from')}
          />
        )}
        {now.from !== null &&
          Carry.options.map((name) => (
            <CheckField
              key={name}
              label={carryWords[name]}
              value={now.carry.includes(name)}
              onChange={(on) => change({ carry: on ? [...now.carry, name] : now.carry.filter((it) => it !== name) })}
            />
          ))}
      </Form>
    </Dialog>
  )
}
