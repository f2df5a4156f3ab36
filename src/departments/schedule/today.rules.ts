import type { ProductionId } from '../../kernel/ids.ts'
import { addDays, type PlainDay } from '../../kernel/time.ts'
import type { TodayBar } from '../../kernel/today.ts'
import type { DayType } from './board.contract.ts'

/** One unit's day of a plan, as fronts across productions show it. */
export interface PlannedDay {
  readonly productionId: ProductionId
  readonly onDate: PlainDay
  readonly unit: string
  readonly type: DayType
}

type BarKind = TodayBar['kind']

const kinds: Partial<Record<DayType, BarKind>> = {
  shoot: 'shoot',
  prep: 'prep',
  rehearsal: 'prep',
  travel: 'travel',
  wrap: 'wrap',
}

const words: Record<BarKind, string> = {
  prep: 'Prep',
  shoot: 'Shoot',
  wrap: 'Wrap',
  post: 'Post',
  travel: 'Travel',
  due: 'Due',
}

/** Days of one kind that touch become one bar. Units on the same day count once. */
export function barsOf(days: readonly PlannedDay[]): TodayBar[] {
  const bars: TodayBar[] = []
  for (const { productionId, onDate, type } of days) {
    const kind = kinds[type]
    if (kind === undefined) continue
    const open = bars.findLast((bar) => bar.productionId === productionId && bar.kind === kind)
    if (open && open.until > onDate) continue
    if (open && open.until === onDate) open.until = addDays(onDate, 1)
    else bars.push({ productionId, kind, label: words[kind], from: onDate, until: addDays(onDate, 1) })
  }
  return bars
}
