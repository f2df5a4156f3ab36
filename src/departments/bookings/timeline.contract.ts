import { z } from 'zod'
import { PersonId, ProductionId } from '../../kernel/ids.ts'
import { route } from '../../kernel/route.ts'
import { DayMinute, PlainDay } from '../../kernel/time.ts'
import { AbsenceKind } from './booking.contract.ts'
import { BookingId } from './engine.contract.ts'
import { RestLine } from './restBetween.contract.ts'
import { isInOrder, isWithin, outOfOrder, tooMany, Window } from './window.contract.ts'

/** Whose time it is: a person, or a room, vehicle or thing. */
export const ResourceId = z.uuid()

/** Days in a row of one booking that stand alike: what is drawn as one bar. */
export const Bar = z.object({
  bookingId: BookingId,
  resourceId: ResourceId,
  productionId: ProductionId.nullable(),
  /** Who holds, when it is somebody outside. */
  holder: z.string(),
  title: z.string(),
  purpose: z.string(),
  from: PlainDay,
  /** Half-open. */
  until: PlainDay,
  /** Hours, for a part of a day. */
  hours: z.object({ from: DayMinute.nullable(), until: DayMinute.nullable() }).nullable(),
  state: z.enum(['planning', 'hold', 'confirmed']),
  rank: z.number().int().nullable(),
  /** A shoot day that waits because another job has the person. */
  waits: z.boolean(),
  shared: z.boolean(),
  /** How it lies outside the opening hours of a room or vehicle: `ends after it closes at 18:00`. */
  outside: z.string().nullable(),
})
export type Bar = z.infer<typeof Bar>

export const TimelinePerson = z.object({
  id: ResourceId,
  name: z.string(),
  position: z.string(),
  homeBase: z.string().nullable(),
  departmentId: z.string().nullable(),
})
export type TimelinePerson = z.infer<typeof TimelinePerson>

/** A position a production needs on some days and has nobody for. */
export const Gap = z.object({
  needId: z.uuid(),
  productionId: ProductionId,
  departmentId: z.string(),
  title: z.string(),
  dates: z.array(PlainDay),
})
export type Gap = z.infer<typeof Gap>

export const Timeline = z.object({
  people: z.array(TimelinePerson),
  bars: z.array(Bar),
  away: z.array(
    z.object({ resourceId: ResourceId, from: PlainDay, until: PlainDay, kind: AbsenceKind, note: z.string() }),
  ),
  /** Too little rest, over all productions, with its causes. */
  rest: z.array(RestLine),
  /** With the first page only. */
  gaps: z.array(Gap),
  departments: z.array(z.object({ id: z.string(), name: z.string() })),
  productions: z.array(z.object({ id: ProductionId, code: z.string(), title: z.string(), mayEdit: z.boolean() })),
  /** Days of one week, over which somebody is pointed out. */
  weekDays: z.number().int(),
  /** Where nobody is booked in the window: the first booked day after it, else the last before it. */
  nearest: PlainDay.nullable(),
  /** The last person of this page, when there may be more. */
  next: PersonId.nullable(),
})
export type Timeline = z.infer<typeof Timeline>

export const readTimeline = route({
  method: 'GET',
  path: '/v1/bookings',
  summary: 'Who is booked, held and away over all productions, within a window of days',
  access: { ability: 'bookings.timeline', on: 'office' },
  query: z
    .object({
      ...Window.shape,
      after: PersonId.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    })
    .refine(isInOrder, outOfOrder)
    .refine(isWithin(92), tooMany(92)),
  response: Timeline,
})
