import { expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { getOffice, patchOffice } from '../office/office.contract.ts'
import { markReady, publishCallSheet } from './sheet.contract.ts'
import { aShootingDay } from './sheet.fixture.ts'

const office = useOffice()

test('CS-7 where the office says so, another than its author approves a sheet, and only approved ones leave', async () => {
  const owner = await office.as('owner')
  const { version } = await owner.call(getOffice)
  await owner.call(patchOffice, { body: { name: 'Tallboy Films', approveByAnother: true }, ifMatch: version })
  const { ana, productionId, sheet } = await aShootingDay(office)
  const params = { productionId, callSheetId: sheet.id }
  expect(sheet.view.header.company).toBe('Tallboy Films')

  const key = () => office.app.ids.secret()
  const early = { params, body: {}, ifMatch: sheet.version, idempotencyKey: key() }
  expect(await ana.refused(publishCallSheet, early)).toMatchObject({ type: '/problems/callsheet-needs-another' })
  const own = await ana.refused(markReady, { params, ifMatch: sheet.version })
  expect(own).toMatchObject({ status: 409, title: 'Somebody else approves this call sheet' })

  const ben = await office.as('coordinator')
  const ready = await ben.call(markReady, { params, ifMatch: sheet.version })
  const out = await ana.call(publishCallSheet, { params, body: {}, ifMatch: ready.version, idempotencyKey: key() })
  expect(out.status).toBe('published')
}, 60_000)
