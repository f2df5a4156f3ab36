import type { Actor } from '../../platform/access/scope.ts'

/** Who acts, as a person reads it in a history. */
export const actorNameOf = (actor: Actor): string =>
  actor.kind === 'user' ? actor.name : actor.kind === 'system' ? actor.name : 'a guest'
