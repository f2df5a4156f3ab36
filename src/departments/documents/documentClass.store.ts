import type { Db } from '../../platform/database/database.ts'
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
