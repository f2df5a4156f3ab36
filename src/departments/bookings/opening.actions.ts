import { addDays, dayAt, type ZoneName } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { bookedByHours } from './opening.store.ts'

/** What is still to come; yesterday may be today in another zone. */
export const openingFacts = (db: Db, scope: ProductionScope, now: Temporal.Instant) =>
  bookedByHours(db, scope, addDays(dayAt(now, 'UTC' as ZoneName), -1))
