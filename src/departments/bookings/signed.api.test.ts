import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { bench, memo, sign, tokenOf, type Bench } from '../agreements/agreement.fixture.ts'
import { sendAgreement } from '../agreements/envelope.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import * as contract from './engine.contract.ts'

const office = useOffice()
let b: Bench
beforeAll(async () => {
  b = await bench(office)
})

const hold = (productionId: string, who: object, dates: string[], more: object = {}) =>
  b.ana.call(contract.addBooking, {
    params: { productionId },
    body: { title: 'Gaffer', spans: dates.map((onDate) => ({ onDate })), ...who, ...more },
  })
const read = ({ id, productionId }: contract.Booking) =>
  b.ana.call(contract.readBooking, { params: { productionId: productionId!, bookingId: id } })
const states = async (it: contract.Booking) => (await read(it)).days.map(({ state }) => state)

async function signedMemo() {
  const drafted = await memo(b)
  const sent = await b.ana.call(sendAgreement, {
    params: { ...b.params, agreementId: drafted.id },
    ifMatch: drafted.version,
    body: {},
  })
  const seen = sent.contentSha256!
  const answers = { answers: { address: '7 Quay Street' } }
  for (const [address, name] of [
    ['ana@example.com', 'Ana Ruiz'],
    ['sam@example.com', 'Sam Okoro'],
    ['ana@example.com', 'Ana Ruiz'],
  ] as const)
    await sign(office.nobody, await tokenOf(office, address), seen, name, name === 'Sam Okoro' ? answers : {})
}

describe('DO-13 a deal memo signed by all', () => {
  test('DO-13 makes the days held for that position firm, and nobody else’s', async () => {
    const here = await hold(b.productionId, { engagementId: b.gaffer }, ['2026-05-12', '2026-05-13'])
    const other = await b.ana.call(createProduction, { body: { code: 'OTH', title: 'Other', kind: 'commercial' } })
    const personId = here.resource!.id
    const there = await hold(other.id, { personId }, ['2026-05-20'])
    await signedMemo()
    expect(await states(here)).toEqual(['confirmed', 'confirmed'])
    expect((await read(here)).soFar[0]).toMatchObject({ kind: 'confirmed' })
    expect(await states(there)).toEqual(['hold'])
  })

  test('DO-13 what another job holds ahead is not booked, and the history says so', async () => {
    const other = await b.ana.call(createProduction, { body: { code: 'OT2', title: 'Other two', kind: 'commercial' } })
    const known = await hold(b.productionId, { engagementId: b.gaffer }, ['2026-06-02'])
    await hold(other.id, { personId: known.resource!.id }, ['2026-05-26'])
    const mine = await hold(b.productionId, { engagementId: b.gaffer }, ['2026-05-26'])
    await signedMemo()
    const after = await read(mine)
    expect(after.days.map(({ state }) => state)).toEqual(['hold'])
    expect(after.soFar[0]?.words).toContain('Signed, but not booked: OT2 holds Sam Okoro ahead of you')
    expect(await states(known)).toEqual(['confirmed'])
  })
})
