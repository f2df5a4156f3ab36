import { dayText } from '../../kernel/time.ts'
import type { Searcher } from '../../platform/department.ts'
import { daysNamed } from './today.store.ts'

/** `Ctrl/Cmd+K`: shoot days of plans that count, by date as people type it or by note. */
export const searchDays: Searcher = async (db, _scope, query) =>
  (await daysNamed(db, query)).map((day) => ({
    kind: 'day',
    id: day.id,
    label: dayText(day.onDate, { year: true }),
    detail: [day.unit, day.boardName, day.note].filter((word) => word !== '').join(', '),
    href: `/productions/${day.productionId}/schedule?board=${day.boardId}`,
    score: 0.6,
  }))
