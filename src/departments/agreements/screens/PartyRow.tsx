import { IconCopy } from '@tabler/icons-react'
import { useChange } from '../../../client/react.ts'
import { TextButton } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { Status } from '../../../ui/Status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { copyText } from '../../../ui/withoutHttps.ts'
import { plural } from '../../../ui/words.ts'
import type { Agreement, Party } from '../agreement.contract.ts'
import { partyLink } from '../envelope.contract.ts'
import css from './Agreements.module.css'
import { isAskedHowToPay, isWaitedFor, owesPayment } from './owing.rules.ts'
import { partyStanding, partyWords, roleWords } from './words.ts'

/** One who takes part: how far they are, what they were written, what they still owe. */
export function PartyRow({
  of: it,
  agreement,
  productionId,
}: {
  of: Party
  agreement: Agreement
  productionId: string
}) {
  const params = { productionId, agreementId: agreement.id, partyId: it.id }
  const link = useChange(partyLink, {
    onDone: ({ url }) => void copyText(url).then(() => toast.done(`${it.name}’s link is copied`), toast.problem),
  })
  const details = [
    `${it.label}, ${roleWords[it.role].toLowerCase()}`,
    it.forName && `for ${it.forName}`,
    it.email,
    it.undelivered && 'the letter did not get through; hand over the link',
    it.signedName && it.signedName !== it.name && `signed as ${it.signedName}`,
    it.reminders > 0 && plural(it.reminders, 'reminder'),
    it.declineReason && `“${it.declineReason}”`,
  ].filter(Boolean)
  return (
    <div className={css.party}>
      <span className={css.muted}>{it.turn}</span>
      <b>{it.name || 'Not named yet'}</b>
      {it.undelivered ? (
        <Status is="attention">Not delivered</Status>
      ) : (
        <Status is={partyStanding[it.state]}>{partyWords[it.state]}</Status>
      )}
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

/** What came of being asked how to pay them: only that it came. */
function Payment({ of: it, agreement }: { of: Party; agreement: Agreement }) {
  if (!isAskedHowToPay(it, agreement)) return null
  const of = (at: string | null) => (at === null ? 'not yet given' : 'given')
  return (
    <>
      {' · '}tax form {of(it.taxGivenAt)}, bank details {of(it.bankGivenAt)}
      {it.paymentReminders > 0 && ` · ${plural(it.paymentReminders, 'reminder')} of it`}
      {it.nextPaymentReminderAt && (
        <>
          {' · next reminder of it '}
          <MomentText at={it.nextPaymentReminderAt} />
        </>
      )}
    </>
  )
}
