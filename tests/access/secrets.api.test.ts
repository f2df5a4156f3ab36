import { inflateSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { createBookable } from '../../src/departments/bookings/bookable.contract.ts'
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
import { addRate } from '../../src/departments/pay/rate.contract.ts'
import { setDoNotHire } from '../../src/departments/people/profile.contract.ts'
import { changeAgreement, createAgreement } from '../../src/departments/agreements/agreement.contract.ts'
import { listTemplates } from '../../src/departments/agreements/template.contract.ts'
import { getPerson, changePerson } from '../../src/departments/people/person.contract.ts'
import { money } from '../../src/kernel/money.ts'
import type { PlainDay } from '../../src/kernel/time.ts'
import type { OfficeRole, ProductionRole } from '../../src/kernel/abilities.ts'
import type { PersonId, ProductionId } from '../../src/kernel/ids.ts'
import { fillPath, type AnyContract } from '../../src/kernel/route.ts'
import { departments } from '../../src/main/departments.ts'
import { loadSample } from '../../src/main/sample/loadSample.ts'
import { createWebhook } from '../../src/platform/webhooks/webhook.contract.ts'
import { useOffice, type TestActor } from '../support/office.ts'
import { pdfText } from '../support/pdfText.ts'

/**
 * Secrets of every class are planted in one crew member of the sample production; then every address that can be read
 * is read by every role, as JSON, spreadsheet, feed and paper, and searched for what that role may not see.
 */
const office = useOffice()
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
  .filter(({ method, access }) => method === 'GET' && !('link' in access))

let productionId: ProductionId
const values: Record<string, string[]> = {}

beforeAll(async () => {
  await loadSample(office.app)
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
    body: { kind: 'room', zone: 'Europe/London' as never, name: 'Edit suite', notes: 'Key at the desk' },
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
    body: { vendorIds: [vendor.id as never] },
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
  const idsOf = async (table: 'board' | 'scene' | 'call_sheet' | 'schedule_issue' | 'script_draft' | 'booking') =>
    (await db.selectFrom(table).select('id').limit(2).execute()).map(({ id }) => id as string)
  // A paper about a person, with what a stranger must not find by reading or searching.
  const form = await put(ana, productionId, 'Medical form.txt', Buffer.from(planted.medical), { classCode: 'personal' })
  await office.work()
  Object.assign(values, {
    documentId: [form.id],
    number: ['1'],
    page: ['1'],
    productionId: [productionId],
    vendorId: [vendor.id],
    requestId: [quotes.id],
    quoteId: [quoteId],
    personId: [personId],
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
    if (contract.path === '/v1/live') continue
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
  { timeout: 60_000 },
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
  { timeout: 60_000 },
  async (role, expected) => {
    const { saw } = await readEverything(await office.as(role), everySecret)
    expect([...saw].sort()).toEqual(expected)
  },
)
