import { useAsk } from '../../../../client/react.ts'
import { getMe } from '../../office.contract.ts'

/** Whether this person may set up the office; not before it is known. */
export const useMayChange = (): boolean => useAsk(getMe).data?.abilities.includes('office.settings') ?? false
