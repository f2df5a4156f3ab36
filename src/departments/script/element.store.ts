import { sql } from 'kysely'
import { given } from '../../kernel/patch.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { Element, ElementChange, SheetRow } from './element.contract.ts'
import type { ElementId, SceneId } from './scene.contract.ts'
import './script.table.ts'

const columns = [
  'id',
  'category',
  'name',
  'aliases',
  'board_id as boardId',
  'is_minor as isMinor',
  'age',
  'allow_hold as allowHold',
  'allow_drop as allowDrop',
  'min_drop_days as minDropDays',
  'do_not_exceed_minutes as doNotExceedMinutes',
  'notes',
  'version',
] as const

const selected = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('element')
    .select(columns)
    .where('production_id', '=', scope.productionId)
    .where('archived_at', 'is', null)

type ElementRow = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

export const find = (db: Db, scope: ProductionScope, id: ElementId): Promise<ElementRow | undefined> =>
  selected(db, scope).where('id', '=', id).executeTakeFirst()

/** Every element that is in use, with what it brings and the scenes it is on, brought along or by itself. */
export async function all(db: Db, scope: ProductionScope): Promise<Element[]> {
  const rows = await selected(db, scope)
    .orderBy(sql`length(board_id)`)
    .orderBy('board_id')
    .orderBy(sql`lower(name)`)
    .execute()
  const [links, sheets] = await Promise.all([linksOf(db, scope), sheetRows(db, scope)])
  const scenes = Map.groupBy(sheets, (row) => row.elementId)
  return rows.map((row) => ({
    ...row,
    links: links.get(row.id) ?? [],
    scenes: (scenes.get(row.id) ?? []).map(({ sceneId }) => sceneId),
  }))
}

async function linksOf(db: Db, scope: ProductionScope): Promise<Map<ElementId, Element['links']>> {
  const rows = await db
    .selectFrom('element_link')
    .innerJoin('element', 'element.id', 'element_link.brings_id')
    .select(['anchor_id as anchorId', 'brings_id as bringsId', 'name', 'category', 'quantity', 'note'])
    .where('element.production_id', '=', scope.productionId)
    .where('element.archived_at', 'is', null)
    .orderBy('name')
    .orderBy('brings_id')
    .orderBy('anchor_id')
    .execute()
  const links = new Map<ElementId, Element['links']>()
  for (const { anchorId, ...link } of rows) links.set(anchorId, [...(links.get(anchorId) ?? []), link])
  return links
}

const ownRows = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('scene_element')
    .innerJoin('element', 'element.id', 'scene_element.element_id')
    .innerJoin('scene', 'scene.id', 'scene_element.scene_id')
    .select(['scene_element.scene_id as sceneId', 'element_id as elementId', 'quantity', 'scene_element.note'])
    .where('element.production_id', '=', scope.productionId)
    .where('element.archived_at', 'is', null)
    .orderBy('scene.position')
    .orderBy('scene.id')
    .orderBy('element.name')
    .orderBy('element.id')
    .execute()

/** What stands on every sheet, with what is brought along by links; the own row wins over a brought one. */
export async function sheetRows(db: Db, scope: ProductionScope): Promise<SheetRow[]> {
  const [own, links] = await Promise.all([ownRows(db, scope), linksOf(db, scope)])
  const present = new Set(own.map(({ sceneId, elementId }) => `${sceneId} ${elementId}`))
  const rows: SheetRow[] = own.map((row) => ({ ...row, via: null }))
  for (const { sceneId, elementId } of own)
    for (const { bringsId, quantity, note } of links.get(elementId) ?? []) {
      if (present.has(`${sceneId} ${bringsId}`)) continue
      present.add(`${sceneId} ${bringsId}`)
      rows.push({ sceneId, elementId: bringsId, quantity, note, via: elementId })
    }
  return rows
}

const written = (change: ElementChange) =>
  given({
    category: change.category,
    name: change.name,
    aliases: change.aliases,
    board_id: change.boardId,
    is_minor: change.isMinor,
    age: change.age,
    allow_hold: change.allowHold,
    allow_drop: change.allowDrop,
    min_drop_days: change.minDropDays,
    do_not_exceed_minutes: change.doNotExceedMinutes,
    notes: change.notes,
  })

export const insert = (
  tx: Tx,
  scope: ProductionScope,
  id: ElementId,
  change: ElementChange & { category: string; name: string },
) =>
  tx
    .insertInto('element')
    .values({ id, production_id: scope.productionId, aliases: [], ...written(change) } as never)
    .execute()

/** @returns undefined when somebody else was first */
export const change = (tx: Tx, scope: ProductionScope, id: ElementId, expected: number, fields: ElementChange) =>
  tx
    .updateTable('element')
    .set({ ...written(fields), version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .where('version', '=', expected)
    .returning('id')
    .executeTakeFirst()

export const archive = (
  tx: Tx,
  scope: ProductionScope,
  ids: readonly ElementId[],
  at: Temporal.Instant,
  into: ElementId | null,
) =>
  tx
    .updateTable('element')
    .set({ archived_at: at.toString(), merged_into: into, version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('id', 'in', ids as ElementId[])
    .execute()

export const byName = (db: Db, scope: ProductionScope, category: string, name: string) =>
  selected(db, scope)
    .where('category', '=', category)
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .executeTakeFirst()

export const byBoardId = (db: Db, scope: ProductionScope, boardId: string) =>
  selected(db, scope).where('board_id', '=', boardId).executeTakeFirst()

/** The next number on the board that nobody has. */
export async function nextBoardId(db: Db, scope: ProductionScope): Promise<number> {
  const row = await db
    .selectFrom('element')
    .select(sql<number | null>`max(board_id::int)`.as('highest'))
    .where('production_id', '=', scope.productionId)
    .where('archived_at', 'is', null)
    .where('board_id', '~', '^[0-9]{1,6}$')
    .executeTakeFirst()
  return (row?.highest ?? 0) + 1
}

/** A row of a sheet itself, not one that is brought along. */
export type OwnRow = Omit<SheetRow, 'via'>

const insertRows = (tx: Tx, rows: readonly OwnRow[]) =>
  tx.insertInto('scene_element').values(
    rows.map(({ sceneId, elementId, quantity, note }) => ({
      scene_id: sceneId,
      element_id: elementId,
      quantity,
      note,
    })),
  )

/** Puts elements on sheets; one that stands there takes the new quantity and note. */
export async function putOnSheets(tx: Tx, rows: readonly OwnRow[]): Promise<void> {
  if (rows.length === 0) return
  await insertRows(tx, rows)
    .onConflict((conflict) =>
      conflict.columns(['scene_id', 'element_id']).doUpdateSet((eb) => ({
        quantity: eb.ref('excluded.quantity'),
        note: eb.ref('excluded.note'),
      })),
    )
    .execute()
}

/** The same, leaving rows that are there as they are. */
export async function addMissing(tx: Tx, rows: readonly OwnRow[]): Promise<void> {
  if (rows.length === 0) return
  await insertRows(tx, rows)
    .onConflict((conflict) => conflict.columns(['scene_id', 'element_id']).doNothing())
    .execute()
}

/** What a sheet itself says of an element; undefined where it does not stand there, or is only brought along. */
export const sheetRow = (db: Db, sceneId: SceneId, elementId: ElementId) =>
  db
    .selectFrom('scene_element')
    .select(['quantity', 'note'])
    .where('scene_id', '=', sceneId)
    .where('element_id', '=', elementId)
    .executeTakeFirst()

export const takeOffSheet = (tx: Tx, sceneId: SceneId, elementId: ElementId) =>
  tx.deleteFrom('scene_element').where('scene_id', '=', sceneId).where('element_id', '=', elementId).execute()

/** Sheets, links in both directions: everything that named `from` names `into`. */
export async function moveUses(tx: Tx, from: readonly ElementId[], into: ElementId): Promise<void> {
  const ids = sql.join(from.map((id) => sql`${id}::uuid`))
  await sql`insert into scene_element (scene_id, element_id, quantity, note)
    select scene_id, ${into}, max(quantity), coalesce(string_agg(nullif(note, ''), '; '), '') from scene_element
    where element_id in (${ids}) group by scene_id
    on conflict (scene_id, element_id) do update set quantity = greatest(scene_element.quantity, excluded.quantity)`.execute(
    tx,
  )
  await sql`insert into element_link (anchor_id, brings_id, quantity, note)
    select ${into}, brings_id, quantity, note from element_link where anchor_id in (${ids}) and brings_id <> ${into}
    on conflict do nothing`.execute(tx)
  await sql`insert into element_link (anchor_id, brings_id, quantity, note)
    select anchor_id, ${into}, quantity, note from element_link where brings_id in (${ids}) and anchor_id <> ${into}
    on conflict do nothing`.execute(tx)
  await tx
    .deleteFrom('scene_element')
    .where('element_id', 'in', from as ElementId[])
    .execute()
  await sql`delete from element_link where anchor_id in (${ids}) or brings_id in (${ids})`.execute(tx)
}

export const putLink = (
  tx: Tx,
  anchor: ElementId,
  brings: ElementId,
  { quantity, note }: { quantity: number; note: string },
) =>
  tx
    .insertInto('element_link')
    .values({ anchor_id: anchor, brings_id: brings, quantity, note })
    .onConflict((conflict) => conflict.columns(['anchor_id', 'brings_id']).doUpdateSet({ quantity, note }))
    .execute()

export const dropLink = (tx: Tx, anchor: ElementId, brings: ElementId) =>
  tx.deleteFrom('element_link').where('anchor_id', '=', anchor).where('brings_id', '=', brings).execute()

export const search = (
  db: Db,
  { text, productionIds, limit }: { text: string; productionIds: readonly string[]; limit: number },
) =>
  productionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('element')
        .innerJoin('element_category', 'element_category.code', 'element.category')
        .select([
          'element.id',
          'element.name',
          'element_category.name as category',
          'element.production_id as productionId',
        ])
        .select(sql<number>`word_similarity(${text}, element.name)`.as('score'))
        .where('element.production_id', 'in', productionIds as ProductionScope['productionId'][])
        .where('element.archived_at', 'is', null)
        .where(sql<boolean>`word_similarity(${text}, element.name) > 0.6`)
        .orderBy('score', 'desc')
        .limit(limit)
        .execute()
