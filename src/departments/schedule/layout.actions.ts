import { patched, type Patch } from '../../kernel/patch.ts'
import { demandFresh, NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { LayoutUnreadable, LastLayout } from './layout.contract.ts'
import type { StripLayout, StripShape } from './layout.contract.ts'
import { shapeText, wrongWith } from './layout.rules.ts'
import * as store from './layout.store.ts'

interface Write {
  readonly scope: OfficeScope
  readonly actor: Actor
}
interface Change extends Write {
  readonly id: string
  readonly expected: number
}

export const create = (app: App, { scope, actor, body }: Write & { body: store.LayoutBody }) =>
  app.transaction(async (tx) => {
    refuseUnreadable(body.shape)
    const id = app.ids.next()
    await store.insert(tx, scope, id, body)
    return told(app, tx, { actor, verb: 'strip_layout.created', after: await found(tx, id) })
  })

/** Boards that show it follow at once; what was published keeps the layout it was published in. */
export const change = (app: App, on: Change & { body: Patch<store.LayoutBody> }) =>
  app.transaction(async (tx) => {
    const before = await held(tx, on)
    const { name, source, dated, shape } = patched(before, on.body)
    refuseUnreadable(shape)
    await store.update(tx, on.scope, on.id, { name, source, dated, shape })
    return told(app, tx, { actor: on.actor, verb: 'strip_layout.changed', before, after: await found(tx, on.id) })
  })

export const setArchived = (app: App, on: Change & { archived: boolean }) =>
  app.transaction(async (tx) => {
    await store.lockAll(tx, on.scope)
    const before = await held(tx, on)
    const left = (await store.all(tx)).filter((it) => !it.isArchived && it.id !== on.id)
    if (on.archived && left.length === 0)
      throw new Problem(LastLayout, {}, 'A board has to show something. Add another layout first.')
    await store.setArchived(tx, on.scope, on.id, on.archived ? app.clock.now() : null)
    const verb = on.archived ? 'strip_layout.archived' : 'strip_layout.restored'
    return told(app, tx, { actor: on.actor, verb, before, after: await found(tx, on.id) })
  })

function refuseUnreadable(shape: StripShape): void {
  const wrong = wrongWith(shape)
  if (wrong.length > 0) throw new Problem(LayoutUnreadable, { wrong }, wrong.join(' '))
}

async function held(tx: Tx, { scope, id, expected }: Change): Promise<StripLayout> {
  await store.lockAll(tx, scope)
  const layout = await found(tx, id)
  demandFresh({ expected, current: layout.version }, 'this layout')
  return layout
}

async function found(db: Db, id: string): Promise<StripLayout> {
  const layout = await store.find(db, id)
  if (!layout) throw new Problem(NotFound, {}, 'There is no such strip layout.')
  return layout
}

/** One field per line in the record. */
const flat = ({ name, source, dated, shape, isArchived }: StripLayout) => ({
  name,
  source,
  dated,
  isArchived,
  ...shapeText(shape),
})

interface Told {
  readonly actor: Actor
  readonly verb: string
  /** Absent for one that is new. */
  readonly before?: StripLayout
  readonly after: StripLayout
}

async function told(app: App, tx: Tx, { actor, verb, before, after }: Told): Promise<StripLayout> {
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'strip_layout', id: after.id, label: after.name },
    before: before ? flat(before) : {},
    after: flat(after),
  })
  await app.announce(tx, { department: 'schedule', productionId: null, ids: [after.id] })
  return after
}
