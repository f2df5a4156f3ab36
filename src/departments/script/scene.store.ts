import { sql } from 'kysely'
import { given } from '../../kernel/patch.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { Scene, SceneChange, SceneId, ScriptId } from './scene.contract.ts'
import type { SceneTable } from './script.table.ts'
import './script.table.ts'

const columns = [
  'scene.id',
  'scene.script_id as scriptId',
  'script.kind',
  'scene.number',
  'scene.heading',
  'scene.int_ext as intExt',
  'scene.set_name as setName',
  'scene.time_of_day as timeOfDay',
  'scene.bucket',
  'scene.synopsis',
  'scene.script_day as scriptDay',
  'scene.unit',
  'scene.eighths as measuredEighths',
  'scene.eighths_override as eighthsOverride',
  'scene.minutes',
  'scene.page',
  'scene.position',
  'scene.omitted',
  'scene.left_out as leftOut',
  'scene.breakdown_state as breakdownState',
  'scene.note',
  'scene.version',
] as const

const selected = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('scene')
    .innerJoin('script', 'script.id', 'scene.script_id')
    .select(columns)
    .where('scene.production_id', '=', scope.productionId)

export type SceneRow = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

/** Scenes of the screenplay first, then the entries of the list, each in its order. */
export const all = (db: Db, scope: ProductionScope): Promise<SceneRow[]> =>
  selected(db, scope).orderBy('script.kind', 'desc').orderBy('scene.position').orderBy('scene.id').execute()

export const find = (db: Db, scope: ProductionScope, id: SceneId) =>
  selected(db, scope).where('scene.id', '=', id).executeTakeFirst()

export const ofScript = (db: Db, scope: ProductionScope, scriptId: ScriptId) =>
  selected(db, scope).where('scene.script_id', '=', scriptId).orderBy('scene.position').execute()

/** Characters on each scene's sheet, by their numbers. */
export async function castOf(db: Db, scope: ProductionScope): Promise<Map<SceneId, Scene['cast']>> {
  const rows = await db
    .selectFrom('scene_element')
    .innerJoin('element', 'element.id', 'scene_element.element_id')
    .select([
      'scene_element.scene_id as sceneId',
      'element.id as elementId',
      'element.board_id as boardId',
      'element.name',
    ])
    .where('element.production_id', '=', scope.productionId)
    .where('element.category', '=', 'cast')
    .where('element.archived_at', 'is', null)
    .orderBy(sql`length(element.board_id)`)
    .orderBy('element.board_id')
    .orderBy('element.name')
    .execute()
  const cast = new Map<SceneId, Scene['cast']>()
  for (const { sceneId, ...member } of rows) cast.set(sceneId, [...(cast.get(sceneId) ?? []), member])
  return cast
}

export const shown = ({ scriptId: _scriptId, ...row }: SceneRow, cast: Scene['cast'] = []): Scene => ({
  ...row,
  eighths: row.omitted ? 0 : (row.eighthsOverride ?? row.measuredEighths),
  cast,
})

export type SceneWrite = Omit<SceneTable, 'breakdown_state' | 'note' | 'version' | 'production_id'> & {
  breakdown_state: 'todo' | 'part' | 'done'
  note: string
}

/** Writes scenes of a draft: new ones are added, known ones take what the draft says of them. */
export async function put(tx: Tx, scope: ProductionScope, rows: readonly SceneWrite[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 500)
    await tx
      .insertInto('scene')
      .values(rows.slice(at, at + 500).map((row) => ({ ...row, production_id: scope.productionId })))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          number: eb.ref('excluded.number'),
          int_ext: eb.ref('excluded.int_ext'),
          set_name: eb.ref('excluded.set_name'),
          time_of_day: eb.ref('excluded.time_of_day'),
          bucket: eb.ref('excluded.bucket'),
          heading: eb.ref('excluded.heading'),
          synopsis: eb.ref('excluded.synopsis'),
          eighths: eb.ref('excluded.eighths'),
          page: eb.ref('excluded.page'),
          position: eb.ref('excluded.position'),
          omitted: eb.ref('excluded.omitted'),
          left_out: eb.ref('excluded.left_out'),
          breakdown_state: eb.ref('excluded.breakdown_state'),
          version: sql<number>`scene.version + 1`,
        })),
      )
      .execute()
}

/** Scenes the newest draft does not have: they stay, marked, with their sheets and strips. */
export const leaveOut = (tx: Tx, scope: ProductionScope, ids: readonly SceneId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .updateTable('scene')
        .set({ omitted: true, left_out: true, version: sql<number>`version + 1` })
        .where('production_id', '=', scope.productionId)
        .where('id', 'in', ids as SceneId[])
        .execute()

type SceneFields = SceneChange & Pick<Partial<SceneRow>, 'intExt' | 'setName' | 'timeOfDay' | 'bucket'>

/** @returns undefined when somebody else was first */
export const change = (tx: Tx, scope: ProductionScope, id: SceneId, expected: number, fields: SceneFields) =>
  tx
    .updateTable('scene')
    .set({ ...written(fields), version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()

function written(fields: SceneFields) {
  return given({
    number: fields.number,
    heading: fields.heading,
    int_ext: fields.intExt,
    set_name: fields.setName,
    time_of_day: fields.timeOfDay,
    bucket: fields.bucket,
    synopsis: fields.synopsis,
    script_day: fields.scriptDay,
    unit: fields.unit,
    eighths_override: fields.eighthsOverride,
    minutes: fields.minutes,
    breakdown_state: fields.breakdownState,
    note: fields.note,
    omitted: fields.omitted,
    // Either way a person has decided about a scene that a draft left out.
    ...(fields.omitted === undefined ? {} : { left_out: false }),
  })
}

/** The first thing on a sheet turns it from untouched to begun; a finished one stays finished. */
export const setBegun = (tx: Tx, scope: ProductionScope, id: SceneId) =>
  tx
    .updateTable('scene')
    .set({ breakdown_state: 'part', version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('breakdown_state', '=', 'todo')
    .execute()

/** Makes room for new scenes after a position. */
export const shift = (tx: Tx, scope: ProductionScope, scriptId: ScriptId, from: number, by: number) =>
  tx
    .updateTable('scene')
    .set({ position: sql<number>`position + ${by}` })
    .where('production_id', '=', scope.productionId)
    .where('script_id', '=', scriptId)
    .where('position', '>=', from)
    .execute()

/** The script of a kind, made when it is first needed. */
export async function scriptOf(
  tx: Tx,
  scope: ProductionScope,
  make: { id: ScriptId; kind: 'screenplay' | 'list'; title: string; at: Temporal.Instant },
): Promise<ScriptId> {
  const row = await tx
    .insertInto('script')
    .values({
      id: make.id,
      production_id: scope.productionId,
      title: make.title,
      kind: make.kind,
      created_at: make.at.toString(),
    })
    .onConflict((conflict) =>
      conflict.columns(['production_id', 'kind']).doUpdateSet((eb) => ({ kind: eb.ref('excluded.kind') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** For `Ctrl/Cmd+K`: by number, heading or synopsis. */
export const search = (
  db: Db,
  { text, productionIds, limit }: { text: string; productionIds: readonly string[]; limit: number },
) =>
  productionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('scene')
        .select(['scene.id', 'scene.number', 'scene.heading', 'scene.production_id as productionId'])
        .select(
          sql<number>`case when lower(scene.number) = lower(${text}) then 0.95
            else 0.8 * word_similarity(${text}, scene.heading || ' ' || scene.synopsis) end`.as('score'),
        )
        .where('scene.production_id', 'in', productionIds as ProductionScope['productionId'][])
        .where((eb) =>
          eb.or([
            eb(sql`lower(scene.number)`, '=', text.toLowerCase()),
            eb(sql`word_similarity(${text}, scene.heading || ' ' || scene.synopsis)`, '>', 0.6),
          ]),
        )
        .orderBy('score', 'desc')
        .limit(limit)
        .execute()
