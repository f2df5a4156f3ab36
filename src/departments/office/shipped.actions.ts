import { NotFound, Problem, Stale } from '../../kernel/problems.ts'
import { actorName, type OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { lostRaceOf } from '../../platform/database/lostRace.ts'
import { shippedRows, type ShippedList, type ShippedRow } from '../../platform/shipped.ts'
import type { ShippedState } from '../../platform/shipped.table.ts'
import { lockShipped, shippedState, writeRow } from '../../platform/shippedWrite.ts'
import { ShippedTaken, type ShippedSummary } from './shipped.contract.ts'
import * as store from './shipped.store.ts'

interface Declared extends ShippedList {
  readonly department: string
}

const lists = (app: App): Declared[] =>
  app.departments().flatMap(({ name, shipped = [] }) => shipped.map((list) => ({ ...list, department: name })))

function listOf(app: App, key: string): Declared {
  const list = lists(app).find((it) => it.key === key)
  if (!list) throw new Problem(NotFound, {}, 'There is no such list.')
  return list
}

/** Every list, and how much of it the office changed. */
export async function summaries(app: App): Promise<ShippedSummary[]> {
  const found: ShippedSummary[] = []
  for (const list of lists(app)) {
    const rows = await shippedRows(app.db, list)
    const changed = rows.filter(({ changes }) => changes.length > 0).length
    found.push({
      key: list.key,
      label: list.label,
      one: list.one,
      many: list.many ?? `${list.one}s`,
      href: list.href,
      rows: rows.length,
      changed,
    })
  }
  return found.toSorted((a, b) => a.label.localeCompare(b.label))
}

export const rowsOf = (app: App, scope: OfficeScope, key: string) => answer(app.db, scope, listOf(app, key))

async function answer(db: Db, scope: OfficeScope, list: Declared) {
  const rows = await shippedRows(db, list)
  const seen = new Map(rows.map((row) => [row.id, row.seen]))
  const mayReset = scope.can('office.settings')
  return {
    items: rows.map(({ id, label, isGone, seen: it, changes }) => ({
      id,
      label,
      isGone,
      seen: it,
      changes: [...changes],
    })),
    resets: (await store.resets(db, list.key)).map((reset) => ({
      id: reset.id,
      at: reset.at.toString(),
      byName: reset.byName,
      undoneAt: reset.undoneAt?.toString() ?? null,
      rows: reset.rows.map(({ label }) => label),
      mayUndo: mayReset && reset.undoneAt === null && reset.rows.every((row) => seen.get(row.id) === row.seen),
    })),
    mayReset,
  }
}

interface Reset {
  readonly scope: OfficeScope
  readonly key: string
  readonly rows: readonly { readonly id: string; readonly seen: string }[]
}

/** All of them, or none: each only while it says what the person saw. What they replace is kept. */
export const setBack = (app: App, { scope, key, rows }: Reset) =>
  app.transaction(async (tx) => {
    const list = listOf(app, key)
    const changed = (await heldRows(tx, list, rows)).filter(({ changes }) => changes.length > 0)
    const writes: Write[] = []
    for (const row of changed) writes.push({ row, to: await shippedState(tx, list, row.id) })
    const after = await writeAll(app, tx, scope, list, writes)
    if (changed.length > 0)
      await store.keepReset(tx, {
        id: app.ids.next(),
        list: key,
        at: app.clock.now(),
        byName: actorName(scope.actor),
        rows: changed.map(({ id, label, state }) => ({ id, label, was: state, seen: after.get(id)?.seen ?? '' })),
      })
    return told(app, tx, scope, list, rows)
  })

/** The whole act taken back, while nobody changed one of its rows since. */
export const undo = (app: App, { scope, key, resetId }: { scope: OfficeScope; key: string; resetId: string }) =>
  app.transaction(async (tx) => {
    const list = listOf(app, key)
    const reset = await store.markUndone(tx, key, resetId, app.clock.now())
    if (!reset) throw new Problem(NotFound, {}, 'This is undone already.')
    const rows = await heldRows(tx, list, reset.rows)
    await writeAll(
      app,
      tx,
      scope,
      list,
      reset.rows.flatMap(({ was }, at) => (rows[at] ? [{ row: rows[at], to: was }] : [])),
    )
    return told(app, tx, scope, list, reset.rows)
  })

/** The rows as they are, held until the end, and each as it was seen. */
async function heldRows(tx: Tx, list: Declared, asked: readonly { readonly id: string; readonly seen: string }[]) {
  await lockShipped(tx, list)
  const found = new Map((await shippedRows(tx, list)).map((row) => [row.id, row]))
  return asked.map(({ id, seen }) => asSeen(list, found.get(id), seen))
}

async function told(app: App, tx: Tx, scope: OfficeScope, list: Declared, rows: readonly { readonly id: string }[]) {
  await app.announce(tx, { department: list.department, productionId: null, ids: rows.map(({ id }) => id) })
  await app.announce(tx, { department: 'office', productionId: null, ids: [] })
  return answer(tx, scope, list)
}

function asSeen({ one }: Declared, row: ShippedRow | undefined, seen: string): ShippedRow {
  if (!row) throw new Problem(NotFound, {}, `This ${one} did not come with the product.`)
  if (row.seen === seen) return row
  throw new Problem(
    Stale,
    { expected: 0, current: 0 },
    `Somebody changed ${row.label} in the meantime. Look again at what would change.`,
  )
}

interface Write {
  row: ShippedRow
  to: ShippedState | null
}

/** @returns the list as it is then */
async function writeAll(app: App, tx: Tx, { actor }: OfficeScope, list: Declared, writes: readonly Write[]) {
  for (const { row, to } of writes)
    await writeRow(tx, list, { id: row.id, isGone: row.isGone, to }).catch((thrown: unknown) => {
      throw lostRaceOf(thrown) !== undefined
        ? new Problem(ShippedTaken, { row: row.label }, takenWords(list, row, to))
        : thrown
    })
  const after = new Map((await shippedRows(tx, list)).map((row) => [row.id, row]))
  for (const { row } of writes)
    await app.audit.record(tx, actor, `${list.table}.set_back`, {
      subject: { kind: list.table, id: row.id, label: row.label },
      ...differences(row, after.get(row.id)),
    })
  return after
}

/** By field, whichever way it went: what a row said, and what it says. */
function differences(before: ShippedRow, after: ShippedRow | undefined) {
  const said = (row: ShippedRow | undefined) => new Map(row?.changes.map(({ field, now }) => [field, now]))
  const shipped = new Map([...before.changes, ...(after?.changes ?? [])].map((it) => [it.field, it.shipped]))
  const of = (row: ShippedRow | undefined) =>
    Object.fromEntries([...shipped].map(([field, came]) => [field, said(row).has(field) ? said(row).get(field) : came]))
  return { before: of(before), after: of(after) }
}

const takenWords = (list: Declared, { label }: ShippedRow, to: ShippedState | null) =>
  to === null
    ? `${label} cannot be taken away again: something uses it by now.`
    : `${label} cannot go back: another ${list.one} has its name or its place by now. Rename that one first.`
