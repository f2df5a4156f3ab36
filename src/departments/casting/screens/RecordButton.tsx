import { IconVideo } from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { clockOf } from '../../../kernel/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { CheckField } from '../../../ui/CheckField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { toast } from '../../../ui/toast.tsx'
import { listed } from '../../../ui/words.ts'
import { recordSession } from '../door.contract.ts'
import type { Appointment, Session } from '../session.contract.ts'
import css from './Casting.module.css'

interface RecordButtonProps {
  productionId: string
  session: Session
  minute: number
  /** Who is seen at this time. */
  here: readonly Appointment[]
}

/** A film of one person or of a group: it lies with everybody who is on it. A phone or tablet opens its camera. */
export function RecordButton({ productionId, session, minute, here }: RecordButtonProps) {
  const [open, setOpen] = useState(false)
  const [without, setWithout] = useState<readonly string[]>([])
  const keep = useChange(recordSession)
  const on = here.filter(({ candidateId }) => !without.includes(candidateId))
  const kept = ({ fileId }: { fileId: string }) =>
    keep.mutate(
      {
        params: { productionId, sessionId: session.id },
        body: { fileId, candidateIds: on.map(({ candidateId }) => candidateId) },
        idempotencyKey: fileId,
      },
      {
        onError: toast.problem,
        onSuccess: () => {
          setOpen(false)
          toast.done(`The recording lies with ${listed(on.map(({ name }) => name))}`)
        },
      },
    )
  return (
    <>
      <Button
        size="small"
        kind="quiet"
        icon={<IconVideo size={14} />}
        aria-label={`Recording of ${clockOf(minute)}`}
        onClick={() => setOpen(true)}
      >
        {here.length > 1 ? 'Group recording' : 'Recording'}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Recording of ${clockOf(minute)}`}>
        {here.length > 1 && (
          <fieldset className={css.ticks}>
            <legend>Who is on it</legend>
            {here.map(({ candidateId, name }) => (
              <CheckField
                key={candidateId}
                label={name}
                value={!without.includes(candidateId)}
                onChange={(isOn) =>
                  setWithout((before) => (isOn ? before.filter((id) => id !== candidateId) : [...before, candidateId]))
                }
              />
            ))}
          </fieldset>
        )}
        {on.length === 0 ? (
          <p className={css.under}>Tick at least one of them.</p>
        ) : (
          <FileDrop
            label="A film or a sound; a phone or tablet can film it now. The house names it."
            accept="video/*,audio/*"
            onUploaded={kept}
          />
        )}
        {on.length > 1 && (
          <p className={css.under}>If one of them asks to be erased, the recording goes for all of them.</p>
        )}
      </Dialog>
    </>
  )
}
