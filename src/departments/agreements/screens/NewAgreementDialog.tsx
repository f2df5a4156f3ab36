import { z } from 'zod'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { listLocations } from '../../locations/location.contract.ts'
import { getMe } from '../../office/office.contract.ts'
import { listEngagements } from '../../people/engagement.contract.ts'
import { createAgreement, type NewAgreement } from '../agreement.contract.ts'
import { languageNames, type Language } from '../kinds.rules.ts'
import { listTemplates } from '../template.contract.ts'

interface Props {
  open: boolean
  productionId: string
  onClose: () => void
  onMade: (id: string) => void
  /** Who it is for, when that is known already: `engagement 0190…`. */
  subject?: string
  templateId?: string
}

/** People and places a paper can be about, as choices: `engagement 0190…`. */
export function useSubjects(productionId: string) {
  const params = { productionId }
  const crew = useAsk(listEngagements, { params, query: {} })
  const places = useAsk(listLocations, { params, query: {} })
  return [
    {
      group: 'People',
      items: (crew.data?.items ?? []).map((it) => ({ value: `engagement ${it.id}`, label: `${it.name}, ${it.title}` })),
    },
    {
      group: 'Places',
      items: (places.data?.items ?? []).map((it) => ({ value: `location ${it.id}`, label: it.name })),
    },
    { group: 'Production', items: [{ value: `production ${productionId}`, label: 'The production itself' }] },
  ]
}

export const NewAgreementDialog = (props: Props) =>
  props.open ? (
    <Dialog
      open
      onClose={props.onClose}
      title="New paper"
      about="It is a draft until you send it; facts come from the records."
    >
      <NewAgreementForm {...props} />
    </Dialog>
  ) : null

function NewAgreementForm({ productionId, onClose, onMade, subject, templateId }: Props) {
  const client = useQueryClient()
  const templates = useAsk(listTemplates)
  const me = useAsk(getMe)
  const subjects = useSubjects(productionId)
  const current = (templates.data?.items ?? []).filter((it) => it.archivedAt === null)
  const form = useForm({
    schema: z.object({
      templateId: z.string({ error: 'Choose a template.' }).min(1),
      subject: z.string({ error: 'Choose who it is for.' }).min(1),
      language: z.string(),
    }),
    initial: { templateId: templateId ?? null, subject: subject ?? null, language: 'en' } as {
      templateId: string | null
      subject: string | null
      language: string | null
    },
    save: async (it) => {
      const [kind = '', id = ''] = it.subject.split(' ')
      const template = current.find((each) => each.id === it.templateId)
      const made = await browser.call(createAgreement, {
        params: { productionId },
        body: {
          kind: template?.kind ?? 'other',
          templateId: it.templateId as NewAgreement['templateId'],
          subject: { kind: kind as NewAgreement['subject']['kind'], id },
          language: it.language as Language,
          office: me.data ? { name: me.data.name, email: me.data.email } : null,
        },
        idempotencyKey: crypto.randomUUID(),
      })
      await refresh(client, productionId)
      onClose()
      onMade(made.id)
    },
  })
  const chosen = current.find((it) => it.id === form.draft.templateId)
  const tongues = Object.keys(chosen?.texts ?? { en: 1 }) as Language[]
  return (
    <Form of={form} action="Draw up" onCancel={onClose}>
      <SelectField
        label="Template"
        required
        autoFocus
        choices={current.map((it) => ({
          value: it.id as string,
          label: it.approved === null ? `${it.name} (wording not approved)` : it.name,
        }))}
        {...form.field('templateId')}
      />
      <SelectField label="For" required searchable choices={subjects} {...form.field('subject')} />
      {tongues.length > 1 && (
        <SelectField
          label="Language"
          choices={tongues.map((it) => ({ value: it as string, label: languageNames[it] }))}
          {...form.field('language')}
        />
      )}
    </Form>
  )
}
