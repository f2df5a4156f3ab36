import { mayInProduction } from '../../kernel/abilities.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import { awayOf } from './away.rules.ts'
import { gapsIn } from './needs.actions.ts'
import { restOf } from './restBetween.actions.ts'
import { rulesOf } from './rules.store.ts'
import type { Timeline } from './timeline.contract.ts'
import * as store from './timeline.store.ts'

interface Asked {
  readonly from: PlainDay
  readonly to: PlainDay
  readonly after?: PersonId | undefined
  readonly limit: number
}

/** Everybody who is booked or held in the window, over all productions, a page at a time in the order of the crew list. */
export async function timelineOf(
  app: Pick<App, 'departments'>,
  db: Db,
  scope: OfficeScope,
  asked: Asked,
): Promise<Timeline> {
  const workers = await store.workersIn(db, scope, asked)
  const works = new Map(workers.map((worker) => [worker.personId, worker]))
  const [cards, visible, departments, { weekDays }, gaps] = await Promise.all([
    people.cardsInCrewOrder(db, workers, asked),
    productions.productionsVisibleTo(db, scope),
    people.departmentsOf(db),
    rulesOf(db),
    asked.after === undefined ? gapsIn(db, scope, asked) : [],
  ])
  const ids = cards.map(({ id }) => id)
  const [bars, away, rest] = await Promise.all([
    store.barsOf(db, scope, ids, asked),
    store.awayIn(db, scope, ids, asked),
    restOf(app, db, ids, asked),
  ])
  const nearest = workers.length === 0 ? await store.nearestDay(db, scope, asked) : null
  const known = new Set(visible.map(({ id }) => id))
  return {
    people: cards.map((card) => ({ ...card, position: works.get(card.id)?.title || (card.position ?? '') })),
    bars,
    away: awayOf(away),
    rest,
    gaps: gaps.filter(({ productionId }) => known.has(productionId)),
    departments: departments.map(({ id, name }) => ({ id, name })),
    productions: visible.map(({ id, code, title, role }) => ({
      id,
      code,
      title,
      mayEdit: mayInProduction(role, 'bookings.edit'),
    })),
    weekDays,
    nearest,
    next: ids.length === asked.limit ? (ids.at(-1) ?? null) : null,
  }
}
