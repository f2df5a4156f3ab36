import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { answerText, isAccepted, nextTry, signatureOf, statusWords } from './webhook.rules.ts'

const now = Temporal.Instant.from('2026-05-04T09:00:00Z')

test.each([
  [1, '2026-05-04T09:01:00Z'],
  [2, '2026-05-04T09:05:00Z'],
  [3, '2026-05-04T09:30:00Z'],
  [7, '2026-05-05T09:00:00Z'],
  [8, null],
  [9, null],
])('DO-13 after %i tries that failed the next is at %s', (tries, at) =>
  expect(nextTry(tries, now)?.toString() ?? null).toBe(at),
)

test('DO-13 it is tried over two days and then given up', () => {
  let at: Temporal.Instant | null = now
  let tries = 0
  while (at !== null) {
    tries += 1
    const next = nextTry(tries, at)
    if (next === null) break
    at = next
  }
  expect(tries).toBe(8)
  expect(now.until(at!).total('hours')).toBeGreaterThan(40)
})

test('DO-13 a receiver computes the signature from what it got, and a changed byte or time changes it', () => {
  const [time, mark] = signatureOf('whsec_x', now, '{"a":1}').split(',v1=')
  expect(time).toBe(`t=${now.epochMilliseconds / 1000}`)
  expect(mark).toBe(
    createHmac('sha256', 'whsec_x')
      .update(`${time!.slice(2)}.{"a":1}`)
      .digest('hex'),
  )
  expect(signatureOf('whsec_x', now, '{"a":2}')).not.toContain(mark)
  expect(signatureOf('whsec_x', now.add({ seconds: 1 }), '{"a":1}')).not.toContain(mark)
})

test.each([
  [200, true],
  [204, true],
  [301, false],
  [410, false],
  [503, false],
])('DO-13 %i counts as taken: %s', (status, taken) => {
  expect(isAccepted(status)).toBe(taken)
  if (!taken) expect(statusWords(status)).toMatch(/\.$/)
})

test('DO-13 an answer is kept short and without control characters', () => {
  expect(answerText(Buffer.from('ok\u0000\u001b[31m now'))).toBe('ok[31m now')
  expect(answerText(Buffer.alloc(5000, 'x'))).toHaveLength(500)
})
