import { expect, test } from 'vitest'
import { firstReader, withAgentCopy } from './candidate.letters.ts'
import { turnOf } from './request.rules.ts'

const letter = { key: 'k', to: { name: 'Ada', address: 'ada@example.com' }, subject: 'Audition', text: 'At ten.' }
const ada = {
  name: 'Ada',
  email: 'ada@example.com',
  agentName: 'Agnes',
  agentEmail: 'agnes@example.com',
  agentCopied: true,
}

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

test.each([
  ['the representative who is asked first', {}, 'agnes@example.com'],
  ['the talent, where the representative cannot be reached', { agentEmail: null }, 'ada@example.com'],
  ['the talent, where the rule says so', { agentFirst: false }, 'ada@example.com'],
  [
    'the representative who would be copied, where the talent cannot be reached',
    { agentFirst: false, agentCopied: true, email: null },
    'agnes@example.com',
  ],
  ['nobody without an address', { agentEmail: null, email: null }, undefined],
])('CR-19 first to hear is %s', (_, different, address) => {
  const asked = { ...ada, agentCopied: false, agentFirst: true, ...different }
  expect(firstReader(asked)?.address).toBe(address)
  expect(turnOf(asked)).toBe(address === 'agnes@example.com' ? 'agent' : 'talent')
})
