import { ageOn, isMinor } from '../../kernel/age.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { workingOn } from '../bookings/index.ts'
import { engagementsOf } from '../people/index.ts'
import type { Engagement } from '../people/index.ts'
import type { PersonFacts } from './sheet.facts.ts'

export interface BookedPerson extends Omit<PersonFacts, 'dayCode' | 'previousWrap'> {
  everyShootDay: boolean
  /** Their usual unit; null is the main one. */
  unit: string | null
  /** Dates booked and not released; of the plan's days, all of them for whoever works every shoot day. */
  bookedOn: ReadonlySet<PlainDay>
}

/** Everybody engaged, with the days they are booked for. Whoever is of age on the last day counts as grown up then. */
export async function peopleSources(db: Db, scope: ProductionScope, dates: PlainDay[]): Promise<BookedPerson[]> {
  const engagements = await engagementsOf(db, scope)
  const last = [...dates].sort().at(-1)
  const working = Map.groupBy(await workingOn(db, scope, dates), (day) => day.engagementId)
  return engagements.map((engagement) => {
    const bookedOn = new Set((working.get(engagement.id) ?? []).map((day) => day.onDate))
    return booked(engagement, last, bookedOn)
  })
}

function booked(engagement: Engagement, last: PlainDay | undefined, bookedOn: ReadonlySet<PlainDay>): BookedPerson {
  const { department, birthDate } = engagement
  return {
    engagementId: engagement.id,
    personId: engagement.personId,
    name: engagement.name,
    position: engagement.title,
    department: {
      id: department.id,
      name: department.name,
      sort: department.sort,
      offset: department.callOffsetMinutes,
    },
    kind: engagement.kind,
    sort: engagement.sort,
    minor: last !== undefined && isMinor(ageOn(birthDate, last)),
    phone: engagement.phoneOnSheet ? engagement.phone : null,
    offsetMinutes: engagement.callOffsetMinutes,
    elementId: engagement.elementId,
    boardId: '',
    character: engagement.title,
    makeupMinutes: engagement.makeupMinutes,
    wardrobeMinutes: engagement.wardrobeMinutes,
    pickupFrom: engagement.pickupFrom,
    driveMinutes: engagement.driveMinutes,
    everyShootDay: engagement.works === 'every_shoot_day',
    unit: engagement.unit,
    bookedOn,
  }
}
