import type { MailSummary } from '../../../../platform/mail/mail.contract.ts'
import type { Standing } from '../../../../ui/Status.tsx'

/** How the states of a message look. */
export const mailStandings: Record<MailSummary['state'], Standing> = {
  unsent: 'waiting',
  queued: 'waiting',
  sent: 'seen',
  delivered: 'go',
  deferred: 'half',
  bounced: 'stop',
  blocked: 'stop',
  spam: 'stop',
  dropped: 'stop',
}
