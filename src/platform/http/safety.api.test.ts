import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { invite, listInvitations } from '../../departments/office/account.contract.ts'
import { getOffice, patchOffice } from '../../departments/office/office.contract.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { forgetOldKeys } from './idempotency.ts'
import { openSession } from '../../../tests/support/session.ts'

const office = useOffice()

test('a change says which version it is made on, and a stale one is refused', async () => {
  const owner = await office.as('owner')
  const { version, name } = await owner.call(getOffice)
  expect(await owner.refused(patchOffice, { body: { name: 'X' } })).toMatchObject({ status: 428 })
  await owner.call(patchOffice, { body: { name: `${name} 2` }, ifMatch: version })
  const stale = await owner.refused(patchOffice, { body: { name: 'Lost' }, ifMatch: version })
  expect(stale).toMatchObject({ status: 412, type: '/problems/stale', expected: version, current: version + 1 })
  expect((await owner.call(getOffice)).name).toBe(`${name} 2`)
  const read = await owner.fetch(getOffice.path)
  expect(read.headers.get('etag')).toBe(`"${version + 1}"`)
})

test('a database without room says so in words, and the same goes through once there is room', async () => {
  const owner = await office.as('owner')
  const { version, name } = await owner.call(getOffice)
  const change = { ifMatch: version, body: { name: `${name} with room` } }
  await office.app.transaction(async (tx) => {
    await sql`create function no_room() returns trigger language plpgsql as
      $$ begin raise 'could not extend file' using errcode = '53100'; end $$`.execute(tx)
    await sql`create trigger no_room before insert on audit_entry execute function no_room()`.execute(tx)
  })
  expect(await owner.refused(patchOffice, change)).toMatchObject({ status: 507, type: '/problems/disk-full' })
  expect((await owner.call(getOffice)).name).toBe(name)
  await office.app.transaction((tx) => sql`drop function no_room cascade`.execute(tx))
  expect((await owner.call(patchOffice, change)).name).toBe(change.body.name)
})

test('two people saving at the same moment: one is told', async () => {
  const [ana, ben] = [await office.as('owner'), await office.as('owner')]
  const { version } = await ana.call(getOffice)
  const answers = await Promise.allSettled([
    ana.call(patchOffice, { body: { undoSeconds: 60 }, ifMatch: version }),
    ben.call(patchOffice, { body: { undoSeconds: 120 }, ifMatch: version }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a preview of what has none is refused, and nothing is done', async () => {
  const owner = await office.as('owner')
  const { version, name } = await owner.call(getOffice)
  const asked = owner.preview(patchOffice, { body: { name: 'Only a look' }, ifMatch: version })
  await expect(asked).rejects.toThrow('This cannot be previewed')
  expect((await owner.call(getOffice)).name).toBe(name)
})

test('unknown and wrong fields are named, with what to do', async () => {
  const owner = await office.as('owner')
  const { version } = await owner.call(getOffice)
  const wrong = { nmae: 'x', timeZone: 'Europe/Atlantis' }
  const problem = await owner.refused(patchOffice, { body: wrong, ifMatch: version })
  expect(problem.status).toBe(422)
  expect(problem['errors']).toEqual(
    expect.arrayContaining([
      { pointer: '/nmae', message: 'This field is not known here.' },
      { pointer: '/timeZone', message: 'Give a time zone like Europe/London.' },
    ]),
  )
})

test('a retry with the same key does it once; the key with another request is refused', async () => {
  const owner = await office.as('owner')
  const body = { name: 'Retry', email: 'retry@example.com', officeRole: 'member' as const }
  const key = 'van-with-bad-signal'
  const [first, second] = await Promise.all([
    owner.call(invite, { body, idempotencyKey: key }),
    owner.call(invite, { body, idempotencyKey: key }),
  ])
  expect(second).toEqual(first)
  const all = await owner.call(listInvitations)
  expect(all.items.filter(({ email }) => email === 'retry@example.com')).toHaveLength(1)
  const other = await owner.refused(invite, { body: { ...body, name: 'Other' }, idempotencyKey: key })
  expect(other).toMatchObject({ status: 409, type: '/problems/idempotency-key-reused' })
})

test('a refused attempt leaves the key free for the next', async () => {
  const owner = await office.as('owner')
  const taken = await office.as('member')
  const email = `${taken.userId}@example.com`
  const body = { name: 'Again', email, officeRole: 'member' as const }
  expect(await owner.refused(invite, { body, idempotencyKey: 'k1' })).toMatchObject({ type: '/problems/already-here' })
  const free = { ...body, email: 'free@example.com' }
  expect(await owner.call(invite, { body: free, idempotencyKey: 'k1' })).toMatchObject({ email: 'free@example.com' })
})

test('what a key keeps is sealed, and forgotten after a week', async () => {
  const owner = await office.as('owner')
  const body = { name: 'Sealed', email: 'sealed@example.com', officeRole: 'member' as const }
  const { address } = await owner.call(invite, { body, idempotencyKey: 'sealed' })
  const kept = () =>
    office.app.db.selectFrom('idempotency_key').select('response').where('key', '=', 'sealed').execute()
  const atRest = JSON.stringify(await kept())
  expect(atRest.length).toBeGreaterThan(100)
  expect(atRest).not.toContain(address.split('/').at(-1))
  expect(await owner.call(invite, { body, idempotencyKey: 'sealed' })).toMatchObject({ address })
  expect(await forgetOldKeys(office.app)).toBe(0)
  office.clock.advance({ hours: 24 * 7 + 1 })
  expect(await forgetOldKeys(office.app)).toBeGreaterThan(0)
  expect(await kept()).toEqual([])
})

test('a body that is no JSON, or too large, is a problem and not a fault', async () => {
  const owner = await office.as('owner')
  const post = (body: string) => owner.fetch(invite.path, { method: 'POST', body })
  expect(await (await post('{nope')).json()).toMatchObject({ status: 400, detail: 'The body is not JSON.' })
  expect(await (await post(`"${'x'.repeat(1024 * 1024)}"`)).json()).toMatchObject({ status: 413 })
})

test('a page of another site cannot act with our cookie', async () => {
  const { cookie } = await openSession(office, 'owner')
  const { version } = await (await office.as('owner')).call(getOffice)
  const change = (origin: string) =>
    office.nobody.fetch(patchOffice.path, {
      method: 'PATCH',
      headers: { cookie, origin, host: 'localhost:4100', 'if-match': `"${version}"` },
      body: JSON.stringify({ name: 'By cookie' }),
    })
  expect((await change('https://elsewhere.example')).status).toBe(403)
  expect((await change('http://localhost:4100')).status).toBe(200)
})
