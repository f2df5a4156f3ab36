import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Board, BoardFacts, BoardId } from './board.contract.ts'
import { sheetOf } from './board.rules.ts'
import type { BoardSheet } from './board.rules.ts'
import { calendarWith } from './boardcalendar.rules.ts'
import type { StripShape } from './layout.contract.ts'
import { USUAL_SHAPE } from './layout.rules.ts'
import * as layouts from './layout.store.ts'
import { neighboursOf } from './neighbours.actions.ts'
import type { Neighbours } from './neighbours.actions.ts'
import type { StripColours } from './palette.contract.ts'
import * as palettes from './palette.store.ts'
import * as strips from './strips.store.ts'

/** Several boards of one production in one round of questions. */
export async function sheetsOf(
  db: Db,
  scope: ProductionScope,
  boards: readonly Board[],
  neighbours?: Neighbours,
): Promise<Map<BoardId, BoardSheet>> {
  if (boards.length === 0) return new Map()
  const around = neighbours ?? (await neighboursOf(db, scope))
  const ids = boards.map(({ id }) => id)
  const days = await strips.daysOf(db, scope, ids)
  const laid = await strips.stripsOf(db, scope, ids)
  const colours = await palettes.coloursOf(
    db,
    boards.map(({ look }) => look.palette),
  )
  const shapes = await layouts.shapesOf(
    db,
    boards.map(({ look }) => look.layout),
  )
  return new Map(boards.map((board) => [board.id, sheetOf(factsOf(board, { days, laid, colours, shapes }, around))]))
}

interface Laid {
  readonly days: readonly strips.DayOnBoard[]
  readonly laid: readonly strips.StripOnBoard[]
  readonly colours: ReadonlyMap<string, StripColours>
  readonly shapes: ReadonlyMap<string, StripShape>
}

function factsOf(board: Board, { days, laid, colours, shapes }: Laid, around: Neighbours): BoardFacts {
  return {
    board,
    days: days.filter((day) => day.boardId === board.id).map(({ boardId: _board, ...day }) => day),
    strips: laid
      .filter((strip) => strip.boardId === board.id)
      .map(({ boardId: _board, position: _position, ...strip }) => strip),
    scenes: [...around.scenes],
    elements: [...around.elements],
    places: [...around.places],
    timeZone: around.timeZone,
    mealAfterMinutes: around.profile?.mealAfterMinutes ?? around.rules.mealAfterMinutes,
    calendar: calendarWith(around.calendar, board.calendar),
    colours: colours.get(board.look.palette) ?? null,
    layout: shapes.get(board.look.layout) ?? USUAL_SHAPE,
  }
}
