import { addBookable, hold, takeOutOfService } from '../../departments/bookings/index.ts'
import { addDays, minuteOf, type PlainDay } from '../../kernel/time.ts'
import { systemOfficeScope } from '../../platform/access/scope.ts'
import type { Loading } from './samplePeople.ts'

const minute = (time: string | undefined) => (time === undefined ? null : minuteOf(time))

/** Rooms and vehicles of the office, booked by the hour and by the day; one hold waits behind another's, one is in service. */
export async function loadRooms({ app, actor, scope, sample, dates }: Loading): Promise<void> {
  const office = { scope: systemOfficeScope(actor.name), actor }
  const dayOf = (day: number): PlainDay => addDays(dates[0] as PlainDay, day - 1)
  const zone = sample.production.timeZone
  const ids = new Map<string, string>()
  for (const { opens, closes, ...room } of sample.rooms) {
    const body = { ...room, opens: minute(opens), closes: minute(closes), zone }
    ids.set(room.name, (await addBookable(app, { ...office, body })).id)
  }
  const idOf = (name: string): string => {
    const id = ids.get(name)
    if (id === undefined) throw new Error(`The sample books a room that is not there: ${name}`)
    return id
  }
  for (const { name, day, days, from, until, ahead, title, state } of sample.roomBookings) {
    const resource = { kind: 'bookable' as const, id: idOf(name) }
    const spans = Array.from({ length: days }, (_, at) => ({
      onDate: dayOf(day + at),
      from: minute(from),
      until: minute(until),
    }))
    if (ahead !== undefined)
      await hold(app, { scope, actor, resource, spans, title, holder: ahead, source: 'by phone' })
    await hold(app, { scope, actor, resource, spans, title, state })
  }
  for (const { name, day, note } of sample.roomsOut) {
    const body = { from: dayOf(day), to: dayOf(day), fromMinute: null, untilMinute: null, note }
    await takeOutOfService(app, { ...office, id: idOf(name) as never, body })
  }
}
