import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { ageOn, engagementsOf } from '../people/index.ts'
import type { Engagement } from '../people/index.ts'
import type { PersonFacts } from './sheet.facts.ts'

export interface BookedPerson extends Omit<PersonFacts, 'dayCode' | 'previousWrap'> {
  everyShootDay: boolean
  bookedOn: ReadonlySet<PlainDay>
}

/** Everybody engaged, with the days they are booked for. Whoever is of age on the last day counts as grown up then. */
export async function peopleSources(db: Db, scope: ProductionScope, dates: PlainDay[]): Promise<BookedPerson[]> {
  const engagements = await engagementsOf(db, scope)
  const last = [...dates].sort().at(-1)
  return engagements.map((engagement) => booked(engagement, last))
}

function booked(engagement: Engagement, last: PlainDay | undefined): BookedPerson {
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
    minor: birthDate !== null && last !== undefined && ageOn(birthDate, last) < 18,
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
    bookedOn: new Set(),
  }
}
