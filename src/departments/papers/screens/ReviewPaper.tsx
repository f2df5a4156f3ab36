import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { CoverageRows, coverageDraft, coveragesOf } from '../../../ui/CoverageRows.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { reviewPaper, type PaperKind } from '../papers.contract.ts'
import css from './Papers.module.css'
import type { Cell } from './paperWords.ts'

/** Looks at what was handed in: open it, accept it, or send it back in words the other side reads. */
export function ReviewPaper({ productionId, kind, cell }: { productionId: string; kind: PaperKind; cell: Cell }) {
  const review = useChange(reviewPaper)
  const [reason, setReason] = useState('')
  const [ends, setEnds] = useState<string | null>(cell.expiresOn)
  const [coverages, setCoverages] = useState([coverageDraft])
  const put = (answer: 'accept' | 'send back') => {
    const accept = answer === 'accept'
    review.mutate(
      {
        params: { productionId, paperId: cell.paperId ?? '' },
        ifMatch: cell.version ?? 0,
        body: {
          accept,
          reason,
          expiresOn: kind.expires ? ends : null,
          coverages: accept && kind.isInsurance ? coveragesOf(coverages) : [],
        },
      },
      {
        onError: toast.problem,
        onSuccess: () => toast.done(accept ? `${kind.name} accepted` : `${kind.name} sent back`),
      },
    )
  }
  return (
    <div className={css.review}>
      <a href={`/v1/productions/${productionId}/papers/${cell.paperId}/file`} target="_blank" rel="noreferrer">
        Open what was handed in
      </a>
      {kind.expires && <DateField label="Good until" value={ends} onChange={setEnds} />}
      {kind.isInsurance && <CoverageRows value={coverages} onChange={setCoverages} />}
      <div className={css.acts}>
        <Button busy={review.isPending} onClick={() => put('accept')}>
          Accept
        </Button>
      </div>
      <TextField label="Or what is wrong with it" value={reason} onChange={setReason} />
      <div className={css.acts}>
        <Button disabled={reason.trim() === ''} onClick={() => put('send back')}>
          Send back
        </Button>
      </div>
    </div>
  )
}
