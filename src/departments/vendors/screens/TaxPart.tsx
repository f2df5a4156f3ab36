import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Section } from '../../../ui/Section.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { lookAtTax } from '../bank.contract.ts'
import type { Vendor } from '../vendor.contract.ts'
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
      <Dialog
        open={looking}
        onClose={() => setLooking(false)}
        title={`Tax form of ${vendor.name}`}
        about="This look goes on record with your name and the reason."
        size="small"
      >
        {looking && <Look vendor={vendor} onClose={() => setLooking(false)} />}
      </Dialog>
    </Section>
  )
}

const Why = z.object({ reason: z.string().trim().min(1, 'Say what you need it for.') })
const STANDINGS: Record<string, string> = { individual: 'Individual or sole trader', company: 'Company' }
type Seen = z.output<typeof lookAtTax.response>

function Look({ vendor, onClose }: { vendor: Vendor; onClose: () => void }) {
  const look = useChange(lookAtTax)
  const [seen, setSeen] = useState<Seen>()
  const form = useForm({
    schema: Why,
    initial: { reason: '' },
    save: async ({ reason }) => setSeen(await look.mutateAsync({ params: { vendorId: vendor.id }, body: { reason } })),
  })
  if (seen)
    return (
      <div className={css.full}>
        <Facts
          of={[
            [seen.kind, seen.id],
            ...(seen.form === null
              ? []
              : ([
                  ['Name', seen.form.legalName],
                  ['Is', STANDINGS[seen.form.standing] ?? 'Something else'],
                  ['Address', seen.form.address],
                  ['Country', seen.form.country],
                  ['Certified', <MomentText key="at" at={seen.form.certifiedAt} />],
                ] as const)),
          ]}
        />
      </div>
    )
  return (
    <Form of={form} action="See it" onCancel={onClose}>
      <TextField label="What for" required autoFocus placeholder="First invoice" {...form.field('reason')} />
    </Form>
  )
}
