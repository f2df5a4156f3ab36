import { sql, type RawBuilder } from 'kysely'

/**
 * A moment as PostgreSQL compares it with a column: an instant itself is no value the driver knows how to send.
 * @example query.where('due_at', '<=', moment(now))
 */
export const moment = (at: Temporal.Instant): RawBuilder<Temporal.Instant> =>
  sql<Temporal.Instant>`${at.toString()}::timestamptz`
