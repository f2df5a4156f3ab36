import { useEffect } from 'react'
import { useSearchValue } from '../../../ui/address.ts'
import type { SheetDay } from '../board.rules.ts'

/**
 * Opens the board at the day an address names: calendars, reports and feeds say the date (`?day=2026-05-12`), concerns the
 * day itself.
 */
export function useDayInAddress(days: readonly SheetDay[]): void {
  const [wanted] = useSearchValue('day')
  const lane = days.find(({ day }) => day.onDate === wanted || day.id === wanted)?.day.id
  useEffect(() => {
    if (lane !== undefined) document.querySelector(`[data-lane="${lane}"]`)?.scrollIntoView({ block: 'start' })
  }, [lane])
}
