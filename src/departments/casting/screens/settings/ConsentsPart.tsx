import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../../client/react.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { Button } from '../../../../ui/Button.tsx'
import { formatDay } from '../../../../ui/dates.ts'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Status } from '../../../../ui/Status.tsx'
import { TextAreaField, TextField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { plural } from '../../../../ui/words.ts'
import { createConsent, listConsents, type Consent, type NewConsent } from '../../consent.contract.ts'
import css from './CastingRules.module.css'

/** Every wording there was: what somebody agreed to stays as they read it, so a change is a new one. */
export function ConsentsPart({ mayEdit }: { mayEdit: boolean }) {
  const asked = useAsk(listConsents)
  const [writing, setWriting] = useState(false)
  return (
    <Section
      title="Consent on open calls"
      count={asked.data?.items.length}
      about="What talent agrees to when it sends itself, and after how long its material is deleted. A change is a new version: calls that are open keep theirs."
      right={
        mayEdit && (
          <Button icon={<IconPencil size={16} />} onClick={() => setWriting(true)}>
            Change the wording
          </Button>
        )
      }
    >
      <Loaded of={asked}>
        {({ items }) => (
          <>
            {items.map((it, at) => (
              <Wording key={it.id} of={it} isUsed={at === 0} />
            ))}
            <Dialog open={writing} onClose={() => setWriting(false)} title="New wording" size="wide">
              {writing && <Writing of={items[0]} onClose={() => setWriting(false)} />}
            </Dialog>
          </>
        )}
      </Loaded>
    </Section>
  )
}

const Wording = ({ of: it, isUsed }: { of: Consent; isUsed: boolean }) => (
  <article className={css.wording}>
    <div className={css.wordingHead}>
      <b>Version {it.number}</b>
      <Status is={isUsed ? 'go' : 'off'}>{isUsed ? 'On new calls' : 'Before'}</Status>
      <span>deleted after {plural(it.retentionMonths, 'month')}</span>
    </div>
    <p>{it.body}</p>
    <small>
      {it.source}, {formatDay(it.effectiveFrom, { year: true })}
    </small>
  </article>
)

interface WordingDraft {
  body: string
  retentionMonths: number | null
  source: string
}

function Writing({ of: before, onClose }: { of: Consent | undefined; onClose: () => void }) {
  const create = useChange(createConsent)
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm<WordingDraft, typeof NewConsent._output>({
    schema: bodyOf(createConsent),
    initial: { body: before?.body ?? '', retentionMonths: before?.retentionMonths ?? 12, source: '' },
    save: async (body) => {
      const made = await create.mutateAsync({ body, idempotencyKey: key })
      onClose()
      toast.done(`Version ${made.number} stands on calls opened from now on`)
    },
  })
  return (
    <Form of={form} action="Use from now on" onCancel={onClose}>
      <TextAreaField label="What they agree to" required {...form.field('body')} />
      <NumberField
        label="Deleted after"
        hint="From the day they agreed"
        unit="months"
        min={1}
        max={36}
        {...form.field('retentionMonths')}
      />
      <TextField label="Who approved it" required {...form.field('source')} />
    </Form>
  )
}
