import { moneyOf } from '../kernel/money.ts'
import { Button } from './Button.tsx'
import { NumberField } from './NumberField.tsx'
import { TextField } from './TextField.tsx'
import css from './CoverageRows.module.css'

export interface CoverageDraft {
  coverage: string
  each: number | null
  aggregate: number | null
  currency: string
  additionalInsured: string
  insurer: string
  policyNumber: string
}

export const coverageDraft: CoverageDraft = {
  coverage: 'General liability',
  each: null,
  aggregate: null,
  currency: 'USD',
  additionalInsured: '',
  insurer: '',
  policyNumber: '',
}

/** What the rows say, without those nobody filled in. */
export const coveragesOf = (rows: readonly CoverageDraft[]) =>
  rows
    .filter(({ each, currency, coverage }) => each !== null && coverage.trim() !== '' && /^[A-Za-z]{3}$/.test(currency))
    .map(({ coverage, each, aggregate, currency, additionalInsured, insurer, policyNumber }) => ({
      coverage,
      each: moneyOf(each ?? 0, currency.toUpperCase()),
      aggregate: aggregate === null ? null : moneyOf(aggregate, currency.toUpperCase()),
      additionalInsured: additionalInsured
        .split(';')
        .map((it) => it.trim())
        .filter(Boolean),
      insurer: insurer.trim() || null,
      policyNumber: policyNumber.trim() || null,
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
    <div className={css.rows}>
      {value.map((row, at) => (
        <div key={at} className={css.coverage}>
          <TextField label="Coverage" value={row.coverage} onChange={(coverage) => put(at, { coverage })} />
          <NumberField label="Each occurrence" min={0} value={row.each} onChange={(each) => put(at, { each })} />
          <NumberField
            label="In total"
            min={0}
            value={row.aggregate}
            onChange={(aggregate) => put(at, { aggregate })}
          />
          <TextField
            label="Currency"
            maxLength={3}
            value={row.currency}
            onChange={(currency) => put(at, { currency })}
          />
          <TextField label="Insurer" maxLength={120} value={row.insurer} onChange={(insurer) => put(at, { insurer })} />
          <TextField
            label="Policy number"
            maxLength={60}
            value={row.policyNumber}
            onChange={(policyNumber) => put(at, { policyNumber })}
          />
          <TextField
            label="Additional insured"
            hint="As named on it; several parted by semicolons"
            value={row.additionalInsured}
            onChange={(additionalInsured) => put(at, { additionalInsured })}
          />
        </div>
      ))}
      <div>
        <Button size="small" kind="quiet" onClick={() => onChange([...value, { ...coverageDraft, coverage: '' }])}>
          Add coverage
        </Button>
      </div>
    </div>
  )
}
