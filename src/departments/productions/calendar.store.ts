import { sql } from 'kysely'
import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { CalendarDay } from './calendar.contract.ts'
import './production.table.ts'

export const days = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('calendar_day')
    .select(['on_date as onDate', 'kind', 'label'])
    .where('production_id', '=', scope.productionId)
    .orderBy('on_date')
    .execute()

/** Which calendar this is; two changes of it are never the same number. */
export const version = async (db: Db, scope: ProductionScope): Promise<number | undefined> =>
  (
    await db
      .selectFrom('production')
      .select('calendar_version as version')
      .where('id', '=', scope.productionId)
      .executeTakeFirst()
  )?.version

/** Holds the production, and with it the calendar, until the transaction ends; two people changing it take turns. */
export const lock = async (tx: Tx, scope: ProductionScope): Promise<number | undefined> =>
  (
    await tx
      .selectFrom('production')
      .select('calendar_version as version')
      .where('id', '=', scope.productionId)
      .forUpdate()
      .executeTakeFirst()
  )?.version

export const advance = (tx: Tx, scope: ProductionScope) =>
  tx
    .updateTable('production')
    .set({ calendar_version: sql<number>`calendar_version + 1` })
    .where('id', '=', scope.productionId)
    .execute()

export async function put(tx: Tx, scope: ProductionScope, marked: readonly CalendarDay[]): Promise<void> {
  if (marked.length === 0) return
  await tx
    .insertInto('calendar_day')
    .values(
      marked.map(({ onDate, kind, label }) => ({ production_id: scope.productionId, on_date: onDate, kind, label })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['production_id', 'on_date'])
        .doUpdateSet((eb) => ({ kind: eb.ref('excluded.kind'), label: eb.ref('excluded.label') })),
    )
    .execute()
}

export async function clear(tx: Tx, scope: ProductionScope, dates: readonly PlainDay[]): Promise<void> {
  if (dates.length === 0) return
  await tx
    .deleteFrom('calendar_day')
    .where('production_id', '=', scope.productionId)
    .where('on_date', 'in', dates as PlainDay[])
    .execute()
}
