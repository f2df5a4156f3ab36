import { agentHearsFirst, type Representation } from '../../kernel/representation.ts'

/** Somebody with the first of their addresses and the languages they read. */
export interface Reached {
  readonly name: string
  readonly email: string | null
  readonly languages: readonly string[]
}

/** Who a letter about a person goes to. */
export interface Addressees {
  /** Whom it is about. */
  readonly name: string
  /** Without an address nobody is reached. */
  readonly to: Reached
  /** Whether `to` is the agent, who hears it first. */
  readonly isAgent: boolean
  /** Who gets a copy. */
  readonly copy: Reached | null
}

/** By the rule of the person: the agent first or copied, where they have one who can be reached. */
export function addresseesOf(rule: Representation, own: Reached, agent: Reached | null): Addressees {
  const { name } = own
  const represented = rule === 'direct' || agent?.email == null ? null : agent
  if (represented !== null && agentHearsFirst(rule, { email: own.email, agentEmail: represented.email }))
    return { name, to: represented, isAgent: true, copy: null }
  return { name, to: own, isAgent: false, copy: represented }
}
