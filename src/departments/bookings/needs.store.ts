import { sql } from 'kysely'
import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import './needs.table.ts'

export interface NeedRow {
  readonly id: string
  readonly productionId: ProductionId
  readonly departmentId: string
  readonly title: string
  readonly count: number
  readonly dates: PlainDay[]
}

interface Span {
  readonly from: PlainDay
  readonly to: PlainDay
}

const needs = (db: Db) =>
  db
    .selectFrom('crew_need')
    .select(['id', 'production_id as productionId', 'department_id as departmentId', 'title', 'count', 'dates'])

export const ofProduction = (db: Db, scope: ProductionScope): Promise<NeedRow[]> =>
  needs(db).where('production_id', '=', scope.productionId).orderBy('sort').orderBy('id').execute()

/** Needs of all productions on any of these days, and those of every shoot day, which name no days. */
export const within = (db: Db, { from, to }: Span): Promise<NeedRow[]> =>
  needs(db)
    .where(sql<boolean>`dates = '{}' or exists (select from unnest(dates) as day where day between ${from} and ${to})`)
    .orderBy('production_id')
    .orderBy('sort')
    .execute()

interface FilledDay {
  readonly productionId: ProductionId
  readonly title: string
  readonly onDate: PlainDay
  readonly count: number
}

const fills = sql`(day.state in ('hold', 'confirmed') or (day.state = 'planning' and day.is_standing and not day.by_hand))`

/**
 * How many have each position on each day, per production: who is held or booked, and shoot days that wait for another
 * job. Who was only asked or pencilled does not fill it.
 */
export async function filledOn(
  db: Db,
  productionIds: readonly ProductionId[],
  { from, to }: Span,
): Promise<FilledDay[]> {
  if (productionIds.length === 0) return []
  const { rows } = await sql<FilledDay>`
    select booking.production_id as "productionId", lower(booking.title) as title, day.on_date as "onDate",
      count(distinct day.person_id)::int as count
    from booking_day day join booking on booking.id = day.booking_id
    where booking.production_id = any(${[...productionIds]}::uuid[]) and day.on_date between ${from} and ${to}
      and ${fills}
    group by 1, 2, 3`.execute(db)
  return rows
}

/** Who fills which position on any day of a production, in the sense of {@link filledOn}. */
export async function fillersOf(
  db: Db,
  scope: ProductionScope,
): Promise<{ title: string; personId: PersonId; days: number }[]> {
  const { rows } = await sql<{ title: string; personId: PersonId; days: number }>`
    select lower(booking.title) as title, day.person_id as "personId", count(distinct day.on_date)::int as days
    from booking_day day join booking on booking.id = day.booking_id
    where booking.production_id = ${scope.productionId} and day.person_id is not null and ${fills}
    group by 1, 2 order by 1, 3 desc, 2`.execute(db)
  return rows
}

/** Days on which a production has anybody booked: what a need without days of its own stands for. */
export async function bookedDates(
  db: Db,
  productionIds: readonly ProductionId[],
  { from, to }: Span,
): Promise<{ productionId: ProductionId; onDate: PlainDay }[]> {
  if (productionIds.length === 0) return []
  const { rows } = await sql<{ productionId: ProductionId; onDate: PlainDay }>`
    select distinct booking.production_id as "productionId", day.on_date as "onDate"
    from booking_day day join booking on booking.id = day.booking_id
    where booking.production_id = any(${[...productionIds]}::uuid[]) and day.on_date between ${from} and ${to}
      and day.state = 'confirmed' and day.is_standing
    order by 1, 2`.execute(db)
  return rows
}

export async function put(tx: Tx, scope: ProductionScope, rows: readonly Omit<NeedRow, 'productionId'>[]) {
  await tx.deleteFrom('crew_need').where('production_id', '=', scope.productionId).execute()
  if (rows.length > 0)
    await tx
      .insertInto('crew_need')
      .values(
        rows.map(({ id, departmentId, title, count, dates }, sort) => ({
          id,
          production_id: scope.productionId,
          department_id: departmentId,
          title,
          count,
          sort,
          dates: sql<PlainDay[]>`${dates}::date[]`,
        })),
      )
      .execute()
}

export const versionOf = async (db: Db, scope: ProductionScope): Promise<number> =>
  (
    await db
      .selectFrom('crew_need_list')
      .select('version')
      .where('production_id', '=', scope.productionId)
      .executeTakeFirst()
  )?.version ?? 0

/** Counts the list's version up and holds it; the version it had before. */
export async function nextVersion(tx: Tx, scope: ProductionScope): Promise<number> {
  const { version } = await tx
    .insertInto('crew_need_list')
    .values({ production_id: scope.productionId })
    .onConflict((conflict) =>
      conflict.column('production_id').doUpdateSet({ version: sql<number>`crew_need_list.version + 1` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return version - 1
}

export const templates = (db: Db) =>
  db
    .selectFrom('crew_template')
    .select((eb) => ['kind', 'name', 'is_own as isOwn', eb.fn.countAll<number>().as('positions')])
    .groupBy(['kind', 'name', 'is_own'])
    .orderBy('name')
    .execute()

export const positionsOf = (db: Db, kind: string) =>
  db
    .selectFrom('crew_template')
    .select(['department', 'title', 'count'])
    .where('kind', '=', kind)
    .orderBy('sort')
    .execute()

/** One of the office's own templates: what it held under this name before is replaced. */
export async function putTemplate(
  tx: Tx,
  template: { kind: string; name: string; source: string; dated: PlainDay },
  positions: readonly { id: string; department: string; title: string; count: number }[],
): Promise<void> {
  await tx
    .deleteFrom('crew_template')
    .where('is_own', '=', true)
    .where(sql`lower(name)`, '=', template.name.toLowerCase())
    .execute()
  await tx
    .insertInto('crew_template')
    .values(positions.map((position, sort) => ({ ...template, ...position, sort, is_own: true })))
    .execute()
}
