import type { PersonId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/database.ts'
import './person.table.ts'

/** What a list of people shows of each beside the name: usual position and department, and where they live. All public. */
export const cardsByIds = (db: Db, ids: readonly PersonId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('person')
        .select(['id', 'name', 'position', 'home_base as homeBase', 'department_id as departmentId'])
        .where('id', 'in', [...ids])
        .execute()
