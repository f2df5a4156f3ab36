import { useMemo } from 'react'
import { useAsk } from '../../../client/react.ts'
import type { Concern } from '../../../kernel/concern.ts'
import { listConcerns } from '../../office/concern.contract.ts'

/** What clashes on each date and nobody has answered yet: the same list as everywhere, laid over a page that has dates. */
export function useClashes(productionId: string): ReadonlyMap<string, readonly Concern[]> {
  const { data } = useAsk(listConcerns, { params: { productionId } })
  return useMemo(() => {
    const open = (data?.items ?? []).filter(
      ({ answer, severity, onDate }) => answer === null && severity !== 'notes' && onDate !== undefined,
    )
    return Map.groupBy(open, ({ onDate }) => onDate as string)
  }, [data])
}

export const isBlocking = (concerns: readonly Concern[]): boolean =>
  concerns.some(({ severity }) => severity === 'blocks')

/** `Wren over a minor’s hours. …`: one line per concern, for a title and for those who listen. */
export const clashText = (concerns: readonly Concern[]): string => concerns.map(({ message }) => message).join('. ')
