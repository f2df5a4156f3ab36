import { IconPlus, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../../client/react.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { Button, IconButton } from '../../../../ui/Button.tsx'
import { DateField } from '../../../../ui/DateField.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { AgeField, DayMinuteField, LengthField } from '../../../../ui/TimeField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import {
  changeMinorProfile,
  createMinorProfile,
  listMinorProfiles,
  type MinorProfile,
} from '../../../productions/minors.contract.ts'
import { ageText, parseAge, wrongHours } from '../../../productions/minors.rules.ts'
import { completeRows, minorDraft, minorWords, nextRow, type MinorDraft, type RowDraft } from './minors.draft.rules.ts'
import css from './Minors.module.css'

interface MinorDialogProps {
  profile: MinorProfile
  mode: 'change' | 'copy'
  onClose: () => void
}

const Body = bodyOf(createMinorProfile)

function MinorForm({ profile, mode, onClose }: MinorDialogProps) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: Body,
    initial: { ...minorDraft(profile), ...(mode === 'copy' && { name: `${profile.name}, ours` }) } as MinorDraft,
    save: async (body, version = profile.version) => {
      if (mode === 'copy') await browser.call(createMinorProfile, { body, idempotencyKey: key })
      else
        await browser.call(changeMinorProfile, {
          params: { minorProfileId: profile.id },
          body,
          ifMatch: version,
        })
      toast.done(mode === 'copy' ? `${body.name} can be chosen now` : 'Productions that go by it are checked anew')
      void refresh(client, null)
      onClose()
    },
    shared:
      mode === 'copy'
        ? undefined
        : {
            subject: `the hours of ${profile.name}`,
            version: profile.version,
            read: async () => {
              const theirs =
                (await browser.call(listMinorProfiles)).items.find(({ id }) => id === profile.id) ?? profile
              return { draft: minorDraft(theirs), version: theirs.version }
            },
            words: minorWords,
          },
  })
  const { field, draft, change, errors } = form
  const put = (at: number, part: Partial<RowDraft>) =>
    change({ rows: draft.rows.map((row, index) => (index === at ? { ...row, ...part } : row)) })
  const wrong = wrongHours(completeRows(draft))
  return (
    <Form of={form} action={mode === 'copy' ? 'Add the place' : 'Save'} onCancel={onClose} isWide>
      <FieldRow>
        <TextField label="Place" required autoFocus {...field('name')} />
        <TextField label="Source" required {...field('source')} />
        <DateField label="As of" required {...field('dated')} />
        <LengthField label="A meal adds" required {...field('mealExtendsMinutes')} />
      </FieldRow>
      <div className={css.scroll}>
        <table className={css.edit}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th aria-label="Take out" />
            </tr>
          </thead>
          <tbody>
            {draft.rows.map((row, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows have no names that stay while they are typed
              <tr key={at}>
                <RowFields row={row} at={at} onChange={(part) => put(at, part)} />
                <td>
                  <IconButton
                    label={`Take row ${at + 1} out`}
                    size="small"
                    icon={<IconX size={14} />}
                    onClick={() => change({ rows: draft.rows.filter((_, index) => index !== at) })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(wrong.length > 0 || errors['rows'] !== undefined) && (
        <p className={css.wrong} role="alert">
          {wrong.length > 0 ? wrong.join(' ') : 'Every age needs all of its figures.'}
        </p>
      )}
      <div>
        <Button
          size="small"
          icon={<IconPlus size={14} />}
          onClick={() => change({ rows: [...draft.rows, nextRow(draft.rows)] })}
        >
          Add an age
        </Button>
      </div>
    </Form>
  )
}

const heads = [
  'From age',
  'Until',
  'Day',
  'Work',
  'On set',
  'School',
  'Rest',
  'Not before',
  'Not after',
  'Before free day',
]
const days = [
  { value: 'school', label: 'School' },
  { value: 'free', label: 'No school' },
]

interface RowFieldsProps {
  row: RowDraft
  at: number
  onChange: (part: Partial<RowDraft>) => void
}

function RowFields({ row, at, onChange }: RowFieldsProps) {
  const name = (head: string) => ({ label: `${head}, row ${at + 1}`, hideLabel: true })
  const age = (head: string, value: number | null, put: (months: number | null) => void) => (
    <AgeField {...name(head)} write={ageText} read={parseAge} value={value} onChange={put} />
  )
  return (
    <>
      <td>{age('From age', row.fromAgeMonths, (fromAgeMonths) => onChange({ fromAgeMonths }))}</td>
      <td>{age('Until', row.untilAgeMonths, (untilAgeMonths) => onChange({ untilAgeMonths }))}</td>
      <td>
        <SelectField
          {...name('Day')}
          choices={days}
          value={row.onSchoolDay === false ? 'free' : 'school'}
          onChange={(day) => onChange({ onSchoolDay: day !== 'free' })}
        />
      </td>
      {lengths.map(([key, head]) => (
        <td key={key}>
          <LengthField {...name(head)} value={row[key]} onChange={(minutes) => onChange({ [key]: minutes })} />
        </td>
      ))}
      {clocks.map(([key, head]) => (
        <td key={key}>
          <DayMinuteField {...name(head)} value={row[key]} onChange={(minute) => onChange({ [key]: minute })} />
        </td>
      ))}
    </>
  )
}

const lengths = [
  ['workMinutes', 'Work'],
  ['onSetMinutes', 'On set'],
  ['schoolMinutes', 'School'],
  ['restMinutes', 'Rest'],
] as const
const clocks = [
  ['earliest', 'Not before'],
  ['latest', 'Not after'],
  ['latestBeforeFreeDay', 'Before free day'],
] as const

/** Corrects the hours of a place, or makes a place of the office's own from them. */
export const MinorDialog = (props: MinorDialogProps) => (
  <Dialog
    open
    onClose={props.onClose}
    size="full"
    title={props.mode === 'copy' ? 'Hours of another place' : `Correct ${props.profile.name}`}
  >
    <MinorForm {...props} />
  </Dialog>
)
