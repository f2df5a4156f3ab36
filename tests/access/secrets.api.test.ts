import { inflateSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { createBookable } from '../../src/departments/bookings/bookable.contract.ts'
import { getCallSheet, publishCallSheet, type CallSheetId } from '../../src/departments/callsheets/sheet.contract.ts'
import { addPrivateNote } from '../../src/departments/people/privateNote.contract.ts'
import { enterHours } from '../../src/departments/timesheets/timesheet.contract.ts'
import { createAsk } from '../../src/departments/bookings/ask.contract.ts'
import { listEngagements } from '../../src/departments/people/engagement.contract.ts'
import { addCandidates } from '../../src/departments/casting/candidate.contract.ts'
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
import type { OfficeRole, ProductionRole } from '../../src/kernel/abilities.ts'
import type { CompanyId, PersonId, ProductionId } from '../../src/kernel/ids.ts'
import { fillPath, type AnyContract } from '../../src/kernel/route.ts'
import { departments } from '../../src/main/departments.ts'
import { createWebhook } from '../../src/platform/webhooks/webhook.contract.ts'
import { useOffice, type TestActor } from '../support/office.ts'
import { pdfText } from '../support/pdfText.ts'

/**
 * Secrets of every class are planted in one crew member of the sample production; then every address that can be read
 * is read by every role, as JSON, spreadsheet, feed and paper, and searched for what that role may not see.
 */
const office = useOffice({ sample: true })
const planted = {
  contact: 'planted.contact@example.com',
  personal: 'Planted Lane 77',
  rate: 'planted rate 650/10',
  bank: 'GB00PLANTED0000',
  medical: 'planted allergy',
}
type Secret = keyof typeof planted
const everySecret = Object.keys(planted) as Secret[]

/** What each role may read somewhere; everything else must be nowhere. */
const mayRead: Record<ProductionRole, readonly Secret[]> = {
  producer: ['contact', 'personal', 'rate', 'medical'],
  coordinator: ['contact', 'personal', 'rate', 'medical'],
  department_head: ['contact'],
  crew: [],
  finance: ['rate', 'bank'],
  client: [],
  vendor: [],
}

const reading = departments
  .flatMap(({ routes }) => routes.map(({ contract }) => contract))
  .filter(({ method, access, path }) => method === 'GET' && !('link' in access) && path !== '/v1/live')

/** Addresses that answer only when they are asked for something. */
const asking: Record<string, (ids: typeof values) => string> = {
  '/v1/productions/{productionId}/timesheets': () => 'from=2026-05-01&until=2026-05-31',
  '/v1/productions/{productionId}/timesheets/export/{format}': () => 'from=2026-05-01&until=2026-05-31',
  '/v1/bookables/timeline': () => 'from=2026-05-01&to=2026-05-31',
  '/v1/productions/{productionId}/bookings': () => 'from=2026-05-01&to=2026-05-31',
  '/v1/people/{personId}/absences': () => 'from=2026-05-01&to=2026-05-31',
  '/v1/bookings': () => 'from=2026-05-01&to=2026-05-31',
  '/v1/people/{personId}/rest': (ids) => `productionId=${ids['productionId']?.[0]}&days=2026-05-13`,
  '/v1/productions/{productionId}/calendar/month': () => 'from=2026-05-01&until=2026-05-31',
  '/v1/calendar': () => 'from=2026-05-01&until=2026-05-31',
  '/v1/private-notes': (ids) => `personId=${ids['personId']?.[0]}`,
  '/v1/productions/{productionId}/boards/{boardId}/compare': (ids) => `with=${ids['boardId']?.[1]}`,
  '/v1/productions/{productionId}/casting/size-cards': (ids) => `role=${ids['roleId']?.[0]}`,
}

/** What is not read here, and why that is no hole. */
const file = 'a file as it was uploaded, which the sample has none of; its department tests who may open it'
const notRead: Record<string, string> = {
  '/v1/agreement-seals/{fingerprint}/certificate.pem': 'a certificate is made to be shown',
  '/v1/office/logo': 'made to be shown, and the sample has none',
  '/outside/logo': 'the same, in the head of pages for people outside',
  '/v1/people/{personId}/media/{mediaId}/{size}': file,
  '/v1/productions/{productionId}/agreements/{agreementId}/docx': file,
  '/v1/productions/{productionId}/agreements/{agreementId}/parties/{partyId}/photo': file,
  '/v1/productions/{productionId}/binders/{binderId}/{form}':
    'holds what its builder may see, and opens to nobody else',
  '/v1/productions/{productionId}/callsheet-copies/{code}': 'says whose copy a found one was; no field of anybody else',
  '/v1/productions/{productionId}/casting/media/{mediaId}': file,
  '/v1/productions/{productionId}/crowd-notices/{noticeId}/photo': file,
  '/v1/productions/{productionId}/documents/{documentId}/shares/{shareId}/visits':
    'of a document the walk does not share',
  '/v1/productions/{productionId}/documents/{documentId}/versions/{number}/pages/{page}': 'a picture of the text above',
  '/v1/productions/{productionId}/documents/{documentId}/versions/{number}/thumbnail': 'a picture of the text above',
  '/v1/productions/{productionId}/frames/{fileId}': file,
  '/v1/productions/{productionId}/papers/{paperId}/file': file,
  '/v1/productions/{productionId}/quotes/{requestId}/quotes/{quoteId}/file': file,
  '/v1/vendors/{vendorId}/papers/{paperId}/file': file,
}
const isBehindLink = (path: string) => path.includes('{token}')
const isAsset = (path: string) => path.endsWith('{name}') && !path.startsWith('/v1/')

let productionId: ProductionId
const values: Record<string, string[]> = {}

beforeAll(async () => {
  const { db } = office.app
  productionId = (await db.selectFrom('production').select('id').where('code', '=', 'HLT').executeTakeFirstOrThrow()).id
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
  Object.assign(values, {
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
    format: ['csv', 'xlsx', 'pdf'],
    list: ['strip-layouts', 'minors-hours', 'document-classes'],
  })
})

/** Every address of a contract that the sample fills. */
function addressesOf(contract: AnyContract): string[] {
  const names = [...contract.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
  let filled: Record<string, string>[] = [{}]
  for (const name of names)
    filled = filled.flatMap((params) => (values[name] ?? []).map((value) => ({ ...params, [name]: value })))
  const paths = filled.map((params) => fillPath(contract.path, params).replace('/*', ''))
  const asked = Object.keys((contract.query as z.ZodObject | undefined)?.shape ?? {})
  const query = asking[contract.path]?.(values)
  if (query !== undefined) return paths.map((path) => `${path}?${query}`)
  const search = ['q', 'text'].find((name) => asked.includes(name))
  return search === undefined ? paths : [...paths, ...paths.map((path) => `${path}?${search}=planted`)]
}

async function textOf(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? ''
  if (type.includes('pdf')) return (await pdfText(bytes)).pages.map(({ text }) => text).join('\n')
  if (type.includes('spreadsheetml')) return zipText(Buffer.from(bytes))
  return Buffer.from(bytes).toString('utf8')
}

/** All parts of a zip as text: each local file header says how long its deflated bytes are, or they run to the next. */
function zipText(zip: Buffer): string {
  const texts: string[] = []
  for (let at = zip.indexOf('PK\u0003\u0004'); at >= 0; at = zip.indexOf('PK\u0003\u0004', at + 4)) {
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
    const part = zip.subarray(start)
    try {
      texts.push(
        zip.readUInt16LE(at + 8) === 0 ? part.toString('utf8') : inflateSync(part, { finishFlush: 2 }).toString('utf8'),
      )
    } catch {
      texts.push(part.toString('utf8'))
    }
  }
  return texts.join('\n')
}

interface Found {
  read: number
  leaks: string[]
  saw: Set<Secret>
}

async function readEverything(who: TestActor, allowed: readonly Secret[]): Promise<Found> {
  const found: Found = { read: 0, leaks: [], saw: new Set() }
  for (const contract of reading) {
    for (const address of addressesOf(contract)) {
      const response = await who.fetch(address)
      if (!response.ok) continue
      const text = await textOf(response)
      found.read += 1
      for (const secret of everySecret) {
        if (!text.includes(planted[secret])) continue
        found.saw.add(secret)
        if (!allowed.includes(secret)) found.leaks.push(`${secret} at ${address}`)
      }
    }
  }
  return found
}

test.each(Object.entries(mayRead) as [ProductionRole, readonly Secret[]][])(
  'a %s finds nothing private anywhere that is not theirs to see',
  { timeout: 180_000 },
  async (role, allowed) => {
    const { read, leaks } = await readEverything(await office.member(productionId, role), allowed)
    expect(leaks).toEqual([])
    expect(read).toBeGreaterThan(3)
  },
)

test.each([
  ['coordinator', ['contact', 'medical', 'personal', 'rate']],
  // Whom finance pays, finance has to be able to call back.
  ['finance', ['bank', 'contact', 'rate']],
  ['member', []],
] as [OfficeRole, Secret[]][])(
  'an office %s sees of it what the table says, and the walk does find what is there',
  { timeout: 180_000 },
  async (role, expected) => {
    const { saw } = await readEverything(await office.as(role), everySecret)
    expect([...saw].sort()).toEqual(expected)
  },
)

test(
  'every address that can be read is read by the owner, or stands here with its reason',
  { timeout: 180_000 },
  async () => {
    const owner = await office.as('owner')
    const unread: string[] = []
    for (const contract of reading) {
      if (isBehindLink(contract.path) || isAsset(contract.path)) continue
      let isRead = false
      for (const address of addressesOf(contract)) isRead ||= (await owner.fetch(address)).ok
      if (!isRead) unread.push(contract.path)
    }
    expect(unread.sort()).toEqual(Object.keys(notRead).sort())
  },
)
