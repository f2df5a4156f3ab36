import { systemScope } from '../../platform/access/scope.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { on } from '../../platform/events.ts'
import '../schedule/index.ts'
import { sheetLabel, unitKey } from './sheetUnits.rules.ts'
import * as store from './sheet.store.ts'

/**
 * A day of the plan is about to change its type or leave: its call sheets are named to whoever decides. They are kept
 * whatever the answer, because what was issued stays and a draft can be wanted again.
 */
export const sheetDayListeners = [
  on('schedule.day_asked', async (_app, tx, { productionId, onDate, unit, found }) => {
    const scope = systemScope(productionId as ProductionId, 'call sheets of a day')
    const sheets = (await store.list(tx, scope)).filter(
      (sheet) => sheet.onDate === onDate && unitKey(sheet.unit) === unitKey(unit),
    )
    for (const sheet of sheets)
      found.push({
        kind: 'call_sheet',
        label: `${sheetLabel(sheet)}, ${sheet.status}`,
        choices: ['keep'],
      })
  }),
]
