import { demandFresh, invalid, NotFound, Problem, stale } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { BoardIdTaken, NameTaken } from './element.contract.ts'
import type { Element, ElementChange } from './element.contract.ts'
import * as store from './element.store.ts'
import type { ElementId, SceneId } from './scene.contract.ts'

interface Call {
  readonly scope: ProductionScope
  readonly actor: Actor
}

/** @throws NotFound */
async function get(db: Db, scope: ProductionScope, id: ElementId): Promise<Element> {
  return oneOf(await store.all(db, scope), id)
}

function oneOf(elements: readonly Element[], id: ElementId): Element {
  const element = elements.find((one) => one.id === id)
  if (!element) throw new Problem(NotFound, {}, 'There is no such element. It may have been merged into another.')
  return element
}

/** Characters take the next number on the board unless they bring one. */
export async function create(
  tx: Tx,
  {
    scope,
    id,
    change,
  }: { scope: ProductionScope; id: ElementId; change: ElementChange & { category: string; name: string } },
): Promise<void> {
  await refuseTaken(tx, scope, change, null)
  const boardId = change.boardId ?? (change.category === 'cast' ? String(await store.nextBoardId(tx, scope)) : null)
  await store.insert(tx, scope, id, { ...change, boardId })
}

export async function add(
  app: App,
  {
    scope,
    actor,
    body,
  }: Call & { body: ElementChange & { category: string; name: string; sceneId?: SceneId | undefined } },
): Promise<Element> {
  return app.transaction(async (tx) => {
    const { sceneId, ...change } = body
    const id = app.ids.next<ElementId>()
    await create(tx, { scope, id, change })
    if (sceneId !== undefined) await store.putOnSheets(tx, [{ sceneId, elementId: id, quantity: 1, note: '' }])
    const element = await get(tx, scope, id)
    await told(app, tx, { scope, actor, verb: 'added an element', before: {}, after: element })
    return element
  })
}

export async function change(
  app: App,
  { scope, actor, id, expected, body }: Call & { id: ElementId; expected: number; body: ElementChange },
): Promise<Element> {
  return app.transaction(async (tx) => {
    const before = await get(tx, scope, id)
    const { category = before.category, name = before.name } = body
    await refuseTaken(tx, scope, { ...body, category, name }, id)
    // A renamed element is still found under its old name in the text.
    const renamed = body.name !== undefined && body.name.toLowerCase() !== before.name.toLowerCase()
    const aliases = body.aliases ?? (renamed ? [...new Set([...before.aliases, before.name])] : undefined)
    const done = await store.change(tx, scope, id, expected, { ...body, ...(aliases === undefined ? {} : { aliases }) })
    if (!done) throw stale({ expected, current: before.version }, before.name)
    const after = await get(tx, scope, id)
    await told(app, tx, { scope, actor, verb: 'changed an element', before, after })
    return after
  })
}

/** The one that stays takes over sheets, links, other names and notes of the rest. */
export async function merge(
  app: App,
  { scope, actor, id, body }: Call & { id: ElementId; body: { elementIds: readonly ElementId[] } },
): Promise<Element> {
  return app.transaction(async (tx) => {
    const known = await store.all(tx, scope)
    const into = oneOf(known, id)
    const others = [...new Set(body.elementIds)].filter((other) => other !== id).map((other) => oneOf(known, other))
    if (others.length === 0) return into
    const ids = others.map((other) => other.id)
    await store.moveUses(tx, ids, id)
    await store.archive(tx, scope, ids, app.clock.now(), id)
    const names = others.flatMap(({ name, aliases }) => [name, ...aliases])
    const aliases = [...new Set([...into.aliases, ...names])].filter(
      (name) => name.toLowerCase() !== into.name.toLowerCase(),
    )
    const notes = [into.notes, ...others.map((other) => other.notes)].filter((note) => note !== '').join('\n')
    const numbers = others.map(({ boardId }) => boardId).filter((number) => number !== null)
    const done = await store.change(tx, scope, id, into.version, {
      aliases: aliases.slice(0, 40),
      notes,
      isMinor: into.isMinor || others.some(({ isMinor }) => isMinor),
      ...(into.boardId === null && numbers[0] ? { boardId: numbers[0] } : {}),
    })
    if (!done) throw stale({ expected: into.version, current: into.version }, into.name)
    const after = await get(tx, scope, id)
    await told(app, tx, { scope, actor, verb: `merged ${names.join(', ')} into this`, before: into, after })
    return after
  })
}

export async function remove(
  app: App,
  { scope, actor, id, expected }: Call & { id: ElementId; expected: number },
): Promise<{ id: ElementId }> {
  return app.transaction(async (tx) => {
    const before = await get(tx, scope, id)
    demandFresh({ expected, current: before.version }, before.name)
    await store.archive(tx, scope, [id], app.clock.now(), null)
    await told(app, tx, { scope, actor, verb: 'put an element away', before, after: {} })
    return { id }
  })
}

export async function link(
  app: App,
  {
    scope,
    actor,
    id,
    brings,
    body,
  }: Call & { id: ElementId; brings: ElementId; body: { quantity: number; note: string } | null },
): Promise<Element> {
  return app.transaction(async (tx) => {
    const known = await store.all(tx, scope)
    const [before, other] = [oneOf(known, id), oneOf(known, brings)]
    if (id === brings) throw invalid('/bringsId', 'An element cannot bring itself.')
    if (body) await store.putLink(tx, id, brings, body)
    else await store.dropLink(tx, id, brings)
    const after = await get(tx, scope, id)
    const verb = body ? `says it brings ${other.name}` : `no longer brings ${other.name}`
    await told(app, tx, { scope, actor, verb, before, after })
    return after
  })
}

async function refuseTaken(
  tx: Tx,
  scope: ProductionScope,
  change: ElementChange & { category: string; name: string },
  except: ElementId | null,
) {
  const same = await store.byName(tx, scope, change.category, change.name)
  if (same && same.id !== except)
    throw new Problem(
      NameTaken,
      { elementId: same.id },
      `${same.name} is on the list already. Use it, or merge the two.`,
    )
  const number = change.boardId ? await store.byBoardId(tx, scope, change.boardId) : undefined
  if (number && number.id !== except)
    throw new Problem(
      BoardIdTaken,
      { boardId: change.boardId! },
      `${number.name} has number ${change.boardId} on the board. Choose another.`,
    )
}

const audited = (fields: Partial<Element>) => {
  const { scenes: _scenes, links, version: _version, ...rest } = fields
  return { ...rest, ...(links ? { brings: links.map(({ name }) => name) } : {}) }
}

interface ElementChanged extends Call {
  readonly verb: string
  /** Empty for one that is new. */
  readonly before: Partial<Element>
  /** Empty for one that was put away. */
  readonly after: Partial<Element>
}

async function told(app: App, tx: Tx, { scope, actor, verb, before, after }: ElementChanged) {
  const { id, name } = { ...before, ...after } as Element
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'element', id, label: name },
    productionId: scope.productionId,
    before: audited(before),
    after: audited(after),
  })
  await app.announce(tx, { department: 'script', productionId: scope.productionId, ids: [id] })
}
