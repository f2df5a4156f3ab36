/** How somebody with an agent is written to. */
export const representations = ['direct', 'agent_copied', 'agent_first'] as const
export type Representation = (typeof representations)[number]

/**
 * Whether the agent hears first of what concerns somebody. An agent without an address can hear nothing, and a person
 * without one is reached by an agent who would be copied.
 * @example agentHearsFirst('agent_copied', { email: null, agentEmail: 'agnes@example.com' })   // true
 */
export const agentHearsFirst = (
  rule: Representation,
  { email, agentEmail }: { readonly email: string | null; readonly agentEmail: string | null },
): boolean => rule !== 'direct' && agentEmail !== null && (rule === 'agent_first' || email === null)
