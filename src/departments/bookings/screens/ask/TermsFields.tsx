import { FieldRow } from '../../../../ui/Form.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import type { TermsDraft } from './ask.draft.rules.ts'

interface TermsFieldsProps {
  draft: TermsDraft
  onChange: (part: Partial<TermsDraft>) => void
}

const bases = [
  { value: 'hour', label: 'An hour' },
  { value: 'day', label: 'A day' },
  { value: 'week', label: 'A week' },
  { value: 'flat', label: 'Flat' },
]
const currencies = ['EUR', 'GBP', 'USD', 'CHF', 'CAD', 'AUD', 'NOK', 'SEK', 'DKK', 'PLN', 'JPY'].map((value) => ({
  value,
  label: value,
}))

/** What is offered: rate, hours, kit, overtime and travel. */
export function TermsFields({ draft, onChange }: TermsFieldsProps) {
  return (
    <>
      <FieldRow>
        <NumberField
          label="Rate"
          min={0}
          decimals={2}
          value={draft.rate}
          onChange={(rate) => onChange({ rate })}
          placeholder="Not named"
        />
        <SelectField
          label="Currency"
          choices={currencies}
          value={draft.currency}
          onChange={(currency) => onChange({ currency })}
        />
        <SelectField
          label="For"
          choices={bases}
          value={draft.basis}
          onChange={(basis) => onChange({ basis: basis as TermsDraft['basis'] })}
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          label="Guaranteed hours"
          min={0}
          max={24}
          decimals={1}
          value={draft.hours}
          onChange={(hours) => onChange({ hours })}
        />
        <NumberField label="Kit a day" min={0} decimals={2} value={draft.kit} onChange={(kit) => onChange({ kit })} />
        <TextField
          label="Overtime"
          placeholder="x1.5 after 10 h"
          value={draft.overtime}
          onChange={(overtime) => onChange({ overtime })}
        />
      </FieldRow>
      <TextField label="Travel" value={draft.travel} onChange={(travel) => onChange({ travel })} />
    </>
  )
}
