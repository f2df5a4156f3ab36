import { sql } from 'kysely'
import type { ProductionId, UserId } from '../../kernel/ids.ts'
import { given } from '../../kernel/patch.ts'
import type { ZoneName } from '../../kernel/time.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { OfficeScope, ProductionScope } from '../../platform/access/scope.ts'
import type { ProductionChange } from './production.contract.ts'
import './production.table.ts'

const columns = [
  'id',
  'code',
  'title',
  'kind',
  'phase',
  'client_company_id as clientCompanyId',
  'agency_company_id as agencyCompanyId',
  'job_number as jobNumber',
  'starts_on as startsOn',
  'ends_on as endsOn',
  'time_zone as timeZone',
  'paper_size as paperSize',
  'hour_cycle as hourCycle',
  'days_off as daysOff',
  'profile_id as profileId',
  'revision_colours as revisionColours',
  'lines_per_page as linesPerPage',
  'eighths_rounding as eighthsRounding',
  'jurisdiction',
  'notes',
  'calendar_invitations as calendarInvitations',
  'hold_days as holdDays',
  'archived_at as archivedAt',
  'version',
] as const

export type ProductionRow = NonNullable<Awaited<ReturnType<typeof find>>>

export const find = (db: Db, scope: ProductionScope) =>
  db.selectFrom('production').select(columns).where('id', '=', scope.productionId).executeTakeFirst()

/** Holds the row until the transaction ends, so that two people changing it take turns. */
export const lock = (tx: Tx, scope: ProductionScope) =>
  tx.selectFrom('production').select(columns).where('id', '=', scope.productionId).forUpdate().executeTakeFirst()

interface Asked {
  /** Only theirs; null for those whose role reaches all. */
  readonly member: UserId | null
  readonly archived: boolean
  readonly code: string | undefined
  readonly after: string | undefined
  readonly limit: number
}

/** The list in order of start, those without a date last; `after` is the last key of the page before. */
export const list = (db: Db, _scope: OfficeScope, { member, archived, code, after, limit }: Asked) => {
  const key = sql<string>`coalesce(starts_on::text, '9999-12-31') || ' ' || id::text`
  return db
    .selectFrom('production')
    .select(['id', 'code', 'title', 'kind', 'phase', 'client_company_id as clientCompanyId', 'starts_on as startsOn'])
    .select(['ends_on as endsOn', 'time_zone as timeZone', 'archived_at as archivedAt', key.as('key')])
    .where('archived_at', archived ? 'is not' : 'is', null)
    .$if(member !== null, (query) =>
      query.where('id', 'in', (eb) =>
        eb
          .selectFrom('production_member')
          .select('production_id')
          .where('user_id', '=', member as UserId),
      ),
    )
    .$if(code !== undefined, (query) => query.where(sql`lower(code)`, '=', code?.toLowerCase() ?? ''))
    .$if(after !== undefined, (query) => query.where(key, '>', after ?? ''))
    .orderBy(key)
    .limit(limit)
    .execute()
}

export const isCodeTaken = async (tx: Tx, code: string, except: ProductionId | null): Promise<boolean> =>
  (await tx
    .selectFrom('production')
    .select('id')
    .where(sql`lower(code)`, '=', code.toLowerCase())
    .where('archived_at', 'is', null)
    .$if(except !== null, (query) => query.where('id', '!=', except as ProductionId))
    .executeTakeFirst()) !== undefined

export type NewRow = Required<ProductionChange> & { id: ProductionId; createdAt: Temporal.Instant }

export const insert = (tx: Tx, row: NewRow) =>
  tx
    .insertInto('production')
    .values({
      id: row.id,
      created_at: row.createdAt.toString(),
      archived_at: null,
      ...written(row),
      calendar_version: 1,
    } as never)
    .execute()

/** Writes what is given and nothing else. @returns undefined when somebody else was first */
export const update = (tx: Tx, scope: ProductionScope, expected: number, change: ProductionChange) =>
  tx
    .updateTable('production')
    .set({ ...written(change), version: sql<number>`version + 1` })
    .where('id', '=', scope.productionId)
    .where('version', '=', expected)
    .returning(columns)
    .executeTakeFirst()

export const setArchived = (tx: Tx, scope: ProductionScope, expected: number, at: Temporal.Instant | null) =>
  tx
    .updateTable('production')
    .set({ archived_at: at?.toString() ?? null, version: sql<number>`version + 1` })
    .where('id', '=', scope.productionId)
    .where('version', '=', expected)
    .returning(columns)
    .executeTakeFirst()

function written(change: ProductionChange) {
  const { code, title, kind, phase, timeZone, paperSize, hourCycle, daysOff, jurisdiction, notes } = change
  return given({
    code,
    title,
    kind,
    phase,
    jurisdiction,
    notes,
    time_zone: timeZone,
    paper_size: paperSize,
    hour_cycle: hourCycle,
    days_off: daysOff,
    calendar_version: daysOff && sql<number>`calendar_version + 1`,
    client_company_id: change.clientCompanyId,
    agency_company_id: change.agencyCompanyId,
    job_number: change.jobNumber,
    starts_on: change.startsOn,
    ends_on: change.endsOn,
    profile_id: change.profileId,
    revision_colours: change.revisionColours && JSON.stringify(change.revisionColours),
    lines_per_page: change.linesPerPage,
    eighths_rounding: change.eighthsRounding,
    calendar_invitations: change.calendarInvitations,
    hold_days: change.holdDays,
  })
}

/** Productions whose code or title meets the words somebody types; for `Ctrl/Cmd+K`. */
export const search = (
  db: Db,
  { text, productionIds, limit }: { text: string; productionIds: readonly string[]; limit: number },
) =>
  productionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('production')
        .select(['id', 'code', 'title', 'kind'])
        .select(
          sql<number>`greatest(word_similarity(${text}, title), case when code ilike ${`${text}%`} then 1 else 0 end)`.as(
            'score',
          ),
        )
        .where('id', 'in', productionIds as ProductionId[])
        .where((eb) => eb.or([eb('code', 'ilike', `${text}%`), eb(sql`word_similarity(${text}, title)`, '>', 0.5)]))
        .orderBy('score', 'desc')
        .limit(limit)
        .execute()

export const members = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('auth.user as user')
    .leftJoin('production_member as member', (join) =>
      join.onRef('member.user_id', '=', 'user.id').on('member.production_id', '=', scope.productionId),
    )
    .select(['user.id as userId', 'user.name', 'user.email', 'member.role'])
    .where((eb) => eb.or([eb('user.disabled_at', 'is', null), eb('member.role', 'is not', null)]))
    .orderBy('user.name')
    .execute()

export const deleteMember = (tx: Tx, scope: ProductionScope, userId: UserId) =>
  tx
    .deleteFrom('production_member')
    .where('production_id', '=', scope.productionId)
    .where('user_id', '=', userId)
    .returning('role')
    .executeTakeFirst()

/**
 * What a new production takes from the office when nothing else is said. Read here and not asked of the office's department,
 * which depends on this one.
 */
export async function officeDefaults(db: Db) {
  const { rows } = await sql<{ timeZone: ZoneName; paperSize: 'a4' | 'letter'; hourCycle: 12 | 24 }>`
    select time_zone as "timeZone", paper_size as "paperSize", hour_cycle as "hourCycle" from office`.execute(db)
  return rows[0] ?? { timeZone: 'UTC' as ZoneName, paperSize: 'a4' as const, hourCycle: 24 as const }
}

/** Titles of productions by id, for registers of the whole office. */
export async function titlesByIds(db: Db, ids: readonly ProductionId[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('production')
    .select(['id', 'title'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export async function codesByIds(db: Db, ids: readonly ProductionId[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('production')
    .select(['id', 'code'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, code }) => [id, code]))
}
