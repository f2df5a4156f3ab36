import { IconPlus, IconX } from '@tabler/icons-react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import type { Shared } from '../../../ui/formConflict.ts'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { WordsField } from '../../../ui/WordsField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import {
  changeProfile,
  getProfile,
  listDirectoryWords,
  ProfileBody,
  type Level,
  type Measurements,
  type Profile,
  type Representation,
} from '../profile.contract.ts'
import { levelWords, representationWords, sizeWords } from './profileWords.ts'
import css from './Record.module.css'

const choicesOf = <T extends string>(words: Record<T, string>) =>
  (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }))

type Draft = ReturnType<typeof draftOf>

const draftOf = ({ skills, tags, positions, travelKm, representation, measurements }: Profile) => ({
  skills,
  tags,
  positions,
  travelKm,
  representation,
  measurements: measurements ?? {},
})

const fieldWords: Shared<Draft>['words'] = {
  skills: 'Skills',
  tags: 'Tags',
  positions: {
    word: 'Positions',
    say: (rows) => rows.map(({ position, level }) => `${position} (${levelWords[level].toLowerCase()})`).join(', '),
  },
  travelKm: 'Travels up to, km',
  representation: { word: 'Represented', say: (it) => representationWords[it] },
  measurements: {
    word: 'Measurements',
    say: (sizes) =>
      (Object.keys(sizeWords) as (keyof Measurements)[])
        .flatMap((key) => (sizes[key] ? [`${sizeWords[key]} ${sizes[key]}`] : []))
        .join(', '),
  },
}

/** Skills, positions, travel, representation and sizes of one person. */
export const ProfileDialog = ({ open, profile, onClose }: { open: boolean; profile: Profile; onClose: () => void }) => (
  <Dialog open={open} onClose={onClose} title="Skills and sizes">
    {open && <ProfileForm profile={profile} onClose={onClose} />}
  </Dialog>
)

function ProfileForm({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const client = useQueryClient()
  const words = useAsk(listDirectoryWords).data
  const params = { personId: profile.personId }
  const seesSizes = profile.measurements !== null
  const form = useForm({
    schema: ProfileBody,
    initial: draftOf(profile),
    toSend: ({ measurements, positions: rows, ...draft }) => ({
      ...draft,
      positions: rows.filter(({ position }) => position.trim() !== ''),
      ...(seesSizes && {
        measurements: Object.fromEntries(
          Object.entries(measurements).filter(([, value]) => (value ?? '').trim() !== ''),
        ),
      }),
    }),
    save: async (body, version = profile.version) => {
      await browser.call(changeProfile, { params, body, ifMatch: version })
      toast.done('Saved')
      onClose()
      await refresh(client, null)
    },
    shared: {
      subject: 'these skills and sizes',
      version: profile.version,
      read: async () => {
        void refresh(client, null)
        const theirs = await browser.call(getProfile, { params })
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: fieldWords,
    },
  })
  return (
    <Form of={form} action="Save" onCancel={onClose}>
      <WordsField label="Skills" known={words?.skills ?? []} {...form.field('skills')} />
      <WordsField
        label="Tags"
        hint="Your own words to find people by"
        known={words?.tags ?? []}
        {...form.field('tags')}
      />
      <PositionRows value={form.draft.positions} onChange={(next) => form.change({ positions: next })} />
      <FieldRow>
        <NumberField label="Travels up to" unit="km" min={0} {...form.field('travelKm')} />
        <SelectField
          label="Represented"
          choices={choicesOf(representationWords)}
          value={form.draft.representation}
          onChange={(next) => form.change({ representation: next as Representation })}
        />
      </FieldRow>
      {seesSizes && (
        <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
          <legend>Measurements</legend>
          <div className={css.sizes}>
            {(Object.keys(sizeWords) as (keyof Measurements)[]).map((key) => (
              <TextField
                key={key}
                label={sizeWords[key]}
                value={form.draft.measurements[key] ?? ''}
                onChange={(next) => form.change({ measurements: { ...form.draft.measurements, [key]: next } })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </Form>
  )
}

type Rows = Profile['positions']

function PositionRows({ value, onChange }: { value: Rows; onChange: (next: Rows) => void }) {
  const put = (at: number, part: Partial<Rows[number]>) =>
    onChange(value.map((row, index) => (index === at ? { ...row, ...part } : row)))
  return (
    <div className={css.rows}>
      {value.map((row, at) => (
        <div key={at} className={css.row}>
          <TextField label={`Position ${at + 1}`} value={row.position} onChange={(position) => put(at, { position })} />
          <SelectField
            label="Level"
            choices={choicesOf(levelWords)}
            value={row.level}
            onChange={(level) => put(at, { level: level as Level })}
          />
          <IconButton
            label={`Take out ${row.position || 'this position'}`}
            icon={<IconX size={16} />}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          kind="quiet"
          icon={<IconPlus size={14} />}
          onClick={() => onChange([...value, { position: '', level: 'experienced' }])}
        >
          Add position
        </Button>
      </div>
    </div>
  )
}
