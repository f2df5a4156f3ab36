import { memo, useState } from 'react'
import type { Concern } from '../../../kernel/concern.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useAsk, useChange } from '../../../client/react.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { SeverityIcon } from '../../../ui/ConcernList.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { answerConcern, listConcerns, withdrawAnswer } from '../../office/concern.contract.ts'
import css from './side.module.css'

interface ConcernsPanelProps {
  productionId: ProductionId
  concerns: readonly Concern[]
  /** Only this date, when a day was asked about. */
  onDate: string | undefined
  onShowAll: () => void
}

function AcceptDialog({
  concern,
  onClose,
  onAccept,
}: {
  concern: Concern
  onClose: () => void
  onAccept: (reason: string) => void
}) {
  const [reason, setReason] = useState('')
  return (
    <Dialog open onClose={onClose} title="Accept with a reason" about={concern.message} size="small">
      <TextField
        label="Why this is all right"
        hint="Kept with your name and the date."
        value={reason}
        onChange={setReason}
        autoFocus
        onEnter={() => reason.trim().length > 2 && onAccept(reason)}
      />
      <DialogActions>
        <Button kind="accent" disabled={reason.trim().length < 3} onClick={() => onAccept(reason)}>
          Accept
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}

/** Everything that clashes on this board; each can be accepted with a reason, which is kept with who and when. */
export const ConcernsPanel = memo(function ConcernsPanel({
  productionId,
  concerns,
  onDate,
  onShowAll,
}: ConcernsPanelProps) {
  const params = { productionId }
  const answers = useAsk(listConcerns, { params })
  const answered = new Map(answers.data?.items.map((it) => [it.key, it.answer]))
  const mayAnswer = answers.data?.mayAnswer ?? false
  const accept = useChange(answerConcern)
  const reopen = useChange(withdrawAnswer)
  const [asking, setAsking] = useState<Concern>()
  const shown = concerns.filter((concern) => onDate === undefined || concern.onDate === onDate)
  const open = shown.filter((concern) => !answered.get(concern.key))
  const settled = shown.filter((concern) => answered.get(concern.key))
  const send = (concern: Concern, reason: string) => {
    setAsking(undefined)
    accept.mutate(
      { params, body: { key: concern.key, answer: 'accepted', reason } },
      {
        onSuccess: () => toast.done('Accepted', { undo: () => reopen.mutate({ params, body: { key: concern.key } }) }),
        onError: toast.problem,
      },
    )
  }
  return (
    <section className={css.sideTop} aria-label="Concerns">
      <header className={css.sideHead}>
        <h2>{open.length === 0 ? 'Nothing clashes' : plural(open.length, 'concern')}</h2>
        {onDate !== undefined && <TextButton onClick={onShowAll}>Show all days</TextButton>}
      </header>
      {open.length === 0 && (
        <p className={css.quiet}>
          People, places, rest, daylight and minors’ hours are looked at whenever the board changes.
        </p>
      )}
      <ul className={css.lists}>
        {open.map((concern) => (
          <li key={concern.key} className={css.section}>
            <div className={css.found}>
              <SeverityIcon of={concern.severity} size={14} />
              <b>{concern.message}</b>
              {concern.causes.map((cause) => (
                <span key={cause}>{cause}</span>
              ))}
              <span>{concern.remedy}</span>
              {mayAnswer && <TextButton onClick={() => setAsking(concern)}>Accept…</TextButton>}
            </div>
          </li>
        ))}
        {settled.map((concern) => (
          <li key={concern.key} className={css.section}>
            <div className={css.found}>
              <span>{concern.message}</span>
              <span>
                Accepted by {answered.get(concern.key)?.by}: {answered.get(concern.key)?.reason}
              </span>
              {mayAnswer && (
                <TextButton onClick={() => reopen.mutate({ params, body: { key: concern.key } })}>
                  Open again
                </TextButton>
              )}
            </div>
          </li>
        ))}
      </ul>
      {asking && (
        <AcceptDialog
          concern={asking}
          onClose={() => setAsking(undefined)}
          onAccept={(reason) => send(asking, reason)}
        />
      )}
    </section>
  )
})
