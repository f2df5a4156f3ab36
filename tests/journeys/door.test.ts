import { createHmac } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { phone, shot, useBrowser } from '../support/browser.ts'
import { freePort } from '../../src/platform/runtime/postgres.ts'
import { smtpServer, type Mailbox } from '../support/smtpServer.ts'
import { endProcessesAfter, runOurs, type Running } from '../support/processes.ts'
import { scratchFolder } from '../support/scratch.ts'

/** An office as somebody starts it, empty, with its web app: every way through its door. */

const password = 'a quiet desk at night'
let folder: string
let url = ''
let office: Running
let post: Mailbox

endProcessesAfter()
const browser = useBrowser(() => url)

beforeAll(async () => {
  folder = await scratchFolder('door')
  post = await smtpServer()
  const port = await freePort()
  url = `http://localhost:${port}`
  office = runOurs('src/main/start.ts', [], { PORT: String(port), UNITBASE_DATA: folder, UNITBASE_SMTP_URL: post.url })
  await office.says(/\/welcome\/\S+/)
})
afterAll(async () => {
  office.child.kill('SIGTERM')
  await office.ended()
  await post.close()
  await rm(folder, { recursive: true, force: true })
})

const welcome = () => /http\S+\/welcome\/\S+/.exec(office.said())?.[0] ?? ''

/** The address in the latest letter to somebody, once as many letters have come as are expected. */
async function addressIn(letters: number, to: string): Promise<string> {
  await expect.poll(() => post.to(to).length).toBe(letters)
  return /http\S+/.exec(post.to(to).at(-1)?.text ?? '')?.[0] ?? ''
}

/** What an authenticator app shows for a key at this moment (RFC 6238). */
function codeFor(key: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...key.replace(/=+$/, '')].map((it) => letters.indexOf(it).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function signInAs(page: Page, email: string, word = password) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(word)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function signOut(page: Page, name: string) {
  await page.getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
}

let owner: Page
const home = (page: Page) => page.getByRole('link', { name: 'Productions' }).first()

test('IN-6 the first owner comes in by a one-time link, which then no longer works', async () => {
  owner = await browser.person()
  await owner.goto(welcome())
  await owner.getByLabel('Name of the office').fill('Tallboy Films')
  await owner.getByLabel('Your name').fill('Nadia Roth')
  await owner.getByLabel('E-mail').fill('nadia@example.com')
  await owner.getByRole('textbox', { name: 'Password' }).fill(password)
  await shot(owner, 'door-welcome')
  await owner.getByRole('button', { name: 'Open the office' }).click()
  await home(owner).waitFor()
  await shot(owner, 'today-first')
  const stranger = await browser.person({ viewport: phone })
  await stranger.goto(welcome())
  await stranger.getByRole('heading', { name: 'This link no longer works' }).waitFor()
  await shot(stranger, 'door-gone-phone')
})

test('IN-6 a wrong password is refused in words, and the right one leads where one wanted to go', async () => {
  await signOut(owner, 'Nadia Roth')
  await owner.goto(`${url}/settings/roles`)
  await owner.getByRole('heading', { name: 'Sign in' }).waitFor()
  await signInAs(owner, 'nadia@example.com', 'not this one at all')
  await owner.getByText('This e-mail address and password do not go together.').waitFor()
  await shot(owner, 'door-refused')
  await signInAs(owner, 'nadia@example.com')
  await owner.getByRole('heading', { name: 'Roles', level: 1 }).waitFor()
})

let key: string
test('IN-6 a second step is set up with an authenticator app and asked for at the next sign-in', async () => {
  await owner.goto(`${url}/settings/account`)
  await owner.getByRole('button', { name: 'Set up' }).click()
  await owner.getByRole('dialog').getByLabel('Your password').fill(password)
  await owner.getByRole('button', { name: 'Continue' }).click()
  key = await owner.getByRole('textbox', { name: 'Key' }).inputValue()
  await shot(owner, 'account-code')
  await owner.getByRole('textbox', { name: 'Code' }).fill(codeFor(key))
  await owner.getByRole('button', { name: 'Turn on' }).click()
  await owner.getByRole('button', { name: 'I have kept them' }).click()
  await owner.getByText('Asked for at sign-in').waitFor()
  await signOut(owner, 'Nadia Roth')
  await signInAs(owner, 'nadia@example.com')
  await owner.getByRole('heading', { name: 'The code from your phone' }).waitFor()
  await owner.getByRole('textbox', { name: 'Code' }).fill(codeFor(key))
  await owner.getByRole('button', { name: 'Continue' }).click()
  await home(owner).waitFor()
})

test('IN-6 a passkey opens the door without password and code', async () => {
  const device = await owner.context().newCDPSession(owner)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await owner.goto(`${url}/settings/account`)
  await owner.getByRole('button', { name: 'Add this device' }).click()
  await owner.getByRole('table', { name: 'Passkeys' }).waitFor()
  await signOut(owner, 'Nadia Roth')
  await owner.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await home(owner).waitFor()
})

test('IN-6 devices are listed, and all others are signed out at once', async () => {
  const elsewhere = await browser.person()
  await elsewhere.goto(`${url}/sign-in`)
  await signInAs(elsewhere, 'nadia@example.com')
  await elsewhere.getByRole('textbox', { name: 'Code' }).fill(codeFor(key))
  await elsewhere.getByRole('button', { name: 'Continue' }).click()
  await home(elsewhere).waitFor()
  await owner.goto(`${url}/settings/account`)
  await owner.getByRole('button', { name: 'Sign out all others' }).click()
  await owner.getByText('All other devices are signed out').waitFor()
  await owner.getByRole('button', { name: 'Sign out all others' }).waitFor({ state: 'detached' })
  expect(await owner.getByRole('table', { name: 'Signed in on' }).getByRole('row').count()).toBe(2)
  await shot(owner, 'account')
  await elsewhere.goto(`${url}/productions`)
  await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('IN-6 somebody invited joins by the link, sees only what is theirs, and is shut out again', async () => {
  await owner.goto(`${url}/settings/people`)
  await owner.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = owner.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Theo Marsh')
  await dialog.getByLabel('E-mail').fill('theo@example.com')
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  const link = await owner.getByRole('textbox', { name: 'Link' }).inputValue()
  const invited = await browser.person({ viewport: phone, dark: true })
  await invited.goto(link)
  await invited.getByRole('textbox', { name: 'Password' }).fill('another quiet desk')
  await shot(invited, 'door-invited-phone')
  await invited.getByRole('button', { name: 'Join' }).click()
  await invited.getByRole('heading', { name: 'Nothing for you yet' }).waitFor()
  await invited.goto(`${url}/settings/people`)
  await invited.getByRole('heading', { name: 'This is not open to you' }).first().waitFor()
  await shot(invited, 'denied-phone')
  await owner.getByRole('button', { name: 'Done' }).click()
  await owner.getByRole('button', { name: 'Change Theo Marsh' }).click()
  await owner.getByRole('menuitem', { name: /Shut out/ }).click()
  await owner.getByText('Theo Marsh is shut out').waitFor()
  await shot(owner, 'people-with-access')
  await invited.goto(`${url}/productions`)
  await invited.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('IN-6 the letters are followed from the mailbox: an invitation, a sign-in link once, a new password', async () => {
  const mira = { name: 'Mira Holm', email: 'mira@example.com', password: 'a lamp above the door' }
  await owner.goto(`${url}/settings/people`)
  await owner.getByRole('button', { name: 'Invite somebody' }).click()
  await owner.getByRole('dialog').getByLabel('Name').fill(mira.name)
  await owner.getByRole('dialog').getByLabel('E-mail').fill(mira.email)
  await owner.getByRole('button', { name: 'Send the invitation' }).click()
  const page = await browser.person({ viewport: phone })
  await page.goto(await addressIn(1, mira.email))
  await page.getByRole('textbox', { name: 'Password' }).fill(mira.password)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('heading', { name: 'Nothing for you yet' }).waitFor()

  const elsewhere = await browser.person()
  await elsewhere.goto(`${url}/sign-in`)
  await elsewhere.getByLabel('E-mail').fill(mira.email)
  await elsewhere.getByRole('button', { name: 'Send me a link' }).click()
  await elsewhere.getByRole('heading', { name: 'Look at your mail' }).waitFor()
  const link = await addressIn(2, mira.email)
  await elsewhere.goto(link)
  await elsewhere.getByRole('heading', { name: 'Nothing for you yet' }).waitFor()
  const late = await browser.person({ viewport: phone })
  await late.goto(link)
  await late.getByText('That link no longer works').waitFor()
  await shot(late, 'door-link-used-phone')

  await late.getByRole('link', { name: 'Forgot your password?' }).click()
  await late.getByLabel('E-mail').fill(mira.email)
  await late.getByRole('button', { name: 'Send the link' }).click()
  await late.getByRole('heading', { name: 'Look at your mail' }).waitFor()
  await late.goto(await addressIn(3, mira.email))
  await late.getByRole('textbox', { name: 'New password' }).fill('two lamps above the door')
  await late.getByRole('button', { name: 'Set password' }).click()
  await late.getByRole('heading', { name: 'Sign in' }).waitFor()
  await elsewhere.goto(`${url}/productions`)
  await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor()
  await signInAs(late, mira.email, mira.password)
  await late.getByText('This e-mail address and password do not go together.').waitFor()
  await signInAs(late, mira.email, 'two lamps above the door')
  await late.getByRole('heading', { name: 'Nothing for you yet' }).waitFor()
})

test('IN-6 every place of the settings opens, by keyboard through the finder too', async () => {
  const pages = [
    'Office',
    'People with access',
    'Roles',
    'Links',
    'Outbox',
    'Working time',
    'My account',
    'API tokens',
    'Appearance',
  ]
  await owner.goto(`${url}/`)
  await home(owner).waitFor()
  for (const name of pages) {
    await owner.keyboard.press('Control+k')
    await owner.getByRole('combobox', { name: 'Find anything' }).fill(name)
    await owner.keyboard.press('Enter')
    await owner.getByRole('heading', { name, level: 1 }).waitFor()
    await owner.getByRole('dialog').waitFor({ state: 'detached' })
  }
  expect(pages).toHaveLength(9)
})
