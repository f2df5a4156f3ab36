import type { DayMinute, PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import type { BookedThing } from './opening.rules.ts'
import './booking.table.ts'

/** What the production has by the hour, from a day on, of things that are not always open. */
export const bookedByHours = (db: Db, scope: ProductionScope, from: PlainDay): Promise<BookedThing[]> =>
  db
    .selectFrom('booking_day as day')
    .innerJoin('booking', 'booking.id', 'day.booking_id')
    .innerJoin('bookable as thing', 'thing.id', 'day.bookable_id')
    .select((eb) => [
      ...(['booking.id as bookingId', 'thing.id as bookableId', 'thing.name', 'booking.title'] as const),
      'day.on_date as onDate',
      eb.ref('day.state').$castTo<BookedThing['state']>().as('state'),
      eb.ref('day.from_minute').$castTo<DayMinute | null>().as('from'),
      eb.ref('day.until_minute').$castTo<DayMinute | null>().as('until'),
      eb.ref('thing.opens_minute').$castTo<DayMinute | null>().as('opens'),
      eb.ref('thing.closes_minute').$castTo<DayMinute | null>().as('closes'),
    ])
    .where('booking.production_id', '=', scope.productionId)
    .where('day.state', 'in', ['planning', 'hold', 'confirmed'])
    .where('day.on_date', '>=', from)
    .where((eb) => eb.or([eb('thing.opens_minute', 'is not', null), eb('thing.closes_minute', 'is not', null)]))
    .where((eb) => eb.or([eb('day.from_minute', 'is not', null), eb('day.until_minute', 'is not', null)]))
    .orderBy('day.on_date')
    .orderBy('day.id')
    .limit(2000)
    .execute()
