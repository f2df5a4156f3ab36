import type { ColumnType } from 'kysely'
import type { LinkId } from '../../kernel/ids.ts'
import type { FeedEntry } from './feedEntries.rules.ts'

/** What a calendar address was told last, entry by entry. */
interface ScheduleFeedEntryTable {
  link_id: LinkId
  uid: string
  sequence: number
  is_cancelled: boolean
  entry: ColumnType<FeedEntry, string, string>
  changed_at: ColumnType<Temporal.Instant, string, string>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    schedule_feed_entry: ScheduleFeedEntryTable
  }
}
