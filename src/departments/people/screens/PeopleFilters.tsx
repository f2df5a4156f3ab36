import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { FieldRow } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { RateLimit } from '../person.contract.ts'
import { listDirectoryWords } from '../profile.contract.ts'
import type { PeopleFilters } from './usePages.ts'

const names = [
  'skill',
  'tag',
  'language',
  'position',
  'city',
  'voice',
  'ageFrom',
  'ageUntil',
  'has',
  'maxDayRate',
] as const
type Name = (typeof names)[number]

/** The directory's filters, which live in the address. */
export function usePeopleFilters() {
  const [skill, setSkill] = useSearchValue('skill')
  const [language, setLanguage] = useSearchValue('language')
  const [position, setPosition] = useSearchValue('position')
  const [city, setCity] = useSearchValue('city')
  const [has, setHas] = useSearchValue('has')
  const [tag, setTag] = useSearchValue('tag')
  const [voice, setVoice] = useSearchValue('voice')
  const [ageFrom, setAgeFrom] = useSearchValue('ageFrom')
  const [ageUntil, setAgeUntil] = useSearchValue('ageUntil')
  const [maxDayRate, setRate] = useSearchValue('rate')
  const values: Omit<PeopleFilters, 'departmentId'> = {
    skill,
    language,
    position,
    city,
    has,
    tag,
    voice,
    ageFrom,
    ageUntil,
    maxDayRate: RateLimit.safeParse(maxDayRate).success ? maxDayRate : undefined,
  }
  const set: Record<Name, (next: string | undefined) => void> = {
    skill: setSkill,
    language: setLanguage,
    position: setPosition,
    city: setCity,
    has: setHas,
    tag: setTag,
    voice: setVoice,
    ageFrom: setAgeFrom,
    ageUntil: setAgeUntil,
    maxDayRate: setRate,
  }
  const count = names.filter((name) => values[name] !== undefined).length
  return { values, typedRate: maxDayRate, set, count, any: count > 0 }
}

type Handle = ReturnType<typeof usePeopleFilters>

const choices = (words: readonly string[] | undefined) => (words ?? []).map((value) => ({ value, label: value }))

/** One button in the toolbar; the fields stand in a dialog, because there are more of them than a row has room for. */
export function PeopleFilterFields({ of: { values, typedRate, set, count } }: { of: Handle }) {
  const [open, setOpen] = useState(false)
  const words = useAsk(listDirectoryWords, {}, { enabled: open }).data
  const one = (name: Name, label: string, known: readonly string[] | undefined) => (
    <SelectField
      label={label}
      clearable
      searchable
      choices={choices([...new Set([...(values[name] ? [values[name]] : []), ...(known ?? [])])])}
      value={values[name] ?? null}
      onChange={(next) => set[name](next ?? undefined)}
    />
  )
  const years = (name: 'ageFrom' | 'ageUntil', label: string) => (
    <NumberField
      label={label}
      unit="years"
      min={0}
      max={120}
      value={values[name] === undefined ? null : Number(values[name])}
      onChange={(next) => set[name](next === null ? undefined : String(next))}
    />
  )
  return (
    <>
      <Button icon={<IconFilter size={16} />} onClick={() => setOpen(true)} aria-pressed={count > 0}>
        {count === 0 ? 'Filter' : `Filter (${count})`}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Filter people">
        <FieldRow>
          {one('skill', 'Skill', words?.skills)}
          {one('position', 'Any of their positions', words?.positions)}
        </FieldRow>
        <FieldRow>
          {one('language', 'Language', words?.languages)}
          {one('city', 'Based in', words?.cities)}
        </FieldRow>
        <FieldRow>
          {one('tag', 'Tag', words?.tags)}
          <TextField
            label="Voice"
            hint="A tag or language of their samples"
            value={values.voice ?? ''}
            onChange={(next) => set.voice(next || undefined)}
          />
        </FieldRow>
        <FieldRow>
          {years('ageFrom', 'Age from')}
          {years('ageUntil', 'Age up to')}
        </FieldRow>
        <FieldRow>
          <TextField
            label="Day rate at most"
            placeholder="650 USD"
            value={typedRate ?? ''}
            error={typedRate && values.maxDayRate === undefined ? 'An amount and a currency, like 650 USD' : undefined}
            onChange={(next) => set.maxDayRate(next || undefined)}
          />
          <SelectField
            label="With"
            clearable
            choices={[
              { value: 'photo', label: 'a photograph' },
              { value: 'voice', label: 'a voice sample' },
              { value: 'reel', label: 'a reel' },
            ]}
            value={(values.has ?? null) as 'photo' | 'voice' | 'reel' | null}
            onChange={(next) => set.has(next ?? undefined)}
          />
        </FieldRow>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>Show them</Button>
          {count > 0 && <Button onClick={() => names.forEach((name) => set[name](undefined))}>Clear all</Button>}
        </DialogActions>
      </Dialog>
    </>
  )
}
