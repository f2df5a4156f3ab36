import { Problem, invalid } from '../../kernel/problems.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Blocks, Overrides } from './sheet.blocks.ts'
import { SheetExists } from './sheet.contract.ts'
import type { CallSheetId, Carry } from './sheet.contract.ts'
import * as store from './sheet.store.ts'
import { weekdayRefusal } from './sheetBlockers.rules.ts'
import { blocksFor } from './sheetDefaults.rules.ts'
import { loadSources } from './sheetFacts.actions.ts'
import { recorded, userOf } from './sheetKeeping.actions.ts'
import { get, notHere } from './sheetReads.actions.ts'
import { sheetLabel } from './sheetUnits.rules.ts'

interface Create {
  scope: ProductionScope
  actor: Actor
  onDate: PlainDay
  unit: string
  variant: string
  weekday?: string | undefined
  copyFrom?: { callSheetId: CallSheetId; carry: Carry[] } | undefined
}

/** Makes the sheet of a day. It is full at once; only typed blocks start from custom, or from another day's sheet. */
export const create = (app: App, { scope, actor, onDate, unit, variant, weekday, copyFrom }: Create) =>
  app.transaction(async (tx) => {
    const refusal = weekday === undefined ? undefined : weekdayRefusal(onDate, weekday)
    if (refusal !== undefined) throw invalid('/weekday', refusal)
    const there = await store.ofDay(tx, scope, { onDate, unit, variant })
    if (there !== undefined)
      throw new Problem(
        SheetExists,
        { callSheetId: there.id },
        'Open the sheet that is there, or name this one as a variant.',
      )
    const sources = await loadSources(tx, scope)
    const fresh = blocksFor(sources.kind, sources.meal)
    const from = copyFrom && (await store.find(tx, scope, copyFrom.callSheetId))
    if (copyFrom && from === undefined) throw notHere()
    const id = app.ids.next<CallSheetId>()
    const carried = from === undefined ? { blocks: fresh, overrides: {} } : carry(fresh, from, copyFrom?.carry ?? [])
    const createdBy = userOf(actor).id
    await store.insert(tx, scope, { id, onDate, unit, variant, ...carried, createdAt: app.clock.now(), createdBy })
    await recorded(app, tx, scope, {
      actor,
      verb: 'callsheet.created',
      subject: { id, label: sheetLabel({ onDate, unit, variant }) },
      after: { onDate, unit, variant },
    })
    return get(tx, scope, id)
  })

/** What a copy takes along. Times stay computed; only offsets and words of people are carried, never fixed calls. */
function carry(fresh: Blocks, from: store.SheetRow, what: Carry[]): { blocks: Blocks; overrides: Overrides } {
  const has = (name: Carry) => what.includes(name)
  const { blocks } = from
  return {
    blocks: {
      ...fresh,
      ...(has('timing') && { timing: blocks.timing }),
      ...(has('notices') && { notices: blocks.notices, extras: blocks.extras }),
      ...(has('safety') && { safety: blocks.safety }),
      ...(has('channels') && { channels: blocks.channels }),
      ...(has('catering') && { caterer: blocks.caterer, diets: blocks.diets, lunchPlace: blocks.lunchPlace }),
      ...(has('vehicles') && { vehicles: blocks.vehicles }),
      officePhone: blocks.officePhone,
    },
    overrides: Object.fromEntries(
      Object.entries(from.overrides).filter(
        ([key, { value }]) =>
          (has('timing') && key.startsWith('department.')) ||
          (has('people') && key.startsWith('person.') && typeof value === 'string'),
      ),
    ),
  }
}
