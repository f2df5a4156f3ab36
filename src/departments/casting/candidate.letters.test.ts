import { expect, test } from 'vitest'
import { withAgentCopy } from './candidate.letters.ts'

const letter = { key: 'k', to: { name: 'Ada', address: 'ada@example.com' }, subject: 'Audition', text: 'At ten.' }
const ada = { name: 'Ada', agentName: 'Agnes', agentEmail: 'agnes@example.com', agentCopied: true }

test.each([
  ['a copy by the rule', {}, ['ada@example.com', 'agnes@example.com']],
  ['none without the rule', { agentCopied: false }, ['ada@example.com']],
  ['none without an address', { agentEmail: null }, ['ada@example.com']],
  ['none where the agent is who is written to', { agentEmail: 'ada@example.com' }, ['ada@example.com']],
])('CR-19 the representative gets %s', (_, different, to) =>
  expect(withAgentCopy(letter, { ...ada, ...different }).map((it) => it.to.address)).toEqual(to),
)

test('CR-19 a copy says whose letter it is and is a letter of its own', () =>
  expect(withAgentCopy(letter, ada)[1]).toMatchObject({
    key: 'k:agent',
    subject: 'Copy: Audition',
    text: 'Hello Agnes,\n\nAda was sent this, and you get a copy:\n\nAt ten.',
  }))
