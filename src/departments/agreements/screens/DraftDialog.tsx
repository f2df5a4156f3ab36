import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { amountOf, Currency, decimalsOf, money, moneyOf } from '../../../kernel/money.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { CheckField } from '../../../ui/CheckField.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { FieldRow } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Section } from '../../../ui/Section.tsx'
import { MultiSelectField, SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { changeAgreement, type Agreement, type AgreementChange } from '../agreement.contract.ts'
import { kindWords, PartyRole } from '../kinds.rules.ts'
import { Medium, mediumWords } from '../scope.rules.ts'
import { getPaperRules } from '../template.contract.ts'
import { termLabels, termsOf, type DealTerms } from '../terms.rules.ts'
import { roleWords } from './words.ts'
import css from './Agreements.module.css'

type TermKey = keyof DealTerms
const texts = (Object.keys(termLabels) as TermKey[]).filter((it) => it !== 'startsOn' && it !== 'endsOn')

/** A draft's terms, parties and validity. What the record knows comes from the record and is not typed here. */
export function DraftDialog({
  agreement,
  productionId,
  onClose,
}: {
  agreement: Agreement
  productionId: string
  onClose: () => void
}) {
  const rules = useAsk(getPaperRules)
  const [terms, setTerms] = useState<DealTerms>(agreement.terms ?? termsOf({}))
  const [parties, setParties] = useState(
    agreement.parties.map(({ role, label, turn, personId, name, email, phone, forName }) => ({
      role,
      label,
      turn,
      personId,
      name,
      email,
      phone,
      forName,
    })),
  )
  const [scope, setScope] = useState(agreement.scope)
  const [rest, setRest] = useState({
    effectiveFrom: agreement.effectiveFrom as string | null,
    effectiveUntil: agreement.effectiveUntil as string | null,
    renewal: agreement.renewal,
    asksCode: agreement.asksCode,
    pay: agreement.extra?.['release.pay'] ?? '',
  })
  const save = useChange(changeAgreement, { onDone: onClose })
  const term = <K extends TermKey>(key: K) => ({
    value: terms[key],
    onChange: (value: DealTerms[K]) => setTerms({ ...terms, [key]: value }),
  })
  // As typed: changing the currency keeps the number that stands in the field, 65,000 yen after 65,000 pounds.
  const [rate, setRate] = useState(terms.rateMinor === null ? null : amountOf(money(terms.rateMinor, terms.currency)))
  const currency = Currency.safeParse(terms.currency).data ?? 'XXX'
  const tables = rules.data?.overtime ?? []
  const isDeal = !kindWords[agreement.kind].isRelease && agreement.kind !== 'nda'
  const press = () => {
    const { pay, ...validity } = rest
    const body = {
      terms: {
        ...terms,
        currency: terms.currency.trim().toUpperCase(),
        rateMinor: rate === null ? null : moneyOf(rate, currency).minor,
      },
      parties,
      scope,
      ...validity,
      extra: { ...agreement.extra, ...(pay !== '' && { 'release.pay': pay }) },
    } as AgreementChange
    save.mutate(
      { params: { productionId, agreementId: agreement.id } as never, ifMatch: agreement.version, body },
      { onError: toast.problem },
    )
  }
  return (
    <Dialog open onClose={onClose} size="wide" title={`Edit ${agreement.number}`}>
      {isDeal && (
        <Section title="Deal">
          <div className={css.fields}>
            <FieldRow>
              <TextField label="Position" {...term('position')} />
              <DateField
                label="Starts"
                {...(term('startsOn') as never as { value: string | null; onChange: (next: string | null) => void })}
              />
              <DateField
                label="Ends (estimated)"
                {...(term('endsOn') as never as { value: string | null; onChange: (next: string | null) => void })}
              />
            </FieldRow>
            <FieldRow>
              <NumberField label="Rate" decimals={decimalsOf(currency)} min={0} value={rate} onChange={setRate} />
              <TextField label="Currency" maxLength={3} {...term('currency')} />
              <SelectField
                label="Basis"
                choices={[
                  { value: 'hourly', label: 'an hour' },
                  { value: 'daily', label: 'a day' },
                  { value: 'weekly', label: 'a week' },
                  { value: 'flat', label: 'flat' },
                ]}
                value={terms.basis as string}
                onChange={(next) => setTerms({ ...terms, basis: (next ?? 'daily') as DealTerms['basis'] })}
              />
              <NumberField label="Guaranteed hours" min={0} decimals={1} {...term('guaranteedHours')} />
            </FieldRow>
            <SelectField
              label="Overtime table"
              hint="A deal memo is not sent without one."
              clearable
              choices={tables.map((it) => ({ value: it.id, label: `${it.name} (${it.source})` }))}
              value={tables.find((it) => it.name === terms.overtime?.name)?.id ?? null}
              onChange={(id) => {
                const table = tables.find((it) => it.id === id)
                setTerms({
                  ...terms,
                  overtime: table
                    ? {
                        name: table.name,
                        method: table.method,
                        steps: table.steps,
                        ...(table.more && { more: table.more }),
                      }
                    : null,
                })
              }}
            />
            <details>
              <summary>All other terms</summary>
              <FieldRow>
                {texts
                  .filter((it) => it !== 'position')
                  .map((key) => (
                    <TextField
                      key={key}
                      label={termLabels[key] ?? key}
                      value={String(terms[key] ?? '')}
                      onChange={(next) => setTerms({ ...terms, [key]: next })}
                    />
                  ))}
              </FieldRow>
            </details>
          </div>
        </Section>
      )}
      {scope !== null && (
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
              onChange={(media) => setScope({ ...scope, media: media as Medium[] })}
            />
            <TextField
              label="Territory"
              hint="Separated by commas; empty: worldwide"
              value={scope.territory.join(', ')}
              onChange={(next) =>
                setScope({
                  ...scope,
                  territory: next
                    .split(',')
                    .map((it) => it.trim())
                    .filter((it) => it !== ''),
                })
              }
            />
            <NumberField
              label="Months"
              hint="Empty: without limit"
              min={1}
              value={scope.termMonths}
              onChange={(termMonths) => setScope({ ...scope, termMonths })}
            />
          </FieldRow>
          <FieldRow>
            <TextField
              label="What they get"
              placeholder="Unpaid, or £420.00 within 30 days"
              value={rest.pay}
              onChange={(pay) => setRest({ ...rest, pay })}
            />
            <TextField
              label="Exclusivity"
              value={scope.exclusivity}
              onChange={(exclusivity) => setScope({ ...scope, exclusivity })}
            />
          </FieldRow>
        </Section>
      )}
      <Section
        title="Who signs, in order"
        about="Those with the same number sign at the same time. Later ones see nothing before."
      >
        <div className={css.fields}>
          {parties.map((it, at) => {
            const set = (part: Partial<typeof it>) =>
              setParties(parties.map((each, i) => (i === at ? { ...each, ...part } : each)))
            return (
              <div key={at} className={css.signer}>
                <NumberField
                  label="Turn"
                  min={1}
                  max={50}
                  value={it.turn}
                  onChange={(turn) => set({ turn: turn ?? 1 })}
                />
                <SelectField
                  label="Does"
                  choices={PartyRole.options.map((role) => ({ value: role, label: roleWords[role] }))}
                  value={it.role}
                  onChange={(role) => set({ role: role ?? 'signer' })}
                />
                <TextField label="As" value={it.label} onChange={(label) => set({ label })} />
                <TextField label="Name" value={it.name} onChange={(name) => set({ name })} />
                <TextField label="E-mail" type="email" value={it.email ?? ''} onChange={(email) => set({ email })} />
                {it.role === 'guardian' && (
                  <TextField label="Signs for" value={it.forName ?? ''} onChange={(forName) => set({ forName })} />
                )}
                <IconButton
                  label={`Remove ${it.name || it.label}`}
                  icon={<IconTrash size={16} />}
                  onClick={() => setParties(parties.filter((_, i) => i !== at))}
                />
              </div>
            )
          })}
          <Button
            size="small"
            icon={<IconPlus size={16} />}
            onClick={() =>
              setParties([
                ...parties,
                {
                  role: 'copy',
                  label: 'Copy',
                  turn: parties.length + 1,
                  personId: null,
                  name: '',
                  email: '',
                  phone: null,
                  forName: null,
                },
              ])
            }
          >
            Add somebody
          </Button>
        </div>
      </Section>
      <Section title="Validity">
        <div className={css.fields}>
          <FieldRow>
            <DateField
              label="In force from"
              value={rest.effectiveFrom}
              onChange={(effectiveFrom) => setRest({ ...rest, effectiveFrom })}
            />
            <DateField
              label="Until"
              value={rest.effectiveUntil}
              onChange={(effectiveUntil) => setRest({ ...rest, effectiveUntil })}
            />
            <TextField label="Renewal" value={rest.renewal} onChange={(renewal) => setRest({ ...rest, renewal })} />
          </FieldRow>
          <CheckField
            label="Ask for a code sent by e-mail before signing"
            value={rest.asksCode}
            onChange={(asksCode) => setRest({ ...rest, asksCode })}
          />
        </div>
      </Section>
      <DialogActions>
        <Button kind="accent" busy={save.isPending} onClick={press}>
          Save draft
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}
