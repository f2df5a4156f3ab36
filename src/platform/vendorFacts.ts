import type { Db } from './database/database.ts'

/** One thing that is known of a vendor, and the record it is read from. */
export interface VendorFact {
  /** Which of the source's kinds it belongs to. */
  readonly kind: string
  /** Neutral facts are shown and do not count. */
  readonly result: 'good' | 'bad' | 'neutral'
  /** A whole sentence: `Answered Q-003 eleven hours early.` */
  readonly words: string
  /** The day it happened on. */
  readonly on: string
  /** Where the app shows the record. */
  readonly href: string
}

/**
 * What a department knows of vendors. A score is made of these and of nothing else, so each of its points can be followed
 * to a record; a department that comes later brings its own kinds (orders, invoices, returns, damage).
 */
export interface VendorFactSource {
  readonly kinds: readonly { readonly kind: string; readonly label: string }[]
  readonly facts: (
    db: Db,
    asked: { readonly vendorId: string; readonly partyId: string; readonly now: Temporal.Instant },
  ) => Promise<readonly VendorFact[]>
}
