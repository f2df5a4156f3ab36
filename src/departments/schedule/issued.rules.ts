import type { Board, BoardFacts, BoardLook } from './board.contract.ts'
import { FOLLOWS } from './boardcalendar.rules.ts'
import { shapeOfColumns } from './layout.rules.ts'

/** What a schedule published before boards had calendars, and colours and layouts were tables, does not say. */
type Frozen = Omit<BoardFacts, 'board' | 'calendar' | 'colours' | 'layout'> &
  Partial<Pick<BoardFacts, 'calendar' | 'colours' | 'layout'>> & {
    readonly board: Omit<Board, 'calendar' | 'look'> &
      Partial<Pick<Board, 'calendar'>> & {
        readonly look: Omit<BoardLook, 'layout'> & { readonly layout?: string; readonly columns?: readonly string[] }
      }
  }

/** The facts of a published schedule. Its text never changes, so what was not known then is filled in here. */
export function thawed(snapshot: string): BoardFacts {
  const facts = JSON.parse(snapshot) as Frozen
  const { columns = [], layout = 'classic', ...look } = facts.board.look
  return {
    ...facts,
    board: { ...facts.board, calendar: facts.board.calendar ?? FOLLOWS, look: { ...look, layout } },
    calendar: facts.calendar ?? null,
    colours: facts.colours ?? null,
    layout: facts.layout ?? shapeOfColumns(columns),
  }
}
