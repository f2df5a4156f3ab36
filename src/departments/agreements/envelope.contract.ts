import { z } from 'zod'
import { FileId } from '../../kernel/ids.ts'
import { Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { InstantText, PlainDay } from '../../kernel/time.ts'
import {
  Agreement,
  AgreementId,
  NotInThisState,
  NotReadyToSend,
  PartyId,
  SubjectKind,
  at,
} from './agreement.contract.ts'
import { AgreementKind } from './kinds.rules.ts'
import { Scope } from './scope.rules.ts'

const { params, one, path, read, edit } = at

export const sendAgreement = route({
  method: 'POST',
  path: `${path}/{agreementId}/send`,
  summary: 'Freeze the wording and send it to whoever is first',
  access: edit,
  params: one,
  body: z.object({ signBy: InstantText.optional() }),
  ifMatch: 'required',
  idempotencyKey: 'accepted',
  preview: true,
  response: Agreement,
  problems: [Stale, NotReadyToSend, NotInThisState],
})

export const voidAgreement = route({
  method: 'POST',
  path: `${path}/{agreementId}/void`,
  summary: 'Make a paper void, with the reason; links stop working and parties are told',
  access: edit,
  params: one,
  body: z.object({ reason: z.string().trim().min(3, 'Say why.').max(500) }),
  ifMatch: 'required',
  response: Agreement,
  problems: [Stale, NotInThisState],
})

export const supersedeAgreement = route({
  method: 'POST',
  path: `${path}/{agreementId}/supersede`,
  summary: 'Begin a new paper in place of this one; the old one ends when the new one is sent, or signed if it was',
  access: edit,
  params: one,
  body: z.object({ useNewWording: z.boolean().default(true) }),
  ifMatch: 'required',
  response: Agreement,
  status: 201,
  problems: [Stale, NotInThisState],
})

export const remindParties = route({
  method: 'POST',
  path: `${path}/remind`,
  summary: 'Write again, now, to everyone these papers wait for',
  access: edit,
  params,
  body: z.object({ agreementIds: z.array(AgreementId).min(1).max(200) }),
  idempotencyKey: 'accepted',
  response: z.object({
    reminded: z.number().int(),
    skipped: z.array(z.object({ number: z.string(), why: z.string() })),
  }),
})

export const askHowToPay = route({
  method: 'PUT',
  path: `${path}/{agreementId}/payment`,
  summary: 'Ask whoever signed a deal for tax form and bank details, or no longer; what has come stays',
  access: edit,
  params: one,
  body: z.object({ asks: z.boolean() }),
  ifMatch: 'required',
  response: Agreement,
  problems: [Stale, NotInThisState],
})

export const partyLink = route({
  method: 'POST',
  path: `${path}/{agreementId}/parties/{partyId}/link`,
  summary: 'The address a party signs at, for a message of one’s own or to sign in person on this device',
  access: edit,
  params: one.extend({ partyId: PartyId }),
  body: z.object({}),
  repeated: 'the address is the same',
  response: z.object({ url: z.string() }),
  problems: [NotInThisState],
})

export const recordPaper = route({
  method: 'POST',
  path: `${path}/on-paper`,
  summary: 'Index a paper that was signed by hand: who, when, for what, with its scan',
  access: edit,
  params,
  body: z.object({
    kind: AgreementKind,
    subject: z.object({ kind: SubjectKind, id: z.uuid() }),
    fileId: FileId,
    title: z.string().trim().min(1).max(200),
    signedOn: PlainDay,
    signers: z.array(z.string().trim().min(1).max(120)).min(1, 'Say who signed.').max(20),
    scope: Scope.nullable().default(null),
    onDate: PlainDay.nullable().default(null),
    sceneNumbers: z.array(z.string().max(20)).max(200).default([]),
    effectiveUntil: PlainDay.nullable().default(null),
  }),
  idempotencyKey: 'accepted',
  response: Agreement,
  status: 201,
})

export const agreementPdf = rawRoute({
  method: 'GET',
  path: `${path}/{agreementId}/pdf`,
  summary: 'The sealed paper, or how it reads now while it is not sealed',
  access: read,
  params: one,
  produces: 'application/pdf',
})

export const agreementDocx = rawRoute({
  method: 'GET',
  path: `${path}/{agreementId}/docx`,
  summary: 'The Word document with its facts filled in, layout as it was',
  access: read,
  params: one,
  produces: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})

export const signerPhoto = rawRoute({
  method: 'GET',
  path: `${path}/{agreementId}/parties/{partyId}/photo`,
  summary: 'The picture of the signer, so that the paper can be matched to the face',
  access: edit,
  params: one.extend({ partyId: PartyId }),
  produces: 'image/jpeg',
})
