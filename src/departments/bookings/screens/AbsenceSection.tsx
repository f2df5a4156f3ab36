import { useState } from 'react'
import { browser, refresh, useChange } from '../../../client/react.ts'
import { TextButton } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TimeField } from '../../../ui/TimeField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { bodyOf } from '../../../ui/bodyOf.ts'
import { clockOf, minuteOf, type WallTime } from '../../../kernel/time.ts'
import { useQueryClient } from '@tanstack/react-query'
import { addAbsence, removeAbsences, AbsenceKind, type Absence, type BookedResource } from '../booking.contract.ts'
import css from './Crew.module.css'
import { ABSENCE_WORDS } from './crewGrid.rules.ts'

interface AbsenceSectionProps {
  productionId: string
  resource: BookedResource
  absences: readonly Absence[]
  mayEdit: boolean
}

/** When somebody, a place or a unit cannot work, and how to enter it. */
export function AbsenceSection({ productionId, resource, absences, mayEdit }: AbsenceSectionProps) {
  const [adding, setAdding] = useState(false)
  const remove = useChange(removeAbsences, { onDone: () => toast.done('Taken back') })
  return (
    <Section
      title="Away"
      count={absences.length}
      right={mayEdit && !adding && <TextButton onClick={() => setAdding(true)}>Enter days</TextButton>}
    >
      <ul className={css.lines}>
        {absences.length === 0 && <li>Nothing entered for these days.</li>}
        {absences.map((it) => (
          <li key={it.id}>
            <span>
              <DateText on={it.onDate} /> {hours(it)}
            </span>
            {ABSENCE_WORDS[it.kind]}
            {it.note !== '' && `, ${it.note}`}
            {mayEdit && (it.productionId === null || it.productionId === productionId) && (
              <TextButton
                aria-label={`Take back ${ABSENCE_WORDS[it.kind].toLowerCase()} on ${it.onDate}`}
                onClick={() =>
                  remove.mutate({ params: { productionId, availabilityId: it.id } }, { onError: toast.problem })
                }
              >
                Take back
              </TextButton>
            )}
          </li>
        ))}
      </ul>
      {adding && <AbsenceForm productionId={productionId} resource={resource} onClose={() => setAdding(false)} />}
    </Section>
  )
}

const hours = ({ from, until }: Absence) =>
  from === null && until === null
    ? ''
    : `${from === null ? 'until' : clockOf(from)}${until === null ? ' on' : `–${clockOf(until)}`}`

interface Draft {
  from: string | null
  to: string | null
  fromTime: string | null
  untilTime: string | null
  kind: AbsenceKind | null
  note: string
}

const minute = (time: string | null) => (time === null ? null : minuteOf(time as WallTime))

function AbsenceForm({
  productionId,
  resource,
  onClose,
}: Pick<AbsenceSectionProps, 'productionId' | 'resource'> & { onClose: () => void }) {
  const client = useQueryClient()
  const form = useForm({
    schema: bodyOf(addAbsence),
    initial: { from: null, to: null, fromTime: null, untilTime: null, kind: 'day_off', note: '' } as Draft,
    toSend: ({ fromTime, untilTime, from, to, ...draft }) => ({
      ...draft,
      resource,
      from,
      to: to ?? from,
      fromMinute: minute(fromTime),
      untilMinute: minute(untilTime),
    }),
    save: async (body) => {
      await browser.call(addAbsence, { params: { productionId }, body, idempotencyKey: crypto.randomUUID() })
      toast.done('Entered')
      onClose()
      await refresh(client, productionId)
    },
  })
  return (
    <Form of={form} action="Enter" onCancel={onClose}>
      <SelectField
        label="Why"
        choices={AbsenceKind.options.map((value) => ({ value, label: ABSENCE_WORDS[value] }))}
        {...form.field('kind')}
      />
      <FieldRow>
        <DateField label="First day" required {...form.field('from')} />
        <DateField label="Last day" {...form.field('to')} />
      </FieldRow>
      <FieldRow>
        <TimeField label="From" hint="Empty: the whole day" {...form.field('fromTime')} />
        <TimeField label="Until" {...form.field('untilTime')} />
      </FieldRow>
      <TextField label="Note" {...form.field('note')} />
    </Form>
  )
}
