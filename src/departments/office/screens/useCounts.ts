import { useAsk } from '../../../client/react.ts'
import type { Me } from '../office.contract.ts'
import { getToday } from '../today.contract.ts'

/** What waits at a place, beside its name. Today counts what needs this person. */
export function useCounts(me: Me): Record<string, number> {
  const today = useAsk(getToday, {}, { enabled: me.abilities.includes('office.today') })
  return { 'office.today': today.data?.needs.length ?? 0 }
}
