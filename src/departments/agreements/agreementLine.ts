import type { AgreementLine, Party } from './agreement.contract.ts'
import { holdsUp } from './kinds.rules.ts'
import { may, turnNow } from './envelope.rules.ts'
import type { AgreementRow } from './agreement.store.ts'
import { owedBy } from './payment.rules.ts'
import type { PartyRow } from './party.store.ts'

const text = (at: Temporal.Instant | null): string | null => at?.toString() ?? null

export const isVoid = (row: AgreementRow): boolean => row.state === 'superseded' && row.end_reason !== null

/** Those whose turn it is, since when. */
function waitingFor(row: AgreementRow, parties: readonly PartyRow[]): AgreementLine['waitingFor'] {
  if (row.state !== 'pending') return []
  const turn = turnNow(parties)
  return parties
    .filter((it) => holdsUp(it.role) && it.turn === turn && it.state !== 'done')
    .map((it) => ({ partyId: it.id, name: it.name, label: it.label, since: text(it.sent_at), state: it.state }))
}

export function lineOf(row: AgreementRow, parties: readonly PartyRow[]): AgreementLine {
  const blocking = parties.filter((it) => holdsUp(it.role))
  const reminders = parties.flatMap((it) => [it.next_reminder_at ?? [], it.next_payment_reminder_at ?? []].flat())
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    title: row.title,
    state: row.state,
    isVoid: isVoid(row),
    channel: row.channel,
    subject: { kind: row.subject_kind, id: row.subject_id, label: row.subject_label },
    personId: row.person_id,
    onDate: row.on_date,
    sentAt: text(row.sent_at),
    signBy: text(row.sign_by),
    completedAt: text(row.completed_at),
    effectiveUntil: row.effective_until,
    isSealed: row.sealed_at !== null,
    waitingFor: waitingFor(row, parties),
    signed: blocking.filter((it) => it.state === 'done').length,
    of: blocking.length,
    nextReminderAt: text(reminders.sort(Temporal.Instant.compare)[0] ?? null),
    owed: may.pay(row.state) ? [...new Set(parties.flatMap((it) => owedBy(row, it)))] : [],
  }
}

/** @param unreached whose newest letter never arrived */
export const partyOf = (row: PartyRow, unreached: ReadonlySet<string>): Party => ({
  id: row.id,
  role: row.role,
  label: row.label,
  turn: row.turn,
  personId: row.person_id,
  name: row.name,
  email: row.email,
  phone: row.phone,
  forName: row.for_name,
  state: row.state,
  sentAt: text(row.sent_at),
  openedAt: text(row.opened_at),
  actedAt: text(row.acted_at),
  signedName: row.signed_name,
  nameReason: row.name_reason,
  signatureKind: row.signature?.kind ?? null,
  hasPhoto: row.photo_file_id !== null,
  declineReason: row.decline_reason,
  identifiedBy: row.identified_by,
  reminders: row.reminders,
  nextReminderAt: text(row.next_reminder_at),
  paymentReminders: row.payment_reminders,
  nextPaymentReminderAt: text(row.next_payment_reminder_at),
  taxGivenAt: text(row.tax_given_at),
  bankGivenAt: text(row.bank_given_at),
  undelivered: row.state === 'sent' && unreached.has(row.id),
})
