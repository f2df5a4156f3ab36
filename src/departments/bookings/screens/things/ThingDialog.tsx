import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../../client/react.ts'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../../ui/TextField.tsx'
import { DayMinuteField } from '../../../../ui/TimeField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { ZoneField } from '../../../../ui/ZoneField.tsx'
import { changeBookable, createBookable, NewBookable, type Bookable } from '../../bookable.contract.ts'
import { KINDS } from './things.rules.ts'

interface ThingDialogProps {
  thing: Bookable | null
  zone: string
  onClose: () => void
  onSaved: (id: string) => void
}

/** A room, a vehicle or another thing: what it is called, where it is, and when it can be had. */
export function ThingDialog({ thing, zone, onClose, onSaved }: ThingDialogProps) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: NewBookable,
    initial: draftOf(thing, zone),
    toSend: (draft) => ({ ...draft, byHours: draft.byHours === 'hours' }),
    save: async (body) => {
      const saved =
        thing === null
          ? await browser.call(createBookable, { body, idempotencyKey: key })
          : await browser.call(changeBookable, { params: { bookableId: thing.id }, ifMatch: thing.version, body })
      toast.done(thing === null ? `${saved.name} can be booked` : `${saved.name} is changed`)
      onClose()
      await refresh(client, null)
      onSaved(saved.id)
    },
  })
  const { field, draft } = form
  return (
    <Dialog open onClose={onClose} title={thing?.name ?? 'New room or vehicle'}>
      <Form of={form} action={thing === null ? 'Add' : 'Save'} onCancel={onClose}>
        <FieldRow>
          <SelectField
            label="It is"
            choices={Object.entries(KINDS).map(([value, { one }]) => ({ value, label: one }))}
            {...field('kind')}
          />
          <TextField label="Name" required autoFocus placeholder="Edit suite 2" {...field('name')} />
        </FieldRow>
        <FieldRow>
          <TextField label="Where" placeholder="Second floor" {...field('place')} />
          <TextField label={draft.kind === 'vehicle' ? 'Number plate' : 'Door or number'} {...field('mark')} />
        </FieldRow>
        <FieldRow>
          <NumberField label={draft.kind === 'vehicle' ? 'Seats' : 'Takes how many'} min={1} {...field('capacity')} />
          <SelectField
            label="Booked by"
            choices={[
              { value: 'days', label: 'Whole days' },
              { value: 'hours', label: 'Hours' },
            ]}
            {...field('byHours')}
          />
        </FieldRow>
        <FieldRow>
          <DayMinuteField label="Open from" placeholder="Always" {...field('opens')} />
          <DayMinuteField label="Until" placeholder="Always" {...field('closes')} />
        </FieldRow>
        <ZoneField label="Clock of its place" {...field('zone')} />
        <TextAreaField label="Notes" placeholder="Keys, parking, what is in it" {...field('notes')} />
      </Form>
    </Dialog>
  )
}

const draftOf = (thing: Bookable | null, zone: string) => ({
  kind: (thing?.kind ?? 'room') as Bookable['kind'] | null,
  name: thing?.name ?? '',
  place: thing?.place ?? '',
  mark: thing?.mark ?? '',
  capacity: (thing?.capacity ?? null) as number | null,
  notes: thing?.notes ?? '',
  byHours: (thing === null || thing.byHours ? 'hours' : 'days') as 'hours' | 'days' | null,
  opens: (thing?.opens ?? null) as number | null,
  closes: (thing?.closes ?? null) as number | null,
  zone: (thing?.zone ?? zone) as string | null,
})
