import { invalid } from '../../kernel/problems.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { OfficeScope, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import type { Write } from './engine.actions.ts'
import { missing } from './needs.rules.ts'
import * as store from './needs.store.ts'
import type { Gap, Need } from './timeline.contract.ts'

interface Span {
  readonly from: PlainDay
  readonly to: PlainDay
}

/** Positions nobody has yet, within the window. */
export async function gapsIn(db: Db, _scope: OfficeScope, span: Span): Promise<Gap[]> {
  return gapsOf(db, await store.all(db), span)
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
      ...{
        needId: need.id,
        productionId: need.productionId,
        departmentId: need.departmentId,
        title: need.title,
        dates,
      },
    }))
  })
}

export async function needsOf(db: Db, scope: ProductionScope) {
  const needs = await store.ofProduction(db, scope)
  const has = Map.groupBy(await people.engagementsOf(db, scope), ({ title }) => title.toLowerCase())
  return {
    items: needs.map(({ productionId: _, ...need }): Need => ({
      ...need,
      filled: Math.min(need.count, has.get(need.title.toLowerCase())?.length ?? 0),
    })),
    templates: await store.templates(db),
  }
}

type Wanted = { id: string | null; departmentId: string; title: string; count: number; dates: PlainDay[] }

/** Says what is needed, by hand, or adds what the template of a kind of production names and is not there yet. */
export const putNeeds = (
  app: App,
  { scope, actor, fromTemplate, items }: Write & { fromTemplate?: string | undefined; items?: Wanted[] | undefined },
) =>
  app.transaction(async (tx) => {
    const before = await store.ofProduction(tx, scope)
    const departments = await people.departmentsOf(tx)
    const byName = new Map(departments.map(({ id, name }) => [name.toLowerCase(), id as string]))
    const known = new Set(departments.map(({ id }) => id as string))
    const wanted: Wanted[] = [...(items ?? before)]
    for (const [index, { departmentId }] of wanted.entries())
      if (!known.has(departmentId)) throw invalid(`/items/${index}/departmentId`, 'There is no such department.')
    if (fromTemplate !== undefined) {
      const positions = await store.positionsOf(tx, fromTemplate)
      if (positions.length === 0) throw invalid('/fromTemplate', 'There is no template for this kind of production.')
      for (const { department, title, count } of positions) {
        const departmentId = byName.get(department.toLowerCase())
        const isThere = wanted.some((need) => need.title.toLowerCase() === title.toLowerCase())
        if (departmentId !== undefined && !isThere) wanted.push({ id: null, departmentId, title, count, dates: [] })
      }
    }
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
    return { items: (await needsOf(tx, scope)).items }
  })
