import { demandFresh, invalid } from '../../kernel/problems.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { OfficeScope, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import type { Write } from './engine.actions.ts'
import { missing } from './needs.rules.ts'
import * as store from './needs.store.ts'
import type { Need } from './needs.contract.ts'
import type { Gap } from './timeline.contract.ts'

interface Span {
  readonly from: PlainDay
  readonly to: PlainDay
}

/** Positions nobody has yet, within the window. */
export async function gapsIn(db: Db, _scope: OfficeScope, span: Span): Promise<Gap[]> {
  return gapsOf(db, await store.within(db, span), span)
}

async function gapsOf(db: Db, needs: readonly store.NeedRow[], span: Span): Promise<Gap[]> {
  const ids = [...new Set(needs.map(({ productionId }) => productionId))]
  const filled = new Map(
    (await store.filledOn(db, ids, span)).map((it) => [`${it.productionId} ${it.title} ${it.onDate}`, it.count]),
  )
  const shoots = Map.groupBy(await store.bookedDates(db, ids, span), ({ productionId }) => productionId)
  return needs.flatMap((need) => {
    const shootDays = (shoots.get(need.productionId) ?? []).map(({ onDate }) => onDate)
    const within = need.dates.filter((day) => day >= span.from && day <= span.to)
    if (need.dates.length > 0 && within.length === 0) return []
    const count = (day: PlainDay) => filled.get(`${need.productionId} ${need.title.toLowerCase()} ${day}`) ?? 0
    return missing({ ...need, dates: within }, shootDays, count).map((dates): Gap => ({
      needId: need.id,
      productionId: need.productionId,
      departmentId: need.departmentId,
      title: need.title,
      dates,
    }))
  })
}

/** Every date a production may have. */
const EVER: Span = { from: '1900-01-01' as PlainDay, to: '2999-12-31' as PlainDay }

/**
 * What the production needs and how far it is filled, counted as the timeline counts it: by who is held or booked on each
 * day. Before there are any days nothing can be missing on one, and the crew list says who is there.
 */
export async function needsOf(db: Db, scope: ProductionScope) {
  const needs = await store.ofProduction(db, scope)
  const open = Map.groupBy(await gapsOf(db, needs, EVER), ({ needId }) => needId)
  const hasDays = (await store.bookedDates(db, [scope.productionId], EVER)).length > 0
  const fillers = await store.fillersOf(db, scope)
  const names = new Map(
    (
      await people.byIds(
        db,
        fillers.map(({ personId }) => personId),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const held = Map.groupBy(fillers, ({ title }) => title)
  const listed = Map.groupBy(await people.engagementsOf(db, scope), ({ title }) => title.toLowerCase())
  return {
    items: needs.map(({ productionId: _, ...need }): Need => {
      const title = need.title.toLowerCase()
      const isDated = hasDays || need.dates.length > 0
      const missing = (open.get(need.id) ?? []).map(({ dates }) => dates)
      const there = isDated
        ? (held.get(title) ?? []).flatMap(({ personId }) => names.get(personId) ?? [])
        : (listed.get(title) ?? []).map(({ name }) => name)
      const filled = isDated ? need.count - missing.length : Math.min(need.count, there.length)
      return { ...need, filled, names: there, open: missing }
    }),
    templates: await store.templates(db),
    version: await store.versionOf(db, scope),
    can: { edit: scope.can('bookings.edit') },
  }
}

type Wanted = { id: string | null; departmentId: string; title: string; count: number; dates: PlainDay[] }

interface Put extends Write {
  readonly expected: number
  readonly fromTemplate?: string | undefined
  readonly items?: Wanted[] | undefined
}

/** Says what is needed, by hand, or adds what the template of a kind of production names and is not there yet. */
export const putNeeds = (app: App, { scope, actor, expected, fromTemplate, items }: Put) =>
  app.transaction(async (tx) => {
    demandFresh({ expected, current: await store.nextVersion(tx, scope) }, 'this list')
    const before = await store.ofProduction(tx, scope)
    const departments = await people.departmentsOf(tx)
    const known = new Set(departments.map(({ id }) => id as string))
    const wanted: Wanted[] = [...(items ?? before)]
    for (const [index, { departmentId }] of wanted.entries())
      if (!known.has(departmentId)) throw invalid(`/items/${index}/departmentId`, 'There is no such department.')
    if (fromTemplate !== undefined) wanted.push(...(await missingOf(tx, fromTemplate, wanted, departments)))
    const rows = wanted.map((need) => ({ ...need, id: need.id ?? app.ids.next<string>() }))
    await store.put(tx, scope, rows)
    const inWords = (all: readonly { title: string; count: number }[]) =>
      Object.fromEntries(all.map(({ title, count }) => [title, count]))
    await app.audit.record(tx, actor, 'bookings.needs_set', {
      subject: { kind: 'production', id: scope.productionId, label: (await productions.get(tx, scope)).title },
      productionId: scope.productionId,
      before: inWords(before),
      after: inWords(rows),
    })
    await app.announce(tx, { department: 'bookings', productionId: scope.productionId, ids: [] })
    return needsOf(tx, scope)
  })

/** What the template names and the list does not. @throws Invalid when there is no such template */
async function missingOf(
  tx: Tx,
  kind: string,
  wanted: readonly Wanted[],
  departments: readonly { id: string; name: string }[],
): Promise<Wanted[]> {
  const byName = new Map(departments.map(({ id, name }) => [name.toLowerCase(), id]))
  const positions = await store.positionsOf(tx, kind)
  if (positions.length === 0) throw invalid('/fromTemplate', 'There is no template for this kind of production.')
  return positions.flatMap(({ department, title, count }) => {
    const departmentId = byName.get(department.toLowerCase())
    const isThere = wanted.some((need) => need.title.toLowerCase() === title.toLowerCase())
    return departmentId === undefined || isThere ? [] : [{ id: null, departmentId, title, count, dates: [] }]
  })
}

/** Keeps the list of a production as a template of the office, for the next job of the kind. */
export const keepTemplate = (app: App, { scope, actor, name }: Write & { name: string }) =>
  app.transaction(async (tx) => {
    const needs = await store.ofProduction(tx, scope)
    if (needs.length === 0) throw invalid('/name', 'The list is empty. Say first what the production needs.')
    const departments = new Map((await people.departmentsOf(tx)).map((it) => [it.id as string, it.name]))
    const { code } = await productions.get(tx, scope)
    const kind = app.ids.next<string>()
    const dated = app.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString() as PlainDay
    const once = new Map(needs.map((need) => [need.title.toLowerCase(), need]))
    await store.putTemplate(
      tx,
      { kind, name, source: `Kept from ${code}`, dated },
      [...once.values()].map(({ title, count, departmentId }) => ({
        id: app.ids.next<string>(),
        title,
        count,
        department: departments.get(departmentId) ?? '',
      })),
    )
    await app.audit.record(tx, actor, 'bookings.template_kept', {
      subject: { kind: 'crew_template', id: kind, label: name },
      productionId: scope.productionId,
      after: { name, positions: once.size },
    })
    await app.announce(tx, { department: 'bookings', productionId: scope.productionId, ids: [] })
    return needsOf(tx, scope)
  })
