import { expect, test } from 'vitest'
import type { UserId } from '../../kernel/ids.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { cookieOf, postSignIn } from '../../../tests/support/session.ts'
import * as contract from './account.contract.ts'
import { getMe } from './office.contract.ts'
import { ownerAddress } from './owner.actions.ts'

const office = useOffice()
const tokenIn = (address: string) => address.split('/').at(-1) as string

const signIn = (email: string, password: string) => postSignIn(office, 'sign-in/email', { email, password })

test('the first owner comes in by a link that works once, and only the newest one', async () => {
  const old = tokenIn((await ownerAddress(office.app)) as string)
  const token = tokenIn((await ownerAddress(office.app)) as string)
  const body = {
    name: 'Nadia Roth',
    email: 'Nadia@Example.com',
    password: 'last ferry home',
    officeName: 'Tallboy Films',
    timeZone: 'Europe/London',
  }
  const withdrawn = await office.nobody.refused(contract.acceptWelcome, { params: { token: old }, body })
  expect(withdrawn).toMatchObject({ status: 410, reason: 'revoked' })
  const nowhere = { ...body, timeZone: 'Europe/Atlantis' }
  const refused = await office.nobody.refused(contract.acceptWelcome, { params: { token }, body: nowhere })
  expect(refused).toMatchObject({ status: 422, errors: [{ pointer: '/timeZone' }] })
  expect(await office.nobody.call(contract.acceptWelcome, { params: { token }, body })).toEqual({
    email: 'nadia@example.com',
  })
  const again = await office.nobody.refused(contract.acceptWelcome, { params: { token }, body })
  expect(again).toMatchObject({ status: 410, reason: 'used_up' })
  expect(await ownerAddress(office.app)).toBeUndefined()

  const session = await signIn('nadia@example.com', 'last ferry home')
  expect(session.status).toBe(200)
  const me = await office.nobody.fetch(getMe.path, { headers: { cookie: cookieOf(session) } })
  expect(await me.json()).toMatchObject({ name: 'Nadia Roth', officeRole: 'owner', office: { name: 'Tallboy Films' } })
})

test('nobody makes an account for themselves', async () => {
  const body = { email: 'me@example.com', password: 'a long password', name: 'Me' }
  expect((await postSignIn(office, 'sign-up/email', body)).status).toBeGreaterThanOrEqual(400)
  const accounts = await (await office.as('owner')).call(contract.listAccounts)
  expect(accounts.items.map(({ email }) => email)).not.toContain('me@example.com')
})

test('an invited person chooses a password, once, in the role they were invited to', async () => {
  const owner = await office.as('owner')
  const body = { name: 'Priya Sol', email: 'priya@example.com', officeRole: 'coordinator' as const }
  const { address } = await owner.call(contract.invite, { body })
  const params = { token: tokenIn(address) }
  expect(await office.nobody.call(contract.openInvitation, { params })).toMatchObject({ name: 'Priya Sol' })
  const short = await office.nobody.refused(contract.acceptInvitation, {
    params,
    body: { name: 'Priya Sol', password: 'short' },
  })
  expect(short).toMatchObject({ status: 422, errors: [{ pointer: '/password' }] })
  await office.nobody.call(contract.acceptInvitation, {
    params,
    body: { name: 'Priya Sol', password: 'seven wet stones' },
  })
  const again = await office.nobody.refused(contract.acceptInvitation, {
    params,
    body: { name: 'X', password: 'seven wet stones' },
  })
  expect(again).toMatchObject({ status: 410 })
  expect((await signIn('priya@example.com', 'seven wet stones')).status).toBe(200)
  expect((await signIn('priya@example.com', 'seven dry stones')).status).toBe(401)
  const accounts = await owner.call(contract.listAccounts)
  expect(accounts.items.find(({ email }) => email === 'priya@example.com')).toMatchObject({ officeRole: 'coordinator' })
  const { items } = await owner.call(contract.listInvitations)
  const accepted = items.find(({ email }) => email === 'priya@example.com')!
  const late = { params: { invitationId: accepted.id } }
  expect(await owner.call(contract.withdrawInvitation, late)).toMatchObject({ state: 'accepted' })
  const told = await office.app.db
    .selectFrom('audit_entry')
    .select('verb')
    .where('subject_id', '=', accepted.id)
    .where('verb', '=', 'account.invitation_withdrawn')
    .execute()
  expect(told).toEqual([])
})

test('a withdrawn or expired invitation opens nothing', async () => {
  const owner = await office.as('owner')
  const first = await owner.call(contract.invite, { body: { name: 'A', email: 'a@example.com', officeRole: 'member' } })
  await owner.call(contract.withdrawInvitation, { params: { invitationId: first.id } })
  const params = { token: tokenIn(first.address) }
  expect(await office.nobody.refused(contract.openInvitation, { params })).toMatchObject({ reason: 'revoked' })

  const second = await owner.call(contract.invite, {
    body: { name: 'B', email: 'b@example.com', officeRole: 'member' },
  })
  office.clock.advance({ hours: 24 * 14 })
  const late = await office.nobody.refused(contract.openInvitation, { params: { token: tokenIn(second.address) } })
  expect(late).toMatchObject({ status: 410, reason: 'expired' })
  const forged = await office.nobody.refused(contract.openInvitation, { params: { token: 'A'.repeat(43) } })
  expect(forged).toMatchObject({ status: 410, reason: 'unknown' })
})

test('somebody shut out is out at once, and the last owner stays', async () => {
  const owner = await office.as('owner')
  const member = await office.as('member')
  expect((await member.fetch(getMe.path)).status).toBe(200)
  await owner.call(contract.patchAccount, {
    params: { userId: member.userId as never },
    body: { disabled: true },
    ifMatch: 1,
  })
  expect((await member.fetch(getMe.path)).status).toBe(401)

  const accounts = await owner.call(contract.listAccounts)
  const others = accounts.items.filter(({ officeRole, id }) => officeRole === 'owner' && id !== owner.userId)
  for (const { id, version } of others)
    await owner.call(contract.patchAccount, { params: { userId: id }, body: { officeRole: 'admin' }, ifMatch: version })
  const last = await owner.refused(contract.patchAccount, {
    params: { userId: owner.userId },
    body: { officeRole: 'member' },
    ifMatch: 1,
  })
  expect(last).toMatchObject({ status: 409, type: '/problems/last-owner' })
})

test('of two owners who change one account at once, the second is told and sees what the first did', async () => {
  const [ana, ben, member] = [await office.as('owner'), await office.as('owner'), await office.as('member')]
  const params = { userId: member.userId as UserId }
  const seen = await ben.call(contract.getAccount, { params })
  const change = (officeRole: 'finance' | 'coordinator') => ({ params, body: { officeRole }, ifMatch: seen.version })
  const done = await ana.call(contract.patchAccount, change('finance'))
  expect(done).toMatchObject({ officeRole: 'finance', version: seen.version + 1 })
  const late = await ben.refused(contract.patchAccount, change('coordinator'))
  expect(late).toMatchObject({ status: 412, type: '/problems/stale', current: done.version })
  expect(await ben.call(contract.getAccount, { params })).toEqual(done)
  const blind = await ben.refused(contract.patchAccount, { params, body: { officeRole: 'member' } })
  expect(blind).toMatchObject({ status: 428 })
  const atOnce = await Promise.allSettled(
    [ana, ben].map((who) =>
      who.call(contract.patchAccount, { params, body: { disabled: true }, ifMatch: done.version }),
    ),
  )
  expect(atOnce.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('accounts and invitations come page by page, each once and in order', async () => {
  const owner = await office.as('owner')
  for (const name of ['zoe', 'Adam', 'Zoe'])
    await owner.call(contract.invite, {
      body: { name, email: `${name === 'Zoe' ? 'z2' : name}@paged.example.com`, officeRole: 'member' },
    })
  const walk = async <Line>(ask: (after: string | undefined) => Promise<{ items: Line[]; next: string | null }>) => {
    const lines: Line[] = []
    for (let after: string | null | undefined; after !== null;) {
      const page = await ask(after)
      expect(page.items.length).toBeLessThanOrEqual(2)
      lines.push(...page.items)
      after = page.next
    }
    return lines
  }
  const query = (after: string | undefined) => ({ query: { limit: 2, ...(after && { after }) } })
  const accounts = await walk((after) => owner.call(contract.listAccounts, query(after)))
  const whole = await owner.call(contract.listAccounts)
  expect(accounts.length).toBeGreaterThan(5)
  expect(accounts).toEqual(whole.items)
  const names = accounts.map(({ name, id }) => `${name.toLowerCase()} ${id}`)
  expect(names).toEqual(names.toSorted())
  const invitations = await walk((after) => owner.call(contract.listInvitations, query(after)))
  expect(invitations).toEqual((await owner.call(contract.listInvitations)).items)
  expect(invitations.slice(0, 3).map(({ name }) => name)).toEqual(['Zoe', 'Adam', 'zoe'])
})

test('a token asked for twice with one key is one token, shown to whoever asked', async () => {
  const ana = await office.as('coordinator')
  const asked = { body: { name: 'Wall', scopes: ['*'], expiresInDays: null }, idempotencyKey: 'one press' }
  const first = await ana.call(contract.createToken, asked)
  expect(await ana.call(contract.createToken, asked)).toEqual(first)
  expect((await ana.call(contract.listTokens)).items.filter(({ name }) => name === 'Wall')).toHaveLength(1)
})

test('an API token does what it was made for, until it is revoked', async () => {
  const ana = await office.as('coordinator')
  const made = await ana.call(contract.createToken, {
    body: { name: 'Script', scopes: ['office.read'], expiresInDays: 30 },
  })
  const headers = { authorization: `Bearer ${made.token}` }
  expect((await office.nobody.fetch('/v1/office', { headers })).status).toBe(200)
  expect((await office.nobody.fetch('/v1/links', { headers })).status).toBe(403)
  const wrong = await ana.refused(contract.createToken, {
    body: { name: 'X', scopes: ['everything'], expiresInDays: null },
  })
  expect(wrong).toMatchObject({ status: 422, errors: [{ pointer: '/scopes/0' }] })
  office.clock.advance({ hours: 24 * 30 })
  expect((await office.nobody.fetch('/v1/office', { headers })).status).toBe(401)
  const lasting = await ana.call(contract.createToken, { body: { name: 'Y', scopes: ['*'], expiresInDays: null } })
  await ana.call(contract.revokeToken, { params: { tokenId: lasting.id } })
  const revoked = await office.nobody.fetch('/v1/office', { headers: { authorization: `Bearer ${lasting.token}` } })
  expect(revoked.status).toBe(401)
})
