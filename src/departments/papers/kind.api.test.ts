import { expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { addPaperKind, changePaperKind, listPaperRules, setPaperRule } from './papers.contract.ts'

const office = useOffice()
const licence = {
  name: 'Boat licence',
  perProduction: false,
  expires: true,
  source: 'Air navigation rules',
  asOf: '2026-01-01' as PlainDay,
}

test('CR-15 the office adds a kind of paper and requires it of whom it says', async () => {
  const ana = await office.as('owner')
  const kind = await ana.call(addPaperKind, { body: licence })
  const rule = { kindId: kind.id, engagementKind: 'crew', effect: 'block' } as const
  expect(await ana.call(setPaperRule, { body: rule, ifMatch: kind.version })).toMatchObject({ version: 2 })
  const late = { body: { ...rule, effect: 'warn' as const }, ifMatch: kind.version }
  expect(await ana.refused(setPaperRule, late)).toMatchObject({ status: 412 })
  const { kinds, rules } = await ana.call(listPaperRules)
  expect(kinds.at(-1)).toEqual({ ...licence, id: kind.id, isInsurance: false, version: 2 })
  expect(rules).toContainEqual({ kindId: kind.id, engagementKind: 'crew', effect: 'block' })
  expect(await ana.refused(addPaperKind, { body: licence })).toMatchObject({
    status: 422,
    errors: [{ pointer: '/name' }],
  })
  expect(
    await (await office.as('member')).refused(addPaperKind, { body: { ...licence, name: 'Other' } }),
  ).toMatchObject({
    status: 403,
  })
})

test('CR-15 a kind is corrected once of two at a time, and not to the name of another', async () => {
  const ana = await office.as('owner')
  const { kinds } = await ana.call(listPaperRules)
  const [first, last] = [kinds[0]!, kinds.at(-1)!]
  const change = (name: string) => ({ params: { kindId: last.id }, ifMatch: last.version, body: { name } })
  expect(await ana.refused(changePaperKind, change(first.name.toUpperCase()))).toMatchObject({ status: 422 })
  expect(await ana.call(changePaperKind, change('Pilot’s licence'))).toMatchObject({ version: last.version + 1 })
  expect(await ana.refused(changePaperKind, change('Flying licence'))).toMatchObject({ status: 412 })
})
