import type { Context } from 'hono'
import type { z } from 'zod'
import type { RawContract, RouteContract, Access } from '../../kernel/route.ts'
import type { App } from '../app.ts'
import type { From } from './from.ts'
import type { Actor, LinkScope, OfficeScope, ProductionScope } from '../access/scope.ts'

/** The proof an access turns into. */
type ScopeOf<A extends Access = Access> = A extends { on: 'production' }
  ? ProductionScope
  : A extends { on: 'office' } | { signedIn: string }
    ? OfficeScope
    : A extends { link: string }
      ? LinkScope
      : undefined

export interface Call<Params, Query, Body, Scope> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly scope: Scope
  readonly actor: Actor
  /** The version in `If-Match`, where the contract requires one; 0 otherwise. */
  readonly expected: number
  readonly from: From
}

export interface BoundRoute {
  readonly contract: RouteContract | RawContract
  readonly handler: (call: never, app: App) => unknown
  /** What a preview pretends before it looks the first time; rolled back with the rest. */
  readonly previewFrom?: (call: never, app: App) => Promise<unknown>
}

/** Introduces a contract to its action. The answer must fit the contract's response; what does not belong is left out. */
export function handle<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  A extends Access,
>(
  contract: RouteContract<P, Q, B, R, A>,
  handler: (
    call: Call<z.output<P>, z.output<Q>, z.output<B>, ScopeOf<A>>,
    app: App,
  ) => Promise<z.input<R>> | z.input<R>,
  {
    previewFrom,
  }: {
    previewFrom?: (call: Call<z.output<P>, z.output<Q>, z.output<B>, ScopeOf<A>>, app: App) => Promise<unknown>
  } = {},
): BoundRoute {
  return {
    contract: contract as RouteContract,
    handler: handler as BoundRoute['handler'],
    ...(previewFrom && { previewFrom: previewFrom as NonNullable<BoundRoute['previewFrom']> }),
  }
}

export interface RawCall<Params, Query, Scope> {
  readonly params: Params
  readonly query: Query
  readonly scope: Scope
  readonly actor: Actor | undefined
  readonly context: Context
}

/** The same for bytes that are not JSON: the handler answers with a `Response`. */
export function handleRaw<P extends z.ZodType, Q extends z.ZodType, A extends Access>(
  contract: RawContract<P, Q, A>,
  handler: (call: RawCall<z.output<P>, z.output<Q>, ScopeOf<A>>, app: App) => Promise<Response> | Response,
): BoundRoute {
  return { contract: contract as RawContract, handler: handler as BoundRoute['handler'] }
}
