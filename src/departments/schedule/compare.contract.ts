import { z } from 'zod'
import { Change, Concern } from '../../kernel/concern.ts'
import { ProductionId } from '../../kernel/ids.ts'
import { NotFound } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { BoardId } from './board.contract.ts'

export const ComparedLine = Change
export type ComparedLine = z.infer<typeof ComparedLine>

export const BoardComparison = z.object({
  /** Weekdays off and marked dates, where the two go by different calendars. */
  calendar: z.array(ComparedLine),
  scenes: z.array(ComparedLine),
  days: z.array(ComparedLine),
  people: z.array(ComparedLine),
  totals: z.array(ComparedLine),
})
export type BoardComparison = z.infer<typeof BoardComparison>

/** The other board as it would be if it drove everything, against this one. */
export const compareBoards = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/boards/{boardId}/compare',
  summary: 'Compare a board with another, or with what was last published',
  access: { ability: 'schedule.read', on: 'production' },
  params: z.object({ productionId: ProductionId, boardId: BoardId }),
  query: z.object({ with: z.union([BoardId, z.enum(['active', 'published'])]) }),
  response: BoardComparison.extend({
    beforeName: z.string(),
    afterName: z.string(),
    raises: z.array(Concern),
    clears: z.array(Concern),
  }),
  problems: [NotFound],
})
