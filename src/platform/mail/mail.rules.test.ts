import { expect, test } from 'vitest'
import { afterNotice, nextStep, outcomeOfFailure, remedyFor } from './mail.rules.ts'

const failure = (response: string, command = 'RCPT TO') =>
  outcomeOfFailure({ responseCode: Number(response.slice(0, 3)), response, command, message: response })

test.each([
  ['an unknown address', '550 5.1.1 No such user', 'RCPT TO', 'bounced', /does not exist/],
  ['a full mailbox', '552 5.2.2 Mailbox is full', 'RCPT TO', 'bounced', /full/],
  ['a mailbox switched off', '550 5.2.1 disabled', 'RCPT TO', 'bounced', /switched off/],
  ['content taken for spam', '554 5.7.1 Message rejected as spam', 'DATA', 'spam', /SPF/],
  ['content against a policy', '550 5.7.26 unauthenticated', 'DATA', 'blocked', /SPF/],
  ['a message too large', '552 5.3.4 too large', 'DATA', 'blocked', /too large/],
  ['a busy server', '451 4.3.0 try again later', 'RCPT TO', 'deferred', /come back later/],
  ['a greylisting server', '450 4.7.1 greylisted', 'RCPT TO', 'deferred', /come back later/],
  ['our own sign-in turned down', '535 5.7.8 Bad credentials', 'AUTH PLAIN', 'deferred', /user and password|unwanted/],
  ['our sender refused', '550 5.1.8 Bad sender', 'MAIL FROM', 'blocked', /sender/],
] as const)('CS-1 %s has a state and says what to do', (_, reply, command, state, remedy) => {
  const outcome = failure(reply, command)
  expect(outcome).toMatchObject({ state, reply })
  expect(remedyFor(outcome.state, reply)).toMatch(remedy)
})

test('CS-1 silence and a broken line are tried again', () => {
  for (const message of ['Greeting never received', 'Connection timeout', 'Connection closed unexpectedly']) {
    expect(outcomeOfFailure({ message, code: 'ETIMEDOUT' }).state).toBe('deferred')
  }
})

test('CS-1 tries wait 1, 5 and 30 minutes, then the message is dropped', () => {
  const busy = failure('451 4.3.0 busy')
  expect([1, 2, 3, 4].map((attempts) => nextStep(busy, attempts))).toEqual([
    { state: 'deferred', waitMinutes: 1 },
    { state: 'deferred', waitMinutes: 5 },
    { state: 'deferred', waitMinutes: 30 },
    { state: 'dropped', waitMinutes: null },
  ])
  expect(nextStep(failure('550 5.1.1 no'), 1)).toEqual({ state: 'bounced', waitMinutes: null })
})

test('CS-1 a dropped message no longer promises another try', () => {
  expect(remedyFor('dropped', 'Connection timed out')).toMatch(/phone/)
  expect(remedyFor('delivered', '250 OK')).toBeNull()
})

test.each([
  ['delivered', 'bounced', 'bounced'],
  ['bounced', 'delivered', 'bounced'],
  ['dropped', 'delivered', 'delivered'],
  ['sent', 'delivered', 'delivered'],
  ['delivered', 'deferred', 'delivered'],
  ['queued', 'delivered', 'queued'],
  ['delivered', 'spam', 'spam'],
] as const)('CS-1 a message %s that is reported %s is %s', (current, notice, after) => {
  expect(afterNotice(current, notice)).toBe(after)
})
