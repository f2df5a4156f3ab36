import type { Letter } from '../../platform/mail/index.ts'

interface Represented {
  readonly name: string
  readonly agentName: string | null
  readonly agentEmail: string | null
  readonly agentCopied: boolean
}

/** A letter and, where the rule of who it is about says so, its copy to who represents them. A letter to the agent has none. */
export function withAgentCopy<L extends Pick<Letter, 'key' | 'to' | 'subject' | 'text'>>(
  letter: L,
  { name, agentName, agentEmail, agentCopied }: Represented,
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
