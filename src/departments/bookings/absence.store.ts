import type { PersonId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { OfficeScope, ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { Absence, AvailabilityId } from './booking.contract.ts'
import './booking.table.ts'

/** Dates, both included. */
export interface DateSpan {
  readonly from: PlainDay
  readonly to: PlainDay
}

const columns = [
  'id',
  'person_id as personId',
  'location_id as locationId',
  'unit',
  'production_id as productionId',
  'on_date as onDate',
  'from_minute as from',
  'until_minute as until',
  'kind',
  'note',
  'source',
  'series_id as seriesId',
] as const

interface Row extends Omit<Absence, 'resource' | 'id'> {
  id: string
  personId: PersonId | null
  locationId: string | null
  unit: string | null
}

const shown = ({ personId, locationId, unit, id, ...row }: Row): Absence => ({
  ...row,
  id: id as AvailabilityId,
  resource:
    personId !== null
      ? { kind: 'person', id: personId }
      : locationId !== null
        ? { kind: 'location', id: locationId }
        : { kind: 'unit', id: unit ?? '' },
})

interface Wanted {
  readonly personIds: readonly PersonId[]
  readonly locationIds: readonly string[]
}

/** Absences of these people and places, wherever they were entered, and of this production's units. */
export async function absences(
  db: Db,
  scope: ProductionScope,
  span: DateSpan,
  { personIds, locationIds }: Wanted,
): Promise<Absence[]> {
  const rows = await db
    .selectFrom('availability')
    .select(columns)
    .where('on_date', '>=', span.from)
    .where('on_date', '<=', span.to)
    .where((eb) =>
      eb.or([
        ...(personIds.length > 0 ? [eb('person_id', 'in', [...personIds])] : []),
        ...(locationIds.length > 0 ? [eb('location_id', 'in', [...locationIds])] : []),
        eb.and([eb('production_id', '=', scope.productionId), eb('unit', 'is not', null)]),
      ]),
    )
    .orderBy('on_date')
    .orderBy('id')
    .execute()
  return rows.map(shown)
}

export const absencesOfPerson = async (
  db: Db,
  _scope: OfficeScope,
  personId: PersonId,
  span: DateSpan,
): Promise<Absence[]> =>
  (
    await db
      .selectFrom('availability')
      .select(columns)
      .where('person_id', '=', personId)
      .where('on_date', '>=', span.from)
      .where('on_date', '<=', span.to)
      .orderBy('on_date')
      .orderBy('id')
      .execute()
  ).map(shown)

export const findAbsence = async (tx: Tx, id: AvailabilityId): Promise<Absence | undefined> => {
  const row = await tx
    .selectFrom('availability')
    .select(columns)
    .where('id', '=', id)
    .where('bookable_id', 'is', null)
    .executeTakeFirst()
  return row && shown(row)
}

export const insertAbsences = (tx: Tx, items: readonly Absence[], at: Temporal.Instant) =>
  tx
    .insertInto('availability')
    .values(
      items.map(({ id, resource, productionId, onDate, from, until, kind, note, source, seriesId }) => ({
        id,
        person_id: resource.kind === 'person' ? (resource.id as PersonId) : null,
        location_id: resource.kind === 'location' ? resource.id : null,
        unit: resource.kind === 'unit' ? resource.id : null,
        bookable_id: null,
        production_id: productionId,
        on_date: onDate,
        from_minute: from,
        until_minute: until,
        kind,
        note,
        source,
        series_id: seriesId,
        created_at: at.toString(),
      })),
    )
    .execute()

export const deleteAbsence = (tx: Tx, id: AvailabilityId) =>
  tx.deleteFrom('availability').where('id', '=', id).execute()

/** This day of a weekly row and all that come after it; how many there were. */
export const deleteFrom = async (tx: Tx, seriesId: string, from: PlainDay): Promise<number> =>
  (
    await tx
      .deleteFrom('availability')
      .where('series_id', '=', seriesId)
      .where('on_date', '>=', from)
      .returning('id')
      .execute()
  ).length
