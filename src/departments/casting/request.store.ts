import type { Insertable, Updateable } from 'kysely'
import type { LinkId, ProductionId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { moment } from '../../platform/database/moment.ts'
import type { CandidateId } from './candidate.contract.ts'
import type { RequestId } from './request.contract.ts'
import type { CastingRequestTable } from './request.table.ts'
import './candidate.table.ts'

const requests = (db: Db) =>
  db
    .selectFrom('casting_request as request')
    .innerJoin('casting_candidate as candidate', 'candidate.id', 'request.candidate_id')
    .select(['request.id', 'request.candidate_id as candidateId', 'request.production_id as productionId'])
    .select([
      'candidate.role_id as roleId',
      'candidate.state as standing',
      'candidate.name',
      'candidate.email',
      'candidate.number',
    ])
    .select(['candidate.agent_name as agentName', 'candidate.agent_email as agentEmail'])
    .select('candidate.agent_copied as agentCopied')
    .select(['request.kind', 'request.body', 'request.turn', 'request.state', 'request.due_at as dueAt'])
    .select(['request.due_zone as dueZone', 'request.answer', 'request.answered_at as answeredAt'])
    .select(['request.reminders', 'request.next_reminder_at as nextReminderAt', 'request.link_id as linkId'])
    .select('request.created_at as createdAt')

export type RequestRow = Awaited<ReturnType<typeof byIds>>[number]

export const page = (
  db: Db,
  scope: ProductionScope,
  query: { show: 'waiting' | 'answered' | 'all'; after?: RequestId | undefined; limit: number },
) =>
  requests(db)
    .where('request.production_id', '=', scope.productionId)
    .$if(query.show === 'waiting', (it) => it.where('request.state', '=', 'asked'))
    .$if(query.show === 'answered', (it) => it.where('request.state', 'in', ['answered', 'declined']))
    .$if(query.after !== undefined, (it) => it.where('request.id', '<', query.after as RequestId))
    .orderBy('request.id', 'desc')
    .limit(query.limit + 1)
    .execute()

export const byIds = (db: Db, scope: ProductionScope, ids: readonly RequestId[]) =>
  requests(db)
    .where('request.production_id', '=', scope.productionId)
    .where('request.id', 'in', [...ids])
    .orderBy('request.id')
    .execute()

export const lock = (tx: Tx, scope: ProductionScope, ids: readonly RequestId[]) =>
  requests(tx)
    .where('request.production_id', '=', scope.productionId)
    .where('request.id', 'in', [...ids])
    .orderBy('request.id')
    .forUpdate('request')
    .execute()

export const behindLink = (db: Db, productionId: ProductionId, linkId: LinkId) =>
  requests(db)
    .where('request.production_id', '=', productionId)
    .where('request.link_id', '=', linkId)
    .executeTakeFirst()

export const insert = (tx: Tx, row: Insertable<CastingRequestTable>) =>
  tx.insertInto('casting_request').values(row).execute()

/** Which of these are asked for a tape and have not answered. */
export async function withOpenTape(db: Db, candidateIds: readonly CandidateId[]): Promise<CandidateId[]> {
  const rows = await db
    .selectFrom('casting_request')
    .select('candidate_id as candidateId')
    .where('candidate_id', 'in', [...candidateIds])
    .where('kind', '=', 'self_tape')
    .where('state', '=', 'asked')
    .execute()
  return rows.map(({ candidateId }) => candidateId)
}

export const update = (tx: Tx, id: RequestId, set: Updateable<CastingRequestTable>) =>
  tx.updateTable('casting_request').set(set).where('id', '=', id).execute()

export const due = (db: Db, now: Temporal.Instant, limit: number) =>
  db
    .selectFrom('casting_request')
    .select(['id', 'production_id as productionId'])
    .where('next_reminder_at', '<=', moment(now))
    .orderBy('next_reminder_at')
    .limit(limit)
    .execute()
