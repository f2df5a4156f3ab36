import { IconBan, IconDownload, IconPencil, IconReplace, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { FileLink } from '../../../ui/FileLink.tsx'
import { TextAreaField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { Agreement } from '../agreement.contract.ts'
import { askHowToPay, remindParties, sendAgreement, supersedeAgreement, voidAgreement } from '../envelope.contract.ts'
import css from './Agreements.module.css'
import { DraftDialog } from './DraftDialog.tsx'
import { owesPayment } from './owing.rules.ts'

/** What can be done with a paper as it stands. */
export function AgreementActs({
  of: it,
  productionId,
  onOpen,
}: {
  of: Agreement
  productionId: string
  onOpen: (id: string) => void
}) {
  const params = { productionId, agreementId: it.id }
  const [editing, setEditing] = useState(false)
  const [voiding, setVoiding] = useState(false)
  const [reason, setReason] = useState('')
  const send = useChange(sendAgreement, { onDone: () => toast.done(`${it.number} is on its way`) })
  const remind = useChange(remindParties, {
    onDone: ({ reminded }) => toast.done(reminded === 1 ? '1 reminder sent' : `${reminded} reminders sent`),
  })
  const next = useChange(supersedeAgreement, { onDone: (made) => onOpen(made.id) })
  const end = useChange(voidAgreement, { onDone: () => setVoiding(false) })
  const ask = useChange(askHowToPay, {
    onDone: (now) =>
      toast.done(
        now.asksPayment ? 'They are asked how to pay them' : 'Tax form and bank details are no longer asked for',
      ),
  })
  const owing = it.parties.some((party) => owesPayment(party, it))
  const signed = it.parties.some((party) => owesPayment(party, { ...it, asksPayment: true }))
  const say = { onError: toast.problem }
  const pdf = `/v1/productions/${productionId}/agreements/${it.id}/pdf`
  return (
    <div className={css.acts}>
      {it.state === 'draft' && (
        <>
          <Button
            kind="accent"
            icon={<IconSend size={16} />}
            disabled={it.blockers.length > 0}
            busy={send.isPending}
            onClick={() =>
              send.mutate({ params, body: {}, ifMatch: it.version, idempotencyKey: crypto.randomUUID() }, say)
            }
          >
            Send to sign
          </Button>
          <Button icon={<IconPencil size={16} />} onClick={() => setEditing(true)}>
            Edit
          </Button>
        </>
      )}
      {(it.state === 'pending' || owing) && (
        <Button
          busy={remind.isPending}
          onClick={() =>
            remind.mutate(
              {
                params: { productionId },
                body: { agreementIds: [it.id] },
                idempotencyKey: crypto.randomUUID(),
              },
              say,
            )
          }
        >
          Remind now
        </Button>
      )}
      {signed && (
        <Button
          busy={ask.isPending}
          onClick={() => ask.mutate({ params, body: { asks: !it.asksPayment }, ifMatch: it.version }, say)}
        >
          {it.asksPayment ? 'Stop asking how to pay' : 'Ask how to pay them'}
        </Button>
      )}
      <FileLink href={pdf} opens icon={<IconDownload size={16} />}>
        {it.sealedAt ? (it.channel === 'paper' ? 'Scan' : 'Sealed PDF') : 'PDF'}
      </FileLink>
      {it.hasDocx && (
        <FileLink href={`/v1/productions/${productionId}/agreements/${it.id}/docx`} icon={<IconDownload size={16} />}>
          Word
        </FileLink>
      )}
      {it.state !== 'draft' && it.state !== 'superseded' && it.supersededBy === null && it.template && (
        <Button
          icon={<IconReplace size={16} />}
          busy={next.isPending}
          onClick={() => next.mutate({ params, body: {}, ifMatch: it.version }, say)}
        >
          Supersede
        </Button>
      )}
      {(it.state === 'draft' || it.state === 'pending' || it.state === 'executed') && (
        <Button kind="quiet" icon={<IconBan size={16} />} onClick={() => setVoiding(true)}>
          Make void
        </Button>
      )}
      {editing && <DraftDialog agreement={it} productionId={productionId} onClose={() => setEditing(false)} />}
      <Dialog
        open={voiding}
        onClose={() => setVoiding(false)}
        size="small"
        title={`Make ${it.number} void`}
        about="Its links stop working, and whoever has it is told. The paper and its history stay."
      >
        <TextAreaField label="Why" value={reason} onChange={setReason} />
        <DialogActions>
          <Button
            kind="danger"
            busy={end.isPending}
            onClick={() => end.mutate({ params, body: { reason }, ifMatch: it.version }, say)}
          >
            Make void
          </Button>
          <Button onClick={() => setVoiding(false)}>Cancel</Button>
        </DialogActions>
      </Dialog>
    </div>
  )
}
