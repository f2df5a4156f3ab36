import { useState } from 'react'
import { clockOf, minuteOf, type WallTime } from '../../../kernel/time.ts'
import { useChange } from '../../../client/react.ts'
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
import { changeSession, createSession, NewSession, SessionChange, type Session } from '../session.contract.ts'
import { slotsOf } from '../slot.rules.ts'

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

const minutes = (time: string | null) => (time === null ? null : minuteOf(time as WallTime))

const toSend = ({ fromMinute, untilMinute, breakAt, breakMinutes, ...draft }: Draft) => ({
  ...draft,
  fromMinute: minutes(fromMinute),
  untilMinute: minutes(untilMinute),
  breaks: breakAt === null || breakMinutes === null ? [] : [{ at: minutes(breakAt) as number, minutes: breakMinutes }],
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

interface ChangeDraft {
  fromMinute: string | null
  untilMinute: string | null
  perSlot: number | null
  breakAt: string | null
  breakMinutes: number | null
  place: string
  stream: string
  releaseText: string
}

function ChangeForm({
  productionId,
  session,
  onClose,
  onSaved,
}: Omit<SessionDialogProps, 'open' | 'roles' | 'session'> & { session: Session }) {
  const save = useChange(changeSession)
  const [first, ...others] = session.breaks
  const form = useForm<ChangeDraft, SessionChange>({
    schema: SessionChange,
    initial: {
      fromMinute: clockOf(session.fromMinute),
      untilMinute: clockOf(session.untilMinute),
      perSlot: session.perSlot,
      breakAt: first ? clockOf(first.at) : null,
      breakMinutes: first?.minutes ?? null,
      place: session.place,
      stream: session.stream,
      releaseText: session.releaseText,
    },
    toSend: ({ fromMinute, untilMinute, breakAt, breakMinutes, ...draft }) => ({
      ...draft,
      fromMinute: minutes(fromMinute),
      untilMinute: minutes(untilMinute),
      breaks: [
        ...(breakAt === null || breakMinutes === null ? [] : [{ at: minutes(breakAt), minutes: breakMinutes }]),
        ...others,
      ],
    }),
    save: async (body) => {
      const params = { productionId, sessionId: session.id }
      onSaved(await save.mutateAsync({ params, body, ifMatch: session.version }))
      onClose()
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
