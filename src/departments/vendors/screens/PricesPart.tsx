import { usePages } from '../../../client/pages.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { moneyOf, moneyText } from '../../../kernel/money.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { readersToday } from '../../../ui/dates.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { type Vendor } from '../vendor.contract.ts'
import { addPrice, listPrices, NewPrice, withdrawPrice, type VendorPrice } from '../price.contract.ts'
import css from './Vendors.module.css'

/** What things cost there, now and before. */
export function PricesPart({ vendor }: { vendor: Vendor }) {
  const [adding, setAdding] = useState(false)
  const asked = usePages(listPrices, { params: { vendorId: vendor.id } })
  return (
    <Section
      title="Prices"
      about="Answered quotes write themselves in here. A quote request is filled in from the latest price of each item."
      right={
        vendor.can.edit && (
          <Button icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            New price
          </Button>
        )
      }
    >
      <Loaded of={asked}>
        {({ items }) => (
          <Table
            label="Prices"
            rows={items}
            keyOf={(it) => it.id}
            columns={columnsOf(vendor)}
            onEnd={asked.onEnd}
            empty={
              <EmptyState small title="No prices noted">
                Note what their list or a call said; what they quote comes by itself.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      <Dialog open={adding} onClose={() => setAdding(false)} title={`A price of ${vendor.name}`}>
        {adding && <PriceForm vendor={vendor} onClose={() => setAdding(false)} />}
      </Dialog>
    </Section>
  )
}

const columnsOf = (vendor: Vendor): Column<VendorPrice>[] => [
  { key: 'item', head: 'Item', of: (it) => <b>{it.item}</b>, width: '30%' },
  { key: 'price', head: 'Price', of: (it) => it.price && moneyText(it.price), align: 'end' },
  { key: 'unit', head: 'Per', of: (it) => it.unit, quiet: true },
  { key: 'change', head: 'Change', of: (it) => <Change of={it.changePercent} />, align: 'end' },
  { key: 'on', head: 'On', of: (it) => <DateText on={it.pricedOn} year /> },
  { key: 'source', head: 'From where', of: (it) => it.source, quiet: true, phone: 'hide' },
  { key: 'act', head: '', of: (it) => vendor.can.edit && <Withdraw vendorId={vendor.id} price={it} />, align: 'end' },
]

const Change = ({ of }: { of: number | null }) =>
  of === null || of === 0 ? null : (
    <span className={of > 0 ? css.up : css.down}>{`${of > 0 ? '+' : '−'}${Math.abs(of)} %`}</span>
  )

function Withdraw({ vendorId, price }: { vendorId: string; price: VendorPrice }) {
  const change = useChange(withdrawPrice)
  const put = ({ withdrawn, version }: { withdrawn: boolean; version: number }) =>
    change.mutate(
      { params: { vendorId, priceId: price.id }, body: { withdrawn }, ifMatch: version },
      {
        onError: toast.problem,
        onSuccess: (saved) => {
          if (withdrawn)
            toast.done(`The price of ${price.item} is taken out`, {
              undo: () => put({ withdrawn: false, version: saved.version }),
            })
        },
      },
    )
  return <TextButton onClick={() => put({ withdrawn: true, version: price.version })}>Take out</TextButton>
}

function PriceForm({ vendor, onClose }: { vendor: Vendor; onClose: () => void }) {
  const add = useChange(addPrice)
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: NewPrice,
    initial: {
      item: '',
      unit: 'day',
      amount: null as number | null,
      currency: vendor.currency ?? 'USD',
      pricedOn: readersToday() as string | null,
      source: '',
      note: '',
    },
    toSend: ({ amount, currency, note, ...it }) => {
      const code = currency.trim().toUpperCase()
      const isCode = /^[A-Z]{3}$/.test(code)
      return {
        ...it,
        note: note.trim() || null,
        price: amount === null ? undefined : { ...moneyOf(amount, isCode ? code : 'USD'), currency: code },
      }
    },
    save: async (body) => {
      await add.mutateAsync({ params: { vendorId: vendor.id }, body, idempotencyKey: key })
      toast.done('The price is noted')
      onClose()
    },
  })
  const { field, errors } = form
  return (
    <Form of={form} action="Note price" onCancel={onClose}>
      <FieldRow>
        <TextField label="Item" required autoFocus placeholder="Alexa 35 body" {...field('item')} />
        <TextField label="Per" required placeholder="day" {...field('unit')} />
      </FieldRow>
      <FieldRow>
        <NumberField label="Price" required min={0} decimals={2} {...field('amount')} error={errors['price']} />
        <TextField label="Currency" maxLength={3} {...field('currency')} />
      </FieldRow>
      <FieldRow>
        <DateField label="On" required {...field('pricedOn')} />
        <TextField label="From where" required placeholder="Price list 2026, call" {...field('source')} />
      </FieldRow>
      <TextField label="Note" {...field('note')} />
    </Form>
  )
}
