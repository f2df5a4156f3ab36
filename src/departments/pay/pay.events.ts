import type { PersonId } from '../../kernel/ids.ts'
import type { Money } from '../../kernel/money.ts'

declare module '../../platform/events.ts' {
  interface Events {
    /** What a person costs has changed; `day` is their latest day rate. */
    'pay.rates_changed': { personId: PersonId; day: Money | null }
  }
}
