import type { Concern } from '../../kernel/concern.ts'
import { dayAt } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { check } from '../../platform/department.ts'
import type { Check, ProjectedLine, Projection } from '../../platform/department.ts'
import { onceInLook } from '../../platform/look.ts'
import type { MealPenalty } from './sheetMeals.rules.ts'
import type { CallSheetView } from './callsheet.view.ts'
import { sameDay, touchedBy, viewOf } from './sheetReads.actions.ts'
import type { SheetStatus, Touched } from './sheet.contract.ts'
import * as store from './sheet.store.ts'
import { loadSources } from './sheetFacts.actions.ts'
import { concernsOfSheets } from './sheetConcerns.rules.ts'
import { sheetLabel } from './sheetUnits.rules.ts'

interface StandingSheet {
  id: string
  productionId: string
  onDate: PlainDay
  unit: string
  variant: string
  status: SheetStatus
  view: CallSheetView
  mealPenalty: MealPenalty | null
  /** The issue that is out came from this sheet. */
  isOut: boolean
  word: string | null
  touched: Touched
}

/** Every sheet from today on as it stands against what is out. Past days are history and raise nothing. */
const standing = (db: Db, scope: ProductionScope, now: Temporal.Instant): Promise<StandingSheet[]> =>
  onceInLook(now, `callsheets.standing ${scope.productionId}`, () => look(db, scope, now))

async function look(db: Db, scope: ProductionScope, now: Temporal.Instant): Promise<StandingSheet[]> {
  const sheets = await store.list(db, scope)
  if (sheets.length === 0) return []
  const sources = await loadSources(db, scope)
  const today = dayAt(now, sources.production.timeZone)
  const currents = await store.currentIssues(db, scope)
  return sheets
    .filter((sheet) => sheet.onDate >= today)
    .map((sheet) => {
      const current = currents.find((issue) => sameDay(issue, sheet)) ?? null
      const view = viewOf(sources, sheet, current)
      const { id, onDate, unit, variant, status } = sheet
      const isOut = current !== null && current.callSheetId === id && !current.preliminary
      const word = isOut ? current.word : null
      return {
        id,
        productionId: scope.productionId,
        onDate,
        unit,
        variant,
        status,
        view,
        mealPenalty: sources.meal.penalty,
        isOut,
        word,
        touched: touchedBy(view, current),
      }
    })
}

export const sheetChecks: Check[] = [
  check<StandingSheet[]>('callsheets', standing, (sheets): Concern[] => concernsOfSheets(sheets)),
]

/** Sheets that are out and would have to go out again, each with the people it would ask: what a moved strip does to paper. */
export const sheetProjections: Projection[] = [
  {
    name: 'callsheets.sheets',
    of: async (db, scope, now) =>
      (await standing(db, scope, now))
        .filter((sheet) => sheet.isOut)
        .flatMap((sheet): ProjectedLine[] => {
          const names = [...sheet.touched.ask, ...sheet.touched.release].map((each) => each.name)
          if (names.length === 0) return []
          const label = `${sheetLabel(sheet)}, out as ${sheet.word}`
          return [{ key: sheet.id, label, value: names.join(', ') }]
        }),
  },
]
