import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { FieldRow } from '../../../ui/Form.tsx'
import { Segmented } from '../../../ui/Tabs.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { languageNames, languages, type Language } from '../kinds.rules.ts'
import { changeClause, createClause, type Clause } from '../template.contract.ts'

/** Wording several templates share. Changing it is a new version; papers already sent keep theirs. */
export function ClauseEditor({
  clause,
  mayEdit,
  onClose,
}: {
  clause: Clause | undefined
  mayEdit: boolean
  onClose: () => void
}) {
  const [key, setKey] = useState(clause?.key ?? '')
  const [title, setTitle] = useState(clause?.title ?? '')
  const [texts, setTexts] = useState<Clause['texts']>(clause?.texts ?? {})
  const [language, setLanguage] = useState<Language>('en')
  const [by, setBy] = useState('')
  const done = { onDone: onClose }
  const create = useChange(createClause, done)
  const change = useChange(changeClause, done)
  const send = (extra: object) =>
    clause
      ? change.mutate(
          { params: { clauseId: clause.id }, ifMatch: clause.version, body: { title, texts, ...extra } },
          { onError: toast.problem },
        )
      : create.mutate({ body: { key, title, texts } }, { onError: toast.problem })
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={clause ? `${clause.title}, version ${clause.number}` : 'New clause'}
    >
      <FieldRow>
        <TextField label="Title" required value={title} onChange={setTitle} />
        <TextField
          label="Name in templates"
          required
          disabled={clause !== undefined}
          placeholder="confidentiality"
          value={key}
          onChange={setKey}
        />
      </FieldRow>
      <p>
        <Segmented
          label="Language"
          value={language}
          options={languages.map((it) => ({ value: it, label: languageNames[it] }))}
          onChange={setLanguage}
        />
      </p>
      <TextAreaField
        label="Text"
        rows={8}
        value={texts[language] ?? ''}
        onChange={(text) => setTexts({ ...texts, [language]: text })}
      />
      {mayEdit && (
        <DialogActions>
          <Button kind="accent" busy={create.isPending || change.isPending} onClick={() => send({})}>
            {clause ? 'Save as new version' : 'Save clause'}
          </Button>
          {clause && (
            <>
              <TextField label="Approved by" hideLabel placeholder="Who read the wording" value={by} onChange={setBy} />
              <Button disabled={by.trim() === ''} onClick={() => send({ approvedBy: by })}>
                Record approval
              </Button>
            </>
          )}
        </DialogActions>
      )}
    </Dialog>
  )
}
