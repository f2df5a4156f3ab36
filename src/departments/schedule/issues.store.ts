import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { BoardId, RevisionColour, ScheduleIssue, ScheduleIssueId } from './board.contract.ts'
import './schedule.table.ts'

const columns = [
  'id',
  'board_id as boardId',
  'board_name as boardName',
  'number',
  'colour',
  'sha256',
  'issued_at as issuedAt',
  'issued_by as issuedBy',
] as const

type IssueRow = Omit<ScheduleIssue, 'issuedAt'> & { readonly issuedAt: Temporal.Instant }
const shown = (row: IssueRow): ScheduleIssue => ({ ...row, issuedAt: row.issuedAt.toString() })

/** Newest first. */
export async function all(db: Db, scope: ProductionScope): Promise<ScheduleIssue[]> {
  const rows = await db
    .selectFrom('schedule_issue')
    .select(columns)
    .where('production_id', '=', scope.productionId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(shown)
}

export async function find(db: Db, scope: ProductionScope, id: ScheduleIssueId) {
  const row = await db
    .selectFrom('schedule_issue')
    .select([...columns, 'snapshot'])
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { snapshot, ...issue } = row
  return { issue: shown(issue), snapshot }
}

/** What several of them froze, by id, in one question. */
export async function snapshots(
  db: Db,
  scope: ProductionScope,
  ids: readonly ScheduleIssueId[],
): Promise<ReadonlyMap<ScheduleIssueId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('schedule_issue')
    .select(['id', 'snapshot'])
    .where('production_id', '=', scope.productionId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, snapshot }) => [id, snapshot]))
}

interface NewIssue {
  readonly id: ScheduleIssueId
  readonly boardId: BoardId
  readonly boardName: string
  readonly number: number
  readonly colour: RevisionColour
  readonly snapshot: string
  readonly sha256: string
  readonly issuedAt: Temporal.Instant
  readonly issuedBy: string
}

export const insert = async (tx: Tx, scope: ProductionScope, issue: NewIssue): Promise<ScheduleIssue> => {
  const row = await tx
    .insertInto('schedule_issue')
    .values({
      id: issue.id,
      production_id: scope.productionId,
      board_id: issue.boardId,
      board_name: issue.boardName,
      number: issue.number,
      colour: JSON.stringify(issue.colour),
      snapshot: issue.snapshot,
      sha256: issue.sha256,
      issued_at: issue.issuedAt.toString(),
      issued_by: issue.issuedBy,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return shown(row)
}
