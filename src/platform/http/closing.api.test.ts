import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { assemble, type Assembly } from '../../main/assemble.ts'

const office = useOffice()
const faults: unknown[] = []
let house: Assembly | undefined
afterAll(() => house?.close())

/** Another process of the same office, as far as the database can tell. */
const openHouse = () =>
  assemble({
    settings: office.app.settings,
    databaseUrl: office.databaseUrl,
    clock: office.clock,
    role: 'command',
    pdf: office.app.pdf,
    rateLimited: false,
    report: (_, fault) => faults.push(fault),
  })

test('who is inside when the office closes gets an answer, and closing waits for it; who comes later is told', async () => {
  const owner = await office.as('owner')
  house = await openHouse()
  const { server } = house
  const ask = async (path: string, init: RequestInit = {}) =>
    server.request(path, { ...init, headers: { authorization: `Bearer ${owner.token}`, ...init.headers } })
  const order: string[] = []

  // Whoever changes the office waits for this row: inside, and without an answer yet.
  const { change, page, closing } = await office.app.transaction(async (tx) => {
    await sql`select from office for update`.execute(tx)
    const change = ask('/v1/office', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': '"1"' },
      body: JSON.stringify({ name: 'Tallboy Films' }),
    })
    void change.then(() => order.push('answered'))
    const page = await ask('/v1/live')
    await somebodyWaits()
    const closing = house?.close().then(() => order.push('closed'))
    const late = await ask('/v1/office')
    expect([late.status, await late.json()]).toMatchObject([503, { type: '/problems/closing' }])
    return { change, page, closing }
  })
  expect((await change).status).toBe(200)
  await closing
  expect(order).toEqual(['answered', 'closed'])
  expect(faults).toEqual([])
  expect(await page.text()).toContain('listening')
})

/** Until PostgreSQL says that somebody waits for a row. */
async function somebodyWaits() {
  for (;;) {
    const { rows } = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(office.app.db)
    if (rows.length > 0) return
  }
}
