import { patched, type Patch } from '../../kernel/patch.ts'
import { demandFresh, NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { ColoursUnreadable, LastPalette } from './palette.contract.ts'
import type { StripColours, StripPalette } from './palette.contract.ts'
import { colourWords, weakColours, weakText } from './palette.rules.ts'
import * as store from './palette.store.ts'

interface Write {
  readonly scope: OfficeScope
  readonly actor: Actor
}
interface Change extends Write {
  readonly id: string
  readonly expected: number
}

export const create = (app: App, { scope, actor, body }: Write & { body: store.PaletteBody }) =>
  app.transaction(async (tx) => {
    refuseUnreadable(body.colours)
    const id = app.ids.next()
    await store.insert(tx, scope, id, body)
    return told(app, tx, { actor, verb: 'palette.created', after: await found(tx, id) })
  })

/** Boards that wear it show it at once; what was published keeps the colours it was published in. */
export const change = (app: App, on: Change & { body: Patch<store.PaletteBody> }) =>
  app.transaction(async (tx) => {
    const before = await held(tx, on)
    const { name, source, dated, colours } = patched(before, on.body)
    refuseUnreadable(colours)
    await store.update(tx, on.scope, on.id, { name, source, dated, colours })
    return told(app, tx, { actor: on.actor, verb: 'palette.changed', before, after: await found(tx, on.id) })
  })

export const setArchived = (app: App, on: Change & { archived: boolean }) =>
  app.transaction(async (tx) => {
    await store.lockAll(tx, on.scope)
    const before = await held(tx, on)
    const left = (await store.all(tx)).filter((it) => !it.isArchived && it.id !== on.id)
    if (on.archived && left.length === 0)
      throw new Problem(LastPalette, {}, 'A board has to wear something. Add another set first.')
    await store.setArchived(tx, on.scope, on.id, on.archived ? app.clock.now() : null)
    const verb = on.archived ? 'palette.archived' : 'palette.restored'
    return told(app, tx, { actor: on.actor, verb, before, after: await found(tx, on.id) })
  })

function refuseUnreadable(colours: StripColours): void {
  const weak = weakColours(colours)
  if (weak.length > 0)
    throw new Problem(ColoursUnreadable, { weak }, `Make these lighter: ${weakText(weak)}. Text needs 4.5 to 1.`)
}

async function held(tx: Tx, { scope, id, expected }: Change): Promise<StripPalette> {
  await store.lockAll(tx, scope)
  const palette = await found(tx, id)
  demandFresh({ expected, current: palette.version }, 'these colours')
  return palette
}

async function found(db: Db, id: string): Promise<StripPalette> {
  const palette = await store.find(db, id)
  if (!palette) throw new Problem(NotFound, {}, 'There are no such strip colours.')
  return palette
}

/** One field per line in the record. */
const flat = ({ name, source, dated, colours, isArchived }: StripPalette) => ({
  name,
  source,
  dated,
  isArchived,
  ...Object.fromEntries(Object.entries(colours).map(([key, hex]) => [colourWords[key as keyof StripColours], hex])),
})

interface Told {
  readonly actor: Actor
  readonly verb: string
  /** Absent for a set that is new. */
  readonly before?: StripPalette
  readonly after: StripPalette
}

async function told(app: App, tx: Tx, { actor, verb, before, after }: Told): Promise<StripPalette> {
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'strip_palette', id: after.id, label: after.name },
    before: before ? flat(before) : {},
    after: flat(after),
  })
  await app.announce(tx, { department: 'schedule', productionId: null, ids: [after.id] })
  return after
}
