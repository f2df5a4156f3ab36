import { expect, test } from 'vitest'
import { addresseesOf } from './representation.rules.ts'

const reached = (name: string, email: string | null) => ({ name, email, languages: [] })
const [own, agent] = [reached('Nia', 'nia@example.com'), reached('Agnes', 'agnes@example.com')]

test.each([
  ['direct: the agent hears nothing', 'direct', own, agent, 'Nia', null],
  ['with the agent copied', 'agent_copied', own, agent, 'Nia', 'Agnes'],
  ['the agent first, and the person by them', 'agent_first', own, agent, 'Agnes', null],
  ['nobody represents them', 'agent_first', own, null, 'Nia', null],
  ['an agent without an address', 'agent_first', own, reached('Agnes', null), 'Nia', null],
  ['a person without an address, copied to an agent', 'agent_copied', reached('Nia', null), agent, 'Agnes', null],
] as const)('CR-17 %s', (_, rule, person, by, to, copy) => {
  const found = addresseesOf(rule, person, by)
  expect([found.name, found.to.name, found.isAgent, found.copy?.name ?? null]).toEqual([
    'Nia',
    to,
    to === 'Agnes',
    copy,
  ])
})
