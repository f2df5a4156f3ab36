import { systemScope, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { on } from '../../platform/events.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import * as bookings from '../bookings/index.ts'
import * as boards from './board.store.ts'
import { countingBoards } from './counting.rules.ts'
import * as strips from './strips.store.ts'

const BY = 'schedule books shoot days'

/** Tells the bookings which dates are shot, so that crew who work every shoot day are booked on them and on no others. */
export async function bookShootDays(app: App, tx: Tx, { productionId }: Pick<ProductionScope, 'productionId'>) {
  const scope = systemScope(productionId, BY)
  const counting = countingBoards(await boards.all(tx, scope))
  const days = await strips.daysOf(
    tx,
    scope,
    counting.map(({ id }) => id),
  )
  const dates = [...new Set(days.filter(({ type }) => type === 'shoot').map(({ onDate }) => onDate))]
  await bookings.followShootDays(app, tx, { scope, actor: scope.actor, dates })
}

/** Somebody joined, left, or works other days than before. */
export const crewListener = on('people.engagement_changed', (app, tx, { productionId }) =>
  bookShootDays(app, tx, { productionId: productionId as ProductionId }),
)
