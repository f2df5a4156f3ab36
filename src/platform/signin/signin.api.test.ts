import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { getMe } from '../../departments/office/office.contract.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { cookieOf, openSession, postSignIn, testPassword } from '../../../tests/support/session.ts'

const office = useOffice()
const me = (cookie: string) => office.nobody.fetch(getMe.path, { headers: { cookie } })

/** RFC 6238 with the usual 30 seconds and six digits: what an authenticator app shows. */
function codeOf(uri: string, atMilliseconds: number): string {
  const secret = base32(new URL(uri).searchParams.get('secret') ?? '')
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(atMilliseconds / 30_000)))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function base32(text: string): Buffer {
  const bits = [...text.replaceAll('=', '')].map((c) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'),
  )
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

test('a sign-in link arrives by mail and works once', async () => {
  const { email } = await openSession(office, 'coordinator')
  expect((await postSignIn(office, 'sign-in/magic-link', { email, callbackURL: '/' })).status).toBe(200)
  const letter = await office.app.db
    .selectFrom('mail_message')
    .select(['body_text', 'sealed'])
    .where('to_address', '=', email)
    .executeTakeFirstOrThrow()
  expect(letter.sealed).toBe(true)
  const address = new URL(/http\S+/.exec(letter.body_text)?.[0] ?? '')
  const first = await office.nobody.fetch(address.pathname + address.search)
  expect(await (await me(cookieOf(first))).json()).toMatchObject({ email })
  const second = await office.nobody.fetch(address.pathname + address.search)
  expect((await me(cookieOf(second))).status).toBe(401)
})

test('with two-factor on, neither a password nor a letter alone is enough', async () => {
  const { email, cookie } = await openSession(office, 'coordinator')
  const enable = await postSignIn(office, 'two-factor/enable', { password: testPassword }, { cookie })
  const { totpURI } = (await enable.json()) as { totpURI: string }
  const verify = { code: codeOf(totpURI, Date.now()) }
  expect((await postSignIn(office, 'two-factor/verify-totp', verify, { cookie })).status).toBe(200)

  // However the address is typed: the library does not mind capitals.
  for (const typed of [email, email.toUpperCase()]) {
    await postSignIn(office, 'sign-in/magic-link', { email: typed, callbackURL: '/' })
    const letter = await office.app.db
      .selectFrom('mail_message')
      .select(['subject', 'body_text'])
      .where('to_address', '=', typed)
      .executeTakeFirstOrThrow()
    expect(letter.subject).toBe('Signing in takes your second step')
    expect(letter.body_text).not.toContain('token=')
  }

  const password = await postSignIn(office, 'sign-in/email', { email, password: testPassword })
  expect(await password.json()).toMatchObject({ twoFactorRedirect: true })
  const half = cookieOf(password)
  expect((await me(half)).status).toBe(401)
  const wrong = await postSignIn(office, 'two-factor/verify-totp', { code: '000000' }, { cookie: half })
  expect(wrong.status).toBe(401)
  const right = await postSignIn(
    office,
    'two-factor/verify-totp',
    { code: codeOf(totpURI, Date.now()) },
    { cookie: half },
  )
  expect(await (await me(cookieOf(right))).json()).toMatchObject({ email, hasTwoFactor: true })
})

test('sessions are listed, and a revoked one is out', async () => {
  const { email, cookie } = await openSession(office, 'coordinator')
  const other = cookieOf(await postSignIn(office, 'sign-in/email', { email, password: testPassword }))
  const list = await office.nobody.fetch('/api/auth/list-sessions', { headers: { cookie } })
  expect(await list.json()).toHaveLength(2)
  expect((await postSignIn(office, 'revoke-other-sessions', {}, { cookie })).status).toBe(200)
  expect((await me(other)).status).toBe(401)
  expect((await me(cookie)).status).toBe(200)
})

test('a new password is asked for by mail and ends the old sessions', async () => {
  const { email, cookie } = await openSession(office, 'coordinator')
  await postSignIn(office, 'request-password-reset', { email, redirectTo: '/new-password' })
  const letter = await office.app.db
    .selectFrom('mail_message')
    .select('body_text')
    .where('to_address', '=', email)
    .executeTakeFirstOrThrow()
  const token = /reset-password\/([^?\s]+)/.exec(letter.body_text)?.[1] ?? ''
  const reset = await postSignIn(office, 'reset-password', { newPassword: 'five entirely new words here', token })
  expect(reset.status).toBe(200)
  expect((await me(cookie)).status).toBe(401)
  expect((await postSignIn(office, 'sign-in/email', { email, password: testPassword })).status).toBe(401)
  const signIn = await postSignIn(office, 'sign-in/email', { email, password: 'five entirely new words here' })
  expect(signIn.status).toBe(200)
})
