import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import type { z } from 'zod'
import type { RouteContract } from '../kernel/route.ts'
import { createCaller, Refusal, type CallArgs } from './call.ts'
import { listen } from './live.ts'

/** The browser's caller: same origin, the session in its cookie. */
export const browser = createCaller()

/** Old content stays while new is asked for; a refusal is an answer, and is not asked again. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => !(error instanceof Refusal) && count < 2,
        placeholderData: keepPreviousData,
      },
    },
  })

type AskArgs<P extends z.ZodType, Q extends z.ZodType> = Pick<CallArgs<P, Q, z.ZodType>, 'params' | 'query'>

/** The key an answer is kept under; the live stream finds it by the production in `params`. */
export const keyOf = (contract: Pick<RouteContract, 'path'>, args: { params?: unknown; query?: unknown } = {}) =>
  [contract.path, args.params ?? {}, args.query ?? {}] as const

/**
 * Asks, shows what was known meanwhile, and asks again when the live stream says something changed.
 * @example const people = useAsk(listPeople, { query: { search } })
 */
export function useAsk<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: RouteContract<P, Q, B, R>,
  args: AskArgs<P, Q> = {},
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<z.output<R>> {
  return useQuery({
    queryKey: keyOf(contract, args),
    queryFn: ({ signal }) => browser.call(contract, { ...args, signal } as CallArgs<P, Q, B>),
    enabled,
  })
}

/**
 * Changes something; what is on the page about the same production (or the office) is asked for again.
 * @example const save = useChange(patchPerson); save.mutate({ params, body, ifMatch: person.version })
 */
export function useChange<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: RouteContract<P, Q, B, R>,
  { onDone }: { onDone?: (answer: z.output<R>) => void } = {},
): UseMutationResult<z.output<R>, Error, CallArgs<P, Q, B>> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (args: CallArgs<P, Q, B>) => browser.call(contract, args),
    onSuccess: (answer, args) => {
      onDone?.(answer)
      return refresh(client, (args.params as { productionId?: string } | undefined)?.productionId ?? null)
    },
  })
}

/** Asks again for what the page shows about one production, and about the office. */
export const refresh = (client: QueryClient, productionId: string | null): Promise<void> =>
  client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const of = (queryKey[1] as { productionId?: string } | undefined)?.productionId
      return productionId === null || of === undefined || of === productionId
    },
  })

/** Together within this long, changes lead to one round of asking. */
const gatherMilliseconds = 150

/** Keeps the page in step with everybody else, for as long as it stands. */
export function useLive(): void {
  const client = useQueryClient()
  useEffect(() => {
    const waiting = new Set<string | null>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = listen(({ productionId }) => {
      waiting.add(productionId)
      timer ??= setTimeout(() => {
        timer = undefined
        for (const each of waiting) void refresh(client, each)
        waiting.clear()
      }, gatherMilliseconds)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client])
}
