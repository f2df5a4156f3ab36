import { z } from 'zod'
import { classed, contact, open, rate } from '../../kernel/fields.ts'
import { idOf, PersonId, ProductionId } from '../../kernel/ids.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { pageOf, route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'
import { AgreementKind, AgreementState, Language, PartyRole, PartyState } from './kinds.rules.ts'
import { Scope } from './scope.rules.ts'
import { TemplateId } from './template.contract.ts'
import { DealTerms, DealTermsChange } from './terms.rules.ts'
import { Content } from './text.rules.ts'

export const AgreementId = idOf('AgreementId')
export type AgreementId = z.infer<typeof AgreementId>
export const PartyId = idOf('PartyId')
export type PartyId = z.infer<typeof PartyId>

/** Strokes of a finger on a field of 1000 × 300; or a name typed. A picture is kept as a file. */
export const Signature = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('drawn'),
    strokes: z
      .array(
        z
          .array(z.tuple([z.number().int().min(0).max(1000), z.number().int().min(0).max(300)]))
          .min(1)
          .max(2000),
      )
      .min(1, 'Sign in the field.')
      .max(200),
  }),
  z.object({ kind: z.literal('typed'), text: z.string().trim().min(1, 'Type your name.').max(120) }),
  z.object({ kind: z.literal('uploaded') }),
  z.object({ kind: z.literal('on_paper') }),
])
export type Signature = z.infer<typeof Signature>

export const SubjectKind = z.enum(['engagement', 'person', 'company', 'location', 'production', 'booking'])
export type SubjectKind = z.infer<typeof SubjectKind>

const Subject = z.object({ kind: z.string(), id: z.string(), label: z.string() })

const Waiting = z.object({
  partyId: PartyId,
  name: z.string(),
  label: z.string(),
  since: z.string().nullable(),
  state: PartyState,
})

export const AgreementLine = z.object({
  id: AgreementId,
  number: z.string(),
  kind: AgreementKind,
  title: z.string(),
  state: AgreementState,
  /** Ended by us without a successor. */
  isVoid: z.boolean(),
  channel: z.enum(['envelope', 'on_set', 'paper']),
  subject: Subject,
  personId: PersonId.nullable(),
  onDate: PlainDay.nullable(),
  sentAt: z.string().nullable(),
  signBy: z.string().nullable(),
  completedAt: z.string().nullable(),
  effectiveUntil: PlainDay.nullable(),
  isSealed: z.boolean(),
  waitingFor: z.array(Waiting),
  signed: z.number().int(),
  of: z.number().int(),
  nextReminderAt: z.string().nullable(),
  /** What those who signed this deal still owe to be paid. */
  owed: z.array(z.enum(['tax', 'bank'])),
})
export type AgreementLine = z.infer<typeof AgreementLine>

export const Party = classed('agreements', {
  id: open(PartyId),
  role: open(PartyRole),
  label: open(z.string()),
  turn: open(z.number().int()),
  personId: open(PersonId.nullable()),
  name: open(z.string()),
  email: contact(z.string().nullable()),
  phone: contact(z.string().nullable()),
  forName: open(z.string().nullable()),
  state: open(PartyState),
  sentAt: open(z.string().nullable()),
  openedAt: open(z.string().nullable()),
  actedAt: open(z.string().nullable()),
  signedName: open(z.string().nullable()),
  nameReason: open(z.string().nullable()),
  signatureKind: open(z.string().nullable()),
  hasPhoto: open(z.boolean()),
  declineReason: open(z.string().nullable()),
  identifiedBy: open(z.string().nullable()),
  reminders: open(z.number().int()),
  nextReminderAt: open(z.string().nullable()),
  /** Reminders of tax form and bank details that left, and when the next one does. */
  paymentReminders: open(z.number().int()),
  nextPaymentReminderAt: open(z.string().nullable()),
  taxGivenAt: open(z.string().nullable()),
  bankGivenAt: open(z.string().nullable()),
  /** The newest letter came back, or there is no mail server to take it. */
  undelivered: open(z.boolean()),
})
export type Party = z.infer<typeof Party>

export const Agreement = classed('agreements', {
  id: open(AgreementId),
  number: open(z.string()),
  kind: open(AgreementKind),
  title: open(z.string()),
  language: open(Language),
  state: open(AgreementState),
  isVoid: open(z.boolean()),
  channel: open(z.enum(['envelope', 'on_set', 'paper'])),
  subject: open(Subject),
  personId: open(PersonId.nullable()),
  companyId: open(z.string().nullable()),
  locationId: open(z.string().nullable()),
  onDate: open(PlainDay.nullable()),
  sceneNumbers: open(z.array(z.string())),
  template: open(
    z
      .object({ id: TemplateId, name: z.string(), number: z.number().int(), approvedBy: z.string().nullable() })
      .nullable(),
  ),
  terms: rate(DealTerms),
  scope: open(Scope.nullable()),
  extra: rate(z.record(z.string(), z.string())),
  content: rate(Content),
  contentSha256: open(z.string().nullable()),
  asksCode: open(z.boolean()),
  /** Once signed, the person is asked in the same link for tax form and bank details. */
  asksPayment: open(z.boolean()),
  parties: open(z.array(Party)),
  events: open(z.array(z.object({ at: z.string(), what: z.string(), text: z.string(), partyId: PartyId.nullable() }))),
  blockers: open(z.array(z.object({ code: z.string(), message: z.string() }))),
  sentAt: open(z.string().nullable()),
  signBy: open(z.string().nullable()),
  completedAt: open(z.string().nullable()),
  endedAt: open(z.string().nullable()),
  endReason: open(z.string().nullable()),
  supersedes: open(z.object({ id: AgreementId, number: z.string() }).nullable()),
  supersededBy: open(z.object({ id: AgreementId, number: z.string() }).nullable()),
  effectiveFrom: open(PlainDay.nullable()),
  effectiveUntil: open(PlainDay.nullable()),
  renewal: open(z.string()),
  noticeDays: open(z.number().int().nullable()),
  sealedSha256: open(z.string().nullable()),
  sealedAt: open(z.string().nullable()),
  /** Why a paper that everybody signed is not sealed yet. */
  sealFault: open(z.string().nullable()),
  hasDocx: open(z.boolean()),
  can: open(z.object({ edit: z.boolean() })),
  version: open(z.number().int()),
})
export type Agreement = z.infer<typeof Agreement>

export const NotReadyToSend = problemType(
  'agreement-not-ready',
  409,
  'This paper cannot be sent yet',
  z.object({ blockers: z.array(z.object({ code: z.string(), message: z.string() })) }),
)
export const NotInThisState = problemType(
  'agreement-state',
  409,
  'The paper is not in a state for this',
  z.object({ state: AgreementState }),
)

const params = z.object({ productionId: ProductionId })
const one = params.extend({ agreementId: AgreementId })
const path = '/v1/productions/{productionId}/agreements'
const read = { ability: 'agreements.read', on: 'production' } as const
const edit = { ability: 'agreements.edit', on: 'production' } as const

/** Where papers of a production stand and who may, for the contracts of what is done with them. */
export const at = { params, one, path, read, edit }

export const listAgreements = route({
  method: 'GET',
  path,
  summary: 'Agreements and releases of the production, newest first, with who each waits for',
  access: read,
  params,
  query: z.object({
    state: z.union([AgreementState, z.array(AgreementState)]).optional(),
    kind: AgreementKind.optional(),
    q: z.string().trim().max(100).optional(),
    after: AgreementId.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: pageOf(AgreementLine).extend({
    counts: z.partialRecord(AgreementState, z.number()),
    can: z.object({ edit: z.boolean(), cover: z.boolean() }),
  }),
})

export const getAgreement = route({
  method: 'GET',
  path: `${path}/{agreementId}`,
  summary: 'One paper: wording with its facts, parties in order, what happened, what it still lacks',
  access: read,
  params: one,
  response: Agreement,
})

export const NewAgreement = z.object({
  kind: AgreementKind,
  templateId: TemplateId,
  subject: z.object({ kind: SubjectKind, id: z.uuid() }),
  language: Language.default('en'),
  onDate: PlainDay.nullable().default(null),
  sceneNumbers: z.array(z.string().max(20)).max(200).default([]),
  /** Who signs for the office. */
  office: z
    .object({ name: z.string().trim().max(120), email: z.string().trim().max(200) })
    .nullable()
    .default(null),
})
export type NewAgreement = z.infer<typeof NewAgreement>

export const createAgreement = route({
  method: 'POST',
  path,
  summary: 'Draw up a paper from a template and a record',
  access: edit,
  params,
  body: NewAgreement,
  idempotencyKey: 'accepted',
  response: Agreement,
  status: 201,
})

export const PartyDraft = z.object({
  id: PartyId.optional(),
  role: PartyRole,
  label: z.string().trim().max(80),
  turn: z.number().int().min(1).max(50),
  personId: PersonId.nullable().default(null),
  name: z.string().trim().max(120),
  email: z
    .union([z.literal(''), z.email({ error: 'Give an e-mail address.' })])
    .nullable()
    .default(null),
  phone: z.string().trim().max(60).nullable().default(null),
  forName: z.string().trim().max(120).nullable().default(null),
})
export type PartyDraft = z.infer<typeof PartyDraft>

export const AgreementChange = z
  .object({
    title: z.string().trim().min(1).max(200),
    language: Language,
    terms: DealTermsChange,
    scope: Scope.nullable(),
    extra: z.record(z.string().max(60), z.string().max(2000)),
    parties: z.array(PartyDraft).min(1).max(30),
    asksCode: z.boolean(),
    asksPayment: z.boolean(),
    onDate: PlainDay.nullable(),
    sceneNumbers: z.array(z.string().max(20)).max(200),
    effectiveFrom: PlainDay.nullable(),
    effectiveUntil: PlainDay.nullable(),
    renewal: z.string().trim().max(300),
    noticeDays: z.number().int().min(0).max(1000).nullable(),
  })
  .partial()
export type AgreementChange = z.infer<typeof AgreementChange>

export const changeAgreement = route({
  method: 'PATCH',
  path: `${path}/{agreementId}`,
  summary: 'Change a draft; once sent a paper is superseded instead',
  access: edit,
  params: one,
  body: AgreementChange,
  ifMatch: 'required',
  response: Agreement,
  problems: [Stale, NotInThisState],
})
