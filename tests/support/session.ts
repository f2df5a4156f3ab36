import { createAccount } from '../../src/departments/office/index.ts'
import type { OfficeRole } from '../../src/kernel/abilities.ts'
import type { TestOffice } from './office.ts'

/** Posts to the sign-in library as a page of ours would. */
export const postSignIn = (office: TestOffice, path: string, body: object, headers: Record<string, string> = {}) =>
  office.nobody.fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:4100', ...headers },
    body: JSON.stringify(body),
  })

/** The cookies a response sets, as the next request sends them. */
export const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

export const testPassword = 'a password of five words'

/** A new account, signed in by password: its address and its cookie. */
export async function openSession(
  office: TestOffice,
  officeRole: OfficeRole,
): Promise<{ email: string; cookie: string }> {
  const email = `${office.app.ids.next()}@example.com`
  await office.app.transaction((tx) =>
    createAccount(office.app, tx, { name: 'Session', email, officeRole, password: testPassword }),
  )
  const response = await postSignIn(office, 'sign-in/email', { email, password: testPassword })
  return { email, cookie: cookieOf(response) }
}
