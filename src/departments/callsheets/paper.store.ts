import { sql } from 'kysely'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import './notice.table.ts'

/** The notice a printed code leads back to; codes are read off paper, so case and spaces do not count. */
export const copyByCode = (db: Db, scope: ProductionScope, code: string) =>
  db
    .selectFrom('call_sheet_notice')
    .select(['name', 'call_sheet_id as callSheetId', 'on_date as onDate', 'issue_word as word'])
    .select(['copy_number as copyNumber', 'copies', 'left_at as leftAt'])
    .where('production_id', '=', scope.productionId)
    .where(sql`upper(code)`, '=', code.replaceAll(/\s/g, '').toUpperCase())
    .executeTakeFirst()
