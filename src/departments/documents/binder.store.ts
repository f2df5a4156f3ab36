import type { ProductionId, UserId } from '../../kernel/ids.ts'
import type { OfficeRole } from '../../kernel/abilities.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { BinderGap, BinderId, BinderSection } from './binder.contract.ts'
import './binder.table.ts'
import '../../platform/signin/signin.table.ts'

const binders = (db: Db) =>
  db
    .selectFrom('document_binder')
    .select(['id', 'production_id as productionId', 'user_id as userId', 'asked_at as askedAt', 'asked_by as askedBy'])
    .select(['state', 'done', 'total', 'problem', 'contents', 'missing', 'pages', 'files', 'pdf_bytes as pdfBytes'])
    .select(['pdf_sha256 as pdfSha256', 'zip_bytes as zipBytes', 'zip_sha256 as zipSha256'])
    .select('finished_at as finishedAt')

/** The latest of one person. */
export const ofUser = (db: Db, productionId: ProductionId, userId: UserId) =>
  binders(db)
    .where('production_id', '=', productionId)
    .where('user_id', '=', userId)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()

export type BinderRow = Awaited<ReturnType<typeof ofUser>>[number]

export const find = (db: Db, id: BinderId): Promise<BinderRow | undefined> =>
  binders(db).where('id', '=', id).executeTakeFirst()

/** @returns undefined while another of theirs is being built */
export const insert = (
  tx: Tx,
  it: { id: BinderId; productionId: ProductionId; userId: UserId; by: string; at: Temporal.Instant },
) =>
  tx
    .insertInto('document_binder')
    .values({
      id: it.id,
      production_id: it.productionId,
      user_id: it.userId,
      asked_by: it.by,
      asked_at: it.at.toString(),
      contents: '[]',
      missing: '[]',
      total: null,
      problem: null,
      pages: null,
      files: null,
      pdf_bytes: null,
      pdf_sha256: null,
      zip_bytes: null,
      zip_sha256: null,
      finished_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

export const progress = (tx: Tx, id: BinderId, done: number, total: number) =>
  tx.updateTable('document_binder').set({ state: 'building', done, total }).where('id', '=', id).execute()

interface Finished {
  readonly contents: readonly BinderSection[]
  readonly missing: readonly BinderGap[]
  readonly pages: number
  readonly files: number
  readonly pdf: { readonly sizeBytes: number; readonly sha256: string }
  readonly zip: { readonly sizeBytes: number; readonly sha256: string }
  readonly at: Temporal.Instant
}

export const finish = (tx: Tx, id: BinderId, it: Finished) =>
  tx
    .updateTable('document_binder')
    .set({
      state: 'ready',
      contents: JSON.stringify(it.contents),
      missing: JSON.stringify(it.missing),
      pages: it.pages,
      files: it.files,
      pdf_bytes: it.pdf.sizeBytes,
      pdf_sha256: it.pdf.sha256,
      zip_bytes: it.zip.sizeBytes,
      zip_sha256: it.zip.sha256,
      finished_at: it.at.toString(),
    })
    .where('id', '=', id)
    .execute()

export const fail = (tx: Tx, id: BinderId, problem: string, at: Temporal.Instant) =>
  tx
    .updateTable('document_binder')
    .set({ state: 'failed', problem, finished_at: at.toString() })
    .where('id', '=', id)
    .execute()

/** Who asked, as they are today: a role that was taken away builds nothing. */
export const asker = (db: Db, id: UserId): Promise<{ name: string; officeRole: OfficeRole } | undefined> =>
  db
    .selectFrom('auth.user')
    .select(['name', 'office_role as officeRole'])
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst() as Promise<{ name: string; officeRole: OfficeRole } | undefined>
