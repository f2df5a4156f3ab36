import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { Section } from '../../../ui/Section.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import {
  AgreementChange,
  changeAgreement,
  getAgreement,
  type Agreement,
  type PartyDraft,
} from '../agreement.contract.ts'
import { isDeal as pays } from '../payment.rules.ts'
import { kindWords } from '../kinds.rules.ts'
import css from './Agreements.module.css'
import { changeOf, draftOf, draftWords } from './draft.rules.ts'
import { DraftDeal } from './DraftDeal.tsx'
import { DraftScope } from './DraftScope.tsx'
import { TurnRows } from './TurnRows.tsx'

interface Props {
  agreement: Agreement
  productionId: string
  onClose: () => void
}

const copyAt = (turn: number): PartyDraft => ({
  role: 'copy',
  label: 'Copy',
  turn,
  personId: null,
  name: '',
  email: '',
  phone: null,
  forName: null,
})

/** A draft's terms, parties and validity. What the record knows comes from the record and is not typed here. */
export function DraftDialog({ agreement, productionId, onClose }: Props) {
  const client = useQueryClient()
  const params = { productionId: productionId as ProductionId, agreementId: agreement.id }
  const form = useForm({
    schema: AgreementChange,
    initial: draftOf(agreement),
    toSend: (draft) => changeOf(draft, agreement.extra),
    shared: {
      subject: agreement.number,
      version: agreement.version,
      read: async () => {
        const theirs = await browser.call(getAgreement, { params })
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: draftWords,
    },
    save: async (body, version) => {
      await browser.call(changeAgreement, { params, ifMatch: version ?? agreement.version, body })
      await refresh(client, productionId)
      onClose()
    },
  })
  const { draft, change, errors } = form
  const asksHow = pays(agreement.kind) && agreement.personId !== null
  const isDeal = !kindWords[agreement.kind].isRelease && agreement.kind !== 'nda'
  return (
    <Dialog open onClose={onClose} size="wide" title={`Edit ${agreement.number}`}>
      <Form of={form} action="Save draft" onCancel={onClose} isWide>
        {isDeal && <DraftDeal draft={draft} change={change} error={errors['terms']} />}
        {draft.scope !== null && (
          <DraftScope
            scope={draft.scope}
            onChange={(scope) => change({ scope })}
            pay={draft.pay}
            onPay={(pay) => change({ pay })}
            onDate={draft.onDate}
            onDay={(onDate) => change({ onDate })}
          />
        )}
        <Section
          title="Who signs, in order"
          about="Those with the same number sign at the same time. Later ones see nothing before."
        >
          <TurnRows
            rows={draft.parties}
            onChange={(parties) => change({ parties })}
            blank={copyAt}
            error={errors['parties']}
          >
            {(row, set) => (
              <>
                <TextField label="Name" value={row.name} onChange={(name) => set({ name })} />
                <TextField label="E-mail" type="email" value={row.email ?? ''} onChange={(email) => set({ email })} />
                {row.role === 'guardian' && (
                  <TextField label="Signs for" value={row.forName ?? ''} onChange={(forName) => set({ forName })} />
                )}
              </>
            )}
          </TurnRows>
        </Section>
        <Section title="Validity">
          <div className={css.fields}>
            <FieldRow>
              <DateField label="In force from" {...form.field('effectiveFrom')} />
              <DateField label="Until" {...form.field('effectiveUntil')} />
              <TextField label="Renewal" {...form.field('renewal')} />
            </FieldRow>
            <CheckField label="Ask for a code sent by e-mail before signing" {...form.field('asksCode')} />
            {asksHow && (
              <CheckField
                label="Once signed, ask for tax form and bank details in the same link"
                hint="Sealed on arrival: finance looks with a reason, and an account counts after the call back"
                {...form.field('asksPayment')}
              />
            )}
          </div>
        </Section>
      </Form>
    </Dialog>
  )
}
