import { instantOf } from '../../kernel/time.ts'
import type { WorkSource } from '../../platform/workFacts.ts'
import { workOf } from './work.rules.ts'
import { issuedDays } from './work.store.ts'

/** Who is at work by the latest issue of every unit's sheet of these days, whatever the production. */
export const sheetWork: WorkSource = async (db, { personIds, from, to }) => {
  if (personIds.length === 0) return []
  const wanted = new Set<string>(personIds)
  return (await issuedDays(db, from, to)).flatMap(({ productionId, onDate, zone, ...view }) =>
    workOf(view).flatMap((it) =>
      wanted.has(it.personId)
        ? {
            personId: it.personId as never,
            productionId,
            onDate,
            known: 'sheet' as const,
            from: instantOf(onDate, it.from, zone),
            until: instantOf(onDate, it.until, zone),
          }
        : [],
    ),
  )
}
