import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh, useChange } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { Segmented } from '../../../ui/Tabs.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { isRightToLeft, languageNames, languages, type Language } from '../kinds.rules.ts'
import { changeClause, ClauseBody, createClause, listClauses, type Clause } from '../template.contract.ts'
import css from './Agreements.module.css'
import { ApproveWording } from './ApproveWording.tsx'

interface Props {
  clause: Clause | undefined
  mayEdit: boolean
  onClose: () => void
}

interface Draft {
  key: string
  title: string
  texts: Clause['texts']
  note: string
}

const written = (texts: Clause['texts']) =>
  Object.fromEntries(Object.entries(texts).filter(([, it]) => it.trim() !== '')) as Clause['texts']

const draftOf = (it: Clause | undefined): Draft => ({
  key: it?.key ?? '',
  title: it?.title ?? '',
  texts: it?.texts ?? {},
  note: '',
})

const said = (texts: Clause['texts']): string =>
  Object.entries(written(texts))
    .map(([language, text]) => `${languageNames[language as Language]}: ${text}`)
    .join('\n\n')

/** Wording several templates share. Changing it is a new version; papers already sent keep theirs. */
export function ClauseEditor({ clause, mayEdit, onClose }: Props) {
  const client = useQueryClient()
  const [language, setLanguage] = useState<Language>('en')
  const form = useForm({
    schema: ClauseBody,
    initial: draftOf(clause),
    toSend: ({ texts, ...rest }) => ({ ...rest, texts: written(texts) }),
    shared: clause && {
      subject: clause.title,
      version: clause.version,
      read: async () => {
        const { items } = await browser.call(listClauses)
        const theirs = items.find(({ id }) => id === clause.id) ?? clause
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: { title: 'Title', texts: { word: 'Text', say: said } },
    },
    save: async ({ key, ...body }, version) => {
      await (clause
        ? browser.call(changeClause, {
            params: { clauseId: clause.id },
            ifMatch: version ?? clause.version,
            body,
          })
        : browser.call(createClause, { body: { key, ...body }, idempotencyKey: crypto.randomUUID() }))
      await refresh(client, null)
      onClose()
    },
  })
  const { texts } = form.draft
  const approve = useChange(changeClause, { onDone: onClose })
  const fields = (
    <>
      <FieldRow>
        <TextField label="Title" required {...form.field('title')} />
        <TextField
          label="Name in templates"
          required
          disabled={clause !== undefined}
          placeholder="confidentiality"
          {...form.field('key')}
        />
      </FieldRow>
      <div>
        <Segmented
          label="Language"
          value={language}
          options={languages.map((it) => ({ value: it, label: languageNames[it] + (texts[it] ? '' : ' +') }))}
          onChange={setLanguage}
        />
      </div>
      <div dir={isRightToLeft(language) ? 'rtl' : 'ltr'}>
        <TextAreaField
          label="Text"
          rows={8}
          value={texts[language] ?? ''}
          onChange={(text) => form.change({ texts: { ...texts, [language]: text } })}
          error={form.errors['texts']}
        />
      </div>
    </>
  )
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={clause ? `${clause.title}, version ${clause.number}` : 'New clause'}
    >
      {mayEdit ? (
        <Form of={form} action={clause ? 'Save as new version' : 'Add clause'} onCancel={onClose} isWide>
          {fields}
        </Form>
      ) : (
        <fieldset disabled className={css.plain}>
          {fields}
        </fieldset>
      )}
      {clause?.approved && <p className={css.muted}>Approved by {clause.approved.by}</p>}
      {clause?.approved === null && mayEdit && (
        <ApproveWording
          number={clause.number}
          isChanged={form.changed}
          busy={approve.isPending}
          onApprove={(approvedBy) =>
            approve.mutate(
              { params: { clauseId: clause.id }, ifMatch: clause.version, body: { approvedBy } },
              { onError: toast.problem },
            )
          }
        />
      )}
    </Dialog>
  )
}
