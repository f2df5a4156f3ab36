import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { Invalid, NotFound, problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { DayMinute } from '../../kernel/time.ts'
import { BoardId, ShootDayId, StripId, StripKind } from './board.contract.ts'
import { BoardView } from './boards.contract.ts'

export const CannotSplit = problemType('cannot-split', 409, 'This strip cannot be divided so')
export const SceneStripStays = problemType('scene-strip-stays', 409, 'A scene keeps its strip on every board')

const edits = { ability: 'schedule.edit', on: 'production' } as const
const ofBoard = z.object({ productionId: ProductionId, boardId: BoardId })
const ofStrip = ofBoard.extend({ stripId: StripId })

/** Lays strips, in the order given, before another strip of a day (or of the boneyard: null), or at its end. */
export const StripMove = z.object({
  stripIds: z.array(StripId).min(1).max(1000),
  dayId: ShootDayId.nullable(),
  before: StripId.nullable(),
})
export type StripMove = z.infer<typeof StripMove>

export const arrangeBoard = route({
  method: 'PUT',
  path: '/v1/productions/{productionId}/boards/{boardId}/arrangement',
  summary: 'Move strips; undo is the same with the inverse moves',
  access: edits,
  params: ofBoard,
  body: z.object({ moves: z.array(StripMove).min(1).max(1000) }),
  ifMatch: 'required',
  preview: true,
  response: BoardView,
  problems: [NotFound, Stale],
})

export const addBanner = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/boards/{boardId}/strips',
  summary: 'Add a meal, a company move or another strip that is no scene',
  access: edits,
  params: ofBoard,
  body: z.object({
    kind: StripKind.exclude(['scene']),
    title: z.string().trim().max(120).default(''),
    minutes: z.number().int().min(0).max(1440).nullable().default(null),
    dayId: ShootDayId.nullable(),
    before: StripId.nullable().default(null),
  }),
  ifMatch: 'required',
  preview: true,
  idempotencyKey: 'accepted',
  status: 201,
  response: BoardView,
  problems: [NotFound, Stale],
})

export const changeStrip = route({
  method: 'PATCH',
  path: '/v1/productions/{productionId}/boards/{boardId}/strips/{stripId}',
  summary: 'Fix a strip’s minutes or start, or take the computed ones back with null',
  access: edits,
  params: ofStrip,
  body: z.object({
    title: z.string().trim().max(120).optional(),
    minutesOverride: z.number().int().min(0).max(1440).nullable().optional(),
    startOverride: DayMinute.nullable().optional(),
    locationId: z.uuid().nullable().optional(),
    cheatsLight: z.boolean().optional(),
  }),
  ifMatch: 'required',
  preview: true,
  response: BoardView,
  problems: [NotFound, Stale, Invalid],
})

export const splitStrip = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/boards/{boardId}/strips/{stripId}/split',
  summary: 'Cut a scene in two parts; the second lands behind the first',
  access: edits,
  params: ofStrip,
  body: z.object({ eighths: z.number().int().min(1).max(800) }),
  ifMatch: 'required',
  preview: true,
  response: BoardView,
  problems: [NotFound, Stale, CannotSplit],
})

export const joinStrip = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/boards/{boardId}/strips/{stripId}/join',
  summary: 'Put another part of the same scene back into this one',
  access: edits,
  params: ofStrip,
  body: z.object({ with: StripId }),
  ifMatch: 'required',
  preview: true,
  response: BoardView,
  problems: [NotFound, Stale, CannotSplit],
})

export const removeBanner = route({
  method: 'DELETE',
  path: '/v1/productions/{productionId}/boards/{boardId}/strips/{stripId}',
  summary: 'Take a banner off the board; scenes go to the boneyard instead',
  access: edits,
  params: ofStrip,
  ifMatch: 'required',
  preview: true,
  response: BoardView,
  problems: [NotFound, Stale, SceneStripStays],
})
