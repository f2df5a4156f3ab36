import { expect, test } from 'vitest'
import { createProduction } from '../productions/production.contract.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { createCallSheet, getCallSheet } from './sheet.contract.ts'
const office = useOffice()
test('CS-7 x', async () => {
  const ana = await office.as('coordinator')
  const production = await ana.call(createProduction, {
    body: { code: 'HLT26', title: 'Harbour Light', kind: 'commercial', timeZone: 'Europe/London' } as never,
  })
  const sheet = await ana.call(createCallSheet, {
    params: { productionId: production.id },
    body: { onDate: '2026-05-13' as never },
  })
  console.log(sheet.status, sheet.troubles)
  const again = await ana.call(getCallSheet, { params: { productionId: production.id, callSheetId: sheet.id } })
  expect(again.version).toBe(1)
})
