import type { Letter } from '../../platform/mail/index.ts'
import type { Turn } from './request.contract.ts'
import { turnOf } from './request.rules.ts'

interface Represented {
  readonly name: string
  readonly email: string | null
  readonly agentName: string | null
  readonly agentEmail: string | null
  readonly agentCopied: boolean
}

export interface Recipient {
  readonly isAgent: boolean
  readonly name: string
  readonly address: string
}

/** Who a letter goes to, by whose turn it is; null where they have no address. */
export function recipientOf(
  turn: Turn,
  { name, email, agentName, agentEmail }: Omit<Represented, 'agentCopied'>,
): Recipient | null {
  const isAgent = turn === 'agent'
  const address = isAgent ? agentEmail : email
  return address === null ? null : { isAgent, name: isAgent ? (agentName ?? '') : name, address }
}

/** Who hears of somebody put forward first; null where nobody can be reached. */
export const firstReader = (it: Represented & { readonly agentFirst: boolean }): Recipient | null =>
  recipientOf(turnOf(it), it)

/** A letter and, where the rule of who it is about says so, its copy to who represents them. A letter to the agent has none. */
export function withAgentCopy<L extends Pick<Letter, 'key' | 'to' | 'subject' | 'text'>>(
  letter: L,
  { name, agentName, agentEmail, agentCopied }: Omit<Represented, 'email'>,
): L[] {
  if (!agentCopied || agentEmail === null || agentEmail === letter.to.address) return [letter]
  return [
    letter,
    {
      ...letter,
      key: `${letter.key}:agent`,
      to: { name: agentName, address: agentEmail },
      subject: `Copy: ${letter.subject}`,
      text: `Hello ${agentName ?? ''},\n\n${name} was sent this, and you get a copy:\n\n${letter.text}`,
    },
  ]
}
