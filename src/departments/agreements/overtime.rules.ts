import { clockOf } from '../../kernel/time.ts'
import type { OvertimeTable } from './terms.rules.ts'

interface PayStep {
  readonly fromMinutes: number
  readonly percent: number
}

/** An overtime table as pay keeps it. */
export interface PayTable {
  readonly name: string
  readonly hourly: 'overtime_inside' | 'flat'
  readonly rules: {
    readonly steps: readonly PayStep[]
    readonly sixthDay: readonly PayStep[] | null
    readonly seventhDay: readonly PayStep[] | null
    readonly weekly: PayStep | null
    readonly night: { readonly from: number; readonly until: number; readonly percent: number } | null
  }
}

const step = ({ fromMinutes, percent }: PayStep) => ({ fromHours: fromMinutes / 60, times: percent / 100 })
const said = (it: PayStep) => `from ${it.fromMinutes / 60} h × ${it.percent / 100}`

/**
 * The table as a deal memo writes it down: hours and multipliers, and in words what holds beside the day. A paper keeps its
 * own copy, so that a table changed later changes nothing that was signed.
 * @example memoTable(ukCommercials).more // '6th day from 0 h × 1.5; 7th day from 0 h × 2; 00:00 to 05:00 × 2'
 */
export function memoTable({ name, hourly, rules }: PayTable): OvertimeTable {
  const { steps, sixthDay, seventhDay, weekly, night } = rules
  const day = (words: string, of: readonly PayStep[] | null) =>
    of === null || of.length === 0 ? [] : [`${words} ${of.map(said).join(', ')}`]
  const more = [
    ...day('6th day', sixthDay),
    ...day('7th day', seventhDay),
    ...(weekly === null ? [] : [`week ${said(weekly)}`]),
    ...(night === null ? [] : [`${clockOf(night.from)} to ${clockOf(night.until)} × ${night.percent / 100}`]),
  ].join('; ')
  const plain = steps.some(({ fromMinutes }) => fromMinutes === 0) ? [] : [{ fromHours: 0, times: 1 }]
  return {
    name,
    method: hourly === 'overtime_inside' ? 'guarantee' : 'flat',
    steps: [...plain, ...steps.map(step)],
    ...(more !== '' && { more }),
  }
}
