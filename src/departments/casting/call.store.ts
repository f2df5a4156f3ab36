import { sql } from 'kysely'
import type { Insertable } from 'kysely'
import type { LinkId, ProductionId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { moment } from '../../platform/database/moment.ts'
import type { CallId, CallQuery } from './call.contract.ts'
import type { CastingCallTable } from './call.table.ts'
import './consent.table.ts'
import type { RoleId } from './role.contract.ts'

const from = (db: Db) =>
  db
    .selectFrom('casting_call')
    .innerJoin('casting_consent', 'casting_consent.id', 'casting_call.consent_id')
    .select(['casting_call.id', 'casting_call.role_id as roleId', 'casting_call.link_id as linkId', 'slate'])
    .select([
      'open_until as openUntil',
      'closed_at as closedAt',
      'casting_call.version',
      'production_id as productionId',
    ])
    .select(['casting_consent.number', 'casting_consent.retention_months as retentionMonths', 'casting_consent.body'])
    .select('casting_consent.id as consentId')
    .select(({ selectFrom }) =>
      selectFrom('casting_candidate')
        .select(sql<number>`count(*)`.as('many'))
        .whereRef('casting_candidate.role_id', '=', 'casting_call.role_id')
        .where('source', '=', 'open_call')
        .as('submissions'),
    )

/** The newest first, and one row more where there is a next page. */
export const page = (db: Db, scope: ProductionScope, { roleId, after, limit }: CallQuery) =>
  from(db)
    .where('casting_call.production_id', '=', scope.productionId)
    .$if(roleId !== undefined, (it) => it.where('casting_call.role_id', '=', roleId as RoleId))
    .$if(after !== undefined, (it) => it.where('casting_call.id', '<', after as CallId))
    .orderBy('casting_call.id', 'desc')
    .limit(limit + 1)
    .execute()
export type CallRow = Awaited<ReturnType<typeof page>>[number]

export const find = (db: Db, scope: ProductionScope, id: CallId) =>
  from(db)
    .where('casting_call.production_id', '=', scope.productionId)
    .where('casting_call.id', '=', id)
    .executeTakeFirst()

export const behindLink = (db: Db, productionId: ProductionId, linkId: LinkId) =>
  from(db)
    .where('casting_call.production_id', '=', productionId)
    .where('casting_call.link_id', '=', linkId)
    .executeTakeFirst()

/** @returns undefined when the role has an open call already */
export const insert = (tx: Tx, row: Insertable<CastingCallTable>) =>
  tx
    .insertInto('casting_call')
    .values(row)
    .onConflict((conflict) => conflict.column('role_id').where('closed_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()

export const close = (tx: Tx, scope: ProductionScope, id: CallId, at: Temporal.Instant) =>
  tx
    .updateTable('casting_call')
    .set({ closed_at: at.toString(), version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute()

/** How many sent themselves for a role since then. */
export const sentSince = async (db: Db, roleId: RoleId, since: Temporal.Instant): Promise<number> => {
  const { many } = await db
    .selectFrom('casting_candidate')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('role_id', '=', roleId)
    .where('source', '=', 'open_call')
    .where('created_at', '>', moment(since))
    .executeTakeFirstOrThrow()
  return many
}

/** Files that came by one of casting's links before then and that nobody's submission names. */
export const unclaimed = (db: Db, before: Temporal.Instant, limit: number) =>
  db
    .selectFrom('upload')
    .innerJoin('link', 'link.id', 'upload.link_id')
    .innerJoin('file', 'file.id', 'upload.id')
    .select('file.id')
    .where('link.purpose', 'in', ['casting_call', 'casting_request'])
    .where('file.created_at', '<', moment(before))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('casting_media').select('casting_media.id').whereRef('casting_media.sent_file_id', '=', 'file.id'),
        ),
      ),
    )
    .limit(limit)
    .execute()
