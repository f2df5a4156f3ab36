import { sql } from 'kysely'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionId, UserId } from '../../kernel/ids.ts'
import type { CallSheetView } from './callsheet.view.ts'
import type { Blocks, Overrides } from './sheet.blocks.ts'
import type { CallSheetId, CallSheetIssueId, SheetStatus } from './sheet.contract.ts'
import type { SheetFacts } from './sheet.facts.ts'
import './sheet.table.ts'

const columns = [
  'id',
  'on_date as onDate',
  'unit',
  'variant',
  'status',
  'blocks',
  'overrides',
  'ready_at as readyAt',
  'ready_by_name as readyByName',
  'version',
  'created_by as createdBy',
] as const

export type SheetRow = NonNullable<Awaited<ReturnType<typeof find>>>

export const find = (db: Db, scope: ProductionScope, id: CallSheetId) =>
  db
    .selectFrom('call_sheet')
    .select(columns)
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()

/** Holds the row until the transaction ends: publishing and editing take turns. */
export const lock = (tx: Tx, scope: ProductionScope, id: CallSheetId) =>
  tx
    .selectFrom('call_sheet')
    .select(columns)
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export const list = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('call_sheet')
    .select(columns)
    .where('production_id', '=', scope.productionId)
    .where('archived_at', 'is', null)
    .orderBy('on_date')
    .orderBy('unit')
    .orderBy('variant')
    .execute()

/** The sheet of one day, unit and variant, if there is one. */
export const ofDay = (db: Db, scope: ProductionScope, key: { onDate: PlainDay; unit: string; variant: string }) =>
  db
    .selectFrom('call_sheet')
    .select('id')
    .where('production_id', '=', scope.productionId)
    .where('on_date', '=', key.onDate)
    .where(sql`lower(unit)`, '=', key.unit.toLowerCase())
    .where(sql`lower(variant)`, '=', key.variant.toLowerCase())
    .where('archived_at', 'is', null)
    .executeTakeFirst()

interface NewSheet {
  id: CallSheetId
  onDate: PlainDay
  unit: string
  variant: string
  blocks: Blocks
  overrides: Overrides
  createdAt: Temporal.Instant
  createdBy: UserId | null
}

export const insert = (tx: Tx, scope: ProductionScope, sheet: NewSheet) =>
  tx
    .insertInto('call_sheet')
    .values({
      id: sheet.id,
      production_id: scope.productionId,
      on_date: sheet.onDate,
      unit: sheet.unit,
      variant: sheet.variant,
      blocks: JSON.stringify(sheet.blocks),
      overrides: JSON.stringify(sheet.overrides),
      ready_at: null,
      ready_by: null,
      ready_by_name: null,
      created_at: sheet.createdAt.toString(),
      created_by: sheet.createdBy,
      archived_at: null,
    })
    .execute()

export interface SheetChange {
  status?: SheetStatus
  blocks?: Blocks
  overrides?: Overrides
  ready?: { at: Temporal.Instant; by: UserId | null; byName: string } | null
  archivedAt?: Temporal.Instant
}

/** Writes what is given. @returns undefined when somebody else was first */
export const update = (tx: Tx, scope: ProductionScope, id: CallSheetId, change: SheetChange) =>
  tx
    .updateTable('call_sheet')
    .set({
      version: sql<number>`version + 1`,
      ...(change.status && { status: change.status }),
      ...(change.blocks && { blocks: JSON.stringify(change.blocks) }),
      ...(change.overrides && { overrides: JSON.stringify(change.overrides) }),
      ...(change.archivedAt && { archived_at: change.archivedAt.toString() }),
      ...(change.ready !== undefined && {
        ready_at: change.ready?.at.toString() ?? null,
        ready_by: change.ready?.by ?? null,
        ready_by_name: change.ready?.byName ?? null,
      }),
    })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()

/** Other variants of a published day step back, so that one sheet rules. */
export const retireOthers = (tx: Tx, scope: ProductionScope, sheet: Pick<SheetRow, 'id' | 'onDate' | 'unit'>) =>
  tx
    .updateTable('call_sheet')
    .set({ status: 'draft', version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('on_date', '=', sheet.onDate)
    .where(sql`lower(unit)`, '=', sheet.unit.toLowerCase())
    .where('id', '!=', sheet.id)
    .where('status', '=', 'published')
    .execute()

const issueColumns = [
  'id',
  'call_sheet_id as callSheetId',
  'on_date as onDate',
  'unit',
  'number',
  'colour',
  'fill',
  'word',
  'preliminary',
  'sha256',
  'issued_at as issuedAt',
  'issued_by_name as issuedBy',
] as const

/** Everything that went out, newest first. */
export const issues = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('call_sheet_issue')
    .select(issueColumns)
    .where('production_id', '=', scope.productionId)
    .orderBy('issued_at', 'desc')
    .orderBy('number', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** The same for one day and unit, whichever variant it came from. */
export const issuesOfDay = (db: Db, scope: ProductionScope, { onDate, unit }: Pick<SheetRow, 'onDate' | 'unit'>) =>
  db
    .selectFrom('call_sheet_issue')
    .select(issueColumns)
    .where('production_id', '=', scope.productionId)
    .where('on_date', '=', onDate)
    .where(sql`lower(unit)`, '=', unit.toLowerCase())
    .orderBy('issued_at', 'desc')
    .orderBy('number', 'desc')
    .orderBy('id', 'desc')
    .execute()

export type IssueRow = Awaited<ReturnType<typeof issues>>[number]

export const issue = (db: Db, scope: ProductionScope, id: CallSheetIssueId) =>
  db
    .selectFrom('call_sheet_issue')
    .select([...issueColumns, 'view'])
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .executeTakeFirst()

/** What is out for one day and unit, with the sheet as it went out. */
export const currentIssue = (db: Db, scope: ProductionScope, { onDate, unit }: Pick<SheetRow, 'onDate' | 'unit'>) =>
  db
    .selectFrom('call_sheet_issue')
    .select([...issueColumns, 'view'])
    .where('production_id', '=', scope.productionId)
    .where('on_date', '=', onDate)
    .where(sql`lower(unit)`, '=', unit.toLowerCase())
    .orderBy('issued_at', 'desc')
    .orderBy('number', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The newest issue of each day and unit, with the sheet as it went out. */
export const currentIssues = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('call_sheet_issue')
    .select([...issueColumns, 'view'])
    .distinctOn(['on_date', sql`lower(unit)`])
    .where('production_id', '=', scope.productionId)
    .orderBy('on_date')
    .orderBy(sql`lower(unit)`)
    .orderBy('issued_at', 'desc')
    .orderBy('number', 'desc')
    .orderBy('id', 'desc')
    .execute()

export type CurrentIssue = Awaited<ReturnType<typeof currentIssues>>[number]

interface NewIssue {
  id: CallSheetIssueId
  sheet: Pick<SheetRow, 'id' | 'onDate' | 'unit'>
  view: CallSheetView
  facts: SheetFacts
  sha256: string
  boardId: string | null
  scheduleIssueId: string | null
  issuedAt: Temporal.Instant
  issuedBy: { id: UserId | null; name: string }
}

export const insertIssue = (tx: Tx, scope: ProductionScope, { sheet, view, ...issue }: NewIssue) =>
  tx
    .insertInto('call_sheet_issue')
    .values({
      id: issue.id,
      call_sheet_id: sheet.id,
      production_id: scope.productionId,
      on_date: sheet.onDate,
      unit: sheet.unit,
      number: view.revision.number,
      colour: view.revision.colour,
      fill: view.revision.fill,
      word: view.revision.word,
      preliminary: view.revision.preliminary,
      facts: JSON.stringify(issue.facts),
      view: JSON.stringify(view),
      sha256: issue.sha256,
      schedule_issue_id: issue.scheduleIssueId,
      board_id: issue.boardId,
      issued_at: issue.issuedAt.toString(),
      issued_by: issue.issuedBy.id,
      issued_by_name: issue.issuedBy.name,
    })
    .returning(issueColumns)
    .executeTakeFirstOrThrow()

/** Sheets by what people type for one: a date, a unit, a variant, or the words call sheet. For `Ctrl/Cmd+K`. */
export const search = (db: Db, query: { text: string; productionIds: readonly string[]; limit: number }) =>
  query.productionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('call_sheet')
        .select(['call_sheet.id', 'production_id as productionId', 'on_date as onDate', 'unit', 'variant'])
        .where('production_id', 'in', [...query.productionIds] as ProductionId[])
        .where('call_sheet.archived_at', 'is', null)
        .where(
          sql<string>`'call sheet ' || to_char(on_date, 'FMDD FMMon YYYY YYYY-MM-DD FMDay') || ' ' || unit || ' ' || variant`,
          'ilike',
          `%${query.text.replaceAll(/[%_\\]/g, '\\$&')}%`,
        )
        .orderBy('on_date', 'desc')
        .limit(query.limit)
        .execute()
