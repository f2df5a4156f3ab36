import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status, type Standing } from '../../../ui/Status.tsx'
import { Table } from '../../../ui/Table.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { listVendorPapers, reviewVendorPaper, type VendorPaper } from '../proposal.contract.ts'
import type { Vendor } from '../vendor.contract.ts'
import css from './Vendors.module.css'

const stands: Record<string, { is: Standing; word: string }> = {
  in_order: { is: 'go', word: 'In order' },
  expiring: { is: 'attention', word: 'Ends soon' },
  expired: { is: 'stop', word: 'Ended' },
  missing: { is: 'waiting', word: 'Missing' },
  asked: { is: 'waiting', word: 'Asked for' },
  in_review: { is: 'attention', word: 'Handed in, look at it' },
  rejected: { is: 'half', word: 'Sent back' },
}

/** What the office requires of every vendor, whatever the production. */
export function PapersPart({ vendor }: { vendor: Vendor }) {
  const asked = useAsk(listVendorPapers, { params: { vendorId: vendor.id } })
  const [looking, setLooking] = useState<VendorPaper>()
  return (
    <Section
      title="Papers"
      about="They hand these in by their link. Which ones are required, and which block, is set under Settings, Required papers."
    >
      <Loaded of={asked}>
        {({ items, can }) => (
          <Table
            label="Papers"
            rows={items}
            keyOf={(it) => it.kindId}
            columns={[
              { key: 'kind', head: 'Paper', of: (it) => <b>{it.kind}</b>, width: '28%' },
              {
                key: 'effect',
                head: 'Required',
                of: (it) => (it.effect === 'block' ? 'Blocks' : it.effect === 'warn' ? 'Warns' : 'On file'),
                quiet: true,
                phone: 'hide',
              },
              {
                key: 'stands',
                head: 'Stands',
                of: (it) => (
                  <>
                    <Status is={stands[it.standing]?.is ?? 'neutral'}>
                      {stands[it.standing]?.word ?? it.standing}
                    </Status>
                    {it.reason && <span className={css.small}>{it.reason}</span>}
                  </>
                ),
              },
              {
                key: 'until',
                head: 'Good until',
                of: (it) => it.expiresOn && <DateText on={it.expiresOn} year />,
                phone: 'hide',
              },
              {
                key: 'act',
                head: '',
                of: (it) =>
                  can.edit && (
                    <span className={css.acts}>
                      {it.hasFile && (
                        <a href={`/v1/vendors/${vendor.id}/papers/${it.paperId}/file`} target="_blank" rel="noreferrer">
                          Open
                        </a>
                      )}
                      {it.standing === 'in_review' && (
                        <Button size="small" onClick={() => setLooking(it)}>
                          Look at it
                        </Button>
                      )}
                    </span>
                  ),
                align: 'end',
              },
            ]}
            empty={
              <EmptyState small title="Nothing is required">
                Say what vendors owe under Settings, Required papers.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      <Dialog
        open={looking !== undefined}
        onClose={() => setLooking(undefined)}
        title={looking?.kind ?? 'Paper'}
        size="small"
      >
        {looking && <Look vendorId={vendor.id} paper={looking} onClose={() => setLooking(undefined)} />}
      </Dialog>
    </Section>
  )
}

function Look({ vendorId, paper, onClose }: { vendorId: string; paper: VendorPaper; onClose: () => void }) {
  const review = useChange(reviewVendorPaper)
  const [reason, setReason] = useState('')
  const [ends, setEnds] = useState(paper.expiresOn)
  const put = (accept: boolean) =>
    review.mutate(
      {
        params: { vendorId, paperId: paper.paperId ?? '' },
        ifMatch: paper.version ?? 0,
        body: { accept, reason, expiresOn: paper.expires ? ends : null },
      },
      {
        onError: toast.problem,
        onSuccess: () => {
          toast.done(accept ? `${paper.kind} accepted` : `${paper.kind} sent back`)
          onClose()
        },
      },
    )
  return (
    <>
      <p>
        <a href={`/v1/vendors/${vendorId}/papers/${paper.paperId}/file`} target="_blank" rel="noreferrer">
          Open what was handed in
        </a>
      </p>
      {paper.expires && <DateField label="Good until" value={ends} onChange={setEnds} />}
      <TextField label="Or what is wrong with it" value={reason} onChange={setReason} />
      <DialogActions>
        <Button kind="accent" busy={review.isPending} onClick={() => put(true)}>
          Accept
        </Button>
        <Button disabled={reason.trim() === ''} onClick={() => put(false)}>
          Send back
        </Button>
      </DialogActions>
    </>
  )
}
