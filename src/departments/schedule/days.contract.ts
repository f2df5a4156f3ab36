import { z } from 'zod'
import { MAIN_UNIT } from '../../kernel/units.ts'
import { ProductionId } from '../../kernel/ids.ts'
import { NotFound, problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { DayMinute, PlainDay } from '../../kernel/time.ts'
import { BoardId, DayType, ShootDayId, UnitName } from './board.contract.ts'
import { BoardView } from './boards.contract.ts'

const edits = { ability: 'schedule.edit', on: 'production' } as const
const ofBoard = z.object({ productionId: ProductionId, boardId: BoardId })
const ofDay = ofBoard.extend({ dayId: ShootDayId })

/** Something that hangs on a day, and what may become of it: `keep`, `boneyard` or `another day`. */
export const DayDependant = z.object({ kind: z.string(), label: z.string(), choices: z.array(z.string()) })
export type DayDependant = z.infer<typeof DayDependant>

export const DayHasDependants = problemType(
  'day-has-dependants',
  409,
  'Something hangs on this day',
  z.object({ dependants: z.array(DayDependant) }),
)
export const DayTaken = problemType('day-taken', 409, 'This unit already has that date', z.object({ onDate: PlainDay }))

/** What becomes of the strips of a day that nobody shoots any more: they stay with it, or go to the boneyard. */
const StripsOfDay = z.enum(['keep', 'boneyard'])

const call = DayMinute.min(0).max(2879)

export const addDays = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/boards/{boardId}/days',
  summary: 'Add days to a board, skipping its days off when several are asked for',
  access: edits,
  params: ofBoard,
  body: z.object({
    /** Absent: the next working day after the last. */
    onDate: PlainDay.optional(),
    count: z.number().int().min(1).max(200).default(1),
    type: DayType.default('shoot'),
    unit: UnitName.default(MAIN_UNIT),
    callTime: call.nullable().default(420),
    targetEighths: z.number().int().min(1).max(400).nullable().default(null),
    note: z.string().trim().max(200).default(''),
  }),
  ifMatch: 'required',
  preview: true,
  idempotencyKey: 'accepted',
  status: 201,
  response: BoardView,
  problems: [NotFound, Stale, DayTaken],
})

export const changeDay = route({
  method: 'PATCH',
  path: '/v1/productions/{productionId}/boards/{boardId}/days/{dayId}',
  summary: 'Change a day’s date, type, call, aim or note; nothing on it is lost',
  access: edits,
  params: ofDay,
  body: z.object({
    onDate: PlainDay.optional(),
    /** The date is another day's: the two change places. */
    swap: z.boolean().default(false),
    type: DayType.optional(),
    unit: UnitName.optional(),
    callTime: call.nullable().optional(),
    targetEighths: z.number().int().min(1).max(400).nullable().optional(),
    note: z.string().trim().max(200).optional(),
    /** The answer to `day-has-dependants`. */
    strips: StripsOfDay.optional(),
  }),
  ifMatch: 'required',
  preview: true,
  response: BoardView,
  problems: [NotFound, Stale, DayTaken, DayHasDependants],
})

export const removeDay = route({
  method: 'DELETE',
  path: '/v1/productions/{productionId}/boards/{boardId}/days/{dayId}',
  summary: 'Take a day off the board; its strips go to the boneyard or to another day, as asked',
  access: edits,
  params: ofDay,
  query: z.object({ strips: z.union([z.literal('boneyard'), ShootDayId]).optional() }),
  ifMatch: 'required',
  preview: true,
  response: BoardView,
  problems: [NotFound, Stale, DayHasDependants],
})
