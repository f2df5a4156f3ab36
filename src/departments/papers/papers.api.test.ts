import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { upload } from '../../../tests/support/upload.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { money } from '../../kernel/money.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import { createEngagement } from '../people/engagement.contract.ts'
import { createCompany } from '../people/company.contract.ts'
import { createPerson, listDepartments } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import { chase } from './chase.job.ts'
import { changeChasing, readChasing } from './chasing.contract.ts'
import * as contract from './papers.contract.ts'

const office = useOffice()
let ana: TestActor
let params: { productionId: ProductionId }
let mara: string
let dept: string
const pdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n%%EOF')
const day = (text: string) => text as PlainDay

beforeAll(async () => {
  ana = await office.as('coordinator')
  const body = { code: 'PAP', title: 'Paper Boats', kind: 'commercial', timeZone: 'Europe/London' as ZoneName } as const
  params = { productionId: (await ana.call(createProduction, { body })).id }
  dept = (await ana.call(listDepartments)).items[0]?.id as string
  mara = await engage('Mara Quill', 'mara@example.com')
})

async function engage(name: string, email: string | null): Promise<string> {
  const emails = email === null ? [] : [{ label: null, value: email }]
  const { id: personId } = await ana.call(createPerson, { body: { name, emails } })
  const body = { personId, departmentId: dept, title: 'Gaffer' }
  return (await ana.call(createEngagement, { params, body })).id
}

const matrix = () => ana.call(contract.listPapers, { params })
const rowOf = async (id: string) => {
  const { rows } = await matrix()
  const row = rows.find(({ engagementId }) => engagementId === id)
  if (!row) throw new Error('No such row')
  return row
}
const kindId = async (name: string) => {
  const found = (await matrix()).kinds.find((kind) => kind.name === name)
  if (!found) throw new Error(`No kind ${name}`)
  return found.id
}
const standing = async (id: string, name: string) => {
  const kind = await kindId(name)
  return (await rowOf(id)).cells.find((cell) => cell.kindId === kind)?.standing
}
const letters = async () =>
  await office.app.db.selectFrom('mail_message').select(['to_address', 'subject', 'body_text']).orderBy('id').execute()
const linkIn = (text: string | undefined) => /\/p\/[\w-]+/.exec(text ?? '')?.[0] ?? ''
const form = (parts: Record<string, string | Blob>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(parts)) data.set(name, value as string)
  return { method: 'POST', body: data }
}

describe('CR-15 papers are asked for, handed in by a link, and count once somebody looked', () => {
  test('one letter for two papers; who has no address is named; nobody outside sees the matrix', async () => {
    const lost = await engage('Emil Sato', null)
    const asks = [
      { engagementId: mara, kindId: await kindId('Tax form') },
      { engagementId: mara, kindId: await kindId('Start form') },
      { engagementId: lost, kindId: await kindId('Tax form') },
    ]
    const told = await ana.call(contract.askForPapers, { params, body: { asks } })
    expect(told).toEqual({ people: 1, papers: 2, unreachable: ['Emil Sato'] })
    expect(await standing(mara, 'Tax form')).toBe('asked')
    const mail = (await letters()).filter(({ to_address }) => to_address === 'mara@example.com')
    expect(mail).toHaveLength(1)
    expect(mail[0]?.body_text).toContain('- Tax form\n- Start form')
    const crew = await office.member(params.productionId, 'crew')
    expect(await crew.refused(contract.listPapers, { params })).toMatchObject({ status: 403 })
  })

  test('a file is handed in without an account, looked at, sent back with a reason, handed in again and accepted', async () => {
    const address = linkIn((await letters()).at(-1)?.body_text)
    const page = await (await office.nobody.fetch(address)).text()
    expect(page).toContain('Hand in: Tax form')
    const cell = async () => {
      const kind = await kindId('Tax form')
      return (await rowOf(mara)).cells.find((it) => it.kindId === kind)
    }
    const paper = (await cell())?.paperId as string
    const send = (bytes: Buffer, name: string) =>
      office.nobody.fetch(address, form({ paper, file: new File([new Uint8Array(bytes)], name) }))
    const evil = await send(Buffer.from('<svg onload="alert(1)">'), 'w9.pdf')
    expect([evil.status, await evil.text()]).toEqual([422, expect.stringContaining('not a JPEG, PNG')])
    const locked = await send(Buffer.from('%PDF-1.7\ntrailer << /Encrypt 5 0 R >>'), 'w9.pdf')
    expect(await locked.text()).toContain('locked with a password')
    expect(await standing(mara, 'Tax form')).toBe('asked')

    expect((await send(pdf, 'w9.pdf')).status).toBe(200)
    expect((await send(pdf, 'w9.pdf')).status).toBe(200)
    expect(await standing(mara, 'Tax form')).toBe('in_review')
    const at = { ...params, paperId: paper as contract.PaperId }
    const review = (body: { accept: boolean; reason?: string }, ifMatch: number) => ({ params: at, ifMatch, body })
    const version = async () => (await cell())?.version ?? 0
    expect(await ana.refused(contract.reviewPaper, review({ accept: false }, await version()))).toMatchObject({
      status: 422,
    })
    await ana.call(contract.reviewPaper, review({ accept: false, reason: 'Page two is missing' }, await version()))
    expect(await (await office.nobody.fetch(address)).text()).toContain('Page two is missing')
    await send(pdf, 'w9.pdf')
    const seen = await version()
    await ana.call(contract.reviewPaper, review({ accept: true }, seen))
    expect(await ana.refused(contract.reviewPaper, review({ accept: true }, seen))).toMatchObject({ status: 412 })
    expect(await standing(mara, 'Tax form')).toBe('in_order')
    const file = await ana.fetch(`/v1/productions/${params.productionId}/papers/${paper}/file`)
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['application/pdf', pdf.toString()])
    const finance = await office.member(params.productionId, 'finance')
    expect((await finance.fetch(`/v1/productions/${params.productionId}/papers/${paper}/file`)).status).toBe(403)
    const late = await send(pdf, 'w9.pdf')
    expect(late.status).toBe(422)
  })

  test('a withdrawn link is a page that says so', async () => {
    const address = linkIn((await letters()).at(-1)?.body_text)
    const { id } = await office.app.db
      .selectFrom('link')
      .select('id')
      .where('purpose', '=', 'papers')
      .executeTakeFirstOrThrow()
    await office.app.transaction((tx) => office.app.links.revoke(tx, [id]))
    expect((await office.nobody.fetch(address)).status).toBe(410)
  })

  test('what is not handed in is asked for again after three days, once a round, three times', async () => {
    const kofi = await engage('Kofi Blum', 'kofi@example.com')
    await ana.call(contract.askForPapers, {
      params,
      body: { asks: [{ engagementId: kofi, kindId: await kindId('Start form') }] },
    })
    const count = async () => (await letters()).filter(({ to_address }) => to_address === 'kofi@example.com').length
    await chase(office.app)
    expect(await count()).toBe(1)
    for (const expected of [2, 3, 4, 4]) {
      office.clock.advance({ hours: 73 })
      await Promise.all([chase(office.app), chase(office.app)])
      expect(await count()).toBe(expected)
    }
  })

  test('how often, how soon and for how long is the office’s to say, and holds for what was asked for already', async () => {
    const admin = await office.as('admin')
    const { version, can: _, ...rules } = await admin.call(readChasing)
    const body = { ...rules, noticeDays: [14, 200], againAfterDays: 10, againMost: 1, linkDays: 20 }
    expect(await ana.refused(changeChasing, { body, ifMatch: version })).toMatchObject({ status: 403 })
    const saved = await admin.call(changeChasing, { body, ifMatch: version })
    expect(saved).toMatchObject({ noticeDays: [200, 14], againAfterDays: 10, linkDays: 20 })
    expect(await admin.refused(changeChasing, { body, ifMatch: version })).toMatchObject({ status: 412 })

    const lena = await engage('Lena Abt', 'lena@example.com')
    const to = async () => (await letters()).filter(({ to_address }) => to_address === 'lena@example.com').length
    await ana.call(contract.askForPapers, {
      params,
      body: { asks: [{ engagementId: lena, kindId: await kindId('Start form') }] },
    })
    const { expires_at: until } = await office.app.db
      .selectFrom('link')
      .select('expires_at')
      .where('purpose', '=', 'papers')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(until?.since(office.clock.now()).total('hours')).toBe(20 * 24)
    for (const expected of [1, 2, 2]) {
      office.clock.advance({ hours: 6 * 24 })
      await chase(office.app)
      expect(await to()).toBe(expected)
    }
    await admin.call(changeChasing, { body: rules, ifMatch: saved.version })
  })

  test('a signed deal memo ticks the matrix, once', async () => {
    const { personId } = await rowOf(mara)
    const news = {
      agreementId: office.app.ids.next<string>(),
      kind: 'deal_memo',
      subjectKind: 'engagement',
      subjectId: mara,
      personId,
      companyId: null,
      productionId: params.productionId as string,
    }
    expect(await standing(mara, 'Deal memo')).toBe('missing')
    for (const _ of [1, 2]) await office.app.transaction((tx) => office.app.emit(tx, 'agreements.completed', news))
    expect(await standing(mara, 'Deal memo')).toBe('in_order')
  })

  test('what is required of whom is the office’s to say', async () => {
    const admin = await office.as('admin')
    const body = { kindId: await kindId('First aid certificate'), engagementKind: 'crew', effect: 'block' } as const
    expect(await ana.refused(contract.setPaperRule, { body, ifMatch: 1 })).toMatchObject({ status: 403 })
    const { version } = await admin.call(contract.setPaperRule, { body, ifMatch: 1 })
    expect(await standing(mara, 'First aid certificate')).toBe('missing')
    await admin.call(contract.setPaperRule, { body: { ...body, effect: null }, ifMatch: version })
    expect(await standing(mara, 'First aid certificate')).toBeUndefined()
  })
})

describe('CR-16 insurance certificates are checked against this production', () => {
  test('an accepted certificate that covers too little is not in order here, and says what it lacks', async () => {
    const { id: companyId } = await ana.call(createCompany, { body: { name: 'Crane Hire' } })
    const { id: crane } = await ana.call(createEngagement, {
      params,
      body: { companyId, departmentId: dept, title: 'Crane', kind: 'vendor' },
    })
    const usd = (amount: number) => money(amount * 100, 'USD')
    const demand = {
      engagementKind: 'vendor',
      coverage: 'General liability',
      each: usd(1_000_000),
      additionalInsured: 'City of Leeds',
      source: 'The square',
    }
    const demanded = { params, ifMatch: 0, body: { items: [demand] } }
    await ana.call(contract.setRequirements, demanded)
    expect((await ana.refused(contract.setRequirements, demanded)).status, 'somebody was first').toBe(412)
    const record = async (each: number, endorsementIds: string[] = []) =>
      ana.call(contract.recordPaper, {
        params,
        body: {
          kindId: await kindId('Certificate of insurance'),
          engagementId: crane,
          fileId: await upload(ana, 'coi.pdf', pdf),
          endorsementIds,
          expiresOn: day(each > 1_000_000 ? '2028-01-01' : '2027-06-01'),
          coverages: [
            { coverage: 'General liability', each: usd(each), aggregate: null, additionalInsured: ['City of Leeds'] },
          ],
        },
      })
    await record(500_000)
    expect(await standing(crane, 'Certificate of insurance')).toBe('too_little')
    expect((await rowOf(crane)).gaps).toEqual([
      'General liability covers USD 500,000.00; The square asks for USD 1,000,000.00.',
      'The endorsement that names City of Leeds is not beside the certificate.',
    ])
    await record(2_000_000, [await upload(ana, 'endorsement.pdf', pdf)])
    expect(await standing(crane, 'Certificate of insurance')).toBe('in_order')

    const asks = [{ engagementId: mara, kindId: await kindId('Certificate of insurance') }]
    await ana.call(contract.askForPapers, { params, body: { asks } })
    const page = await (await office.nobody.fetch(linkIn((await letters()).at(-1)?.body_text))).text()
    expect(page).toContain('Hand in: Certificate of insurance')
    expect(page, 'what is asked of vendors alone').not.toContain('General liability')
  })
})
