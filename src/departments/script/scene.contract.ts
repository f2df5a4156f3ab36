import { z } from 'zod'
import { idOf, ProductionId } from '../../kernel/ids.ts'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'

export const ScriptId = idOf('ScriptId')
export type ScriptId = z.infer<typeof ScriptId>
export const ScriptDraftId = idOf('ScriptDraftId')
export type ScriptDraftId = z.infer<typeof ScriptDraftId>
export const SceneId = idOf('SceneId')
export type SceneId = z.infer<typeof SceneId>
export const ElementId = idOf('ElementId')
export type ElementId = z.infer<typeof ElementId>

const IntExt = z.enum(['int', 'ext', 'int_ext'])
const Bucket = z.enum(['day', 'night', 'dawn_dusk'])
export const BreakdownState = z.enum(['todo', 'part', 'done'])
export type BreakdownState = z.infer<typeof BreakdownState>

const eighths = z.number().int().min(0).max(4000)
const line = z.string().trim().max(400)

/** A character of a scene, as a strip shows it. */
const CastMember = z.object({ elementId: ElementId, boardId: z.string().nullable(), name: z.string() })

/**
 * A scene with every fact a strip shows. Entries of a shot list or run of show are scenes too: `kind` is `list`,
 * and `minutes` says how long they take where pages say nothing.
 */
export const Scene = z.object({
  id: SceneId,
  kind: z.enum(['screenplay', 'list']),
  number: z.string().nullable(),
  heading: z.string(),
  intExt: IntExt.nullable(),
  setName: z.string(),
  timeOfDay: z.string().nullable(),
  bucket: Bucket.nullable(),
  synopsis: z.string(),
  scriptDay: z.string().nullable(),
  unit: z.string().nullable(),
  /** What counts: the override where a person set one, else what was measured. */
  eighths,
  measuredEighths: eighths,
  eighthsOverride: eighths.nullable(),
  minutes: z.number().int().nullable(),
  page: z.string().nullable(),
  position: z.number().int(),
  omitted: z.boolean(),
  leftOut: z.boolean(),
  breakdownState: BreakdownState,
  note: z.string(),
  cast: z.array(CastMember),
  version: z.number().int(),
})
export type Scene = z.infer<typeof Scene>

const one = '/v1/productions/{productionId}/scenes'
const params = z.object({ productionId: ProductionId })
const sceneParams = params.extend({ sceneId: SceneId })

export const listScenes = route({
  method: 'GET',
  path: one,
  summary: 'Every scene of the production in script order, omitted ones included',
  access: { ability: 'script.read', on: 'production' },
  params,
  response: z.object({ items: z.array(Scene) }),
})

const settable = {
  number: line.max(20).nullable(),
  heading: line.min(1, 'Give the scene a heading, such as EXT. QUAY - DAWN.'),
  synopsis: z.string().trim().max(2000),
  scriptDay: line.max(20).nullable(),
  unit: line.max(40).nullable(),
  eighthsOverride: eighths.nullable(),
  minutes: z.number().int().min(0).max(1440).nullable(),
  breakdownState: BreakdownState,
  note: z.string().max(10_000),
}

export const SceneChange = z.object(settable).partial().extend({ omitted: z.boolean().optional() })
export type SceneChange = z.infer<typeof SceneChange>

export const changeScene = route({
  method: 'PATCH',
  path: `${one}/{sceneId}`,
  summary: 'Change what a person sets about a scene: length, synopsis, script day, notes, omitted or not',
  access: { ability: 'breakdown.edit', on: 'production' },
  params: sceneParams,
  body: SceneChange,
  ifMatch: 'required',
  preview: true,
  response: Scene,
  problems: [Stale],
})

export const NewScene = z.object({
  number: settable.number.default(null),
  heading: settable.heading,
  synopsis: settable.synopsis.default(''),
  scriptDay: settable.scriptDay.default(null),
  eighths: eighths.default(1),
  minutes: settable.minutes.default(null),
  /** The scene it comes after; at the end where absent. */
  after: SceneId.optional(),
})
export type NewScene = z.infer<typeof NewScene>

export const addScenes = route({
  method: 'POST',
  path: one,
  summary: 'Add scenes, frames, interviews or segments by hand or from a pasted list',
  access: { ability: 'script.edit', on: 'production' },
  params,
  body: z.object({ scenes: z.array(NewScene).min(1).max(1000) }),
  idempotencyKey: 'accepted',
  preview: true,
  response: z.object({ items: z.array(Scene) }),
  status: 201,
})

export const ShotRow = z.object({
  line: z.number().int(),
  scene: NewScene.nullable(),
  problems: z.array(z.string()),
})
export type ShotRow = z.infer<typeof ShotRow>

export const readShotList = route({
  method: 'POST',
  path: `${one}/read-list`,
  summary: 'Read a shot list or run of show from pasted or uploaded CSV and show what was understood; nothing is kept',
  access: { ability: 'script.edit', on: 'production' },
  params,
  body: z.object({ text: z.string().max(2_000_000) }),
  maxBodyBytes: 4 * 1024 * 1024,
  repeated: 'nothing is kept',
  response: z.object({
    columns: z.array(z.object({ header: z.string(), meaning: z.string().nullable() })),
    rows: z.array(ShotRow),
  }),
})
