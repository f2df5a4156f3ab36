import { sql, type Insertable, type Updateable } from 'kysely'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import type { Bookable, BookableId, BookableKind, OutOfService } from './bookable.contract.ts'
import type { BookableTable } from './booking.table.ts'

const things = (db: Db) =>
  db
    .selectFrom('bookable')
    .where('production_id', 'is', null)
    .select((eb) => [
      eb.ref('id').$castTo<BookableId>().as('id'),
      eb.ref('kind').$castTo<BookableKind>().as('kind'),
      eb.ref('zone').$castTo<ZoneName>().as('zone'),
      ...(['name', 'place', 'mark', 'capacity', 'notes', 'version'] as const),
      'by_hours as byHours',
      'opens_minute as opens',
      'closes_minute as closes',
      eb('archived_at', 'is not', null).$castTo<boolean>().as('isArchived'),
    ])

interface Filter {
  /** Folded already. */
  readonly words: readonly string[]
  readonly kind?: BookableKind | undefined
  readonly capacity?: number | undefined
  readonly show: 'current' | 'archived'
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (mark) => `\\${mark}`)
const KINDS = sql<number>`array_position(array['room', 'vehicle', 'kit'], kind)`

/** One page and one row more, by kind and name; the key is `kind|name|id`. */
export async function page(
  db: Db,
  _scope: OfficeScope,
  { words, kind, capacity, show, after, limit }: Filter & { after?: string | undefined; limit: number },
): Promise<(Bookable & { sortKey: string })[]> {
  let query = things(db)
    .select(sql<string>`${KINDS} || '|' || lower(name)`.as('sortKey'))
    .where('archived_at', show === 'archived' ? 'is not' : 'is', null)
    .orderBy(KINDS)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(limit + 1)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (capacity !== undefined) query = query.where('capacity', '>=', capacity)
  for (const word of words) query = query.where('find_text', 'like', `%${escapeLike(word)}%`)
  if (after !== undefined) {
    const [first, at] = [after.indexOf('|'), after.lastIndexOf('|')]
    query = query.where(
      sql<boolean>`(${KINDS}, lower(name), id) > (${Number(after.slice(0, first))}, ${after.slice(first + 1, at)}, ${after.slice(at + 1)}::uuid)`,
    )
  }
  return (await query.execute()) as (Bookable & { sortKey: string })[]
}

export const find = async (db: Db, id: string): Promise<Bookable | undefined> =>
  (await things(db).where('id', '=', id).executeTakeFirst()) as Bookable | undefined

/** Held until the transaction ends. */
export const lock = async (tx: Tx, id: BookableId): Promise<Bookable | undefined> =>
  (await things(tx).where('id', '=', id).forUpdate().executeTakeFirst()) as Bookable | undefined

export const insert = (tx: Tx, row: Insertable<BookableTable>) => tx.insertInto('bookable').values(row).execute()

export const update = (tx: Tx, id: BookableId, change: Updateable<BookableTable>) =>
  tx
    .updateTable('bookable')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('production_id', 'is', null)
    .execute()

/** Whether something else in use of this kind has the name. */
export const isTaken = async (db: Db, { id, kind, name }: Pick<Bookable, 'id' | 'kind' | 'name'>): Promise<boolean> =>
  (await db
    .selectFrom('bookable')
    .select('id')
    .where('production_id', 'is', null)
    .where('archived_at', 'is', null)
    .where('kind', '=', kind)
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('id', '<>', id)
    .executeTakeFirst()) !== undefined

interface Dates {
  readonly from: PlainDay
  readonly to: PlainDay
}

export const outOfService = async (db: Db, ids: readonly string[], { from, to }: Dates): Promise<OutOfService[]> =>
  ids.length === 0
    ? []
    : ((await db
        .selectFrom('availability')
        .select(['id', 'on_date as onDate', 'from_minute as from', 'until_minute as until', 'note'])
        .select((eb) => eb.ref('bookable_id').$castTo<string>().as('resourceId'))
        .where('bookable_id', 'in', [...ids])
        .where('on_date', '>=', from)
        .where('on_date', '<=', to)
        .orderBy('on_date')
        .orderBy('id')
        .execute()) as OutOfService[])

export const addOutOfService = (tx: Tx, items: readonly OutOfService[], at: Temporal.Instant) =>
  tx
    .insertInto('availability')
    .values(
      items.map(({ id, resourceId, onDate, from, until, note }) => ({
        id,
        person_id: null,
        location_id: null,
        unit: null,
        bookable_id: resourceId,
        production_id: null,
        on_date: onDate,
        from_minute: from,
        until_minute: until,
        kind: 'unavailable' as const,
        note,
        source: '',
        series_id: null,
        created_at: at.toString(),
      })),
    )
    .execute()

export const removeOutOfService = async (tx: Tx, id: BookableId, { from, to }: Dates): Promise<number> =>
  (
    await tx
      .deleteFrom('availability')
      .where('bookable_id', '=', id)
      .where('on_date', '>=', from)
      .where('on_date', '<=', to)
      .returning('id')
      .execute()
  ).length
