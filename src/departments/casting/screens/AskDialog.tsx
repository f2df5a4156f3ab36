import { minuteOf, type WallTime } from '../../../kernel/time.ts'
import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Segmented } from '../../../ui/Tabs.tsx'
import { TextAreaField } from '../../../ui/TextField.tsx'
import { TimeField } from '../../../ui/TimeField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { listed, plural } from '../../../ui/words.ts'
import { ZoneField } from '../../../ui/ZoneField.tsx'
import type { Candidate } from '../candidate.contract.ts'
import { createRequests, type RequestKind } from '../request.contract.ts'
import { turnOf } from '../request.rules.ts'
import css from './Casting.module.css'

interface AskDialogProps {
  open: boolean
  productionId: string
  timeZone: string | undefined
  people: readonly Candidate[]
  onClose: () => void
}

/** A self-tape or a question to everybody who is picked, each by a link of their own. */
export const AskDialog = ({ open, ...props }: AskDialogProps) => (
  <Dialog open={open} onClose={props.onClose} title={`Ask ${plural(props.people.length, 'person', 'people')}`}>
    {open && <Asking {...props} />}
  </Dialog>
)

function Asking({ productionId, timeZone, people, onClose }: Omit<AskDialogProps, 'open'>) {
  const [kind, setKind] = useState<RequestKind>('self_tape')
  const [body, setBody] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [dueTime, setDueTime] = useState<string | null>('18:00')
  const [dueZone, setDueZone] = useState<string | null>(timeZone ?? null)
  const [key] = useState(() => crypto.randomUUID())
  const ask = useChange(createRequests)
  const firstAgents = people.filter(
    (it) => turnOf({ ...it, email: it.email ?? null, agentEmail: it.agentEmail ?? null }) === 'agent',
  )
  const go = () =>
    ask.mutate(
      {
        params: { productionId },
        body: {
          candidateIds: people.map(({ id }) => id),
          kind,
          body: body.trim(),
          dueOn,
          dueMinute: minuteOf((dueTime ?? '18:00') as WallTime),
          dueZone,
        },
        idempotencyKey: key,
      },
      {
        onError: toast.problem,
        onSuccess: ({ written, unreachable, already }) => {
          onClose()
          const left = [
            unreachable.length > 0 ? `No address: ${listed(unreachable, 6)}.` : '',
            already.length > 0 ? `Asked already: ${listed(already, 6)}.` : '',
          ].filter((line) => line !== '')
          toast.done(`${plural(written, 'person', 'people')} asked`, {
            detail: left.length > 0 ? left.join(' ') : 'The mails leave when the undo window ends.',
          })
        },
      },
    )
  const isTape = kind === 'self_tape'
  return (
    <div className={css.form}>
      <Segmented
        label="What for"
        options={[
          { value: 'self_tape', label: 'Self-tape' },
          { value: 'question', label: 'Question' },
        ]}
        value={kind}
        onChange={setKind}
      />
      <TextAreaField
        label={isTape ? 'What you want to see' : 'What you want to know'}
        hint={
          isTape
            ? 'The slate, the scene, how many takes. The file is named by the house.'
            : 'One question each; the answer stands in the queue.'
        }
        rows={4}
        value={body}
        onChange={setBody}
      />
      <div className={css.asking}>
        <DateField label={isTape ? 'Until' : 'Until, if it matters'} value={dueOn} onChange={setDueOn} />
        <TimeField label="at" value={dueTime} onChange={setDueTime} />
        <ZoneField label="Time zone" value={dueZone} onChange={setDueZone} />
      </div>
      {firstAgents.length > 0 && (
        <p>
          The representative hears first for{' '}
          {listed(
            firstAgents.map(({ name }) => name),
            6,
          )}
          , and passes it on or answers.
        </p>
      )}
      <DialogActions>
        <Button
          kind="accent"
          busy={ask.isPending}
          disabled={body.trim() === '' || (isTape && dueOn === null)}
          onClick={go}
        >
          Ask {plural(people.length, 'person', 'people')}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </div>
  )
}
