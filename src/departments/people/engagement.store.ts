import { sql, type Insertable, type Updateable } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { OfficeScope, ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { EngagementId } from './engagement.contract.ts'
import type { EngagementTable } from './engagement.table.ts'
import './person.table.ts'

const rows = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('engagement')
    .innerJoin('department', 'department.id', 'engagement.department_id')
    .leftJoin('person', 'person.id', 'engagement.person_id')
    .leftJoin('company as firm', 'firm.id', 'engagement.company_id')
    .leftJoin('company as employer', 'employer.id', 'person.company_id')
    .select(['engagement.id', 'engagement.production_id as productionId', 'engagement.person_id as personId'])
    .select([
      'engagement.company_id as companyId',
      'engagement.title',
      'engagement.kind',
      'element_id as elementId',
      'works',
      'unit',
    ])
    .select(['engagement.call_offset_minutes as callOffsetMinutes', 'makeup_minutes as makeupMinutes'])
    .select(['wardrobe_minutes as wardrobeMinutes', 'pickup_from as pickupFrom', 'drive_minutes as driveMinutes'])
    .select(['phone_on_sheet as phoneOnSheet', 'engagement.notes', 'engagement.sort', 'engagement.version'])
    .select([
      'engagement.archived_at as archivedAt',
      'department.id as departmentId',
      'department.name as departmentName',
    ])
    .select(['department.sort as departmentSort', 'department.call_offset_minutes as departmentOffset'])
    .select(['person.name as personName', 'person.credit_name as creditName', 'person.pronouns', 'person.languages'])
    .select(['person.birth_date as birthDate', 'person.home_base as homeBase', 'person.dietary'])
    .select(['firm.name as firmName', 'employer.name as employerName', 'person.company_id as employerId'])
    .where('engagement.production_id', '=', scope.productionId)

/** In the order of a crew list: department, the place people gave them, then the order they came. */
export const all = (db: Db, scope: ProductionScope, { archived }: { archived: boolean }) =>
  rows(db, scope)
    .where('engagement.archived_at', archived ? 'is not' : 'is', null)
    .orderBy('department.sort')
    .orderBy('engagement.sort')
    .orderBy('engagement.id')
    .execute()
export type EngagementRow = Awaited<ReturnType<typeof all>>[number]

export const byIds = (db: Db, scope: ProductionScope, ids: readonly EngagementId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : rows(db, scope)
        .where('engagement.id', 'in', ids as EngagementId[])
        .execute()

export const lock = (tx: Tx, scope: ProductionScope, id: EngagementId) =>
  tx
    .selectFrom('engagement')
    .select('version')
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** One list at a time is put on a production. */
export const lockList = (tx: Tx, scope: ProductionScope) =>
  sql`select pg_advisory_xact_lock(hashtext(${`engagements ${scope.productionId}`}))`.execute(tx)

export const lastSort = async (tx: Tx, scope: ProductionScope): Promise<number> =>
  (
    await tx
      .selectFrom('engagement')
      .select((eb) => eb.fn.max('sort').as('last'))
      .where('production_id', '=', scope.productionId)
      .executeTakeFirst()
  )?.last ?? 0

export const insert = (tx: Tx, row: Insertable<EngagementTable>) => tx.insertInto('engagement').values(row).execute()

/** @returns undefined when somebody else was first */
export const update = (
  tx: Tx,
  scope: ProductionScope,
  id: EngagementId,
  expected: number,
  change: Updateable<EngagementTable>,
) =>
  tx
    .updateTable('engagement')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()

/** Everywhere a person has worked; the office's own history of them. */
export const ofPerson = (db: Db, _scope: OfficeScope, personId: PersonId) =>
  db
    .selectFrom('engagement')
    .innerJoin('department', 'department.id', 'engagement.department_id')
    .select(['engagement.id', 'production_id as productionId', 'title', 'kind', 'department.name as department'])
    .select('engagement.archived_at as archivedAt')
    .where('person_id', '=', personId)
    .orderBy('engagement.id', 'desc')
    .limit(200)
    .execute()

/** Where people are engaged, whatever the production. */
export const ofPeople = (db: Db, personIds: readonly PersonId[]) =>
  personIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('engagement')
        .select((eb) => ['id as engagementId', eb.ref('person_id').$castTo<PersonId>().as('personId')])
        .where('person_id', 'in', [...personIds])
        .execute()

/** Current engagements of these people on the office's other productions. */
export const elsewhere = (db: Db, scope: ProductionScope, personIds: readonly PersonId[]) =>
  personIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('engagement')
        .select(['id as engagementId', 'person_id as personId', 'production_id as productionId'])
        .where('person_id', 'in', [...personIds])
        .where('production_id', '!=', scope.productionId)
        .where('archived_at', 'is', null)
        .execute()
