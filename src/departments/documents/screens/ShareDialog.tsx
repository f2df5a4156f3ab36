import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { CheckField } from '../../../ui/CheckField.tsx'
import { CopyField } from '../../../ui/CopyField.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { readersDayOf } from '../../../ui/dates.ts'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { listShares, NewShare, shareDocument, type Channel } from '../access.contract.ts'
import type { DocumentRecord } from '../document.contract.ts'
import css from './DocumentPanel.module.css'
import { channelWords, endOfDay } from './words.ts'

interface ShareDialogProps {
  productionId: string
  document: DocumentRecord
  onClose: () => void
}

interface Allowed {
  allowed: Channel[]
  defaults: { mayDownload: boolean; mustWatermark: boolean; needsTerms: boolean; expiresAt: string }
}

/** One document, one person, by a way its class allows. */
export function ShareDialog({ productionId, document: it, onClose }: ShareDialogProps) {
  const asked = useAsk(listShares, { params: { productionId, documentId: it.id } })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Share ${it.name}`}
      about="Each link is one person’s. It ends by itself and can be withdrawn."
    >
      <Loaded of={asked}>
        {(how) =>
          how.allowed.length === 0 ? (
            <p>This class of documents does not leave the office. Change its class, or ask whoever runs the office.</p>
          ) : (
            <ShareForm {...{ productionId, how, onClose }} document={it} />
          )
        }
      </Loaded>
    </Dialog>
  )
}

function ShareForm({ productionId, document: it, how, onClose }: ShareDialogProps & { how: Allowed }) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const [url, setUrl] = useState<string>()
  const { defaults, allowed } = how
  const form = useForm({
    schema: NewShare,
    initial: {
      holderName: '',
      holderEmail: '',
      channel: (allowed.includes('personal_link') ? 'personal_link' : allowed[0]) as Channel,
      password: '',
      needsCode: false,
      mayDownload: false,
      isWatermarked: defaults.mustWatermark,
      send: false,
      message: '',
      until: readersDayOf(defaults.expiresAt) as string | null,
    },
    toSend: ({ until, password, holderEmail, ...draft }) => ({
      ...draft,
      mayDownload: draft.channel === 'attachment' || draft.mayDownload,
      holderEmail: holderEmail === '' ? null : holderEmail,
      needsCode: draft.channel !== 'attachment' && draft.needsCode,
      ...(draft.channel === 'protected_link' && password !== '' && { password }),
      ...(until !== null && { expiresAt: endOfDay(until) }),
    }),
    save: async (body) => {
      const params = { productionId, documentId: it.id }
      const made = await browser.call(shareDocument, { params, body, idempotencyKey: key })
      await refresh(client, productionId)
      if (made.url === null || body.send) {
        toast.done(`Written to ${body.holderName}`)
        onClose()
      } else setUrl(made.url)
    },
  })
  if (url !== undefined)
    return (
      <>
        <CopyField label={`The link of ${form.draft.holderName}`} value={url} />
        {form.draft.password !== '' && form.draft.channel === 'protected_link' && (
          <p>Tell the password by another way: a call, a message.</p>
        )}
        <DialogActions>
          <Button kind="accent" onClick={onClose}>
            Done
          </Button>
        </DialogActions>
      </>
    )
  const isLink = form.draft.channel !== 'attachment'
  return (
    <Form of={form} action={isLink && !form.draft.send ? 'Make the link' : 'Send'} onCancel={onClose}>
      {defaults.needsTerms && <p className={css.note}>They agree to the confidentiality terms before it opens.</p>}
      <FieldRow>
        <TextField label="Whose link" required autoFocus {...form.field('holderName')} />
        <TextField label="E-mail" type="email" {...form.field('holderEmail')} />
      </FieldRow>
      <SelectField
        label="How"
        choices={allowed.map((value) => ({ value, label: channelWords[value] }))}
        value={form.draft.channel}
        onChange={(next) => next !== null && form.change({ channel: next })}
        error={form.errors['channel']}
      />
      {form.draft.channel === 'protected_link' && (
        <TextField
          label="Password"
          hint={
            form.draft.needsCode
              ? 'May stay empty: the code protects the link.'
              : 'Six characters at least. Told by another way. Or ask for a code below.'
          }
          {...form.field('password')}
        />
      )}
      {isLink && (
        <>
          <DateField label="Until" {...form.field('until')} />
          <CheckField
            label="They give a code we send to their e-mail"
            hint="Whoever the link is passed on to stays outside."
            {...form.field('needsCode')}
          />
          {defaults.mayDownload && <CheckField label="May save the file" {...form.field('mayDownload')} />}
          <CheckField
            label="Their name across every page"
            {...form.field('isWatermarked')}
            disabled={defaults.mustWatermark}
          />
          <CheckField label="Write to them now" {...form.field('send')} />
        </>
      )}
      {(form.draft.send || !isLink) && <TextAreaField label="Message" {...form.field('message')} />}
    </Form>
  )
}
