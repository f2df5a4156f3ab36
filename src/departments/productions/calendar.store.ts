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
