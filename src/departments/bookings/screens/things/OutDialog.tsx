import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../../client/react.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { DateField } from '../../../../ui/DateField.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { DayMinuteField } from '../../../../ui/TimeField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { addOutOfService, type Bookable } from '../../bookable.contract.ts'

/** Days, or hours of them, on which something cannot be had. */
export function OutDialog({ thing, onClose }: { thing: Bookable; onClose: () => void }) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: bodyOf(addOutOfService),
    initial: {
      from: null as string | null,
      to: null as string | null,
      note: '',
      fromMinute: null as number | null,
      untilMinute: null as number | null,
    },
    toSend: (draft) => ({ ...draft, to: draft.to ?? draft.from }),
    save: async (body) => {
      await browser.call(addOutOfService, { params: { bookableId: thing.id }, body, idempotencyKey: key })
      toast.done(`${thing.name} is out of service on these days`)
      onClose()
      await refresh(client, null)
    },
  })
  const { field } = form
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${thing.name} cannot be had`}
      about="What is booked on these days stays booked, and shows beside it."
    >
      <Form of={form} action="Out of service" onCancel={onClose}>
        <FieldRow>
          <DateField label="From" required {...field('from')} />
          <DateField label="To" hint="Empty: that day only" {...field('to')} />
        </FieldRow>
        <FieldRow>
          <DayMinuteField label="From" placeholder="All day" {...field('fromMinute')} />
          <DayMinuteField label="Until" placeholder="All day" {...field('untilMinute')} />
        </FieldRow>
        <TextField label="Why" placeholder="Service, cleaning, let to somebody else" {...field('note')} />
      </Form>
    </Dialog>
  )
}
