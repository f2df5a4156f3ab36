import type { ProductionId, UserId } from '../../kernel/ids.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { Reader } from './documentAccess.rules.ts'

/** Whose documents, and for whose eyes. Made from a scope only, so that whoever holds one was admitted. */
export interface Ground {
  readonly productionId: ProductionId
  readonly reader: Reader
  readonly userId: UserId | null
  readonly actor: Actor
}

export const groundOf = ({ productionId, role, actor }: ProductionScope): Ground => ({
  productionId,
  reader: role,
  userId: actor.kind === 'user' ? actor.userId : null,
  actor,
})

export const nameOf = (actor: Actor): string => (actor.kind === 'link' ? 'A guest' : actor.name)
