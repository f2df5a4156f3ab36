import type { Insertable } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { OfficeScope, ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { CastingExclusivityTable } from './exclusivity.table.ts'
import type { RoleId } from './role.contract.ts'

/** Across all productions of the office: what somebody did for one job counts for the next. */
export const ofPeople = (db: Db, _scope: OfficeScope | ProductionScope, ids: readonly PersonId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('casting_exclusivity')
        .select(['id', 'person_id as personId', 'role_id as roleId', 'category', 'brand', 'source'])
        .select(['from_day as fromDay', 'until_day as untilDay'])
        .where('person_id', 'in', [...ids])
        .orderBy('from_day')
        .execute()

export const insert = (tx: Tx, row: Insertable<CastingExclusivityTable>) =>
  tx
    .insertInto('casting_exclusivity')
    .values(row)
    .onConflict((conflict) => conflict.columns(['role_id', 'person_id']).where('role_id', 'is not', null).doNothing())
    .execute()

/** What a role of ours brought somebody. */
export const removeOfRole = (tx: Tx, roleId: RoleId, personId: PersonId) =>
  tx.deleteFrom('casting_exclusivity').where('role_id', '=', roleId).where('person_id', '=', personId).execute()

export const remove = (tx: Tx, id: string) => tx.deleteFrom('casting_exclusivity').where('id', '=', id).execute()
