import { sql } from 'kysely'
import type { ProductionId } from '../../kernel/ids.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import type { Db } from '../../platform/database/database.ts'
import './sheet.table.ts'
import type { WorkView } from './work.rules.ts'

interface IssuedDay extends WorkView {
  readonly productionId: ProductionId
  readonly onDate: PlainDay
  readonly zone: ZoneName
}

/** What the latest issue of every unit's sheet says of people's day; a variant takes the place of what it replaces. */
export async function issuedDays(db: Db, from: PlainDay, to: PlainDay): Promise<IssuedDay[]> {
  const { rows } = await sql<IssuedDay>`
    select distinct on (production_id, on_date, lower(unit)) production_id as "productionId", on_date as "onDate", view->>'timeZone' as zone,
      view->'cast' as cast, view->'crew' as crew, view->'vehicles' as vehicles, view->'pickups' as pickups,
      (view->'times'->'crewWrap'->>'minutes')::int as "crewWrap"
    from call_sheet_issue
    where on_date between ${from} and ${to}
    order by production_id, on_date, lower(unit), issued_at desc, number desc`.execute(db)
  return rows
}
