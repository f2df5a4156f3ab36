import { IconBan, IconCopy, IconDownload, IconPencil, IconReplace, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { FileLink } from '../../../ui/FileLink.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { TextAreaField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { getAgreement, type Agreement, type AgreementId, type Party } from '../agreement.contract.ts'
import { partyLink, remindParties, sendAgreement, supersedeAgreement, voidAgreement } from '../envelope.contract.ts'
import { kindWords } from '../kinds.rules.ts'
import css from './Agreements.module.css'
import { DraftDialog } from './DraftDialog.tsx'
import { PaperFacts } from './PaperFacts.tsx'
import { PaperText } from './PaperText.tsx'
import { asksHowToPay } from '../payment.rules.ts'
import { partyStanding, partyWords, roleWords, stateOf, stateStanding } from './words.ts'

interface Props {
  productionId: string
  id: AgreementId
  onClose: () => void
  onOpen: (id: string) => void
}

/** One paper: where it stands, who it waits on, how it reads, what happened. */
export function AgreementPanel({ productionId, id, onClose, onOpen }: Props) {
  const asked = useAsk(getAgreement, { params: { productionId, agreementId: id } })
  return (
    <Loaded of={asked}>
      {(it) => (
        <Panel title={it.number} about={`${kindWords[it.kind].one} with ${it.subject.label}`} onClose={onClose}>
          <p>
            <Status is={stateStanding[it.state]}>{stateOf(it)}</Status>
          </p>
          {it.can.edit && <Acts of={it} productionId={productionId} onOpen={onOpen} />}
          {it.blockers.length > 0 && (
            <div className={css.blockers} role="status">
              <b>Before it can be sent</b>
              {it.blockers.map(({ message }) => (
                <p key={message}>{message}</p>
              ))}
            </div>
          )}
          <Section title="Who signs, in order">
            {it.parties.map((party) => (
              <PartyRow key={party.id} of={party} agreement={it} productionId={productionId} />
            ))}
          </Section>
          <Section title="Terms of the paper">
            <PaperFacts of={it} onOpen={onOpen} />
          </Section>
          {it.content && it.content.blocks.length > 0 && (
            <Section title={it.state === 'draft' ? 'How it reads now' : 'As it was sent'}>
              <PaperText of={it.content} />
            </Section>
          )}
          <Section title="What happened">
            <ul className={css.history}>
              {it.events.toReversed().map((event) => (
                <li key={event.at + event.text}>
                  <span className={css.muted}>
                    <MomentText at={event.at} />
                  </span>
                  <span>{event.text}</span>
                </li>
              ))}
            </ul>
          </Section>
        </Panel>
      )}
    </Loaded>
  )
}

function PartyRow({ of: it, agreement, productionId }: { of: Party; agreement: Agreement; productionId: string }) {
  const params = { productionId, agreementId: agreement.id, partyId: it.id }
  const link = useChange(partyLink, {
    onDone: ({ url }) => void navigator.clipboard.writeText(url).then(() => toast.done(`${it.name}’s link is copied`)),
  })
  const details = [
    `${it.label}, ${roleWords[it.role].toLowerCase()}`,
    it.forName && `for ${it.forName}`,
    it.email,
    it.signedName && it.signedName !== it.name && `signed as ${it.signedName}`,
    it.reminders > 0 && `${it.reminders} reminded`,
    it.declineReason && `“${it.declineReason}”`,
  ].filter(Boolean)
  return (
    <div className={css.party}>
      <span className={css.muted}>{it.turn}</span>
      <b>{it.name || 'Not named yet'}</b>
      <Status is={partyStanding[it.state]}>{partyWords[it.state]}</Status>
      <small>
        {details.join(' · ')}
        {it.actedAt && (
          <>
            {' · '}
            <MomentText at={it.actedAt} />
          </>
        )}
        {it.nextReminderAt && (
          <>
            {' · next reminder '}
            <MomentText at={it.nextReminderAt} />
          </>
        )}
        {it.hasPhoto && (
          <>
            {' · '}
            <a
              href={`/v1/productions/${productionId}/agreements/${agreement.id}/parties/${it.id}/photo`}
              target="_blank"
              rel="noopener"
            >
              photo
            </a>
          </>
        )}
        <Payment of={it} agreement={agreement} />{' '}
        {agreement.can.edit && (isWaitedFor(it, agreement) || owesPayment(it, agreement)) && (
          <TextButton onClick={() => link.mutate({ params, body: {} }, { onError: toast.problem })}>
            <IconCopy size={13} aria-hidden /> Copy link
          </TextButton>
        )}
      </small>
    </div>
  )
}

const isWaitedFor = (it: Party, { state }: Agreement) =>
  state === 'pending' && (it.state === 'sent' || it.state === 'opened')

const isAsked = (it: Party, { asksPayment, kind }: Agreement) =>
  asksHowToPay({ asks_payment: asksPayment, kind }, { ...it, person_id: it.personId })

const owesPayment = (it: Party, agreement: Agreement) =>
  isAsked(it, agreement) && (it.taxGivenAt === null || it.bankGivenAt === null)

/** What came of being asked how to pay them: only that it came. */
function Payment({ of: it, agreement }: { of: Party; agreement: Agreement }) {
  if (!isAsked(it, agreement)) return null
  const of = (at: string | null) => (at === null ? 'not yet given' : 'given')
  return (
    <>
      {' · '}tax form {of(it.taxGivenAt)}, bank details {of(it.bankGivenAt)}
    </>
  )
}

function Acts({ of: it, productionId, onOpen }: { of: Agreement; productionId: string; onOpen: (id: string) => void }) {
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
      {it.state === 'pending' && (
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
