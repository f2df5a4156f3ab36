import { createHmac } from 'node:crypto'

/**
 * Minutes until the next try after the first, second, … that failed; after the last it is given up. Two days in all, so
 * that a receiver may be down over a weekend's night and still hears.
 */
const waitMinutes = [1, 5, 30, 120, 360, 720, 1440] as const

/** When to try again after `tries` that failed; null when it is given up. */
export function nextTry(tries: number, now: Temporal.Instant): Temporal.Instant | null {
  const minutes = waitMinutes[tries - 1]
  return minutes === undefined ? null : now.add({ minutes })
}

export const isAccepted = (status: number): boolean => status >= 200 && status < 300

/**
 * `t=1764150000,v1=<hex>`: HMAC-SHA-256 with the webhook's secret over the time, a dot and the body as it was sent. The
 * receiver computes the same, and refuses what is older than a few minutes.
 */
export function signatureOf(secret: string, at: Temporal.Instant, body: string): string {
  const seconds = Math.floor(at.epochMilliseconds / 1000)
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

/** What an answer said, short enough to be kept and shown. */
export const answerText = (body: Buffer): string =>
  body
    .toString('utf8')
    .replaceAll(/[^\P{C}\n]/gu, '')
    .slice(0, 500)
    .trim()

/** What to do about a status that is not 2xx. */
export function statusWords(status: number): string {
  if (status >= 300 && status < 400) return 'It redirects; give the address it leads to instead.'
  if (status === 401 || status === 403) return 'It refuses us; check the secret on its side.'
  if (status === 404 || status === 410) return 'There is nothing at this address.'
  if (status >= 500) return 'It has a fault of its own.'
  return 'It did not take it.'
}
