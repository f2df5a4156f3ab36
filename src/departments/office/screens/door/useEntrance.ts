import { useQueryClient } from '@tanstack/react-query'
import { useGo, useSearchValue } from '../../../../ui/address.ts'

/** Only addresses of this app: a link that names another site goes to Today instead. */
export const ownAddress = (to: string | undefined) =>
  to !== undefined && to.startsWith('/') && !to.startsWith('//') && !to.includes('\\') ? to : '/'

/** In: forget what was known of whoever sat here before, and go where one wanted to. */
export function useEntrance() {
  const [wanted] = useSearchValue('to')
  const client = useQueryClient()
  const go = useGo()
  return {
    wanted: ownAddress(wanted),
    enter: () => {
      client.clear()
      go(ownAddress(wanted), { replace: true })
    },
  }
}
