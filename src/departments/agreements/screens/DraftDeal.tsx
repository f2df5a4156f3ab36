import { useAsk } from '../../../client/react.ts'
import { decimalsOf } from '../../../kernel/money.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { FieldRow } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { getPaperRules } from '../template.contract.ts'
import { termLabels, type DealTerms } from '../terms.rules.ts'
import css from './Agreements.module.css'
import { currencyOf, type Draft } from './draft.rules.ts'

type Key = keyof DealTerms

const onTop: readonly Key[] = ['position', 'startsOn', 'endsOn']
const others = (Object.keys(termLabels) as Key[]).filter((it) => !onTop.includes(it))

const bases: { value: DealTerms['basis']; label: string }[] = [
  { value: 'hourly', label: 'an hour' },
  { value: 'daily', label: 'a day' },
  { value: 'weekly', label: 'a week' },
  { value: 'flat', label: 'flat' },
]

interface Props {
  draft: Draft
  change: (part: Partial<Draft>) => void
  error: string | undefined
}

/** The terms of a deal: what is nearly always said on top, the rest of the memo's lines behind one press. */
export function DraftDeal({ draft: { terms, rate }, change, error }: Props) {
  const rules = useAsk(getPaperRules)
  const tables = rules.data?.overtime ?? []
  const set = (part: Partial<DealTerms>) => change({ terms: { ...terms, ...part } })
  const chooseTable = (id: string | null) => {
    const table = tables.find((it) => it.id === id)
    if (table === undefined) return set({ overtime: null })
    const { name, method, steps, more } = table
    set({ overtime: { name, method, steps, ...(more && { more }) } })
  }
  return (
    <Section title="Deal">
      <div className={css.fields}>
        <FieldRow>
          <TextField label="Position" value={terms.position} onChange={(position) => set({ position })} />
          <DateField
            label="Starts"
            value={terms.startsOn}
            onChange={(day) => set({ startsOn: day as DealTerms['startsOn'] })}
          />
          <DateField
            label="Ends (estimated)"
            value={terms.endsOn}
            onChange={(day) => set({ endsOn: day as DealTerms['endsOn'] })}
          />
        </FieldRow>
        <FieldRow>
          <NumberField
            label="Rate"
            decimals={decimalsOf(currencyOf(terms))}
            min={0}
            value={rate}
            onChange={(next) => change({ rate: next })}
          />
          <TextField
            label="Currency"
            maxLength={3}
            value={terms.currency}
            onChange={(currency) => set({ currency })}
            error={error}
          />
          <SelectField
            label="Basis"
            choices={bases}
            value={terms.basis}
            onChange={(basis) => set({ basis: basis ?? 'daily' })}
          />
          <NumberField
            label="Guaranteed hours"
            min={0}
            decimals={1}
            value={terms.guaranteedHours}
            onChange={(guaranteedHours) => set({ guaranteedHours })}
          />
        </FieldRow>
        <SelectField
          label="Overtime table"
          hint="A deal memo is not sent without one."
          clearable
          choices={tables.map((it) => ({ value: it.id, label: `${it.name} (${it.source})` }))}
          value={tables.find((it) => it.name === terms.overtime?.name)?.id ?? null}
          onChange={chooseTable}
        />
        <details>
          <summary>All other terms</summary>
          <FieldRow>
            {others.map((key) => (
              <TextField
                key={key}
                label={termLabels[key] ?? key}
                value={String(terms[key] ?? '')}
                onChange={(next) => set({ [key]: next })}
              />
            ))}
          </FieldRow>
        </details>
      </div>
    </Section>
  )
}
