import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { createProduction } from '../../../tests/support/production.ts'
import { upload } from '../../../tests/support/upload.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { money } from '../../kernel/money.ts'
import { setRequirements } from '../papers/papers.contract.ts'
import { listVendorPapers, recordVendorPaper, reviewVendorPaper, type VendorPaper } from './paper.contract.ts'
import { createVendor, type Vendor } from './vendor.contract.ts'

const office = useOffice()
const pdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n%%EOF')
let [ana, bo] = [] as unknown as [TestActor, TestActor]
let vendor: Vendor
let here: ProductionId

beforeAll(async () => {
  ana = await office.as('coordinator')
  bo = await office.as('coordinator')
  here = await createProduction(office, { title: 'Harbour Loop' })
  vendor = await ana.call(createVendor, { body: { name: 'Quay Lamps' } })
  const demand = { engagementKind: 'vendor', source: 'Harbour Trust' }
  await ana.call(setRequirements, {
    params: { productionId: here },
    ifMatch: 0,
    body: {
      items: [
        {
          ...demand,
          coverage: 'General liability',
          each: money(2_000_000_00, 'USD'),
          additionalInsured: 'Harbour Trust',
        },
        { ...demand, engagementKind: 'crew', coverage: 'Drone', each: money(1, 'USD'), additionalInsured: null },
      ],
    },
  })
})

const params = () => ({ vendorId: vendor.id })
const papers = (who = ana) => who.call(listVendorPapers, { params: params() })
const insurance = async () => (await papers()).items.find(({ isInsurance }) => isInsurance) as VendorPaper
const line = (each: number, additionalInsured: string[] = []) => ({
  coverage: 'general  liability',
  each: money(each, 'USD'),
  aggregate: money(2 * each, 'USD'),
  additionalInsured,
  insurer: 'Quay Mutual',
  policyNumber: 'QM-4471',
})
const put = async (body: object, who = ana) => ({
  params: params(),
  idempotencyKey: office.app.ids.next<string>(),
  body: {
    kindId: (await insurance()).kindId,
    fileId: await upload(who, 'certificate.pdf', pdf),
    expiresOn: '2027-03-31',
    ...body,
  },
})

test('CR-16 a certificate the office has in hand counts at once, and stands beside what each production demands', async () => {
  expect((await papers()).demands).toEqual([])
  expect((await ana.refused(recordVendorPaper, await put({ expiresOn: null }))).status).toBe(422)
  expect((await bo.refused(recordVendorPaper, await put({}))).status).toBe(404)
  await ana.call(recordVendorPaper, await put({ coverages: [line(1_000_000_00, ['Harbour Trust Ltd'])] }))
  const { items, demands } = await papers()
  const certificate = items.find(({ isInsurance }) => isInsurance)
  expect(certificate).toMatchObject({ standing: 'in_order', hasFile: true, expiresOn: '2027-03-31' })
  expect(certificate?.certificate.coverages).toEqual([line(1_000_000_00, ['Harbour Trust Ltd'])])
  expect(demands).toEqual([
    {
      productionId: here,
      title: 'Harbour Loop',
      gaps: [
        'General liability covers USD 1,000,000.00; Harbour Trust asks for USD 2,000,000.00.',
        'The endorsement that names Harbour Trust is not beside the certificate.',
      ],
    },
  ])
})

test('CR-16 the next certificate replaces what is written down, and with its endorsement it is enough', async () => {
  const endorsementIds = [await upload(ana, 'endorsement.pdf', pdf)]
  const asked = await put({
    coverages: [line(2_000_000_00, ['Harbour Trust Ltd'])],
    endorsementIds,
    expiresOn: '2028-03-31',
  })
  await ana.call(recordVendorPaper, asked)
  await ana.call(recordVendorPaper, asked)
  const { certificate, paperId, version } = await insurance()
  expect([certificate.endorsements, certificate.coverages.length]).toEqual([1, 1])
  expect((await papers()).demands).toEqual([{ productionId: here, title: 'Harbour Loop', gaps: [] }])
  const again = { params: { vendorId: vendor.id, paperId }, ifMatch: version ?? 0, body: { accept: true } }
  expect((await ana.refused(reviewVendorPaper, again)).status).toBe(422)
})
