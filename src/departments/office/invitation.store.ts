import type { Db, Tx } from '../../platform/database/database.ts'
import '../../platform/link.table.ts'
import type { Invitation } from './account.contract.ts'
import type { InvitationTable } from './office.table.ts'
import type { Insertable } from 'kysely'

const invitations = (db: Db) =>
  db
    .selectFrom('invitation')
    .innerJoin('link', 'link.id', 'invitation.link_id')
    .select([
      'invitation.id',
      'name',
      'email',
      'office_role',
      'production_roles',
      'link_id',
      'invited_at',
      'accepted_at',
      'withdrawn_at',
      'expires_at',
    ])

export type InvitationRow = Awaited<ReturnType<ReturnType<typeof invitations>['executeTakeFirstOrThrow']>>

export function present(row: InvitationRow, now: Temporal.Instant): Invitation {
  const isExpired = row.expires_at !== null && Temporal.Instant.compare(now, row.expires_at) >= 0
  const state = row.accepted_at ? 'accepted' : row.withdrawn_at ? 'withdrawn' : isExpired ? 'expired' : 'open'
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    officeRole: row.office_role,
    invitedAt: row.invited_at.toString(),
    expiresAt: row.expires_at?.toString() ?? null,
    state,
  }
}

/** The newest first; `after` is the last of the page before. */
export const page = (db: Db, { after, limit }: { after: string | undefined; limit: number }) =>
  invitations(db)
    .$if(after !== undefined, (query) => query.where('invitation.id', '<', after ?? ''))
    .orderBy('invitation.id', 'desc')
    .limit(limit)
    .execute()

export const find = (db: Db, id: string) => invitations(db).where('invitation.id', '=', id).executeTakeFirst()

export const insert = (tx: Tx, row: Insertable<InvitationTable>) => tx.insertInto('invitation').values(row).execute()

export const accept = (tx: Tx, id: string, { by, at }: { by: InvitationTable['accepted_by']; at: string }) =>
  tx.updateTable('invitation').set({ accepted_at: at, accepted_by: by }).where('id', '=', id).execute()

/** @returns undefined where it was accepted or withdrawn already */
export const withdraw = (tx: Tx, id: string, at: string) =>
  tx
    .updateTable('invitation')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
