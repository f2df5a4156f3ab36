import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as driver, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

/** Where pictures of what a journey saw are put, when somebody wants to look: `SHOTS=/tmp/shots npm test -- journeys`. */
const shots = process.env['SHOTS']

/**
 * One process for everything lets windows share their cookies, and two people would be one. Drawing through an imitated
 * graphics card costs a third of the browser's work, and no page of ours needs one.
 */
const notOurs =
  /^--(headless|single-process|no-zygote|in-process-gpu|use-gl|use-angle|enable-unsafe-swiftshader|ignore-gpu-blocklist|disable-web-security|allow-running-insecure-content)/
// A page of a test lives for seconds: what V8 spends on making its code fast never comes back.
const ours = ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--js-flags=--no-opt --no-maglev']

export const desk = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

export interface BrowserBench {
  /** A person at their own screen: own cookies, own storage. */
  person(options?: { viewport?: { width: number; height: number }; dark?: boolean }): Promise<Page>
}

let running: Promise<Browser> | undefined

/** One for all files of a worker, since starting one takes more than a second of work; it ends with the worker. */
async function runningBrowser(): Promise<Browser> {
  const browser = await running?.catch(() => undefined)
  if (browser?.isConnected()) return browser
  running = driver.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !notOurs.test(arg)), ...ours],
    headless: true,
  })
  return running
}

/** A headless browser from the packages. What a page logs as an error fails the test file at its end. */
export function useBrowser(url: () => string): BrowserBench {
  let browser: Browser | undefined
  const contexts: BrowserContext[] = []
  const faults: string[] = []

  beforeAll(async () => {
    browser = await runningBrowser()
  })
  afterAll(async () => {
    for (const context of contexts) await context.close()
    if (faults.length > 0) throw new Error(`Pages had faults:\n${faults.join('\n')}`)
  })

  return {
    person: async ({ viewport = desk, dark = false } = {}) => {
      if (!browser) throw new Error('The browser is there inside tests and hooks, not before.')
      const context = await browser.newContext({
        baseURL: url(),
        viewport,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      })
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(45_000) // two cores may be busy with the rest of the checks
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
      return page
    },
  }
}

/** Keeps a picture of the page under a name, when pictures are wanted. */
export async function shot(page: Page, name: string, options: { full?: boolean } = {}): Promise<void> {
  if (shots === undefined) return
  await mkdir(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: options.full ?? false })
}
