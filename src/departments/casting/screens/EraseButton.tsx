import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/Dialog.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { eraseCandidate, type Candidate } from '../candidate.contract.ts'
import css from './Casting.module.css'
import { ErasureDialog } from './ErasureDialog.tsx'

/** Because they asked: what goes is said before it goes, and the log is one press away. */
export function EraseButton({ productionId, candidate: it }: { productionId: string; candidate: Candidate }) {
  const [asking, setAsking] = useState(false)
  const [log, setLog] = useState(false)
  const erase = useChange(eraseCandidate)
  const go = () =>
    erase.mutate(
      { params: { productionId, candidateId: it.id }, body: {}, ifMatch: it.version },
      {
        onError: toast.problem,
        onSuccess: ({ files }) => {
          setAsking(false)
          toast.done(`${it.name} is erased`, { detail: `${plural(files, 'file')} went with them.` })
        },
      },
    )
  return (
    <div className={css.actions}>
      <Button size="small" onClick={() => setAsking(true)}>
        Erase, they asked
      </Button>
      <Button size="small" onClick={() => setLog(true)}>
        What was erased
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Erase ${it.name}?`}
        action="Erase for good"
        busy={erase.isPending}
        onConfirm={go}
      >
        <p>
          Photos, tapes, notes, marks and letters about them go now and cannot be brought back. Only the day and the
          number of files stays, so that the request can be proved answered.
        </p>
      </ConfirmDialog>
      <ErasureDialog open={log} productionId={productionId} onClose={() => setLog(false)} />
    </div>
  )
}
