import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { AgreementKind, kindWords, type RolePlan } from '../kinds.rules.ts'
import {
  changeTemplate,
  createTemplate,
  listTemplates,
  TemplateBody,
  type Clause,
  type Template,
} from '../template.contract.ts'
import css from './Agreements.module.css'
import { TurnRows } from './TurnRows.tsx'
import { VersionsSection } from './VersionsSection.tsx'
import { turnsSaid, whoWords } from './words.ts'
import { emptyText, textsSaid, wordingFault, writtenTexts, type Wording } from './wording.rules.ts'
import { WordingFields } from './WordingFields.tsx'

const usualRoles: RolePlan[] = [
  { role: 'signer', label: 'Signer', turn: 1, who: 'subject' },
  { role: 'signer', label: 'For the company', turn: 2, who: 'office' },
]

interface Draft extends Wording {
  kind: AgreementKind
  name: string
  roles: RolePlan[]
  note: string
}

const draftOf = (it: Template | undefined): Draft => ({
  kind: it?.kind ?? 'other',
  name: it?.name ?? '',
  roles: it?.roles ?? usualRoles,
  texts: it?.texts ?? { en: emptyText },
  docx: it?.docxFileId ? { id: it.docxFileId, name: 'Word document' } : null,
  note: '',
})

const toSend = ({ docx, texts, ...rest }: Draft) => ({
  ...rest,
  texts: writtenTexts(texts),
  docxFileId: docx?.id ?? null,
})

interface Props {
  template: Template | undefined
  clauses: readonly Clause[]
  mayEdit: boolean
  onClose: () => void
}

/** One template: its wording in each language, who signs in which turn, and every version it had. */
export function TemplateEditor({ template, clauses, mayEdit, onClose }: Props) {
  const client = useQueryClient()
  const form = useForm({
    schema: TemplateBody,
    initial: draftOf(template),
    toSend,
    shared: template && {
      subject: template.name,
      version: template.version,
      read: async () => {
        const { items } = await browser.call(listTemplates)
        const theirs = items.find(({ id }) => id === template.id) ?? template
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: {
        name: 'Name',
        kind: { word: 'Kind', say: (kind) => kindWords[kind].one },
        docx: { word: 'Word document', say: (docx) => (docx === null ? '' : `${docx.name} (${docx.id.slice(-4)})`) },
        texts: { word: 'Wording', say: textsSaid },
        roles: { word: 'Who signs', say: turnsSaid },
      },
    },
    save: async (body, version) => {
      await (template
        ? browser.call(changeTemplate, {
            params: { templateId: template.id },
            ifMatch: version ?? template.version,
            body,
          })
        : browser.call(createTemplate, { body, idempotencyKey: crypto.randomUUID() }))
      await refresh(client, null)
      onClose()
    },
  })
  const { draft, errors } = form
  const fields = (
    <>
      <FieldRow>
        <TextField label="Name" required {...form.field('name')} />
        <SelectField
          label="Kind"
          choices={AgreementKind.options.map((it) => ({ value: it, label: kindWords[it].one }))}
          value={draft.kind}
          onChange={(kind) => form.change({ kind: kind ?? 'other' })}
        />
      </FieldRow>
      <WordingFields
        value={draft}
        onChange={form.change}
        error={wordingFault(draft.texts, errors['texts'])}
        clauses={clauses}
      />
      <Section
        title="Who signs, in order"
        about="A new paper begins with these. Those with the same number act at the same time; later ones see nothing before."
      >
        <TurnRows
          rows={draft.roles}
          onChange={(roles) => form.change({ roles })}
          blank={(turn): RolePlan => ({ role: 'signer', label: '', turn, who: 'other' })}
          error={errors['roles']}
        >
          {(row, set) => (
            <SelectField
              label="Who"
              choices={Object.entries(whoWords).map(([value, label]) => ({ value: value as RolePlan['who'], label }))}
              value={row.who}
              onChange={(who) => set({ who: who ?? 'other' })}
            />
          )}
        </TurnRows>
      </Section>
    </>
  )
  return (
    <Dialog
      open
      onClose={onClose}
      size="full"
      title={template ? `${template.name}, version ${template.number}` : 'New template'}
    >
      {mayEdit ? (
        <Form
          of={form}
          action={template ? 'Save template' : 'Add template'}
          onCancel={onClose}
          isWide
          aside={template && <PutAway template={template} onDone={onClose} />}
        >
          {fields}
          {template && (
            <TextField
              label="What changed in the wording"
              placeholder="Shown with the version"
              {...form.field('note')}
            />
          )}
        </Form>
      ) : (
        <fieldset disabled className={css.plain}>
          {fields}
        </fieldset>
      )}
      {template && (
        <VersionsSection template={template} mayApprove={mayEdit} isChanged={form.changed} onDone={onClose} />
      )}
    </Dialog>
  )
}

/** Templates are not deleted: papers stand on them. One put away is not offered for new papers. */
function PutAway({ template, onDone }: { template: Template; onDone: () => void }) {
  const client = useQueryClient()
  const isAway = template.archivedAt !== null
  const put = async (archived: boolean, version: number) => {
    const params = { templateId: template.id }
    const after = await browser.call(changeTemplate, { params, ifMatch: version, body: { archived } })
    await refresh(client, null)
    return after
  }
  const press = async () => {
    const after = await put(!isAway, template.version)
    onDone()
    toast.done(isAway ? `${template.name} can be used again` : `${template.name} is put away`, {
      undo: () => put(isAway, after.version).catch(toast.problem),
    })
  }
  return <Button onClick={() => void press().catch(toast.problem)}>{isAway ? 'Use again' : 'Put away'}</Button>
}
