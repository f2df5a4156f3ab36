import type { z } from 'zod'
import type { Preview } from '../kernel/concern.ts'
import type { ProblemDocument } from '../kernel/problems.ts'
import { fillPath, type RouteContract } from '../kernel/route.ts'

/** A refusal that came back, as the server wrote it. */
export class Refusal extends Error {
  readonly problem: ProblemDocument
  constructor(problem: ProblemDocument) {
    super(problem.detail)
    this.name = 'Refusal'
    this.problem = problem
  }
}

/** Nobody answered: no signal, or the office is not running. */
export class Unreachable extends Error {
  constructor() {
    super('The office does not answer. Check the connection; nothing was lost.')
    this.name = 'Unreachable'
  }
}

export interface CallArgs<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params?: z.input<P>
  query?: z.input<Q>
  body?: z.input<B>
  /** The version the change was made on, where the contract asks for it. */
  ifMatch?: number
  /** One per intention. Asked again after no answer came, the same thing goes under the key it had. */
  idempotencyKey?: string
  signal?: AbortSignal
}

interface CallerOptions {
  /** Empty in the browser, where addresses are relative. */
  baseUrl?: string
  token?: string
  fetch?: typeof globalThis.fetch
}

export interface Caller {
  call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    contract: RouteContract<P, Q, B, R>,
    args?: CallArgs<P, Q, B>,
  ): Promise<z.output<R>>
  /** What the call would do; nothing is done. */
  preview<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    contract: RouteContract<P, Q, B, R>,
    args?: CallArgs<P, Q, B>,
  ): Promise<Preview>
}

type AnyArgs = CallArgs<z.ZodType, z.ZodType, z.ZodType>

/**
 * The typed call: a contract and its arguments in, the answer in the contract's type out.
 * @throws Refusal with the problem the server sent; Unreachable when there was no answer
 */
export function createCaller({ baseUrl = '', token, fetch = globalThis.fetch }: CallerOptions = {}): Caller {
  const unanswered = unansweredKeys()
  const send = async (
    contract: RouteContract,
    asked: AnyArgs,
    extra: Record<string, string> = {},
  ): Promise<unknown> => {
    const address = baseUrl + addressOf(contract, asked)
    const { args, answered } = unanswered.keyFor(`${contract.method} ${address}`, asked)
    const response = await fetch(address, {
      method: contract.method,
      headers: { accept: 'application/json', ...headersOf(args, token), ...extra },
      ...(args.body !== undefined && { body: JSON.stringify(args.body) }),
      ...(args.signal && { signal: args.signal }),
    }).catch((error: unknown) => {
      if (args.signal?.aborted) throw error
      throw new Unreachable()
    })
    answered()
    if (!response.ok) throw new Refusal(await problemOf(response))
    return response.json()
  }
  return {
    call: async (contract, args = {}) => (await send(contract as unknown as RouteContract, args as AnyArgs)) as never,
    preview: async (contract, args = {}) =>
      (await send(contract as RouteContract, args as AnyArgs, { prefer: 'preview' })) as Preview,
  }
}

/** For so long after no answer came, the same words mean the same intention. */
const SAME_INTENTION_MS = 10 * 60_000

/**
 * Whoever presses again because nothing came back means what they meant before: the same request goes under the key it
 * had, and the office does it once, whether the first arrived or not.
 */
function unansweredKeys() {
  const keys = new Map<string, { key: string; at: number }>()
  return {
    keyFor(where: string, asked: AnyArgs): { args: AnyArgs; answered: () => void } {
      if (asked.idempotencyKey === undefined) return { args: asked, answered: () => undefined }
      const request = JSON.stringify([where, asked.ifMatch, asked.body])
      const before = keys.get(request)
      const isSame = before !== undefined && Date.now() - before.at < SAME_INTENTION_MS
      const key = isSame ? before.key : asked.idempotencyKey
      keys.set(request, { key, at: Date.now() })
      return { args: { ...asked, idempotencyKey: key }, answered: () => void keys.delete(request) }
    },
  }
}

/** The path with its parameters and query filled in. */
export function addressOf(
  contract: Pick<RouteContract, 'path'>,
  { params, query }: Pick<AnyArgs, 'params' | 'query'>,
): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries((query ?? {}) as object))
    for (const each of [value].flat()) if (each !== undefined && each !== null) search.append(name, String(each))
  const text = search.toString()
  return fillPath(contract.path, (params ?? {}) as Record<string, unknown>) + (text === '' ? '' : `?${text}`)
}

const headersOf = (args: AnyArgs, token: string | undefined): Record<string, string> => ({
  ...(args.body !== undefined && { 'content-type': 'application/json' }),
  ...(args.ifMatch !== undefined && { 'if-match': `"${args.ifMatch}"` }),
  ...(args.idempotencyKey !== undefined && { 'idempotency-key': args.idempotencyKey }),
  ...(token !== undefined && { authorization: `Bearer ${token}` }),
})

async function problemOf(response: Response): Promise<ProblemDocument> {
  try {
    return (await response.json()) as ProblemDocument
  } catch {
    const title = 'The office gave an answer that cannot be read'
    return {
      type: 'about:blank',
      status: response.status,
      title,
      detail: `${title} (${response.status}). Try again in a moment.`,
    }
  }
}
