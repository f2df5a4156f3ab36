import { mayInProduction } from '../../kernel/abilities.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import { awayOf, barsOf } from './bars.rules.ts'
import { gapsIn } from './needs.actions.ts'
import type { Timeline } from './timeline.contract.ts'
import * as store from './timeline.store.ts'

interface Asked {
  readonly from: PlainDay
  readonly to: PlainDay
  readonly after?: PersonId | undefined
  readonly limit: number
}

/** Everybody who is booked or held in the window, over all productions: a handful of queries, however many they are. */
export async function timelineOf(db: Db, scope: OfficeScope, asked: Asked): Promise<Timeline> {
  const found = await store.rowsIn(db, scope, asked)
  const ids = [...new Set(found.map(({ personId }) => personId))]
  const cards = new Map((await people.cardsByIds(db, ids)).map((card) => [card.id, card]))
  const works = new Map(found.map(({ personId, title, departmentId }) => [personId, { title, departmentId }]))
  const visible = await productions.productionsVisibleTo(db, scope)
  const known = new Set(visible.map(({ id }) => id))
  return {
    people: ids.map((id) => {
      const card = cards.get(id)
      const work = works.get(id)
      return {
        id,
        name: card?.name ?? '',
        position: work?.title ?? card?.position ?? '',
        homeBase: card?.homeBase ?? null,
        departmentId: work?.departmentId ?? card?.departmentId ?? null,
      }
    }),
    bars: barsOf(found.map(({ departmentId: _, ...row }) => row)),
    away: awayOf(await store.awayIn(db, scope, ids, asked)),
    gaps: (await gapsIn(db, scope, asked)).filter(({ productionId }) => known.has(productionId)),
    departments: (await people.departmentsOf(db)).map(({ id, name }) => ({ id, name })),
    productions: visible.map(({ id, code, title, role }) => ({
      ...{ id, code, title },
      mayEdit: mayInProduction(role, 'bookings.edit'),
    })),
    next: ids.length === asked.limit ? (ids.at(-1) ?? null) : null,
  }
}
