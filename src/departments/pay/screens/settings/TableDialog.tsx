import type { ReactNode } from 'react'
import { browser } from '../../../../client/react.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { CheckField } from '../../../../ui/CheckField.tsx'
import { DateField } from '../../../../ui/DateField.tsx'
import { FieldRow } from '../../../../ui/Form.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { RowDialog } from '../../../../ui/RowDialog.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { DayMinuteField, LengthField } from '../../../../ui/TimeField.tsx'
import { useRowForm, type RowEdit } from '../../../../ui/useRowForm.ts'
import { addPayProfile, changePayProfile, listPayProfiles, type PayProfileRecord } from '../../rate.contract.ts'
import { hourlyWords } from '../../table.rules.ts'
import { StepsField } from './StepsField.tsx'
import { tableBody, tableDraft, tableWords, type StepDraft } from './table.draft.rules.ts'
import css from './Tables.module.css'

const Body = bodyOf(addPayProfile)

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={css.part} aria-label={title}>
    <h3>{title}</h3>
    {children}
  </section>
)

/** Corrects an overtime table, or makes one of the office's own from it. */
export function TableDialog(edit: RowEdit<PayProfileRecord>) {
  const { row: table } = edit
  const form = useRowForm(edit, {
    schema: Body,
    draftOf: tableDraft,
    toSend: tableBody,
    list: () => browser.call(listPayProfiles),
    create: (body, idempotencyKey) => browser.call(addPayProfile, { body, idempotencyKey }),
    change: (body, ifMatch) => browser.call(changePayProfile, { params: { profileId: table.id }, body, ifMatch }),
    said: 'Days that are not approved yet, and not signed for, follow it',
    words: tableWords,
  })
  const { field, draft, change, errors } = form
  const { weekly, night } = draft
  return (
    <RowDialog
      of={edit}
      form={form}
      change="Correct"
      own="An overtime table of your own"
      add="Add table"
      size="wide"
      isWide
    >
      <TextField label="Name" required autoFocus {...field('name')} />
      <FieldRow>
        <TextField label="Source" hint="The agreement or law these are from" required {...field('source')} />
        <DateField label="As of" hint="When they were true" required {...field('asOf')} />
      </FieldRow>
      <FieldRow>
        <SelectField
          label="Hourly rate of a day rate"
          required
          choices={Object.entries(hourlyWords).map(([value, label]) => ({
            value: value as PayProfileRecord['hourly'],
            label,
          }))}
          {...field('hourly')}
        />
        <NumberField
          label="Time is rounded up to"
          unit="min"
          min={1}
          max={60}
          required
          {...field('incrementMinutes')}
        />
      </FieldRow>
      <Part title="Each day">
        <StepsField label="Each day" {...field('steps')} error={errors['rules']} />
      </Part>
      <RunningDay title="6th day in a row" {...field('sixthDay')} />
      <RunningDay title="7th day in a row" {...field('seventhDay')} />
      <Part title="In a week">
        <CheckField label="Hours beyond a week’s count more" {...field('hasWeekly')} />
        {draft.hasWeekly && (
          <FieldRow>
            <LengthField
              label="From hour of the week"
              value={weekly.fromMinutes}
              onChange={(fromMinutes) => change({ weekly: { ...weekly, fromMinutes } })}
            />
            <NumberField
              label="Times the hour"
              min={1}
              decimals={2}
              step={0.5}
              value={weekly.times}
              onChange={(times) => change({ weekly: { ...weekly, times } })}
            />
          </FieldRow>
        )}
      </Part>
      <Part title="At night">
        <CheckField label="Hours at night count at least so often" {...field('hasNight')} />
        {draft.hasNight && (
          <FieldRow>
            <DayMinuteField
              label="From"
              value={night.from}
              onChange={(from) => change({ night: { ...night, from } })}
            />
            <DayMinuteField
              label="Until"
              value={night.until}
              onChange={(until) => change({ night: { ...night, until } })}
            />
            <NumberField
              label="Times the hour"
              min={1}
              decimals={2}
              step={0.5}
              value={night.times}
              onChange={(times) => change({ night: { ...night, times } })}
            />
          </FieldRow>
        )}
      </Part>
    </RowDialog>
  )
}

interface RunningDayProps {
  title: string
  value: StepDraft[] | null
  onChange: (next: StepDraft[] | null) => void
}

function RunningDay({ title, value, onChange }: RunningDayProps) {
  return (
    <Part title={title}>
      <CheckField
        label="Has steps of its own"
        value={value !== null}
        onChange={(own) => onChange(own ? [{ fromMinutes: 0, times: 1.5 }] : null)}
      />
      {value !== null && <StepsField label={title} value={value} onChange={onChange} />}
    </Part>
  )
}
