import { sql } from 'kysely'
import type { LinkId, PersonId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { Channel, ShareId } from './access.contract.ts'
import type { DocumentId } from './document.contract.ts'
import type { DocumentVisitTable } from './access.table.ts'
import '../../platform/link.table.ts'

const shares = (db: Db) =>
  db
    .selectFrom('document_share as share')
    .leftJoin('link', 'link.id', 'share.link_id')
    .select(['share.id', 'share.document_id as documentId', 'share.link_id as linkId', 'share.channel'])
    .select(['share.holder_name as holderName', 'share.holder_email as holderEmail', 'share.person_id as personId'])
    .select(['share.may_download as mayDownload', 'share.is_watermarked as isWatermarked'])
    .select(['share.needs_terms as needsTerms', 'share.expires_at as expiresAt', 'share.shared_at as sharedAt'])
    .select(['share.needs_code as needsCode', 'share.code_hash as codeHash', 'share.code_wrong as codeWrong'])
    .select('share.code_expires_at as codeExpiresAt')
    .select(['share.shared_by as sharedBy', 'link.revoked_at as revokedAt', 'link.uses', 'link.max_uses as maxUses'])
    .select((eb) => eb('link.password_hash', 'is not', null).as('hasPassword'))
    .select(
      sql<number>`(select count(*) from document_visit v where v.share_id = share.id and v.what = 'opened')`.as(
        'visits',
      ),
    )
    .select(
      sql<Temporal.Instant | null>`(select max(v.at) from document_visit v where v.share_id = share.id)`.as(
        'lastVisitAt',
      ),
    )

export const ofDocument = (db: Db, id: DocumentId) =>
  shares(db).where('share.document_id', '=', id).orderBy('share.id', 'desc').limit(300).execute()

export type ShareRow = Awaited<ReturnType<typeof ofDocument>>[number]

export const find = (db: Db, documentId: DocumentId, id: ShareId): Promise<ShareRow | undefined> =>
  shares(db).where('share.document_id', '=', documentId).where('share.id', '=', id).executeTakeFirst()

export const byLink = (db: Db, id: LinkId): Promise<ShareRow | undefined> =>
  shares(db).where('share.link_id', '=', id).executeTakeFirst()

interface NewShareRow {
  readonly id: ShareId
  readonly documentId: DocumentId
  readonly linkId: LinkId | null
  readonly channel: Channel
  readonly holderName: string
  readonly holderEmail: string | null
  readonly personId: PersonId | null
  readonly mayDownload: boolean
  readonly isWatermarked: boolean
  readonly needsTerms: boolean
  readonly needsCode: boolean
  readonly expiresAt: string | null
  readonly at: Temporal.Instant
  readonly by: string
}

export const insert = (tx: Tx, it: NewShareRow) =>
  tx
    .insertInto('document_share')
    .values({
      id: it.id,
      document_id: it.documentId,
      link_id: it.linkId,
      channel: it.channel,
      holder_name: it.holderName,
      holder_email: it.holderEmail,
      person_id: it.personId,
      may_download: it.mayDownload,
      is_watermarked: it.isWatermarked,
      needs_terms: it.needsTerms,
      needs_code: it.needsCode,
      expires_at: it.expiresAt,
      shared_at: it.at.toString(),
      shared_by: it.by,
    })
    .execute()

export interface Visit {
  readonly id: string
  readonly shareId: ShareId
  readonly at: Temporal.Instant
  readonly what: DocumentVisitTable['what']
  readonly number: number | null
  readonly address: string | null
  readonly agent: string | null
}

export const insertVisit = (tx: Tx, it: Visit) =>
  tx
    .insertInto('document_visit')
    .values({
      id: it.id,
      share_id: it.shareId,
      at: it.at.toString(),
      what: it.what,
      number: it.number,
      address: it.address,
      agent: it.agent,
    })
    .execute()

export const visits = (db: Db, id: ShareId) =>
  db
    .selectFrom('document_visit')
    .select(['at', 'what', 'address', 'agent'])
    .where('share_id', '=', id)
    .orderBy('id', 'desc')
    .limit(300)
    .execute()

/** How often something happened at one link since a moment. */
export const countSince = async (db: Db, id: ShareId, what: Visit['what'], since: Temporal.Instant): Promise<number> =>
  (
    await db
      .selectFrom('document_visit')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('share_id', '=', id)
      .where('what', '=', what)
      .where('at', '>', since)
      .executeTakeFirstOrThrow()
  ).count

/** The code as it is kept, with the share locked: tries are counted one after the other. */
export const lockCode = (tx: Tx, id: ShareId) =>
  tx
    .selectFrom('document_share')
    .select(['code_hash as codeHash', 'code_expires_at as codeExpiresAt', 'code_wrong as codeWrong'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const putCode = (tx: Tx, id: ShareId, hash: string, until: Temporal.Instant) =>
  tx
    .updateTable('document_share')
    .set({ code_hash: hash, code_expires_at: until.toString(), code_wrong: 0 })
    .where('id', '=', id)
    .execute()

export const countWrongCode = (tx: Tx, id: ShareId) =>
  tx
    .updateTable('document_share')
    .set((eb) => ({ code_wrong: eb('code_wrong', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const clearCode = (tx: Tx, id: ShareId) =>
  tx.updateTable('document_share').set({ code_hash: null }).where('id', '=', id).execute()
