import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { issueLine, notHere, sameDay, touchedBy, viewOf } from './sheetReads.actions.ts'
import type { CallSheetLine, OpenDay } from './sheet.contract.ts'
import * as store from './sheet.store.ts'
import { troublesOf } from './sheetBlockers.rules.ts'
import { loadSources } from './sheetFacts.actions.ts'
import { unitKey } from './sheetUnits.rules.ts'
import { peopleOf } from './sheetPersonal.rules.ts'

/** The library: every sheet with how it stands, and the shooting days that have none yet. */
export async function list(db: Db, scope: ProductionScope) {
  const sources = await loadSources(db, scope)
  const sheets = await store.list(db, scope)
  const currents = await store.currentIssues(db, scope)
  const items = sheets.map((sheet): CallSheetLine => {
    const current = currents.find((issue) => sameDay(issue, sheet)) ?? null
    const view = viewOf(sources, sheet, current)
    const troubles = troublesOf(view, sources.meal.penalty)
    const own = current !== null && current.callSheetId === sheet.id && !current.preliminary
    return {
      id: sheet.id,
      onDate: sheet.onDate,
      unit: sheet.unit,
      variant: sheet.variant,
      status: sheet.status,
      dayLabel: view.header.dayLabel,
      call: view.times.generalCall.minutes,
      place: view.reportTo?.name ?? '',
      people: peopleOf(view).length,
      blockers: troubles.filter((trouble) => trouble.severity === 'blocks').length,
      warnings: troubles.filter((trouble) => trouble.severity === 'warns').length,
      current: current === null ? null : issueLine(current),
      toAsk: own ? touchedBy(view, current).ask.length : 0,
      version: sheet.version,
    }
  })
  const open = sources.days
    .filter((day) => day.number !== null)
    .filter((day) => !sheets.some((sheet) => sheet.onDate === day.onDate && unitKey(sheet.unit) === unitKey(day.unit)))
    .map((day): OpenDay => ({
      onDate: day.onDate,
      unit: day.unit,
      dayLabel: `Day ${day.number} of ${day.count ?? day.number}`,
      scenes: day.rows.filter((row) => row.kind === 'scene').length,
    }))
  return { items, open, can: { edit: scope.can('callsheets.edit') } }
}

/** Everything issued for the day of a sheet, from any of its variants. @throws NotFound */
export async function issuesOf(db: Db, scope: ProductionScope, id: store.SheetRow['id']) {
  const sheet = await store.find(db, scope, id)
  if (sheet === undefined) throw notHere()
  return { items: (await store.issuesOfDay(db, scope, sheet)).map(issueLine) }
}
