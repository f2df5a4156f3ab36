import { serve } from '@hono/node-server'
import type { Server } from 'node:http'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { ownerAddress } from '../../src/departments/office/owner.actions.ts'
import { serveWebFiles } from '../../src/main/webFiles.ts'
import { freePort } from '../../src/platform/runtime/postgres.ts'
import { desk, phone as phoneSize, shot, useBrowser } from './browser.ts'
import { useOffice, type TestOffice } from './office.ts'
import { smtpServer, type Mailbox } from './smtpServer.ts'

/** Journeys begin on a Monday morning, in the office and in the browser alike. */
export const MONDAY = '2026-05-04T09:00:00Z'

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
export async function useJourney(): Promise<Journey> {
  const [port, post] = [await freePort(), await smtpServer()]
  const office = useOffice({ now: MONDAY, env: { PORT: String(port), UNITBASE_SMTP_URL: post.url } })
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

/** Opens the office the first time: the one-time link, a name, a password, and in. */
export async function becomeOwner({ office }: Journey, page: Page): Promise<void> {
  await page.goto((await ownerAddress(office.app)) ?? '')
  await page.getByLabel('Your name').fill(owner.name)
  await page.getByLabel('E-mail').fill(owner.email)
  await page
    .getByLabel(/^Password/)
    .first()
    .fill(owner.password)
  await page.getByRole('button', { name: 'Open the office' }).click()
  await page.getByRole('link', { name: 'Productions' }).first().waitFor()
}
