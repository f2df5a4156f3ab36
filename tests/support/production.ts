import type { z } from 'zod'
import type { ProductionId } from '../../src/kernel/ids.ts'
import { createProduction as contract } from '../../src/departments/productions/production.contract.ts'
import type { TestOffice } from './office.ts'

let made = 0

/** A three-day commercial in London, with whatever is different. */
export async function createProduction(
  office: TestOffice,
  different: Partial<z.input<NonNullable<typeof contract.body>>> = {},
): Promise<ProductionId> {
  made += 1
  const coordinator = await office.as('coordinator')
  const body = {
    code: `T${made}`,
    title: `Production ${made}`,
    kind: 'commercial' as const,
    timeZone: 'Europe/London',
    startsOn: '2026-05-12',
    endsOn: '2026-05-14',
    ...different,
  }
  const production = await coordinator.call(contract, { body })
  return production.id
}
