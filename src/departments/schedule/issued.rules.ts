import type { Board, BoardFacts } from './board.contract.ts'
import { FOLLOWS } from './boardcalendar.rules.ts'

/** What a schedule published before boards had calendars and colours were a table does not say. */
type Frozen = Omit<BoardFacts, 'board' | 'calendar' | 'colours'> &
  Partial<Pick<BoardFacts, 'calendar' | 'colours'>> & {
    readonly board: Omit<Board, 'calendar'> & Partial<Pick<Board, 'calendar'>>
  }

/** The facts of a published schedule. Its text never changes, so what was not known then is filled in here. */
export function thawed(snapshot: string): BoardFacts {
  const facts = JSON.parse(snapshot) as Frozen
  return {
    ...facts,
    board: { ...facts.board, calendar: facts.board.calendar ?? FOLLOWS },
    calendar: facts.calendar ?? null,
    colours: facts.colours ?? null,
  }
}
