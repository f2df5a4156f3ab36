import type { ColumnType, Generated } from 'kysely'
import type { ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'

interface CrewNeedTable {
  id: string
  production_id: ProductionId
  department_id: string
  title: string
  count: number
  /** Empty: every shoot day. */
  dates: ColumnType<PlainDay[], PlainDay[] | unknown, PlainDay[]>
  sort: number
}

/** The usual crew of a kind of production; by the department's name, because offices rename. */
interface CrewTemplateTable {
  id: string
  kind: string
  name: string
  department: string
  title: string
  count: number
  sort: number
  source: string
  dated: PlainDay
  /** Kept by the office from one of its productions. */
  is_own: Generated<boolean>
}

/** The whole list of a production is edited at once; there is no row until somebody does. */
interface CrewNeedListTable {
  production_id: ProductionId
  version: Generated<number>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    crew_need: CrewNeedTable
    crew_need_list: CrewNeedListTable
    crew_template: CrewTemplateTable
  }
}
