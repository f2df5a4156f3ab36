import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Table } from '../../../ui/Table.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import type { Vendor } from '../vendor.contract.ts'
import { TermsDialog } from './TermsDialog.tsx'
import css from './Vendors.module.css'
import { termsText } from './vendorWords.ts'

/** How they are reached, on which terms, and who there answers. */
export function OverviewPart({ vendor }: { vendor: Vendor }) {
  const [editing, setEditing] = useState(false)
  const directory =
    vendor.companyId === null ? `/people/${vendor.personId}` : `/people?tab=companies&company=${vendor.companyId}`
  const edit = vendor.can.edit && (
    <Button size="small" icon={<IconPencil size={16} />} onClick={() => setEditing(true)}>
      Edit
    </Button>
  )
  return (
    <>
      <div className={css.columns}>
        <Section title="Terms" right={edit}>
          <Facts
            of={[
              ['Delivers', vendor.categories.map(({ name }) => name).join(', ')],
              ['Payment', termsText(vendor.paymentDays, vendor.paymentTerms)],
              ['Currency', vendor.currency],
              ['Tax number', vendor.tax && `${vendor.tax.kind} •••• ${vendor.tax.last}`],
              ['Account', accountText(vendor)],
              ['Notes', vendor.notes],
            ]}
          />
        </Section>
        <Section title="In the directory" right={<Go to={directory}>Open</Go>}>
          <Facts
            of={[
              ['Legal name', vendor.legalName],
              [
                'E-mail',
                vendor.emails?.map((it) => (
                  <a key={it} href={`mailto:${it}`}>
                    {it}
                  </a>
                ))[0] ?? null,
              ],
              [
                'Phone',
                vendor.phones?.map((it) => (
                  <a key={it} href={`tel:${it}`}>
                    {it}
                  </a>
                ))[0] ?? null,
              ],
              ['Based in', vendor.homeBase],
              ['Address', vendor.address],
            ]}
          />
        </Section>
      </div>
      <Section title="Contacts" count={vendor.contacts.length}>
        <Table
          label="Contacts"
          rows={vendor.contacts}
          keyOf={(it) => it.personId}
          columns={[
            { key: 'name', head: 'Name', of: (it) => <Go to={`/people/${it.personId}`}>{it.name}</Go> },
            { key: 'does', head: 'For', of: (it) => it.does, quiet: true },
            { key: 'phone', head: 'Phone', of: (it) => it.phone && <a href={`tel:${it.phone}`}>{it.phone}</a> },
            {
              key: 'email',
              head: 'E-mail',
              of: (it) => it.email && <a href={`mailto:${it.email}`}>{it.email}</a>,
              phone: 'hide',
            },
          ]}
          empty={
            <EmptyState small title="Nobody named" actions={<Go to={directory}>Open in the directory</Go>}>
              Name the people one calls here: bookings, accounts, the yard.
            </EmptyState>
          }
        />
      </Section>
      <TermsDialog open={editing} vendor={vendor} onClose={() => setEditing(false)} />
    </>
  )
}

const accountText = ({ bank }: Vendor): string => {
  const counts = bank?.find(({ state }) => state === 'counted')
  const waits = bank?.find(({ state }) => state === 'waiting')
  return [counts && `•••• ${counts.last4}`, waits && `•••• ${waits.last4} waits for a call back`]
    .filter(Boolean)
    .join('; ')
}
