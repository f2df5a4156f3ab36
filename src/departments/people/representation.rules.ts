import type { Representation } from './profile.contract.ts'

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

/**
 * By the rule of the person. An agent without an address can hear nothing: then the person is written to, and a person
 * without one is reached by an agent who would be copied.
 */
export function addresseesOf(rule: Representation, own: Reached, agent: Reached | null): Addressees {
  const { name } = own
  const represented = rule === 'direct' || agent?.email == null ? null : agent
  if (represented !== null && (rule === 'agent_first' || own.email === null))
    return { name, to: represented, isAgent: true, copy: null }
  return { name, to: own, isAgent: false, copy: represented }
}
