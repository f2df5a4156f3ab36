import { sql, type Insertable, type Updateable } from 'kysely'
import type { LinkId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { moment } from '../../platform/database/moment.ts'
import '../../platform/link.table.ts'
import type { InvitationId } from './proposal.contract.ts'
import type { VendorInvitationTable } from './proposal.table.ts'
import type { VendorId } from './vendor.contract.ts'

const rows = (db: Db) =>
  db
    .selectFrom('vendor_invitation')
    .leftJoin('link', 'link.id', 'vendor_invitation.link_id')
    .selectAll('vendor_invitation')
    .select('link.expires_at as expiresAt')

export const openOf = (db: Db, vendorId: VendorId) =>
  rows(db).where('vendor_id', '=', vendorId).where('state', '<>', 'closed').executeTakeFirst()
export type InvitationRow = NonNullable<Awaited<ReturnType<typeof openOf>>>

export const byLink = (db: Db, linkId: LinkId) =>
  rows(db).where('link_id', '=', linkId).where('state', '<>', 'closed').executeTakeFirst()

/** Nobody else changes it until this commits. */
export const lock = (tx: Tx, id: InvitationId) =>
  tx.selectFrom('vendor_invitation').select('id').where('id', '=', id).forUpdate().execute()

export const insert = (tx: Tx, row: Insertable<VendorInvitationTable>) =>
  tx.insertInto('vendor_invitation').values(row).execute()

/** @returns undefined when somebody else was first */
export const update = (tx: Tx, id: InvitationId, expected: number, change: Updateable<VendorInvitationTable>) =>
  tx
    .updateTable('vendor_invitation')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()

/** Invitations nobody has answered and still can, the oldest first; a job takes as many at a time. */
export const unanswered = (db: Db, now: Temporal.Instant) =>
  rows(db)
    .innerJoin('vendor', 'vendor.id', 'vendor_invitation.vendor_id')
    .select('vendor.name as vendorName')
    .where('vendor_invitation.state', 'in', ['sent', 'opened'])
    .where('vendor.archived_at', 'is', null)
    .where('link.expires_at', '>', moment(now))
    .orderBy('vendor_invitation.sent_at')
    .limit(500)
    .execute()
