import { z } from 'zod'
import { Concern } from '../../kernel/concern.ts'
import { ProductionId } from '../../kernel/ids.ts'
import { NotFound, problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { Board, BoardFacts, BoardId, BoardLook, Pace, ScheduleIssue, ScheduleIssueId } from './board.contract.ts'

export const BoardKept = problemType('board-kept', 409, 'This board is kept')
export const NothingToPublish = problemType('nothing-to-publish', 409, 'There is nothing to publish yet')

const ofProduction = z.object({ productionId: ProductionId })
const ofBoard = z.object({ productionId: ProductionId, boardId: BoardId })
const reads = { ability: 'schedule.read', on: 'production' } as const
const edits = { ability: 'schedule.edit', on: 'production' } as const
const publishes = { ability: 'schedule.publish', on: 'production' } as const

/** A board as the switcher shows it. */
export const BoardSummary = Board.extend({
  dayCount: z.number().int(),
  /** Scenes of the script that lie on no day here. */
  unplacedCount: z.number().int(),
  lastIssue: ScheduleIssue.nullable(),
})
export type BoardSummary = z.infer<typeof BoardSummary>

export const listBoards = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/boards',
  summary: 'All boards of a production, the active one first',
  access: reads,
  params: ofProduction,
  response: z.object({
    items: z.array(BoardSummary),
    can: z.object({ edit: z.boolean(), publish: z.boolean() }),
  }),
})

export const createBoard = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/boards',
  summary: 'Make a board: with every scene in the boneyard, or as a copy of another',
  access: edits,
  params: ofProduction,
  body: z.object({
    name: z.string().trim().min(1).max(60),
    copyOf: BoardId.optional(),
    runsAlongside: z.boolean().default(false),
  }),
  idempotencyKey: 'accepted',
  status: 201,
  response: Board,
  problems: [NotFound],
})

/** The whole board, and what this reader may do with it. `version` is the board's: every change on it asks for it. */
export const BoardView = z.object({
  version: z.number().int(),
  facts: BoardFacts,
  lastIssue: ScheduleIssue.nullable(),
  can: z.object({ edit: z.boolean(), publish: z.boolean() }),
})
export type BoardView = z.infer<typeof BoardView>

export const readBoard = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/boards/{boardId}',
  summary: 'A board with its days, strips and scenes',
  access: reads,
  params: ofBoard,
  response: BoardView,
  problems: [NotFound],
})

export const boardConcerns = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/boards/{boardId}/concerns',
  summary: 'Everything that clashes on a board, as if it were the active one',
  access: reads,
  params: ofBoard,
  response: z.object({ items: z.array(Concern) }),
  problems: [NotFound],
})

export const changeBoard = route({
  method: 'PATCH',
  path: '/v1/productions/{productionId}/boards/{boardId}',
  summary: 'Rename a board, or change its pace and look',
  access: edits,
  params: ofBoard,
  body: z.object({
    name: z.string().trim().min(1).max(60).optional(),
    pace: Pace.partial().optional(),
    look: BoardLook.partial().optional(),
    defaultTargetEighths: z.number().int().min(1).max(400).nullable().optional(),
    runsAlongside: z.boolean().optional(),
  }),
  ifMatch: 'required',
  preview: true,
  response: BoardView,
  problems: [NotFound, Stale, BoardKept],
})

export const activateBoard = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/boards/{boardId}/activate',
  summary: 'Let this board drive the call sheets and reports; the one that did becomes published or a draft',
  access: publishes,
  params: ofBoard,
  ifMatch: 'required',
  preview: true,
  response: BoardView,
  problems: [NotFound, Stale, BoardKept],
})

export const publishBoard = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/boards/{boardId}/publish',
  summary: 'Publish the schedule as the next revision, which never changes again',
  access: publishes,
  params: ofBoard,
  /** In the same act it may become the active plan, and its calendar the production's. */
  body: z
    .object({ activate: z.boolean().default(false), adoptCalendar: z.boolean().default(false) })
    .default({ activate: false, adoptCalendar: false }),
  ifMatch: 'required',
  idempotencyKey: 'accepted',
  status: 201,
  response: ScheduleIssue,
  problems: [NotFound, Stale, NothingToPublish],
})

export const archiveBoard = route({
  method: 'DELETE',
  path: '/v1/productions/{productionId}/boards/{boardId}',
  summary: 'Put a board away; the active one and any that was published are kept',
  access: edits,
  params: ofBoard,
  ifMatch: 'required',
  response: z.null(),
  problems: [NotFound, Stale, BoardKept],
})

export const listScheduleIssues = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/schedule/issues',
  summary: 'Every published revision of the schedule, newest first',
  access: { ability: 'schedule.published', on: 'production' },
  params: ofProduction,
  response: z.object({ items: z.array(ScheduleIssue) }),
})

export const readScheduleIssue = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/schedule/issues/{issueId}',
  summary: 'A schedule as it was published',
  access: { ability: 'schedule.published', on: 'production' },
  params: z.object({ productionId: ProductionId, issueId: ScheduleIssueId }),
  response: z.object({ issue: ScheduleIssue, facts: BoardFacts }),
  problems: [NotFound],
})
