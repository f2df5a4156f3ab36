import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { amountOf, moneyOf } from '../../../kernel/money.ts'
import type { BodyOf } from '../../../kernel/route.ts'
import { bodyOf } from '../../../ui/bodyOf.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { listPapers, setRequirements, type Requirement } from '../papers.contract.ts'
import css from './Papers.module.css'
import { engagementWords } from './paperWords.ts'

interface InsuranceProps {
  productionId: string
  requirements: readonly Requirement[]
  /** Of the list, as it was read. */
  version: number
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

/** What is not complete is left for the rule to refuse. */
const eachOf = ({ amount, currency }: Draft) =>
  amount !== null && isCurrency(currency)
    ? moneyOf(amount, currency.trim().toUpperCase())
    : { minor: Number.NaN, currency }

const toSend = ({ rows }: { rows: readonly Draft[] }) => ({
  items: rows
    .filter((row) => !isUntouched(row))
    .map((it) => ({
      engagementKind: it.engagementKind,
      coverage: it.coverage,
      each: eachOf(it),
      additionalInsured: it.additionalInsured.trim() || null,
      source: it.source.trim() || 'This production',
    })),
})

const wordOf = (kind: string) => Object.entries(engagementWords).find(([it]) => it === kind)?.[1] ?? kind

const rowText = (row: Draft) => `${wordOf(row.engagementKind)}: ${row.coverage}, ${row.amount ?? 0} ${row.currency}`

const draftOfAll = (all: readonly Requirement[]) => ({ rows: all.length > 0 ? all.map(draftOf) : [blank] })

function InsuranceForm({ productionId, requirements, version, onClose }: InsuranceProps) {
  const client = useQueryClient()
  const params = { productionId: productionId as ProductionId }
  const form = useForm<{ rows: Draft[] }, BodyOf<typeof setRequirements>>({
    schema: bodyOf(setRequirements),
    initial: draftOfAll(requirements),
    toSend,
    save: async (body, expected = version) => {
      await browser.call(setRequirements, { params, ifMatch: expected, body })
      toast.done('Certificates are compared with this from now on')
      onClose()
      await refresh(client, params.productionId)
    },
    shared: {
      subject: 'what this production demands',
      version,
      read: async () => {
        const now = await browser.call(listPapers, { params })
        return { draft: draftOfAll(now.requirements), version: now.requirementsVersion }
      },
      words: { rows: { word: 'Demanded', say: (rows) => rows.map(rowText).join('; ') } },
    },
  })
  const { rows } = form.draft
  const setRows = (next: Draft[]) => form.change({ rows: next })
  return (
    <Form of={form} action="Save" onCancel={onClose} isWide>
      {rows.map((row, at) => (
        <DemandLine
          // oxlint-disable-next-line react/no-array-index-key -- lines have nothing that stays while they are typed
          key={at}
          row={row}
          onChange={(part) => setRows(rows.with(at, { ...row, ...part }))}
          onRemove={() => setRows(rows.toSpliced(at, 1))}
        />
      ))}
      <div>
        <Button size="small" kind="quiet" onClick={() => setRows([...rows, { ...blank, coverage: '' }])}>
          Add coverage
        </Button>
      </div>
      {form.errors['items'] !== undefined && <p role="alert">Complete the marked lines, or take them out.</p>}
    </Form>
  )
}

interface DemandLineProps {
  row: Draft
  onChange: (part: Partial<Draft>) => void
  onRemove: () => void
}

const DemandLine = ({ row, onChange, onRemove }: DemandLineProps) => (
  <div className={css.demand}>
    <SelectField
      label="Of"
      choices={Object.entries(engagementWords).map(([value, label]) => ({ value, label }))}
      value={row.engagementKind}
      onChange={(next) => onChange({ engagementKind: next ?? 'vendor' })}
    />
    <TextField
      label="Coverage"
      value={row.coverage}
      error={!isUntouched(row) && row.coverage.trim() === '' ? 'Name the coverage.' : undefined}
      onChange={(coverage) => onChange({ coverage })}
    />
    <NumberField
      label="Each occurrence"
      min={0}
      value={row.amount}
      error={!isUntouched(row) && row.amount === null ? 'Give the amount.' : undefined}
      onChange={(amount) => onChange({ amount })}
    />
    <TextField
      label="Currency"
      maxLength={3}
      value={row.currency}
      error={row.currency !== '' && !isCurrency(row.currency) ? 'Three letters, like USD.' : undefined}
      onChange={(currency) => onChange({ currency })}
    />
    <TextField
      label="Additional insured"
      value={row.additionalInsured}
      onChange={(additionalInsured) => onChange({ additionalInsured })}
    />
    <TextField
      label="Asked for by"
      placeholder="The place, the client"
      value={row.source}
      onChange={(source) => onChange({ source })}
    />
    <Button size="small" kind="quiet" onClick={onRemove}>
      Take out
    </Button>
  </div>
)
