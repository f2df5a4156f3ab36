import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import './document.table.ts'

/** Every class in order, with its rules. Few, and an office's own. */
export const classes = (db: Db) =>
  db
    .selectFrom('document_class')
    .select(['code', 'name', 'about', 'sort', 'readers', 'source', 'version'])
    .select(['is_listed as isListed', 'is_watermarked as isWatermarked', 'needs_nda as needsNda'])
    .select(['nda_exempt as ndaExempt', 'lowest_channel as lowestChannel', 'may_download as mayDownload'])
    .select(['link_days as linkDays', 'in_binder as inBinder', 'as_of as asOf'])
    .orderBy('sort')
    .execute()

export type ClassRow = Awaited<ReturnType<typeof classes>>[number]

type ClassRules = Omit<ClassRow, 'sort' | 'code' | 'source' | 'asOf' | 'version'>

/** Whoever changes a class waits for the one before. */
export const lock = (tx: Tx, code: string) =>
  tx.selectFrom('document_class').select('code').where('code', '=', code).forUpdate().executeTakeFirst()

export const change = (tx: Tx, code: string, it: ClassRules) =>
  tx
    .updateTable('document_class')
    .set({
      name: it.name,
      about: it.about,
      readers: it.readers,
      is_listed: it.isListed,
      is_watermarked: it.isWatermarked,
      needs_nda: it.needsNda,
      nda_exempt: it.ndaExempt,
      lowest_channel: it.lowestChannel,
      may_download: it.mayDownload,
      link_days: it.linkDays,
      in_binder: it.inBinder,
      source: 'This office',
      version: sql<number>`version + 1`,
    })
    .where('code', '=', code)
    .execute()
