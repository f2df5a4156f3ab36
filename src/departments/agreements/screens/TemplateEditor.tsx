import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { FieldRow } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Segmented } from '../../../ui/Tabs.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { AgreementKind, kindWords, languageNames, languages, type Language } from '../kinds.rules.ts'
import { approveTemplate, changeTemplate, createTemplate, type Clause, type Template } from '../template.contract.ts'
import { compose } from '../text.rules.ts'
import css from './Agreements.module.css'
import { PaperText } from './PaperText.tsx'
import { exampleFacts } from './example.ts'

const empty = { title: '', short: '', body: '' }
const roles = [
  { role: 'signer' as const, label: 'Signer', turn: 1, who: 'subject' as const },
  { role: 'signer' as const, label: 'For the company', turn: 2, who: 'office' as const },
]

interface Props {
  template: Template | undefined
  clauses: readonly Clause[]
  mayEdit: boolean
  onClose: () => void
}

/** Wording on the left, how it reads on the right, per language. Facts are written as {{person.name}}. */
export function TemplateEditor({ template, clauses, mayEdit, onClose }: Props) {
  const [kind, setKind] = useState<AgreementKind>(template?.kind ?? 'other')
  const [name, setName] = useState(template?.name ?? '')
  const [texts, setTexts] = useState<Template['texts']>(template?.texts ?? { en: empty })
  const [docx, setDocx] = useState<{ id: string; name: string } | null>(
    template?.docxFileId ? { id: template.docxFileId, name: 'Word document' } : null,
  )
  const [language, setLanguage] = useState<Language>('en')
  const [note, setNote] = useState('')
  const [by, setBy] = useState('')
  const done = { onDone: onClose }
  const create = useChange(createTemplate, done)
  const change = useChange(changeTemplate, done)
  const approve = useChange(approveTemplate, done)
  const text = texts[language] ?? empty
  const set = (part: Partial<typeof empty>) => setTexts({ ...texts, [language]: { ...text, ...part } })
  const facts = exampleFacts(Object.fromEntries(clauses.map((it) => [it.key, it.texts[language] ?? it.texts.en ?? ''])))
  const { content, faults } = compose(text, `${facts.values['party.name']} · ${facts.values['office.name']}`, facts)
  const written = Object.fromEntries(Object.entries(texts).filter(([, it]) => it.title.trim() !== ''))
  const save = () => {
    const body = { kind, name, texts: written as never, docxFileId: (docx?.id ?? null) as never, note }
    if (template)
      change.mutate(
        { params: { templateId: template.id }, ifMatch: template.version, body },
        { onError: toast.problem },
      )
    else create.mutate({ body: { ...body, roles }, idempotencyKey: crypto.randomUUID() }, { onError: toast.problem })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="full"
      title={template ? `${template.name}, version ${template.number}` : 'New template'}
    >
      {template?.approved === null && (
        <p className={css.note}>
          <b>Have a lawyer read this.</b> Nobody has approved this wording yet.
        </p>
      )}
      <FieldRow>
        <TextField label="Name" required disabled={!mayEdit} value={name} onChange={setName} />
        <SelectField
          label="Kind"
          choices={AgreementKind.options.map((it) => ({ value: it, label: kindWords[it].one }))}
          value={kind}
          onChange={(next) => setKind(next ?? 'other')}
        />
      </FieldRow>
      <p>
        <Segmented
          label="Language"
          value={language}
          options={languages.map((it) => ({ value: it, label: languageNames[it] + (texts[it] ? '' : ' +') }))}
          onChange={setLanguage}
        />
      </p>
      <div className={css.two}>
        <div dir={language === 'ar' ? 'rtl' : 'ltr'}>
          <TextField label="Title" required value={text.title} onChange={(title) => set({ title })} />
          <TextAreaField
            label="In short"
            hint="A line each; begin with + for what is agreed and - for what is not"
            value={text.short}
            onChange={(short) => set({ short })}
            rows={4}
          />
          {docx === null && (
            <TextAreaField
              label="Text"
              hint="# heading, - point, {{clause data}}, {{terms}}, {{ask:address|Your address}} for a field the signer fills"
              value={text.body}
              onChange={(body) => set({ body })}
              rows={12}
            />
          )}
          <FileDrop
            label={docx?.name ?? 'Or bring the text as a Word document (.docx)'}
            accept=".docx"
            onUploaded={({ fileId, name: file }) => setDocx({ id: fileId, name: file })}
          />
          {docx !== null && (
            <p className={css.note}>
              The Word document keeps its layout and is offered beside the paper. What people sign is its text, set by
              our own typesetter.{' '}
              <Button size="small" onClick={() => setDocx(null)}>
                Write it here instead
              </Button>
            </p>
          )}
          <details>
            <summary>Facts that can be merged</summary>
            <p className={css.muted}>
              {Object.keys(facts.values)
                .map((it) => `{{${it}}}`)
                .join('  ')}
            </p>
          </details>
        </div>
        <div dir={language === 'ar' ? 'rtl' : 'ltr'}>
          {faults.map((it) => (
            <p key={it.key + it.where} className={css.note} role="status">
              {it.where}: {it.key} cannot be read
            </p>
          ))}
          <PaperText of={content} />
        </div>
      </div>
      {mayEdit && (
        <DialogActions>
          <Button kind="accent" busy={create.isPending || change.isPending} onClick={save}>
            {template ? 'Save as new version' : 'Save template'}
          </Button>
          <TextField label="What changed" hideLabel placeholder="What changed" value={note} onChange={setNote} />
          {template && (
            <>
              <TextField label="Approved by" hideLabel placeholder="Who read the wording" value={by} onChange={setBy} />
              <Button
                busy={approve.isPending}
                disabled={by.trim() === ''}
                onClick={() =>
                  approve.mutate(
                    { params: { templateId: template.id }, ifMatch: template.version, body: { by } },
                    { onError: toast.problem },
                  )
                }
              >
                Record approval
              </Button>
            </>
          )}
        </DialogActions>
      )}
    </Dialog>
  )
}
