import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { refresh } from '../../../client/react.ts'
import { moneyOf } from '../../../kernel/money.ts'
import { readersToday } from '../../../ui/dates.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { NewRate, type Basis, type PayProfileRecord } from '../rate.contract.ts'
import type { Holder } from './holder.ts'
import { basisWords } from './payWords.ts'

interface NewRateProps {
  holder: Holder
  profiles: readonly PayProfileRecord[]
  onClose: () => void
}

export const NewRateDialog = ({ open, ...form }: NewRateProps & { open: boolean }) => (
  <Dialog
    open={open}
    onClose={form.onClose}
    title="New rate"
    about="It counts from its day on. What was agreed before stays on record."
  >
    {open && <NewRateForm {...form} />}
  </Dialog>
)

const some = <T,>(value: T | null | undefined | ''): T | undefined => value || undefined

const blank = {
  position: '',
  basis: 'day' as Basis | null,
  amount: null as number | null,
  currency: 'USD',
  hours: 10 as number | null,
  daysOfWeek: null as number | null,
  profileId: null as string | null,
  validFrom: null as string | null,
  source: '',
  market: '',
  media: '',
  termMonths: null as number | null,
  kitFee: null as number | null,
  perDiem: null as number | null,
  travelDayPercent: null as number | null,
  paymentDays: null as number | null,
}

const buysHours = (basis: Basis | null) => basis === 'day' || basis === 'week'

const bodyOf = (it: typeof blank) => {
  const currency = it.currency.trim().toUpperCase()
  const amount = (value: number) => moneyOf(value, /^[A-Z]{3}$/.test(currency) ? currency : 'USD')
  return {
    position: it.position,
    basis: it.basis,
    amount: it.amount === null ? undefined : { ...amount(it.amount), currency },
    validFrom: it.validFrom,
    ...(buysHours(it.basis) && { guaranteedMinutes: it.hours === null ? null : Math.round(it.hours * 60) }),
    ...(it.profileId && it.basis !== 'usage' && { profileId: it.profileId }),
    ...(it.basis === 'usage' && { market: some(it.market), media: some(it.media), termMonths: some(it.termMonths) }),
    ...(it.source.trim() !== '' && { source: it.source }),
    terms: {
      ...(it.basis === 'week' && it.daysOfWeek !== null && { daysOfWeek: it.daysOfWeek }),
      ...(it.kitFee !== null && { kitFee: { per: 'day', amount: amount(it.kitFee), cap: null } }),
      ...(it.perDiem !== null && { perDiem: amount(it.perDiem) }),
      ...(it.travelDayPercent !== null && { travelDayPercent: it.travelDayPercent }),
      ...(it.paymentDays !== null && { paymentDays: it.paymentDays }),
    },
  }
}

function NewRateForm({ holder, profiles, onClose }: NewRateProps) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: NewRate,
    initial: { ...blank, validFrom: readersToday() as string | null },
    toSend: bodyOf,
    save: async (body) => {
      await holder.add(body, key)
      toast.done('The rate is on file')
      onClose()
      await refresh(client, null)
    },
  })
  const { field, draft, errors } = form
  const isUsage = draft.basis === 'usage'
  return (
    <Form of={form} action="Add rate" onCancel={onClose}>
      <FieldRow>
        <TextField
          label={holder.of === 'person' ? 'Position' : 'Position or service'}
          required
          autoFocus
          placeholder={holder.of === 'person' ? 'Gaffer' : 'Director of photography'}
          {...field('position')}
        />
        <SelectField
          label="For"
          choices={Object.entries(basisWords).map(([value, label]) => ({ value, label }))}
          {...field('basis')}
        />
      </FieldRow>
      <FieldRow>
        <NumberField label="Amount" required min={0} decimals={2} {...field('amount')} />
        <TextField label="Currency" maxLength={3} {...field('currency')} />
        {buysHours(draft.basis) && (
          <NumberField
            label="Hours it buys"
            unit="h"
            min={1}
            max={draft.basis === 'day' ? 24 : 96}
            decimals={1}
            {...field('hours')}
            error={errors['guaranteedMinutes']}
          />
        )}
        {draft.basis === 'week' && <NumberField label="Days of a week" min={1} max={7} {...field('daysOfWeek')} />}
      </FieldRow>
      {isUsage ? (
        <FieldRow>
          <TextField label="Market" required placeholder="United Kingdom" {...field('market')} />
          <TextField label="Media" placeholder="Online and social" {...field('media')} />
          <NumberField label="Term" unit="months" min={1} {...field('termMonths')} />
        </FieldRow>
      ) : (
        <SelectField
          label="Overtime table"
          clearable
          choices={profiles.map(({ id, name }) => ({ value: id as string, label: name }))}
          {...field('profileId')}
        />
      )}
      <FieldRow>
        <DateField label="From" required {...field('validFrom')} />
        <TextField label="From where" placeholder="Deal memo, call, quote" {...field('source')} />
      </FieldRow>
      {!isUsage && (
        <FieldRow>
          <NumberField label="Kit fee a day" min={0} decimals={2} {...field('kitFee')} />
          <NumberField label="Per diem" min={0} decimals={2} {...field('perDiem')} />
          <NumberField label="Travel day" unit="%" min={0} max={100} {...field('travelDayPercent')} />
          <NumberField label="Paid in" unit="days" min={0} {...field('paymentDays')} />
        </FieldRow>
      )}
    </Form>
  )
}
