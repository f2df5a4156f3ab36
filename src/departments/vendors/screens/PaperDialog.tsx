import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { amountOf } from '../../../kernel/money.ts'
import { Button } from '../../../ui/Button.tsx'
import { CoverageRows, coverageDraft, coveragesOf, type CoverageDraft } from '../../../ui/CoverageRows.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { recordVendorPaper, reviewVendorPaper, type VendorPaper } from '../paper.contract.ts'
import css from './Vendors.module.css'

interface PaperDialogProps {
  vendorId: string
  paper: VendorPaper | undefined
  onClose: () => void
}

/** Looks at what was handed in, or puts on file what the office has in hand; either way what stands on it is written down. */
export const PaperDialog = ({ paper, ...form }: PaperDialogProps) => (
  <Dialog
    open={paper !== undefined}
    onClose={form.onClose}
    title={paper?.kind ?? 'Paper'}
    {...(paper?.isInsurance ? {} : { size: 'small' as const })}
  >
    {paper && <PaperForm key={paper.kindId} paper={paper} {...form} />}
  </Dialog>
)

const draftsOf = ({ certificate: { coverages } }: VendorPaper): CoverageDraft[] =>
  coverages.length === 0
    ? [coverageDraft]
    : coverages.map(({ coverage, each, aggregate, additionalInsured, insurer, policyNumber }) => ({
        coverage,
        each: amountOf(each),
        aggregate: aggregate && amountOf(aggregate),
        currency: each.currency,
        additionalInsured: additionalInsured.join('; '),
        insurer: insurer ?? '',
        policyNumber: policyNumber ?? '',
      }))

function PaperForm({ vendorId, paper, onClose }: PaperDialogProps & { paper: VendorPaper }) {
  const isReview = paper.standing === 'in_review'
  const [record, review] = [useChange(recordVendorPaper), useChange(reviewVendorPaper)]
  const [key] = useState(() => crypto.randomUUID())
  const [reason, setReason] = useState('')
  const [ends, setEnds] = useState(paper.expiresOn)
  const [coverages, setCoverages] = useState(() => draftsOf(paper))
  const [file, setFile] = useState<{ fileId: string; name: string }>()
  const [endorsements, setEndorsements] = useState<string[]>([])
  const params = { vendorId }
  const filing = {
    expiresOn: paper.expires ? ends : null,
    coverages: paper.isInsurance ? coveragesOf(coverages) : [],
    endorsementIds: endorsements,
  }
  const told = (words: string) => ({
    onError: toast.problem,
    onSuccess: () => {
      toast.done(`${paper.kind} ${words}`)
      onClose()
    },
  })
  const look = (answer: 'accept' | 'send back') => {
    const accept = answer === 'accept'
    review.mutate(
      {
        params: { ...params, paperId: paper.paperId ?? '' },
        ifMatch: paper.version ?? 0,
        body: { accept, reason, ...filing },
      },
      told(accept ? 'accepted' : 'sent back'),
    )
  }
  const put = () =>
    record.mutate(
      {
        params,
        idempotencyKey: key,
        body: { kindId: paper.kindId, fileId: file?.fileId ?? null, ...filing },
      },
      told('is on file'),
    )
  return (
    <div className={css.form}>
      {isReview ? (
        <a
          className={css.link}
          href={`/v1/vendors/${vendorId}/papers/${paper.paperId}/file`}
          target="_blank"
          rel="noreferrer"
        >
          Open what was handed in
        </a>
      ) : (
        <FileDrop
          label={file?.name ?? 'The paper: a PDF, or a photograph of every word of it'}
          accept="application/pdf,image/*"
          onUploaded={setFile}
        />
      )}
      {paper.expires && <DateField label="Good until" required value={ends} onChange={setEnds} />}
      {paper.isInsurance && (
        <>
          <CoverageRows value={coverages} onChange={setCoverages} />
          <FileDrop
            label={
              endorsements.length > 0
                ? `${endorsements.length} beside it`
                : 'The endorsement that names the additional insured'
            }
            accept="application/pdf,image/*"
            multiple
            onUploaded={({ fileId }) => setEndorsements((before) => [...before, fileId])}
          />
        </>
      )}
      {isReview && <TextField label="Or what is wrong with it" value={reason} onChange={setReason} />}
      <DialogActions>
        {isReview ? (
          <>
            <Button kind="accent" busy={review.isPending} onClick={() => look('accept')}>
              Accept
            </Button>
            <Button disabled={reason.trim() === ''} onClick={() => look('send back')}>
              Send back
            </Button>
          </>
        ) : (
          <Button kind="accent" busy={record.isPending} disabled={file === undefined} onClick={put}>
            Put on file
          </Button>
        )}
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </div>
  )
}
