import { sql } from 'kysely'
import type { Db } from './database/database.ts'
import { changesBack, type FieldChange, type FieldWord } from './shipped.rules.ts'
import type { ShippedState } from './shipped.table.ts'

/**
 * A list of a department that came with rows in it and that the office edits. The department says which of its tables and
 * columns that is; setting back, its preview and its record are the same for all.
 */
export interface ShippedList {
  readonly key: string
  /** As the settings call it: *Strip layouts*. */
  readonly label: string
  /** One row of it, in the middle of a sentence: *layout*. */
  readonly one: string
  /** Several of them, where an *s* is not enough. */
  readonly many?: string
  /** Where it is edited. */
  readonly href: string
  readonly table: string
  readonly id: string
  /** The column, or the words, a row is known by. */
  readonly name: string | ((row: Readonly<Record<string, unknown>>) => string)
  /** Columns that are set back, as people know them. */
  readonly fields: Readonly<Record<string, FieldWord>>
  /** Rows of a second table that belong to a row and are set back with it. */
  readonly parts?: { readonly table: string; readonly of: string; readonly order: string; readonly field: FieldWord }
}

export interface ShippedRow {
  readonly id: string
  readonly label: string
  /** Somebody took it away; setting back brings it again. */
  readonly isGone: boolean
  /** What the row said when it was read: it is set back only while that is still so. */
  readonly seen: string
  readonly changes: readonly FieldChange[]
  /** All it says now, to come back to. */
  readonly state: ShippedState | null
}

const PARTS = '(parts)'

interface Found {
  id: string
  shipped: Record<string, unknown>
  now: Record<string, unknown> | null
  seen: string
}

/** The rows that came with the product, in their order, and what setting each back would change. */
export async function shippedRows(db: Db, list: ShippedList): Promise<ShippedRow[]> {
  const parts = list.parts
    ? sql`(select coalesce(jsonb_agg(to_jsonb(p) order by ${sql.raw(list.parts.order)}), '[]')
        from ${sql.table(list.parts.table)} as p where ${sql.ref(`p.${list.parts.of}`)} = ${sql.ref(`t.${list.id}`)})`
    : sql`null::jsonb`
  const { rows } = await sql<Found>`
    select id, shipped, now, md5(coalesce(now::text, '')) as seen from (
      select s.row_id as id, s.sort,
        s.row || jsonb_build_object(${PARTS}::text, s.parts) as shipped,
        case when t is null then null else to_jsonb(t) || jsonb_build_object(${PARTS}::text, ${parts}) end as now
      from shipped_row as s left join ${sql.table(list.table)} as t on ${sql.ref(`t.${list.id}`)}::text = s.row_id
      where s.list = ${list.key}) as found
    order by sort`.execute(db)
  const fields = { ...list.fields, ...(list.parts && { [PARTS]: list.parts.field }) }
  return rows.map(({ id, shipped, now, seen }) => ({
    id,
    seen,
    label: nameOf(list, now ?? shipped),
    isGone: now === null,
    state: stateOf(now),
    changes: changesBack(fields, now, shipped),
  }))
}

function stateOf(now: Found['now']): ShippedState | null {
  if (now === null) return null
  const { [PARTS]: parts, ...row } = now
  return { row, parts: parts as ShippedState['parts'] }
}

const nameOf = ({ name }: ShippedList, row: Readonly<Record<string, unknown>>) =>
  typeof name === 'string' ? String(row[name]) : name(row)
