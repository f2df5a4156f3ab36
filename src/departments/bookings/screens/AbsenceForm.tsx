import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import { minuteOf, weekdayNames, type WallTime } from '../../../kernel/time.ts'
import { bodyOf } from '../../../ui/bodyOf.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { MultiSelectField, SelectField, type ChoiceGroup } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TimeField } from '../../../ui/TimeField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { addAbsence, AbsenceKind, type BookedResource } from '../booking.contract.ts'
import { ABSENCE_WORDS } from './crewGrid.rules.ts'

interface Draft {
  /** `person:…`, `location:…`, `unit:…`. */
  who: string | null
  from: string | null
  to: string | null
  fromTime: string | null
  untilTime: string | null
  kind: AbsenceKind | null
  weekdays: string[]
  note: string
}

const WEEKDAYS = weekdayNames.map((label, at) => ({
  value: String(at + 1),
  label,
}))

const minute = (time: string | null) => (time === null ? null : minuteOf(time as WallTime))

const keyOf = ({ kind, id }: BookedResource) => `${kind}:${id}`
const resourceOf = (key: string | null) => {
  const [kind, ...id] = (key ?? '').split(':')
  return { kind, id: id.join(':') }
}

interface AbsenceFormProps {
  productionId: string
  /** Absent: chosen in the form among `choices`. */
  resource?: BookedResource
  choices?: readonly ChoiceGroup[]
  onClose: () => void
}

/** Enter when somebody, a place or a unit cannot work: days, or hours of them. */
export function AbsenceForm({ productionId, resource, choices, onClose }: AbsenceFormProps) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const who = resource === undefined ? null : keyOf(resource)
  const form = useForm({
    schema: bodyOf(addAbsence),
    initial: {
      who,
      from: null,
      to: null,
      fromTime: null,
      untilTime: null,
      kind: 'day_off',
      weekdays: [],
      note: '',
    } as Draft,
    toSend: (draft) => ({
      resource: resourceOf(draft.who),
      kind: draft.kind,
      note: draft.note,
      weekdays: draft.weekdays.map(Number),
      from: draft.from,
      to: draft.to ?? draft.from,
      fromMinute: minute(draft.fromTime),
      untilMinute: minute(draft.untilTime),
    }),
    save: async (body) => {
      await browser.call(addAbsence, { params: { productionId }, body, idempotencyKey: key })
      toast.done('Entered')
      onClose()
      await refresh(client, productionId)
    },
  })
  const { field, errors } = form
  return (
    <Form of={form} action="Enter" onCancel={onClose}>
      {choices && (
        <SelectField
          label="Who or what"
          required
          searchable
          choices={choices}
          {...field('who')}
          error={errors['resource'] && 'Choose who or what cannot work.'}
        />
      )}
      <SelectField
        label="Why"
        choices={AbsenceKind.options.map((value) => ({ value, label: ABSENCE_WORDS[value] }))}
        {...field('kind')}
      />
      <FieldRow>
        <DateField label="First day" required {...field('from')} error={errors['from'] && 'Choose the first day.'} />
        <DateField label="Last day" {...field('to')} error={form.draft.from === null ? undefined : errors['to']} />
      </FieldRow>
      <MultiSelectField
        label="Every week on"
        hint="Empty: every day from the first to the last"
        choices={WEEKDAYS}
        {...field('weekdays')}
      />
      <FieldRow>
        <TimeField label="From" hint="Empty: the whole day" {...field('fromTime')} error={errors['fromMinute']} />
        <TimeField label="Until" {...field('untilTime')} error={errors['untilMinute']} />
      </FieldRow>
      <TextField label="Note" {...field('note')} />
    </Form>
  )
}
