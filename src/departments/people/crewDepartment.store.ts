import { sql } from 'kysely'
import type { PlainDay } from '../../kernel/time.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { CrewPosition } from './crewDepartment.contract.ts'
import type { DepartmentId } from './person.contract.ts'
import './person.table.ts'

export async function all(db: Db) {
  const [departments, positions] = await Promise.all([
    db
      .selectFrom('department')
      .select(['id', 'name', 'call_offset_minutes as callOffsetMinutes', 'is_cast as isCast', 'source'])
      .select(['as_of as asOf', 'version'])
      .select(sql<number>`uses.count::int`.as('uses'))
      .leftJoinLateral(uses, (join) => join.onTrue())
      .orderBy('sort')
      .execute(),
    db.selectFrom('position').select(['department_id', 'name', 'also']).orderBy('sort').execute(),
  ])
  return departments.map((it) => ({
    ...it,
    id: it.id as DepartmentId,
    positions: positions.filter((one) => one.department_id === it.id).map(({ name, also }) => ({ name, also })),
  }))
}

/** Where the directory and crew lists name a department. */
const uses = () =>
  sql<{ count: number }>`(
    select (select count(*) from engagement where department_id = department.id)
      + (select count(*) from person where department_id = department.id) as count)`.as('uses')

/** Held until the transaction ends. The version of the list is that of its rows together. */
export async function lock(tx: Tx): Promise<number> {
  const rows = await tx.selectFrom('department').select('version').orderBy('id').forUpdate().execute()
  return rows.reduce((sum, { version }) => sum + version, 0)
}

interface Put {
  readonly items: readonly {
    readonly id: DepartmentId
    readonly name: string
    readonly callOffsetMinutes: number
    readonly positions: readonly (CrewPosition & { readonly id: string })[]
  }[]
  readonly source: string
  readonly asOf: PlainDay
}

/** Takes departments out with their positions. @throws a foreign-key violation while anything names one of them */
export async function remove(tx: Tx, ids: readonly DepartmentId[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('position').where('department_id', 'in', ids).execute()
  await tx.deleteFrom('department').where('id', 'in', ids).execute()
}

/** The list as it stands from now on, in its order. */
export async function put(tx: Tx, { items, source, asOf }: Put): Promise<void> {
  await tx.deleteFrom('position').execute()
  // Names change places in one act: first out of each other's way.
  await tx
    .updateTable('department')
    .set({ name: sql<string>`id::text` })
    .execute()
  await tx
    .insertInto('department')
    .values(
      items.map(({ id, name, callOffsetMinutes }, at) => ({
        id,
        name,
        sort: (at + 1) * 10,
        call_offset_minutes: callOffsetMinutes,
        source,
        as_of: asOf,
      })),
    )
    .onConflict((on) =>
      on.column('id').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        sort: eb.ref('excluded.sort'),
        call_offset_minutes: eb.ref('excluded.call_offset_minutes'),
        source,
        as_of: asOf,
        version: sql<number>`department.version + 1`,
      })),
    )
    .execute()
  const positions = items.flatMap(({ id, positions: rows }) =>
    rows.map(({ id: positionId, name, also }, at) => ({
      id: positionId,
      department_id: id,
      name,
      also: [...also],
      sort: (at + 1) * 10,
    })),
  )
  if (positions.length > 0) await tx.insertInto('position').values(positions).execute()
}
