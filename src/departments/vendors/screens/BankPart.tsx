import { IconEye, IconPhone, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { browser } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { lookAtBank } from '../bank.contract.ts'
import type { BankShown, Vendor } from '../vendor.contract.ts'
import { CallBackDialog } from './CallBackDialog.tsx'
import { LookDialog } from './LookDialog.tsx'
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
        <LookDialog
          open={looking !== undefined}
          title={`Account of ${vendor.name}`}
          example="Deposit for the studio"
          look={(reason) => looked(vendor.id, looking?.id ?? '', reason)}
          onClose={() => setLooking(undefined)}
        />
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

async function looked(vendorId: Vendor['id'], bankId: string, reason: string) {
  const seen = await browser.call(lookAtBank, { params: { vendorId, bankId }, body: { reason } })
  return [
    ['Holder', seen.holder],
    ['Account', seen.account],
    ['Bank code', seen.bankCode],
    ['Bank', seen.bankName],
    ['Country', seen.country],
    ['Currency', seen.currency],
  ] as const
}
