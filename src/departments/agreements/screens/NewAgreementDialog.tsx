import { z } from 'zod'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { listLocations } from '../../locations/location.contract.ts'
import { getMe } from '../../office/office.contract.ts'
import { listEngagements } from '../../people/engagement.contract.ts'
import { createAgreement, type NewAgreement } from '../agreement.contract.ts'
import { Language, languageNames } from '../kinds.rules.ts'
import { listTemplates, type Template } from '../template.contract.ts'

interface Props {
  open: boolean
  productionId: string
  onClose: () => void
  onMade: (id: string) => void
  /** Who it is for, when that is known already: `engagement 0190…`. */
  subject?: string
  templateId?: string
  /** Who it is for and which kind of paper, where somebody came for that: from a booking, or from the crew list. */
  wanted?: { kind: string | undefined; personId: string | undefined }
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
      <Prepared {...props} />
    </Dialog>
  ) : null

const tonguesOf = (template: Template | undefined) => Object.keys(template?.texts ?? {}) as Language[]

/** The language that was chosen, or the template's first where it has no wording in that. */
const spokenBy = (template: Template | undefined, chosen: Language | null): Language => {
  const tongues = tonguesOf(template)
  return chosen !== null && tongues.includes(chosen) ? chosen : (tongues[0] ?? 'en')
}

/** Looks up what was come for, so that nothing is chosen twice. */
function Prepared(props: Props) {
  const { productionId, wanted } = props
  const templates = useAsk(listTemplates)
  const crew = useAsk(listEngagements, { params: { productionId }, query: {} })
  if (templates.data === undefined) return <Loaded of={templates}>{() => null}</Loaded>
  if (crew.data === undefined) return <Loaded of={crew}>{() => null}</Loaded>
  const template = templates.data.items.find((it) => it.archivedAt === null && it.kind === wanted?.kind)
  const engagement = crew.data.items.find(({ personId }) => personId !== null && personId === wanted?.personId)
  return (
    <NewAgreementForm
      {...props}
      templateId={props.templateId ?? template?.id ?? null}
      subject={props.subject ?? (engagement === undefined ? null : `engagement ${engagement.id}`)}
    />
  )
}

interface FormProps extends Omit<Props, 'subject' | 'templateId'> {
  templateId: string | null
  subject: string | null
}

function NewAgreementForm({ productionId, onClose, onMade, subject, templateId }: FormProps) {
  const client = useQueryClient()
  const templates = useAsk(listTemplates)
  const me = useAsk(getMe)
  const subjects = useSubjects(productionId)
  const current = (templates.data?.items ?? []).filter((it) => it.archivedAt === null)
  const templateOf = (id: string | null) => current.find((it) => it.id === id)
  const form = useForm({
    schema: z.object({
      templateId: z.string({ error: 'Choose a template.' }).min(1),
      subject: z.string({ error: 'Choose who it is for.' }).min(1),
      language: Language,
    }),
    initial: { templateId, subject, language: 'en' } as {
      templateId: string | null
      subject: string | null
      language: Language | null
    },
    toSend: ({ language, ...rest }) => ({ ...rest, language: spokenBy(templateOf(rest.templateId), language) }),
    save: async (it) => {
      const [kind = '', id = ''] = it.subject.split(' ')
      const template = templateOf(it.templateId)
      const made = await browser.call(createAgreement, {
        params: { productionId },
        body: {
          kind: template?.kind ?? 'other',
          templateId: it.templateId as NewAgreement['templateId'],
          subject: { kind: kind as NewAgreement['subject']['kind'], id },
          language: it.language,
          office: me.data ? { name: me.data.name, email: me.data.email } : null,
        },
        idempotencyKey: crypto.randomUUID(),
      })
      await refresh(client, productionId)
      onClose()
      onMade(made.id)
    },
  })
  const chosen = templateOf(form.draft.templateId)
  const tongues = tonguesOf(chosen)
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
          choices={tongues.map((it) => ({ value: it, label: languageNames[it] }))}
          value={spokenBy(chosen, form.draft.language)}
          onChange={(language) => form.change({ language })}
        />
      )}
    </Form>
  )
}
