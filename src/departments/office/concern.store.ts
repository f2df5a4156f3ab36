import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { moment } from '../../platform/database/moment.ts'
import type { ConcernAnswerTable } from './office.table.ts'
import type { Insertable } from 'kysely'
import './office.table.ts'

/** Answers that hold: those without an end, and those whose end has not come. */
export const answers = (db: Db, scope: ProductionScope, now: Temporal.Instant) =>
  db
    .selectFrom('concern_answer')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', moment(now))]))
    .execute()

/** One answer to a concern; a newer one takes the place of an older. */
export const put = (
  tx: Tx,
  scope: ProductionScope,
  key: string,
  row: Omit<Insertable<ConcernAnswerTable>, 'production_id' | 'concern_key'>,
) =>
  tx
    .insertInto('concern_answer')
    .values({ production_id: scope.productionId, concern_key: key, ...row })
    .onConflict((conflict) => conflict.columns(['production_id', 'concern_key']).doUpdateSet(row))
    .execute()

/** @returns undefined when there was none */
export const remove = (tx: Tx, scope: ProductionScope, key: string) =>
  tx
    .deleteFrom('concern_answer')
    .where('production_id', '=', scope.productionId)
    .where('concern_key', '=', key)
    .returning('answer')
    .executeTakeFirst()
