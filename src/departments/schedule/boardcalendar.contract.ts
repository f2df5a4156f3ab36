import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { NotFound, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'
import { BoardId, OwnCalendar, ShootDayId } from './board.contract.ts'
import { BoardView } from './boards.contract.ts'
import { DayTaken } from './days.contract.ts'

const params = z.object({ productionId: ProductionId, boardId: BoardId })

/** `follow` keeps each day's distance to the one before in working days; a list says each date. */
export const NewDates = z.union([
  z.enum(['keep', 'follow']),
  z.array(z.object({ dayId: ShootDayId, onDate: PlainDay })).max(400),
])
export type NewDates = z.infer<typeof NewDates>

export const setBoardCalendar = route({
  method: 'PUT',
  path: '/v1/productions/{productionId}/boards/{boardId}/calendar',
  summary: 'Give a board its own weekdays off and marked dates, and let its days follow or keep their dates',
  access: { ability: 'schedule.edit', on: 'production' },
  params,
  body: z.object({ calendar: OwnCalendar, dates: NewDates.default('keep') }),
  ifMatch: 'required',
  preview: true,
  response: BoardView,
  problems: [NotFound, Stale, DayTaken],
})

export const adoptBoardCalendar = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/boards/{boardId}/calendar/adopt',
  summary: "Make a board's calendar the production's; the board then follows it like the others",
  access: { ability: 'production.edit', on: 'production' },
  params,
  ifMatch: 'required',
  preview: true,
  response: BoardView,
  problems: [NotFound, Stale],
})
