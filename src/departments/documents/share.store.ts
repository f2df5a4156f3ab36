import { sql } from 'kysely'
import type { LinkId, PersonId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { Channel, ShareId } from './access.contract.ts'
import type { DocumentId } from './document.contract.ts'
import './access.table.ts'
import '../../platform/link.table.ts'

const shares = (db: Db) =>
  db
    .selectFrom('document_share as share')
    .leftJoin('link', 'link.id', 'share.link_id')
    .select(['share.id', 'share.document_id as documentId', 'share.link_id as linkId', 'share.channel'])
    .select(['share.holder_name as holderName', 'share.holder_email as holderEmail', 'share.person_id as personId'])
    .select(['share.may_download as mayDownload', 'share.is_watermarked as isWatermarked'])
    .select(['share.needs_terms as needsTerms', 'share.expires_at as expiresAt', 'share.shared_at as sharedAt'])
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

export interface NewShareRow {
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
  readonly expiresAt: string | null
  readonly at: Temporal.Instant
  readonly by: string
}

export const insert = (tx: Tx, it: NewShareRow) =>
  tx
    .insertInto('document_share')
    .values({
      ...{ id: it.id, document_id: it.documentId, link_id: it.linkId, channel: it.channel },
      ...{ holder_name: it.holderName, holder_email: it.holderEmail, person_id: it.personId },
      ...{ may_download: it.mayDownload, is_watermarked: it.isWatermarked, needs_terms: it.needsTerms },
      ...{ expires_at: it.expiresAt, shared_at: it.at.toString(), shared_by: it.by },
    })
    .execute()

export interface Visit {
  readonly id: string
  readonly shareId: ShareId
  readonly at: Temporal.Instant
  readonly what: 'opened' | 'downloaded' | 'agreed' | 'wrong_password'
  readonly number: number | null
  readonly address: string | null
  readonly agent: string | null
}

export const insertVisit = (tx: Tx, it: Visit) =>
  tx
    .insertInto('document_visit')
    .values({
      ...{ id: it.id, share_id: it.shareId, at: it.at.toString(), what: it.what, number: it.number },
      ...{ address: it.address, agent: it.agent },
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

export const wrongSince = async (db: Db, id: ShareId, since: Temporal.Instant): Promise<number> =>
  (
    await db
      .selectFrom('document_visit')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('share_id', '=', id)
      .where('what', '=', 'wrong_password')
      .where('at', '>', since)
      .executeTakeFirstOrThrow()
  ).count
