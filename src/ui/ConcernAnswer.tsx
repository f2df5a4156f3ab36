import { useState } from 'react'
import type { Concern } from '../kernel/concern.ts'
import { Button } from './Button.tsx'
import { Dialog, DialogActions } from './Dialog.tsx'
import { Segmented } from './Tabs.tsx'
import { TextAreaField } from './TextField.tsx'

export interface GivenAnswer {
  answer: 'accepted' | 'snoozed'
  reason: string
  until: string | null
}

interface ConcernAnswerProps {
  /** The concern that is being answered; undefined: nothing is asked. */
  concern: Concern | undefined
  busy: boolean
  onAnswer: (answer: GivenAnswer) => void
  onClose: () => void
}

const waits = [
  { value: '1', label: 'Till tomorrow' },
  { value: '3', label: '3 days' },
  { value: '7', label: 'A week' },
] as const

/** Eight in the morning here, that many days from now: when a person looks again. */
const morningAfter = (days: number) =>
  Temporal.Now.zonedDateTimeISO().add({ days }).withPlainTime('08:00').toInstant().toString()

function Answer({ concern, busy, onAnswer, onClose }: ConcernAnswerProps & { concern: Concern }) {
  const [reason, setReason] = useState('')
  const [days, setDays] = useState<(typeof waits)[number]['value']>('1')
  const told = reason.trim().length >= 3
  return (
    <>
      <TextAreaField
        label="Why"
        hint="It is kept with the concern, so that the next person need not ask."
        autoFocus
        rows={2}
        value={reason}
        onChange={setReason}
      />
      <DialogActions>
        <Button
          kind="accent"
          busy={busy}
          disabled={!told}
          onClick={() => onAnswer({ answer: 'accepted', reason, until: null })}
        >
          Accept it as it is
        </Button>
        <Button
          disabled={!told}
          onClick={() => onAnswer({ answer: 'snoozed', reason, until: morningAfter(Number(days)) })}
        >
          Put off
        </Button>
        <Segmented label="Put off" options={waits} value={days} onChange={setDays} />
        <Button kind="quiet" onClick={onClose}>
          Cancel
        </Button>
      </DialogActions>
      <p className="sr-only">{concern.remedy}</p>
    </>
  )
}

/** Accept a concern, or put it off: either way with a reason. */
export function ConcernAnswer(props: ConcernAnswerProps) {
  const { concern, onClose } = props
  return (
    <Dialog
      open={concern !== undefined}
      onClose={onClose}
      size="wide"
      title={concern?.message ?? ''}
      about={concern && [...concern.causes, concern.remedy].filter(Boolean).join(' · ')}
    >
      {concern && <Answer key={concern.key} {...props} concern={concern} />}
    </Dialog>
  )
}
