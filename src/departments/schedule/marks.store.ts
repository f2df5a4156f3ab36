import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { ElementEventId, FlagId } from './board.contract.ts'
import type { EventRecord, FlagRecord } from './marks.contract.ts'
import './schedule.table.ts'

const flagColumns = [
  'id',
  'on_date as onDate',
  'element_id as elementId',
  'reason',
  'source',
  'is_hard as isHard',
  'expires_on as expiresOn',
] as const

const eventColumns = [
  'id',
  'element_id as elementId',
  'person_id as personId',
  'on_date as onDate',
  'from_minute as fromMinute',
  'until_minute as untilMinute',
  'kind',
  'note',
] as const

export const flags = (db: Db, scope: ProductionScope): Promise<FlagRecord[]> =>
  db
    .selectFrom('flag')
    .select(flagColumns)
    .where('production_id', '=', scope.productionId)
    .where('archived_at', 'is', null)
    .orderBy('on_date')
    .orderBy('id')
    .execute()

export const events = (db: Db, scope: ProductionScope): Promise<EventRecord[]> =>
  db
    .selectFrom('element_event')
    .select(eventColumns)
    .where('production_id', '=', scope.productionId)
    .where('archived_at', 'is', null)
    .orderBy('on_date')
    .orderBy('id')
    .execute()

export const insertFlag = (tx: Tx, scope: ProductionScope, flag: FlagRecord) =>
  tx
    .insertInto('flag')
    .values({
      id: flag.id,
      production_id: scope.productionId,
      on_date: flag.onDate,
      element_id: flag.elementId,
      reason: flag.reason,
      source: flag.source,
      is_hard: flag.isHard,
      expires_on: flag.expiresOn,
      archived_at: null,
    })
    .execute()

export const insertEvent = (tx: Tx, scope: ProductionScope, event: EventRecord) =>
  tx
    .insertInto('element_event')
    .values({
      id: event.id,
      production_id: scope.productionId,
      element_id: event.elementId,
      person_id: event.personId,
      on_date: event.onDate,
      from_minute: event.fromMinute,
      until_minute: event.untilMinute,
      kind: event.kind,
      note: event.note,
      archived_at: null,
    })
    .execute()

/** @returns undefined when there is no such flag here */
export const archiveFlag = (tx: Tx, scope: ProductionScope, id: FlagId, at: Temporal.Instant) =>
  tx
    .updateTable('flag')
    .set({ archived_at: at.toString() })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .returning(flagColumns)
    .executeTakeFirst()

/** @returns undefined when there is no such event here */
export const archiveEvent = (tx: Tx, scope: ProductionScope, id: ElementEventId, at: Temporal.Instant) =>
  tx
    .updateTable('element_event')
    .set({ archived_at: at.toString() })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .returning(eventColumns)
    .executeTakeFirst()
