import { beforeAll, expect, test } from 'vitest'
import type { OfficeRole, ProductionRole } from '../../src/kernel/abilities.ts'
import type { ProductionId } from '../../src/kernel/ids.ts'
import { useOffice, type TestActor } from '../support/office.ts'
import { pdfText } from '../support/pdfText.ts'
import { unzip } from '../support/unzip.ts'
import { addressesOf, isAsset, isBehindLink, notRead, reading } from './addresses.ts'
import { everySecret, planted, plantSecrets, type Ids, type Secret } from './planted.ts'

/**
 * Secrets of every class are planted in one crew member of the sample production; then every address that can be read
 * is read by every role, as JSON, spreadsheet, feed and paper, and searched for what that role may not see.
 */
const office = useOffice({ sample: true })
let productionId: ProductionId
let ids: Ids
beforeAll(async () => {
  ;({ productionId, ids } = await plantSecrets(office))
})

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

async function textOf(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? ''
  if (type.includes('pdf')) return (await pdfText(bytes)).pages.map(({ text }) => text).join('\n')
  if (type.includes('spreadsheetml')) return [...unzip(Buffer.from(bytes)).values()].join('\n')
  return Buffer.from(bytes).toString('utf8')
}

interface Found {
  read: number
  leaks: string[]
  saw: Set<Secret>
}

async function readEverything(who: TestActor, allowed: readonly Secret[]): Promise<Found> {
  const found: Found = { read: 0, leaks: [], saw: new Set() }
  for (const contract of reading) {
    for (const address of addressesOf(contract, ids)) {
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

test('a spreadsheet is searched by its words', async () => {
  const path = `/v1/productions/${productionId}/reports/crew-list/xlsx`
  const sheet = await (await office.as('owner')).fetch(path)
  expect([sheet.status, await textOf(sheet)]).toEqual([200, expect.stringContaining(planted.contact)])
})

test(
  'every address that can be read is read by the owner, or stands here with its reason',
  { timeout: 180_000 },
  async () => {
    const owner = await office.as('owner')
    const unread: string[] = []
    for (const contract of reading) {
      if (isBehindLink(contract.path) || isAsset(contract.path)) continue
      let isRead = false
      for (const address of addressesOf(contract, ids)) isRead ||= (await owner.fetch(address)).ok
      if (!isRead) unread.push(contract.path)
    }
    expect(unread.sort()).toEqual(Object.keys(notRead).sort())
  },
)
