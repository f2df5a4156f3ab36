import type { Insertable } from 'kysely'
import type { UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { ApiTokenTable } from '../../platform/signin/signin.table.ts'

/** Tokens of somebody that still open doors, newest first. */
export const ofUser = (db: Db, userId: UserId) =>
  db
    .selectFrom('api_token')
    .select(['id', 'name', 'scopes', 'created_at', 'expires_at', 'last_used_at'])
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()

export const insert = (tx: Tx, token: Insertable<ApiTokenTable>) => tx.insertInto('api_token').values(token).execute()

/** @returns undefined where they have no such token, or it is revoked already */
export const revoke = (tx: Tx, userId: UserId, id: string, at: Temporal.Instant) =>
  tx
    .updateTable('api_token')
    .set({ revoked_at: at.toString() })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
