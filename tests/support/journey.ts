import { serve } from '@hono/node-server'
import type { Server } from 'node:http'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { acceptWelcome } from '../../src/departments/office/account.contract.ts'
import { ownerAddress } from '../../src/departments/office/owner.actions.ts'
import { serveWebFiles } from '../../src/main/webFiles.ts'
import { freePort } from '../../src/platform/runtime/postgres.ts'
import { desk, phone as phoneSize, shot, useBrowser } from './browser.ts'
import { useOffice, type TestOffice } from './office.ts'
import { postSignIn } from './session.ts'
import { smtpServer, type Mailbox } from './smtpServer.ts'

export interface Journey {
  readonly office: TestOffice
  readonly url: string
  /** A real mail server that keeps what it gets. */
  readonly post: Mailbox
  /** A fresh window whose clock is the office's. */
  window(options?: { phone?: boolean }): Promise<Page>
  /** Lets the undo window pass and sends what is waiting. */
  sendMail(): Promise<void>
}

export const owner = { name: 'Ana Ruiz', email: 'ana@example.com', password: 'five words are a password' }

/** A whole office with its web app on a real port, a mail server and a browser. Top level of a file, awaited. */
export async function useJourney({ sample = false }: { sample?: boolean } = {}): Promise<Journey> {
  const [port, post] = [await freePort(), await smtpServer()]
  const office = useOffice({ sample, env: { PORT: String(port), UNITBASE_SMTP_URL: post.url } })
  const url = `http://localhost:${port}`
  const browser = useBrowser(() => url)
  let server: Server | undefined
  const windows: Page[] = []

  beforeAll(async () => {
    serveWebFiles(office.assembly.server)
    server = await new Promise((resolve) => {
      const starting = serve({ fetch: office.assembly.server.fetch, port, hostname: '127.0.0.1' }, () =>
        resolve(starting as Server),
      )
    })
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    for (const [at, page] of windows.entries()) {
      console.log(`The journey stopped at ${page.url()}`)
      await shot(page, `stopped-${at}`)
    }
  })
  afterAll(async () => {
    server?.closeAllConnections()
    server?.close()
    await post.close()
  })

  return {
    office,
    post,
    url,
    async window({ phone = false } = {}) {
      const page = await browser.person({ viewport: phone ? phoneSize : desk })
      windows.push(page)
      await page.clock.setFixedTime(new Date(office.clock.now().epochMilliseconds))
      return page
    },
    async sendMail() {
      office.clock.advance({ minutes: 3 })
      await office.work({ early: true })
    },
  }
}

/** Makes the first owner, and opens the front page as them. How that looks to them is the journey of the door. */
export async function becomeOwner({ office, url }: Journey, page: Page): Promise<void> {
  const token = (await ownerAddress(office.app))?.split('/').at(-1) ?? ''
  const body = { ...owner, officeName: 'Production office', timeZone: 'Europe/London' }
  await office.nobody.call(acceptWelcome, { params: { token }, body })
  const { email, password } = owner
  const signedIn = await postSignIn(office, 'sign-in/email', { email, password }, { origin: url })
  const cookies = signedIn.headers.getSetCookie().map((cookie) => /^([^=]+)=([^;]*)/.exec(cookie) ?? [])
  await page.context().addCookies(cookies.map(([, name = '', value = '']) => ({ name, value, url })))
  await page.goto('/')
  await page.getByRole('link', { name: 'Productions' }).first().waitFor()
}
