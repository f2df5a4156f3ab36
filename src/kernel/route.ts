import { z } from 'zod'
import type { OfficeAbility, ProductionAbility } from './abilities.ts'
import type { ProblemType } from './problems.ts'

/** What an outside link is for; a link opens only routes that name its purpose. */
export type LinkPurpose =
  | 'ask'
  | 'hold'
  | 'agreement'
  | 'callsheet'
  | 'casting_call'
  | 'casting_door'
  | 'casting_request'
  | 'casting_view'
  | 'document'
  | 'feed'
  | 'invitation'
  | 'owner'
  | 'papers'
  | 'quote'
  | 'release'
  | 'timesheet'
  | 'vendor'

/**
 * Who may come in. A route without `access` does not compile; `public` has to say why it is open, and `signedIn` why
 * everybody with an account may.
 */
export type Access =
  | { readonly ability: OfficeAbility; readonly on: 'office' }
  | { readonly ability: ProductionAbility; readonly on: 'production' }
  | { readonly link: LinkPurpose }
  | { readonly signedIn: string }
  | { readonly public: string }

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A promise over HTTP, as plain data: bound on the server by `handle`, called from screens and CLI by `call`. */
export interface RouteContract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
  A extends Access = Access,
> {
  readonly method: Method
  /** With `{name}` for parameters; a production's route begins `/v1/productions/{productionId}`. */
  readonly path: string
  readonly summary: string
  readonly access: A
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly response: Response
  /** 200 unless stated; 201 for what was created. */
  readonly status?: 200 | 201 | 202
  /** The change is refused with 428 without `If-Match`, and with 412 on another version. */
  readonly ifMatch?: 'required'
  readonly idempotencyKey?: 'required' | 'accepted'
  /** Of a POST with neither version nor key: why one that arrives twice does no harm. */
  readonly repeated?: string
  /** `Prefer: preview` answers what the change would do, and does not do it. */
  readonly preview?: true
  readonly problems?: readonly ProblemType[]
  /** Largest body in bytes; one mebibyte unless stated. */
  readonly maxBodyBytes?: number
}

/** A retry from a van with bad signal arrives twice. A POST that does not say what becomes of the second does not compile. */
type Repeatable =
  | { readonly method: Exclude<Method, 'POST'> }
  | { readonly ifMatch: 'required' }
  | { readonly idempotencyKey: 'required' | 'accepted' }
  | { readonly repeated: string }

export const route = <
  const A extends Access,
  Params extends z.ZodType = z.ZodObject<Record<never, never>>,
  Query extends z.ZodType = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
  Response extends z.ZodType = z.ZodNull,
>(
  contract: RouteContract<Params, Query, Body, Response, A> & Repeatable,
): RouteContract<Params, Query, Body, Response, A> => contract

/** A contract whose bytes are not JSON: uploads, event streams, feeds, downloads, sign-in. It declares access like any other. */
export interface RawContract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  A extends Access = Access,
> {
  readonly kind: 'raw'
  readonly method: Method | 'ALL'
  readonly path: string
  readonly summary: string
  readonly access: A
  readonly params?: Params
  readonly query?: Query
  readonly produces: string
}

export const rawRoute = <
  const A extends Access,
  Params extends z.ZodType = z.ZodObject<Record<never, never>>,
  Query extends z.ZodType = z.ZodObject<Record<never, never>>,
>(
  contract: Omit<RawContract<Params, Query, A>, 'kind'>,
): RawContract<Params, Query, A> => ({ kind: 'raw', ...contract })

export type AnyContract = RouteContract | RawContract

export const isRaw = (contract: AnyContract): contract is RawContract => 'kind' in contract

export type ResponseOf<C> = C extends RouteContract<infer _P, infer _Q, infer _B, infer R> ? z.output<R> : never
export type BodyOf<C> = C extends RouteContract<infer _P, infer _Q, infer B, infer _R> ? z.output<B> : never

/** One page of a list: `next` is the key to ask the following page with, absent on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** `/v1/people/{personId}` with its values filled in, each escaped. */
export const fillPath = (path: string, params: Record<string, unknown>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
