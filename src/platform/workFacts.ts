import type { PersonId, ProductionId } from '../kernel/ids.ts'
import type { PlainDay } from '../kernel/time.ts'
import type { Db } from './database/database.ts'

/** A stretch of somebody's time that is no rest, and where it is known from. */
interface WorkStretch {
  readonly personId: PersonId
  readonly productionId: ProductionId
  /** The shooting day it counts for: a wrap after midnight belongs to the day before. */
  readonly onDate: PlainDay
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
  /** What was entered as worked counts before what a call sheet plans, and that before hours that were booked. */
  readonly known: 'worked' | 'sheet' | 'booked' | 'travel'
}

/**
 * What a department knows of people's working time over all productions, dates both included. Rest is judged by whoever
 * books people, from these and from the bookings themselves.
 */
export type WorkSource = (
  db: Db,
  asked: { readonly personIds: readonly PersonId[]; readonly from: PlainDay; readonly to: PlainDay },
) => Promise<readonly WorkStretch[]>
