import { instantOf, type DayMinute } from '../../kernel/time.ts'
import type { WorkSource } from '../../platform/workFacts.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import * as store from './timesheet.store.ts'

/** Hours that were entered as worked, on the clock of each production. */
export const workedHours: WorkSource = async (db, { personIds, from, to }) => {
  const engaged = new Map((await people.engagementsOfPeople(db, personIds)).map((it) => [it.engagementId, it]))
  const days = await store.ofEngagements(db, [...engaged.keys()], from, to)
  const zones = await productions.zonesOf(db, [...new Set(days.map(({ production_id }) => production_id))])
  return days.flatMap(({ engagement_id, production_id, on_date, start_minute, end_minute }) => {
    const [engagement, zone] = [engaged.get(engagement_id as never), zones.get(production_id)]
    if (engagement === undefined || zone === undefined) return []
    return {
      personId: engagement.personId,
      productionId: production_id,
      onDate: on_date,
      known: 'worked' as const,
      from: instantOf(on_date, start_minute as DayMinute, zone),
      until: instantOf(on_date, end_minute as DayMinute, zone),
    }
  })
}
