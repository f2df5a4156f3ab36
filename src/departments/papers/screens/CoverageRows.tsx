import { moneyOf } from '../../../kernel/money.ts'
import { Button } from '../../../ui/Button.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import css from './Papers.module.css'

export interface CoverageDraft {
  coverage: string
  each: number | null
  currency: string
  additionalInsured: string
}

export const coverageDraft: CoverageDraft = {
  coverage: 'General liability',
  each: null,
  currency: 'USD',
  additionalInsured: '',
}

/** What the rows say, without those nobody filled in. */
export const coveragesOf = (rows: readonly CoverageDraft[]) =>
  rows
    .filter(({ each, currency, coverage }) => each !== null && coverage.trim() !== '' && /^[A-Za-z]{3}$/.test(currency))
    .map(({ coverage, each, currency, additionalInsured }) => ({
      coverage,
      each: moneyOf(each ?? 0, currency.toUpperCase()),
      aggregate: null,
      additionalInsured: additionalInsured
        .split(';')
        .map((it) => it.trim())
        .filter(Boolean),
    }))

/** Coverage by coverage, as it stands on the certificate. */
export function CoverageRows({
  value,
  onChange,
}: {
  value: CoverageDraft[]
  onChange: (next: CoverageDraft[]) => void
}) {
  const put = (at: number, part: Partial<CoverageDraft>) =>
    onChange(value.map((row, index) => (index === at ? { ...row, ...part } : row)))
  return (
    <div className={css.review}>
      {value.map((row, at) => (
        <div key={at} className={css.coverage}>
          <TextField label="Coverage" value={row.coverage} onChange={(coverage) => put(at, { coverage })} />
          <NumberField label="Each occurrence" min={0} value={row.each} onChange={(each) => put(at, { each })} />
          <TextField
            label="Currency"
            maxLength={3}
            value={row.currency}
            onChange={(currency) => put(at, { currency })}
          />
          <TextField
            label="Additional insured"
            placeholder="Parted by semicolons"
            value={row.additionalInsured}
            onChange={(additionalInsured) => put(at, { additionalInsured })}
          />
        </div>
      ))}
      <div className={css.acts}>
        <Button size="small" kind="quiet" onClick={() => onChange([...value, { ...coverageDraft, coverage: '' }])}>
          Add coverage
        </Button>
      </div>
    </div>
  )
}
