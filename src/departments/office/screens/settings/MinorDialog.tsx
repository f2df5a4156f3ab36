import { IconPlus, IconX } from '@tabler/icons-react'
import { browser } from '../../../../client/react.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { Button, IconButton } from '../../../../ui/Button.tsx'
import { DateField } from '../../../../ui/DateField.tsx'
import { FieldRow } from '../../../../ui/Form.tsx'
import { RowDialog } from '../../../../ui/RowDialog.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { AgeField, DayMinuteField, LengthField } from '../../../../ui/TimeField.tsx'
import { useRowForm, type RowEdit } from '../../../../ui/useRowForm.ts'
import {
  changeMinorProfile,
  createMinorProfile,
  listMinorProfiles,
  type MinorProfile,
} from '../../../productions/minors.contract.ts'
import { ageText, parseAge, wrongHours } from '../../../productions/minors.rules.ts'
import { completeRows, minorDraft, minorWords, nextRow, type RowDraft } from './minors.draft.rules.ts'
import css from './Minors.module.css'

const Body = bodyOf(createMinorProfile)

/** Corrects the hours of a place, or makes a place of the office's own from them. */
export function MinorDialog(edit: RowEdit<MinorProfile>) {
  const { row: profile } = edit
  const form = useRowForm(edit, {
    schema: Body,
    draftOf: minorDraft,
    list: () => browser.call(listMinorProfiles),
    create: (body, idempotencyKey) => browser.call(createMinorProfile, { body, idempotencyKey }),
    change: (body, ifMatch) =>
      browser.call(changeMinorProfile, { params: { minorProfileId: profile.id }, body, ifMatch }),
    said: 'Productions that go by it are checked anew',
    subject: `the hours of ${profile.name}`,
    words: minorWords,
  })
  const { field, draft, change, errors } = form
  const put = (at: number, part: Partial<RowDraft>) =>
    change({ rows: draft.rows.map((row, index) => (index === at ? { ...row, ...part } : row)) })
  const wrong = wrongHours(completeRows(draft))
  return (
    <RowDialog
      of={edit}
      form={form}
      change="Correct"
      own="Hours of another place"
      add="Add the place"
      size="full"
      isWide
    >
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
    </RowDialog>
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
