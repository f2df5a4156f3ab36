import { afterAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { smtpServer } from '../../../tests/support/smtpServer.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { createEngagement } from '../people/engagement.contract.ts'
import { createPerson, listDepartments } from '../people/person.contract.ts'
import { addLate, getDesk } from './distribution.contract.ts'
import { publishCallSheet } from './sheet.contract.ts'
import { aShootingDay } from './sheet.fixture.ts'

const box = await smtpServer()
const office = useOffice({ now: '2026-05-11T17:00:00Z', env: { UNITBASE_SMTP_URL: `${box.url}?timeout=3000` } })
afterAll(() => box.close())

async function leave() {
  office.clock.advance({ seconds: 31 })
  await office.work()
}

test('CS-3 somebody who joins late gets this version alone, and nobody else is disturbed', async () => {
  const { ana, productionId, sheet } = await aShootingDay(office)
  const params = { productionId, callSheetId: sheet.id }
  const idempotencyKey = office.app.ids.next()
  await ana.call(publishCallSheet, { params, body: {}, ifMatch: sheet.version, idempotencyKey })
  await leave()
  const first = box.received.length
  expect(first).toBe(12)

  const { items: departments } = await ana.call(listDepartments, {})
  const { id: personId } = await ana.call(createPerson, {
    body: { name: 'Hugo Ferreira', emails: [{ label: null, value: 'hugo@late.example' }] },
  })
  const engagement = await ana.call(createEngagement, {
    params: { productionId },
    body: {
      personId: personId as PersonId,
      title: 'Grip',
      departmentId: departments.find((it) => it.name.startsWith('Camera'))!.id,
      kind: 'crew',
      works: 'every_shoot_day',
    },
  })
  const before = await ana.call(getDesk, { params })
  expect(before.missing).toEqual([{ engagementId: engagement.id, name: 'Hugo Ferreira', position: 'Grip' }])

  const after = await ana.call(addLate, { params, body: { engagementId: engagement.id } })
  expect(after.missing).toEqual([])
  expect(after.leaving).toMatchObject([{ kind: 'addition', names: ['Hugo Ferreira'] }])
  await leave()
  expect(box.received).toHaveLength(first + 1)
  const [mail] = box.to('hugo@late.example')
  expect(mail?.subject).toContain('v1 WHITE')
  const link = /\/c\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
  expect(await (await office.nobody.fetch(link)).text()).toContain('Hugo Ferreira')
  const copy = Buffer.from(await (await office.nobody.fetch(`${link}/sheet.pdf`)).arrayBuffer())
  expect(copy.subarray(0, 5).toString()).toBe('%PDF-')
}, 60_000)
