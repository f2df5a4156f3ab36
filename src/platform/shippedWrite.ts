import { sql } from 'kysely'
import type { Tx } from './database/database.ts'
import type { ShippedList } from './shipped.ts'
import type { ShippedState } from './shipped.table.ts'

/** Holds the list, so that two who set back and whoever changes a row take turns. */
export const lockShipped = (tx: Tx, list: ShippedList) =>
  sql`select 1 from ${sql.table(list.table)} order by ${sql.ref(list.id)} for update`.execute(tx)

/** A row as it came. */
export const shippedState = (tx: Tx, list: ShippedList, id: string): Promise<ShippedState> =>
  tx
    .selectFrom('shipped_row')
    .select(['row', 'parts'])
    .where('list', '=', list.key)
    .where('row_id', '=', id)
    .executeTakeFirstOrThrow()

/** Writes the fields of one row, the whole row where it is gone, or takes it away. Other rows stay as they are. */
export async function writeRow(
  tx: Tx,
  list: ShippedList,
  { id, isGone, to }: { id: string; isGone: boolean; to: ShippedState | null },
): Promise<void> {
  const table = sql.table(list.table)
  if (to === null) {
    await sql`delete from ${table} where ${sql.ref(list.id)}::text = ${id}`.execute(tx)
    return
  }
  const known = await columnsOf(tx, list.table)
  const columns = isGone ? Object.keys(to.row) : Object.keys(list.fields)
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const read = columns.map((column) =>
    known.get(column)?.holdsNothing ? sql`coalesce(${sql.ref(column)}, 'null') as ${sql.ref(column)}` : sql.ref(column),
  )
  const values = sql`select ${sql.join(read)} from jsonb_populate_record(null::${table}, ${JSON.stringify(to.row)}::jsonb)`
  if (isGone) await sql`insert into ${table} (${names}) ${values}`.execute(tx)
  else
    await sql`update ${table} set (${names}) = row(came.*)
      from (${values}) as came where ${sql.ref(`${list.table}.${list.id}`)}::text = ${id}`.execute(tx)
  if (list.parts) await writeParts(tx, list.parts, id, to.parts ?? [])
  // A form somebody has open meets the new version.
  if (known.has('version'))
    await sql`update ${table} set version = version + 1 where ${sql.ref(list.id)}::text = ${id}`.execute(tx)
}

async function writeParts(tx: Tx, parts: NonNullable<ShippedList['parts']>, id: string, rows: object[]) {
  const table = sql.table(parts.table)
  await sql`delete from ${table} where ${sql.ref(parts.of)}::text = ${id}`.execute(tx)
  await sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  )
}

/** A JSON column that may not be absent keeps *nothing* as the JSON word, which comes out of a row as absent. */
async function columnsOf(tx: Tx, table: string): Promise<Map<string, { holdsNothing: boolean }>> {
  const { rows } = await sql<{ name: string; holdsNothing: boolean }>`
    select column_name as name, data_type = 'jsonb' and is_nullable = 'NO' as "holdsNothing"
    from information_schema.columns where table_schema = current_schema() and table_name = ${table}`.execute(tx)
  return new Map(rows.map((row) => [row.name, row]))
}
