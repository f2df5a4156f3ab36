import type { Delivery } from '../../../../platform/webhooks/webhook.contract.ts'
import type { Standing } from '../../../../ui/Status.tsx'

export const deliveryStanding: Record<Delivery['state'], Standing> = {
  waiting: 'half',
  delivered: 'go',
  given_up: 'stop',
}

/** `Taken (200)`, `Waits to be tried again`, `Given up after 8 tries`. */
export function deliveryWords({ state, status, tries }: Delivery): string {
  if (state === 'delivered') return status === null ? 'Taken' : `Taken (${status})`
  if (state === 'given_up') return `Given up after ${tries} tries`
  return tries === 0 ? 'On its way' : 'Waits to be tried again'
}
