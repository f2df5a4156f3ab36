import { expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { changeLadder, changeNeed, getPaperRules } from './template.contract.ts'

const office = useOffice()
const dated = '2026-05-04' as PlainDay

test('DO-3 of two who change one ladder the second is told, and nothing of the first is lost', async () => {
  const ana = await office.as('owner')
  const ladder = (await ana.call(getPaperRules)).ladders.find(({ kind }) => kind === 'deal_memo')!
  const { kind, version, ...body } = ladder
  const put = (most: number) => ({ params: { kind }, ifMatch: version, body: { ...body, most, dated } })
  await ana.call(changeLadder, put(5))
  expect(await ana.refused(changeLadder, put(9))).toMatchObject({
    status: 412,
    expected: version,
    current: version + 1,
  })
  const after = (await ana.call(getPaperRules)).ladders.find((it) => it.kind === kind)
  expect(after).toMatchObject({ most: 5, version: version + 1 })
})

test('DO-6 a need nobody has said yet is said once, whoever presses first', async () => {
  const ana = await office.as('owner')
  const body = { required: true, source: 'The client asks for it', dated }
  const nda = { params: { appliesTo: 'client', kind: 'nda' } as const, ifMatch: 0, body }
  const [first, second] = await Promise.allSettled([ana.call(changeNeed, nda), ana.call(changeNeed, nda)])
  expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
  const { needs } = await ana.call(getPaperRules)
  expect(needs.filter(({ appliesTo, kind }) => appliesTo === 'client' && kind === 'nda')).toHaveLength(1)
  expect(await ana.refused(changeNeed, nda)).toMatchObject({ status: 412, current: 1 })
})
