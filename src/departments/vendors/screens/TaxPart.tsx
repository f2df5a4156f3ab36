import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import { browser } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { Section } from '../../../ui/Section.tsx'
import { lookAtTax } from '../bank.contract.ts'
import type { Vendor } from '../vendor.contract.ts'
import { LookDialog } from './LookDialog.tsx'
import css from './Vendors.module.css'

/** The tax number by its last characters; in full, with what stands on the form, to those who say what for. */
export function TaxPart({ vendor }: { vendor: Vendor }) {
  const [looking, setLooking] = useState(false)
  if (!vendor.tax) return null
  return (
    <Section
      title="Tax form"
      right={
        vendor.can.bank && (
          <Button size="small" icon={<IconEye size={16} />} onClick={() => setLooking(true)}>
            See it
          </Button>
        )
      }
    >
      <p>
        {vendor.tax.kind} <b className={css.account}>•••• {vendor.tax.last}</b>
      </p>
      <LookDialog
        open={looking}
        title={`Tax form of ${vendor.name}`}
        example="First invoice"
        look={(reason) => looked(vendor.id, reason)}
        onClose={() => setLooking(false)}
      />
    </Section>
  )
}

const STANDINGS: Record<string, string> = { individual: 'Individual or sole trader', company: 'Company' }

async function looked(vendorId: Vendor['id'], reason: string) {
  const { kind, id, form } = await browser.call(lookAtTax, { params: { vendorId }, body: { reason } })
  const told = form && [
    ['Name', form.legalName] as const,
    ['Is', STANDINGS[form.standing] ?? 'Something else'] as const,
    ['Address', form.address] as const,
    ['Country', form.country] as const,
    ['Certified', <MomentText key="at" at={form.certifiedAt} />] as const,
  ]
  return [[kind, id] as const, ...(told ?? [])]
}
