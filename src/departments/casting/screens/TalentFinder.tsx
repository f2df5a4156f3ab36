import { useDeferredValue, useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { moneyText } from '../../../kernel/money.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { FieldRow } from '../../../ui/Form.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { listPeople, RateLimit, type PersonLine } from '../../people/person.contract.ts'
import { listDirectoryWords } from '../../people/profile.contract.ts'
import type { Role } from '../role.contract.ts'
import { readCastingRules } from '../rule.contract.ts'
import css from './Casting.module.css'
import { wantedBy } from './talent.draft.rules.ts'

interface TalentFinderProps {
  role: Role | undefined
  picked: readonly string[]
  onPick: (next: string[]) => void
}

/** Our own talent by what a role asks: it begins with the role's age, and every field narrows it. */
export function TalentFinder(props: TalentFinderProps) {
  const rules = useAsk(readCastingRules)
  return <Loaded of={rules}>{({ talentAgeYears }) => <Finder years={talentAgeYears} {...props} />}</Loaded>
}

function Finder({ role, picked, onPick, years }: TalentFinderProps & { years: number }) {
  const [wanted, setWanted] = useState(() => wantedBy(role, years))
  const words = useAsk(listDirectoryWords).data
  const set = (part: Partial<typeof wanted>) => setWanted((before) => ({ ...before, ...part }))
  const isRate = wanted.maxDayRate === '' || RateLimit.safeParse(wanted.maxDayRate).success
  const query = useDeferredValue({ ...wanted, maxDayRate: isRate ? wanted.maxDayRate : '' })
  const asked = useAsk(listPeople, {
    query: {
      ...Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null && value !== '')),
      hireable: 'true',
      limit: 30,
    },
  })
  const one = (name: 'skill' | 'language' | 'city' | 'tag', label: string, known: readonly string[] | undefined) => (
    <SelectField
      label={label}
      clearable
      searchable
      choices={[...new Set([...(wanted[name] ? [wanted[name]] : []), ...(known ?? [])])].map((value) => ({
        value,
        label: value,
      }))}
      value={wanted[name] || null}
      onChange={(next: string | null) => set({ [name]: next ?? '' })}
    />
  )
  const toggle = (id: string, isOn: boolean) => onPick(isOn ? [...picked, id] : picked.filter((it) => it !== id))
  return (
    <div className={css.form}>
      <TextField
        label="From our directory"
        type="search"
        placeholder="Name, skill, city …"
        autoFocus
        value={wanted.q}
        onChange={(q) => set({ q })}
      />
      <FieldRow>
        {one('skill', 'Skill', words?.skills)}
        {one('language', 'Language', words?.languages)}
        {one('city', 'Based in', words?.cities)}
        {one('tag', 'Tag', words?.tags)}
      </FieldRow>
      <FieldRow>
        <NumberField
          label="Age from"
          min={0}
          max={120}
          value={wanted.ageFrom}
          onChange={(ageFrom) => set({ ageFrom })}
        />
        <NumberField
          label="Age up to"
          min={0}
          max={120}
          value={wanted.ageUntil}
          onChange={(ageUntil) => set({ ageUntil })}
        />
        <TextField label="Voice" placeholder="warm, Welsh" value={wanted.voice} onChange={(voice) => set({ voice })} />
        <TextField
          label="Day rate at most"
          placeholder="650 USD"
          value={wanted.maxDayRate}
          error={isRate ? undefined : 'An amount and a currency, like 650 USD'}
          onChange={(maxDayRate) => set({ maxDayRate })}
        />
      </FieldRow>
      <Loaded of={asked}>
        {({ items, total }) => (
          <>
            <ul className={css.found} aria-label="Found in the directory">
              {items.map((it) => (
                <li key={it.id}>
                  <CheckField
                    label={it.name}
                    hint={saidOf(it)}
                    value={picked.includes(it.id)}
                    onChange={(isOn) => toggle(it.id, isOn)}
                  />
                </li>
              ))}
            </ul>
            {items.length === 0 && (
              <p className={css.under}>Nobody of the directory is all of this. Take one of the wishes out.</p>
            )}
            {total > items.length && (
              <p className={css.under}>
                The first {items.length} of {total}. Narrow it down to see the others.
              </p>
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}

const saidOf = (it: PersonLine): string =>
  [
    it.age === null || it.age === undefined ? '' : `${it.age} years`,
    it.position ?? '',
    it.homeBase ?? '',
    it.skills.slice(0, 4).join(', '),
    it.dayRate ? `${moneyText(it.dayRate)} a day` : '',
  ]
    .filter((text) => text !== '')
    .join(' · ')
