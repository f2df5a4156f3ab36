import { sql } from 'kysely'

/** Of a query over `board`: those that count, as `countingBoards` says it of boards that are loaded. */
export const counts = sql<boolean>`(board.archived_at is null
  and (board.state = 'active' or (board.runs_alongside and board.state <> 'draft')))`
