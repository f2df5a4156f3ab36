import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { amountOf, moneyOf } from '../../../kernel/money.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { setRequirements, type Requirement } from '../papers.contract.ts'
import css from './Papers.module.css'
import { engagementWords } from './paperWords.ts'

interface InsuranceProps {
  productionId: string
  requirements: readonly Requirement[]
  onClose: () => void
}

export const InsuranceDialog = ({ open, ...form }: InsuranceProps & { open: boolean }) => (
  <Dialog
    open={open}
    onClose={form.onClose}
    size="wide"
    title="Insurance this production demands"
    about="Certificates are compared with this. Whoever is asked for one is told these words, so that the broker can copy them."
  >
    {open && <InsuranceForm {...form} />}
  </Dialog>
)

interface Draft {
  engagementKind: string
  coverage: string
  amount: number | null
  currency: string
  additionalInsured: string
  source: string
}

const blank: Draft = {
  engagementKind: 'vendor',
  coverage: 'General liability',
  amount: null,
  currency: 'USD',
  additionalInsured: '',
  source: '',
}

const draftOf = (it: Requirement): Draft => ({
  engagementKind: it.engagementKind,
  coverage: it.coverage,
  amount: amountOf(it.each),
  currency: it.each.currency,
  additionalInsured: it.additionalInsured ?? '',
  source: it.source,
})

/** Nobody has begun to write this line. */
const isUntouched = ({ coverage, ...row }: Draft) =>
  (coverage === blank.coverage || coverage === '') && JSON.stringify({ ...blank, ...row }) === JSON.stringify(blank)

const isCurrency = (text: string) => /^[A-Za-z]{3}$/.test(text.trim())

function InsuranceForm({ productionId, requirements, onClose }: InsuranceProps) {
  const [rows, setRows] = useState<Draft[]>(requirements.length > 0 ? requirements.map(draftOf) : [blank])
  const save = useChange(setRequirements)
  const put = (at: number, part: Partial<Draft>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  const filled = rows.filter((row) => !isUntouched(row))
  const unclear = filled.some((row) => row.amount === null || row.coverage.trim() === '' || !isCurrency(row.currency))
  return (
    <>
      {rows.map((row, at) => (
        <div key={at} className={css.demand}>
          <SelectField
            label="Of"
            choices={Object.entries(engagementWords).map(([value, label]) => ({ value, label }))}
            value={row.engagementKind}
            onChange={(next) => put(at, { engagementKind: next ?? 'vendor' })}
          />
          <TextField
            label="Coverage"
            value={row.coverage}
            error={!isUntouched(row) && row.coverage.trim() === '' ? 'Name the coverage.' : undefined}
            onChange={(coverage) => put(at, { coverage })}
          />
          <NumberField
            label="Each occurrence"
            min={0}
            value={row.amount}
            error={!isUntouched(row) && row.amount === null ? 'Give the amount.' : undefined}
            onChange={(amount) => put(at, { amount })}
          />
          <TextField
            label="Currency"
            maxLength={3}
            value={row.currency}
            error={row.currency !== '' && !isCurrency(row.currency) ? 'Three letters, like USD.' : undefined}
            onChange={(currency) => put(at, { currency })}
          />
          <TextField
            label="Additional insured"
            value={row.additionalInsured}
            onChange={(next) => put(at, { additionalInsured: next })}
          />
          <TextField
            label="Asked for by"
            placeholder="The place, the client"
            value={row.source}
            onChange={(source) => put(at, { source })}
          />
          <Button size="small" kind="quiet" onClick={() => setRows(rows.filter((_, index) => index !== at))}>
            Take out
          </Button>
        </div>
      ))}
      <Button size="small" kind="quiet" onClick={() => setRows([...rows, { ...blank, coverage: '' }])}>
        Add coverage
      </Button>
      <DialogActions>
        <Button
          kind="accent"
          busy={save.isPending}
          disabled={unclear}
          onClick={() =>
            save.mutate(
              {
                params: { productionId },
                body: {
                  items: filled.map((it) => ({
                    engagementKind: it.engagementKind,
                    coverage: it.coverage,
                    each: moneyOf(it.amount ?? 0, it.currency.trim().toUpperCase()),
                    additionalInsured: it.additionalInsured.trim() || null,
                    source: it.source.trim() || 'This production',
                  })),
                },
              },
              {
                onError: toast.problem,
                onSuccess: () => {
                  toast.done('Certificates are compared with this from now on')
                  onClose()
                },
              },
            )
          }
        >
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </>
  )
}
