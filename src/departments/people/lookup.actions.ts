import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { seesField } from './fieldClass.rules.ts'
import type { RecordActivity, TradeDepartment } from './person.contract.ts'
import * as store from './person.store.ts'

/** What happened to a record, the latest first; of what changed, the fields this reader may see. */
export async function activityOf(
  db: Db,
  scope: OfficeScope,
  id: string,
  mayRead = (field: string): boolean => seesField(scope.sees, field),
) {
  const rows = await store.activity(db, scope, id)
  const found = new Map<string, RecordActivity>()
  for (const { field, before, after, at, ...entry } of rows) {
    const known = found.get(entry.id) ?? { ...entry, at: at.toString(), changes: [] }
    if (field !== null && mayRead(field)) known.changes.push({ field, before, after })
    found.set(entry.id, known)
  }
  return [...found.values()]
}

/** Departments in crew-list order, each with its positions. */
export async function departmentsOf(db: Db): Promise<TradeDepartment[]> {
  const rows = await store.departments(db)
  const found = new Map<string, TradeDepartment>()
  for (const { positionId, positionName, also, ...department } of rows) {
    const known = found.get(department.id) ?? { ...(department as Omit<TradeDepartment, 'positions'>), positions: [] }
    if (positionId !== null) known.positions.push({ id: positionId, name: positionName ?? '', also: also ?? [] })
    found.set(department.id, known)
  }
  return [...found.values()]
}
