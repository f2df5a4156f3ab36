import { IconEye, IconPhone, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { z } from 'zod'
import { lookAtBank, type Account } from '../bank.contract.ts'
import type { BankShown, Vendor } from '../vendor.contract.ts'
import { CallBackDialog } from './CallBackDialog.tsx'
import { NewAccountDialog } from './NewAccountDialog.tsx'
import { TaxPart } from './TaxPart.tsx'
import css from './Vendors.module.css'
import { bankWords } from './vendorWords.ts'

/** Accounts by their last four; what is paid into, what waits for its call, what was before. */
export function BankPart({ vendor }: { vendor: Vendor }) {
  const [adding, setAdding] = useState(false)
  const [calling, setCalling] = useState<BankShown>()
  const [looking, setLooking] = useState<BankShown>()
  return (
    <>
      <Section
        title="Account"
        count={vendor.bank?.length}
        about="A new account counts only after a call to a number the office had before the account came. Who looks at one in full leaves a line in the activity."
        right={
          vendor.can.bank && (
            <Button icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
              New account
            </Button>
          )
        }
      >
        <Table
          label="Accounts"
          rows={vendor.bank ?? []}
          keyOf={(it) => it.id}
          columns={columnsOf(vendor.can.bank, setCalling, setLooking)}
          empty={
            <EmptyState small title="No account on file">
              {vendor.can.bank
                ? 'Enter it here, or let them fill it in by their link.'
                : 'Finance enters it here, or they fill it in by their link.'}
            </EmptyState>
          }
        />
        <NewAccountDialog open={adding} vendor={vendor} onClose={() => setAdding(false)} />
        <CallBackDialog bank={calling} vendor={vendor} onClose={() => setCalling(undefined)} />
        <LookDialog bank={looking} vendor={vendor} onClose={() => setLooking(undefined)} />
      </Section>
      <TaxPart vendor={vendor} />
    </>
  )
}

const columnsOf = (may: boolean, call: (it: BankShown) => void, look: (it: BankShown) => void): Column<BankShown>[] => [
  {
    key: 'account',
    head: 'Account',
    of: (it) => <b className={css.account}>•••• {it.last4}</b>,
  },
  {
    key: 'where',
    head: 'Where',
    of: (it) => [it.country, it.currency].filter(Boolean).join(', '),
    quiet: true,
    phone: 'hide',
  },
  {
    key: 'state',
    head: 'State',
    of: (it) => (
      <>
        <Status is={bankWords[it.state].is}>{bankWords[it.state].word}</Status>
        {it.called && (
          <span className={css.small}>
            {it.called.by} called {it.called.number}, {it.called.spokeWith} confirmed, <MomentText at={it.called.at} />
          </span>
        )}
        {it.reason && <span className={css.small}>{it.reason}</span>}
      </>
    ),
    width: '38%',
  },
  {
    key: 'came',
    head: 'Came',
    of: (it) => (
      <>
        <MomentText at={it.cameAt} />
        <span className={css.small}>{it.cameFrom === 'link' ? 'by their link' : it.cameBy}</span>
      </>
    ),
    quiet: true,
    phone: 'hide',
  },
  {
    key: 'acts',
    head: '',
    of: (it) =>
      may && (
        <span className={css.acts}>
          {it.state === 'waiting' && (
            <Button size="small" icon={<IconPhone size={16} />} onClick={() => call(it)}>
              Call back
            </Button>
          )}
          <Button size="small" icon={<IconEye size={16} />} onClick={() => look(it)}>
            See it
          </Button>
        </span>
      ),
    align: 'end',
  },
]

interface LookProps {
  bank: BankShown | undefined
  vendor: Vendor
  onClose: () => void
}

const Why = z.object({ reason: z.string().trim().min(1, 'Say what you need it for.') })

function LookDialog({ bank, vendor, onClose }: LookProps) {
  return (
    <Dialog
      open={bank !== undefined}
      onClose={onClose}
      title={`Account of ${vendor.name}`}
      about="This look goes on record with your name and the reason."
      size="small"
    >
      {bank && <Look key={bank.id} bank={bank} vendor={vendor} onClose={onClose} />}
    </Dialog>
  )
}

function Look({ bank, vendor, onClose }: LookProps & { bank: BankShown }) {
  const look = useChange(lookAtBank)
  const [seen, setSeen] = useState<Account>()
  const form = useForm({
    schema: Why,
    initial: { reason: '' },
    save: async ({ reason }) =>
      setSeen(await look.mutateAsync({ params: { vendorId: vendor.id, bankId: bank.id }, body: { reason } })),
  })
  if (seen)
    return (
      <div className={css.full}>
        <Facts
          of={[
            ['Holder', seen.holder],
            ['Account', seen.account],
            ['Bank code', seen.bankCode],
            ['Bank', seen.bankName],
            ['Country', seen.country],
            ['Currency', seen.currency],
          ]}
        />
      </div>
    )
  return (
    <Form of={form} action="See it" onCancel={onClose}>
      <TextField label="What for" required autoFocus placeholder="Deposit for the studio" {...form.field('reason')} />
    </Form>
  )
}
