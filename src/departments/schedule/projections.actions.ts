import { clockOf, dayText } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import type { ProjectedLine, Projection } from '../../platform/department.ts'
import { countingSheets } from './clash.actions.ts'
import { planOf } from './counting.rules.ts'
import { dayTitle } from './clashdays.rules.ts'
import { dayValue } from './compare.rules.ts'
import { worksOf } from './works.rules.ts'

async function dayLines(db: Db, scope: ProductionScope, now: Temporal.Instant): Promise<ProjectedLine[]> {
  const { sheets } = await countingSheets(db, scope, now)
  return sheets.flatMap((sheet) =>
    sheet.days.map((day) => ({
      key: `${day.day.onDate}|${day.day.unit}`,
      label: dayTitle(day),
      value: dayValue(day),
    })),
  )
}

/** When each person arrives and is released on each date; the keys sort by person, then date. */
async function peopleLines(db: Db, scope: ProductionScope, now: Temporal.Instant): Promise<ProjectedLine[]> {
  const { sheets, around } = await countingSheets(db, scope, now)
  if (!around) return []
  return sheets
    .flatMap((sheet) => worksOf(sheet, planOf(scope.productionId, around.code, sheet.facts.board), around.engaged))
    .filter((work) => work.resource.kind === 'person')
    .map((work) => ({
      key: `${work.resource.id}|${work.onDate}|${work.plan.unit}`,
      label: `${work.resource.label}, ${dayText(work.onDate)}`,
      value: `${clockOf(work.from)}–${clockOf(work.until)}`,
    }))
}

/** What a preview shows of the plan: day headers, and each person's times. */
export const projections: readonly Projection[] = [
  { name: 'schedule.days', of: dayLines },
  { name: 'schedule.people', of: peopleLines },
]
