import { useState } from 'react'
import { clockOf } from '../../../kernel/time.ts'
import { browser, useChange } from '../../../client/react.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { TimeField } from '../../../ui/TimeField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { plural } from '../../../ui/words.ts'
import type { Role } from '../role.contract.ts'
import {
  changeSession,
  createSession,
  getSession,
  NewSession,
  SessionChange,
  type Session,
} from '../session.contract.ts'
import { slotsOf } from '../slot.rules.ts'
import {
  breaksOf,
  minutes,
  sessionChange,
  sessionDraft,
  sessionWords,
  type SessionDraft,
} from './session.draft.rules.ts'

interface SessionDialogProps {
  open: boolean
  productionId: string
  roles: readonly Role[]
  onClose: () => void
  onSaved: (session: Session) => void
  /** The day that is changed; absent for a new one. */
  session?: Session | undefined
}

export const SessionDialog = ({ open, ...form }: SessionDialogProps) => (
  <Dialog open={open} onClose={form.onClose} title={form.session ? 'Change the day' : 'New casting day'}>
    {open && (form.session ? <ChangeForm {...form} session={form.session} /> : <SessionForm {...form} />)}
  </Dialog>
)

interface Draft {
  roleId: string | null
  kind: 'audition' | 'callback' | null
  onDate: string | null
  fromMinute: string | null
  untilMinute: string | null
  slotMinutes: number | null
  perSlot: number | null
  breakAt: string | null
  breakMinutes: number | null
  place: string
  stream: string
}

const toSend = ({ fromMinute, untilMinute, breakAt, breakMinutes, ...draft }: Draft) => ({
  ...draft,
  fromMinute: minutes(fromMinute),
  untilMinute: minutes(untilMinute),
  breaks: breaksOf({ breakAt, breakMinutes }),
})

function SessionForm({ productionId, roles, onClose, onSaved }: Omit<SessionDialogProps, 'open' | 'session'>) {
  const [key] = useState(() => crypto.randomUUID())
  const create = useChange(createSession)
  const form = useForm<Draft, NewSession>({
    schema: NewSession,
    initial: {
      roleId: roles[0]?.id ?? null,
      kind: 'audition',
      onDate: null,
      fromMinute: clockOf(540),
      untilMinute: clockOf(720),
      slotMinutes: 15,
      perSlot: 1,
      breakAt: clockOf(630),
      breakMinutes: 15,
      place: '',
      stream: '',
    },
    toSend,
    save: async (body) => {
      onSaved(await create.mutateAsync({ params: { productionId }, body, idempotencyKey: key }))
      onClose()
    },
  })
  const parsed = NewSession.safeParse({ ...toSend(form.draft), onDate: '2026-01-01' })
  const slots = parsed.success
    ? slotsOf({ ...parsed.data, perSlot: parsed.data.perSlot ?? 1, breaks: parsed.data.breaks ?? [] }).length
    : 0
  return (
    <Form of={form} action="Lay out the day" onCancel={onClose} aside={plural(slots, 'slot')}>
      <FieldRow>
        <SelectField
          label="Role"
          choices={roles.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field('roleId')}
        />
        <SelectField
          label="Kind"
          choices={[
            { value: 'audition', label: 'Audition' },
            { value: 'callback', label: 'Callback' },
          ]}
          {...form.field('kind')}
        />
      </FieldRow>
      <FieldRow>
        <DateField label="Day" required {...form.field('onDate')} />
        <TimeField label="From" {...form.field('fromMinute')} />
        <TimeField label="Until" {...form.field('untilMinute')} />
      </FieldRow>
      <FieldRow>
        <NumberField label="Each is seen for" unit="min" min={3} {...form.field('slotMinutes')} />
        <NumberField label="At a time" min={1} {...form.field('perSlot')} />
        <TimeField label="Break at" {...form.field('breakAt')} />
        <NumberField label="for" unit="min" min={1} {...form.field('breakMinutes')} />
      </FieldRow>
      <FieldRow>
        <TextField label="Room" {...form.field('place')} />
        <TextField label="Stream" placeholder="https://" {...form.field('stream')} />
      </FieldRow>
    </Form>
  )
}

function ChangeForm({
  productionId,
  session,
  onClose,
  onSaved,
}: Omit<SessionDialogProps, 'open' | 'roles' | 'session'> & { session: Session }) {
  const params = { productionId, sessionId: session.id }
  const save = useChange(changeSession)
  const form = useForm<SessionDraft, SessionChange>({
    schema: SessionChange,
    initial: sessionDraft(session),
    toSend: (draft, began) => sessionChange(draft, began, session.breaks.slice(1)),
    save: async (body, ifMatch = session.version) => {
      onSaved(await save.mutateAsync({ params, body, ifMatch }))
      onClose()
    },
    shared: {
      subject: 'this day',
      version: session.version,
      read: async () => {
        const theirs = await browser.call(getSession, { params })
        return { draft: sessionDraft(theirs), version: theirs.version }
      },
      words: sessionWords,
    },
  })
  return (
    <Form of={form} action="Save the day" onCancel={onClose}>
      <FieldRow>
        <TimeField label="From" {...form.field('fromMinute')} />
        <TimeField label="Until" {...form.field('untilMinute')} />
        <NumberField label="At a time" min={1} {...form.field('perSlot')} />
      </FieldRow>
      <FieldRow>
        <TimeField label="Break at" {...form.field('breakAt')} />
        <NumberField label="for" unit="min" min={1} {...form.field('breakMinutes')} />
      </FieldRow>
      <FieldRow>
        <TextField label="Room" {...form.field('place')} />
        <TextField label="Stream" placeholder="https://" {...form.field('stream')} />
      </FieldRow>
      <TextAreaField
        label="Text at the door"
        hint="What people agree to with their name when they sign in."
        rows={3}
        {...form.field('releaseText')}
      />
    </Form>
  )
}
