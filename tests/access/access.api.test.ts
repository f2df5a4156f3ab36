import { beforeAll, describe, expect, test } from 'vitest'
import {
  mayInOffice,
  mayInProduction,
  officeRoles,
  productionRoles,
  type OfficeAbility,
  type OfficeRole,
  type ProductionAbility,
  type ProductionRole,
} from '../../src/kernel/abilities.ts'
import type { ProductionId } from '../../src/kernel/ids.ts'
import { fillPath, type AnyContract } from '../../src/kernel/route.ts'
import { departments } from '../../src/main/departments.ts'
import { createProduction } from '../support/production.ts'
import { useOffice, type TestActor } from '../support/office.ts'

/**
 * Generated from the list of routes: for every route and every role, whoever lacks the ability is refused and whoever
 * has it is not refused for want of it. A new route is covered by being there.
 */
const office = useOffice()
const contracts = departments.flatMap(({ routes }) => routes.map(({ contract }) => contract))
const someId = '01900000-0000-7000-8000-000000000000'

let productionId: ProductionId
const inOffice = new Map<OfficeRole, TestActor>()
const inProduction = new Map<ProductionRole, TestActor>()

beforeAll(async () => {
  productionId = await createProduction(office)
  for (const role of officeRoles) inOffice.set(role, await office.as(role))
  for (const role of productionRoles) inProduction.set(role, await office.member(productionId, role))
})

async function knock(contract: AnyContract, who: TestActor): Promise<number> {
  const names = [...contract.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
  const params = Object.fromEntries(names.map((name) => [name, name === 'productionId' ? productionId : someId]))
  const method = contract.method === 'ALL' ? 'POST' : contract.method
  // No body and no precondition: whoever is admitted gets a refusal of the request, never a change.
  const response = await who.fetch(fillPath(contract.path, params).replace('*', 'x'), { method })
  await response.body?.cancel()
  return response.status
}

const onOffice = contracts.filter(({ access }) => 'on' in access && access.on === 'office')
const onProduction = contracts.filter(({ access }) => 'on' in access && access.on === 'production')
const byLink = contracts.filter(({ access }) => 'link' in access)
const signedIn = contracts.filter(({ access }) => 'signedIn' in access)
const open = contracts.filter(({ access }) => 'public' in access)

test('every route stands in exactly one kind of access', () => {
  const kinds = [onOffice, onProduction, byLink, signedIn, open].map((list) => list.length)
  expect(kinds.reduce((sum, count) => sum + count)).toBe(contracts.length)
  expect(contracts.length).toBeGreaterThan(120)
  for (const { access } of open) expect((access as { public: string }).public.length).toBeGreaterThan(10)
})

test('nobody gets in without signing in', async () => {
  const closed = [...onOffice, ...onProduction, ...signedIn]
  const answers = await Promise.all(
    closed.map(async (contract) => [contract.path, await knock(contract, office.nobody)]),
  )
  expect(answers.filter(([, status]) => status !== 401)).toEqual([])
  expect(answers.length).toBeGreaterThan(100)
})

test('a made-up link opens nothing', async () => {
  const answers = await Promise.all(
    byLink.map(async (contract) => [contract.path, await knock(contract, office.nobody)]),
  )
  expect(answers.filter(([, status]) => status !== 410)).toEqual([])
  expect(answers.length).toBeGreaterThan(3)
})

test('a production that is not mine looks like one that is not there', async () => {
  const stranger = inOffice.get('member') as TestActor
  const answers = await Promise.all(
    onProduction.map(async (contract) => [contract.path, await knock(contract, stranger)]),
  )
  expect(answers.filter(([, status]) => status !== 404)).toEqual([])
  expect(answers.length).toBe(onProduction.length)
})

describe('each role may do what the table says, and nothing else', () => {
  test.each(officeRoles)('office role %s', async (role) => {
    const wrong = await Promise.all(
      onOffice.map(async (contract) => {
        const { ability } = contract.access as { ability: OfficeAbility }
        const status = await knock(contract, inOffice.get(role) as TestActor)
        if (status >= 500) return `${contract.method} ${contract.path} broke`
        return (status === 403) === mayInOffice(role, ability)
          ? `${contract.method} ${contract.path} answered ${status}`
          : null
      }),
    )
    expect(wrong.filter(Boolean)).toEqual([])
    expect(wrong.length).toBe(onOffice.length)
  })

  test.each(productionRoles)('production role %s', async (role) => {
    const wrong = await Promise.all(
      onProduction.map(async (contract) => {
        const { ability } = contract.access as { ability: ProductionAbility }
        const status = await knock(contract, inProduction.get(role) as TestActor)
        if (status >= 500) return `${contract.method} ${contract.path} broke`
        return (status === 403) === mayInProduction(role, ability)
          ? `${contract.method} ${contract.path} answered ${status}`
          : null
      }),
    )
    expect(wrong.filter(Boolean)).toEqual([])
    expect(wrong.length).toBe(onProduction.length)
  })
})
