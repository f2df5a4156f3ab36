import { DateField } from '../../../ui/DateField.tsx'
import { FieldRow } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Section } from '../../../ui/Section.tsx'
import { MultiSelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { WordsField } from '../../../ui/WordsField.tsx'
import { Medium, mediumWords, type Scope } from '../scope.rules.ts'

interface Props {
  scope: Scope
  onChange: (scope: Scope) => void
  pay: string
  onPay: (pay: string) => void
  onDate: string | null
  onDay: (onDate: string | null) => void
}

/** Where and how long a release holds, and what is given for it. */
export function DraftScope({ scope, onChange, pay, onPay, onDate, onDay }: Props) {
  const set = (part: Partial<Scope>) => onChange({ ...scope, ...part })
  return (
    <Section
      title="Scope of the release"
      about="A delivery is held against this: a release for internal use does not cover an upload."
    >
      <FieldRow>
        <MultiSelectField
          label="Media"
          hint="None chosen: all media"
          choices={Medium.options.map((it) => ({ value: it, label: mediumWords[it] }))}
          value={scope.media}
          onChange={(media) => set({ media: media as Medium[] })}
        />
        <WordsField
          label="Territory"
          hint="Empty: worldwide"
          value={scope.territory}
          onChange={(territory) => set({ territory })}
        />
        <NumberField
          label="Months"
          hint="Empty: without limit"
          min={1}
          value={scope.termMonths}
          onChange={(termMonths) => set({ termMonths })}
        />
      </FieldRow>
      <FieldRow>
        <DateField label="Day of the shoot" value={onDate} onChange={onDay} />
        <TextField label="What they get" placeholder="Unpaid, or £420.00 within 30 days" value={pay} onChange={onPay} />
        <TextField label="Exclusivity" value={scope.exclusivity} onChange={(exclusivity) => set({ exclusivity })} />
      </FieldRow>
    </Section>
  )
}
