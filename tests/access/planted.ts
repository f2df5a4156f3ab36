import { createBookable } from '../../src/departments/bookings/bookable.contract.ts'
import { getCallSheet, publishCallSheet, type CallSheetId } from '../../src/departments/callsheets/sheet.contract.ts'
import { addPrivateNote } from '../../src/departments/people/privateNote.contract.ts'
import { enterHours } from '../../src/departments/timesheets/timesheet.contract.ts'
import { createAsk } from '../../src/departments/bookings/ask.contract.ts'
import { listEngagements } from '../../src/departments/people/engagement.contract.ts'
import { addCandidates } from '../../src/departments/casting/candidate.contract.ts'
import { createPresentation, sharePresentation } from '../../src/departments/casting/presentation.contract.ts'
import { createRole } from '../../src/departments/casting/role.contract.ts'
import { put } from '../../src/departments/documents/documents.fixture.ts'
import { enterBank } from '../../src/departments/vendors/bank.contract.ts'
import {
  createQuoteRequest,
  enterQuote,
  sendQuoteRequest,
  type QuoteId,
} from '../../src/departments/vendors/quotes/quote.contract.ts'
import { createVendor } from '../../src/departments/vendors/vendor.contract.ts'
import { addCompanyRate, addRate } from '../../src/departments/pay/rate.contract.ts'
import { setDoNotHire } from '../../src/departments/people/profile.contract.ts'
import { changeAgreement, createAgreement } from '../../src/departments/agreements/agreement.contract.ts'
import { listTemplates } from '../../src/departments/agreements/template.contract.ts'
import { getPerson, changePerson } from '../../src/departments/people/person.contract.ts'
import { money } from '../../src/kernel/money.ts'
import type { PlainDay } from '../../src/kernel/time.ts'
import type { CompanyId, PersonId, ProductionId } from '../../src/kernel/ids.ts'
import { createWebhook } from '../../src/platform/webhooks/webhook.contract.ts'
import type { TestOffice } from '../support/office.ts'

export const planted = {
  contact: 'planted.contact@example.com',
  personal: 'Planted Lane 77',
  rate: 'planted rate 650/10',
  bank: 'GB00PLANTED0000',
  medical: 'planted allergy',
}
export type Secret = keyof typeof planted
export const everySecret = Object.keys(planted) as Secret[]

/** Ids of the sample by the name addresses call them. */
export type Ids = Readonly<Record<string, readonly string[]>>

/** Plants a secret of every class in one crew member of the sample production. */
export async function plantSecrets(office: TestOffice): Promise<{ productionId: ProductionId; ids: Ids }> {
  const { db } = office.app
  const productionId = (
    await db.selectFrom('production').select('id').where('code', '=', 'HLT').executeTakeFirstOrThrow()
  ).id
  const ana = await office.as('owner')
  const { items } = await ana.call(listEngagements, { params: { productionId } })
  const member = items.find(({ kind, personId }) => kind === 'crew' && personId !== null)
  const personId = member?.personId as PersonId
  const { version } = await ana.call(getPerson, { params: { personId } })
  await ana.call(changePerson, {
    params: { personId },
    ifMatch: version,
    body: {
      emails: [{ label: null, value: planted.contact }],
      address: planted.personal,
      rateNote: planted.rate,
      bankDetails: planted.bank,
      allergies: planted.medical,
    },
  })
  const role = await ana.call(createRole, {
    params: { productionId },
    body: { name: 'Understudy', rate: planted.rate },
  })
  const { added } = await ana.call(addCandidates, {
    params: { productionId },
    body: {
      roleId: role.id,
      typed: { name: 'Sam Doe', email: planted.contact, message: planted.personal, rateWish: planted.rate },
    },
  })
  const selection = await ana.call(createPresentation, {
    params: { productionId },
    body: { title: 'Understudies', items: [] },
  })
  await ana.call(sharePresentation, {
    params: { productionId, presentationId: selection.id },
    body: { voices: [{ name: 'Maya Chen', email: planted.contact }] },
  })
  await ana.call(addRate, {
    params: { personId },
    body: {
      position: 'Gaffer',
      basis: 'day',
      amount: money(650_00, 'USD'),
      guaranteedMinutes: 600,
      validFrom: '2026-01-01' as PlainDay,
      note: planted.rate,
      source: planted.rate,
    },
  })
  await ana.call(setDoNotHire, { params: { personId }, ifMatch: version + 1, body: { reason: planted.personal } })
  const template = (await ana.call(listTemplates)).items.find(({ kind }) => kind === 'deal_memo')
  const drafted = await ana.call(createAgreement, {
    params: { productionId },
    body: {
      kind: 'deal_memo',
      templateId: template?.id as never,
      subject: { kind: 'engagement', id: member?.id as string },
    },
  })
  await ana.call(changeAgreement, {
    params: { productionId, agreementId: drafted.id },
    ifMatch: drafted.version,
    body: { terms: { notes: planted.rate } },
  })
  // The same person sells to us as well: their account and number are sealed, their terms are a rate.
  const vendor = await ana.call(createVendor, {
    body: {
      personId,
      paymentTerms: planted.rate,
      notes: planted.personal,
      tax: { kind: 'VAT', id: planted.bank },
    },
  })
  await ana.call(enterBank, {
    params: { vendorId: vendor.id },
    body: { holder: planted.bank, account: '0012345678', bankCode: planted.bank },
  })
  const asked = await ana.call(createAsk, {
    params: { productionId },
    body: {
      personIds: [personId],
      title: 'Gaffer',
      dates: ['2030-05-20' as PlainDay],
      answerBy: office.clock.now().add({ hours: 48 }).toString(),
      terms: { basis: 'day', amount: 65_000, currency: 'USD', overtime: planted.rate },
    },
  })
  const room = await ana.call(createBookable, {
    body: { kind: 'room', zone: 'Europe/London', name: 'Edit suite', notes: 'Key at the desk' },
  })
  const quotes = await ana.call(createQuoteRequest, {
    params: { productionId },
    body: {
      title: 'Planted lamps',
      answerBy: office.clock.now().add({ hours: 48 }).toString(),
      currency: 'USD',
      lines: [{ item: 'Lamp', unit: 'day', quantity: 1 }],
    },
  })
  const quoted = await ana.call(sendQuoteRequest, {
    params: { productionId, requestId: quotes.id },
    ifMatch: quotes.version,
    idempotencyKey: office.app.ids.next(),
    body: { vendorIds: [vendor.id] },
  })
  const quoteId = quoted.quotes[0]?.id as QuoteId
  await ana.call(enterQuote, {
    params: { productionId, requestId: quotes.id, quoteId },
    ifMatch: 1,
    body: { currency: 'USD', note: planted.rate, lines: { [quoted.lines[0]?.id as string]: { unitPrice: 650 } } },
  })
  const hook = await ana.call(createWebhook, {
    body: { name: 'Payroll', url: 'https://hooks.example.com/unitbase', events: ['agreement.completed'] },
  })
  const idsOf = async (
    table:
      | 'board'
      | 'scene'
      | 'call_sheet'
      | 'schedule_issue'
      | 'script_draft'
      | 'booking'
      | 'mail_message'
      | 'company'
      | 'casting_session'
      | 'document_share'
      | 'call_sheet_notice',
  ) => (await db.selectFrom(table).select('id').limit(2).execute()).map(({ id }) => id as string)
  // A paper about a person, with what a stranger must not find by reading or searching.
  const form = await put(ana, productionId, 'Medical form.txt', Buffer.from(planted.medical), { classCode: 'personal' })
  const sheetId = (await idsOf('call_sheet'))[0] as CallSheetId
  const onSheet = { productionId, callSheetId: sheetId }
  const sheet = await ana.call(getCallSheet, { params: onSheet })
  await ana.call(publishCallSheet, {
    params: onSheet,
    ifMatch: sheet.version,
    idempotencyKey: office.app.ids.next(),
    body: {},
  })
  await ana.call(enterHours, {
    params: { productionId, engagementId: member?.id as string, onDate: '2026-05-04' as PlainDay },
    ifMatch: 0,
    body: { startMinute: 420, endMinute: 1140, mealMinutes: 60, note: '' },
  })
  await ana.call(addPrivateNote, { body: { personId, words: Object.values(planted).join(' '), readers: [] } })
  for (const companyId of await idsOf('company'))
    await ana.call(addCompanyRate, {
      params: { companyId: companyId as CompanyId },
      body: {
        position: 'Grip',
        basis: 'hour',
        amount: money(60_00, 'USD'),
        validFrom: '2026-01-01' as PlainDay,
        note: planted.rate,
        source: planted.rate,
      },
    })
  await office.work()
  const ids: Ids = {
    messageId: await idsOf('mail_message'),
    recordId: [personId],
    companyId: await idsOf('company'),
    sessionId: await idsOf('casting_session'),
    shareId: await idsOf('document_share'),
    noticeId: (await idsOf('call_sheet_notice')).slice(0, 1),
    templateId: [template?.id as string],
    kind: ['person'],
    keptId: [personId],
    otherId: [items.find((it) => it.personId !== null && it.personId !== personId)?.personId as string],
    index: ['0'],
    documentId: [form.id],
    number: ['1'],
    page: ['1'],
    productionId: [productionId],
    vendorId: [vendor.id],
    requestId: [quotes.id],
    quoteId: [quoteId],
    personId: [personId],
    userId: [ana.userId as string],
    roleId: [role.id],
    candidateId: [added[0] as string],
    presentationId: [selection.id],
    engagementId: [member?.id as string],
    boardId: await idsOf('board'),
    sceneId: await idsOf('scene'),
    callSheetId: await idsOf('call_sheet'),
    issueId: await idsOf('schedule_issue'),
    draftId: await idsOf('script_draft'),
    bookingId: await idsOf('booking'),
    askId: [asked.id],
    bookableId: [room.id],
    agreementId: [drafted.id],
    webhookId: [hook.webhook.id],
    partyId: drafted.parties.map(({ id }) => id),
    report: ['crew-list', 'cast-list', 'one-liner', 'day-out-of-days'],
    name: ['crew-list', 'cast-list', 'one-liner', 'day-out-of-days'],
    format: ['csv', 'xlsx', 'pdf', 'vcf'],
    list: ['strip-layouts', 'minors-hours', 'document-classes'],
  }
  return { productionId, ids }
}
