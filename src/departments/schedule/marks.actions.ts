import { NotFound, Problem } from '../../kernel/problems.ts'
import { dayText } from '../../kernel/time.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { ElementEventId, FlagId } from './board.contract.ts'
import type { EventRecord, FlagRecord } from './marks.contract.ts'
import * as store from './marks.store.ts'

export const list = async (db: Db, scope: ProductionScope) => ({
  flags: await store.flags(db, scope),
  events: await store.events(db, scope),
})

interface By {
  readonly scope: ProductionScope
  readonly actor: Actor
}

export const addFlag = (app: App, by: By & { flag: Omit<FlagRecord, 'id'> }): Promise<FlagRecord> =>
  app.transaction(async (tx) => {
    const flag = { ...by.flag, id: app.ids.next<FlagId>() }
    await store.insertFlag(tx, by.scope, flag)
    await told(app, tx, by, {
      verb: 'schedule.flag_raised',
      kind: 'flag',
      id: flag.id,
      label: labelOf(flag),
      after: flag,
    })
    return flag
  })

export const removeFlag = (app: App, by: By & { id: FlagId }): Promise<null> =>
  app.transaction(async (tx) => {
    const flag = await store.archiveFlag(tx, by.scope, by.id, app.clock.now())
    if (!flag) throw new Problem(NotFound, {}, 'This flag is already down.')
    await told(app, tx, by, {
      verb: 'schedule.flag_removed',
      kind: 'flag',
      id: flag.id,
      label: labelOf(flag),
      before: flag,
    })
    return null
  })

export const addEvent = (app: App, by: By & { event: Omit<EventRecord, 'id'> }): Promise<EventRecord> =>
  app.transaction(async (tx) => {
    const event = { ...by.event, id: app.ids.next<ElementEventId>() }
    await store.insertEvent(tx, by.scope, event)
    const label = `${event.kind}, ${dayText(event.onDate)}`
    await told(app, tx, by, { verb: 'schedule.event_added', kind: 'element_event', id: event.id, label, after: event })
    return event
  })

export const removeEvent = (app: App, by: By & { id: ElementEventId }): Promise<null> =>
  app.transaction(async (tx) => {
    const event = await store.archiveEvent(tx, by.scope, by.id, app.clock.now())
    if (!event) throw new Problem(NotFound, {}, 'This event is no longer on the schedule.')
    const label = `${event.kind}, ${dayText(event.onDate)}`
    await told(app, tx, by, {
      verb: 'schedule.event_removed',
      kind: 'element_event',
      id: event.id,
      label,
      before: event,
    })
    return null
  })

const labelOf = (flag: Pick<FlagRecord, 'onDate' | 'reason'>) => `${dayText(flag.onDate)}: ${flag.reason}`

interface Told {
  readonly verb: string
  readonly kind: 'flag' | 'element_event'
  readonly id: string
  readonly label: string
  readonly before?: object
  readonly after?: object
}

async function told(
  app: App,
  tx: Tx,
  { scope, actor }: By,
  { verb, kind, id, label, before, after }: Told,
): Promise<void> {
  const subject = { kind, id, label }
  await app.audit.record(tx, actor, verb, {
    subject,
    productionId: scope.productionId,
    before: before ?? {},
    after: after ?? {},
  })
  await app.announce(tx, { department: 'schedule', productionId: scope.productionId, ids: [id] })
}
