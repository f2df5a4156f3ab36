import type { ColumnType, Generated } from 'kysely'
import type { FileId, LinkId, PersonId, ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { AgreementId, PartyId, Signature } from './agreement.contract.ts'
import type { AgreementKind, AgreementState, Language, PartyRole, PartyState } from './kinds.rules.ts'
import type { Scope } from './scope.rules.ts'
import type { TemplateVersionId } from './template.contract.ts'
import type { DealTerms } from './terms.rules.ts'
import type { Content } from './text.rules.ts'

type Written<T, W> = ColumnType<T, W, W>
type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>

export interface AgreementTable {
  id: AgreementId
  production_id: ProductionId
  kind: AgreementKind
  number: string
  title: string
  language: Language
  subject_kind: string
  subject_id: string
  subject_label: string
  person_id: PersonId | null
  company_id: string | null
  location_id: string | null
  on_date: PlainDay | null
  scene_numbers: string[]
  template_version_id: TemplateVersionId | null
  point_id: string | null
  terms: Written<DealTerms, string>
  scope: Written<Scope | null, string | null>
  /** Facts written by hand for this paper alone, by merge name. */
  extra: Written<Record<string, string>, string>
  content: Written<Content | null, string | null>
  content_sha256: string | null
  state: Generated<AgreementState>
  channel: Generated<'envelope' | 'on_set' | 'paper'>
  asks_code: Generated<boolean>
  /** Once signed, the subject is asked in the same link for tax form and bank details. */
  asks_payment: Generated<boolean>
  sent_at: MaybeAt
  sign_by: MaybeAt
  completed_at: MaybeAt
  /** When it was declined, ran out, or was made void or superseded. */
  ended_at: MaybeAt
  end_reason: string | null
  supersedes_id: AgreementId | null
  effective_from: PlainDay | null
  effective_until: PlainDay | null
  renewal: Generated<string>
  notice_days: number | null
  docx_file_id: FileId | null
  sealed_file_id: FileId | null
  sealed_at: MaybeAt
  /** Why the last try to seal came to nothing, and when it was. */
  seal_fault: string | null
  seal_tried_at: MaybeAt
  submission_key: string | null
  version: Generated<number>
  created_at: At
  created_by_name: string
}

export interface PartyTable {
  id: PartyId
  agreement_id: AgreementId
  role: PartyRole
  label: string
  turn: number
  person_id: PersonId | null
  name: string
  email: string | null
  phone: string | null
  /** The minor a guardian signs for. */
  for_name: string | null
  link_id: LinkId | null
  state: Generated<PartyState>
  sent_at: MaybeAt
  opened_at: MaybeAt
  acted_at: MaybeAt
  signed_name: string | null
  name_reason: string | null
  signature: Written<Signature | null, string | null>
  signature_file_id: FileId | null
  photo_file_id: FileId | null
  photo_taken_at: MaybeAt
  answers: Written<Record<string, string>, string>
  decline_reason: string | null
  identified_by: string | null
  ip: string | null
  device: string | null
  seen_sha256: string | null
  signed_where: string | null
  code_hash: string | null
  code_tries: Generated<number>
  code_expires_at: MaybeAt
  code_given_at: MaybeAt
  reminders: Generated<number>
  next_reminder_at: MaybeAt
  /** Reminders of tax form and bank details, apart from those to sign. */
  payment_reminders: Generated<number>
  next_payment_reminder_at: MaybeAt
  tax_given_at: MaybeAt
  bank_given_at: MaybeAt
  sort: Generated<number>
}

export interface AgreementEventTable {
  id: string
  agreement_id: AgreementId
  party_id: PartyId | null
  at: At
  what: string
  text: string
  ip: string | null
  device: string | null
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    agreement: AgreementTable
    agreement_party: PartyTable
    agreement_event: AgreementEventTable
  }
}
