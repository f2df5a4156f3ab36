import { z } from 'zod'
import { idOf, PersonId, ProductionId } from '../../kernel/ids.ts'
import { route } from '../../kernel/route.ts'
import { DayMinute, PlainDay } from '../../kernel/time.ts'
import { AlreadyBooked, PapersMissing } from './conflict.contract.ts'
import { isInOrder, isWithin, outOfOrder, tooMany, Window } from './window.contract.ts'

export const AbsenceKind = z.enum(['unavailable', 'day_off', 'leave', 'travel', 'tentative'])
export type AbsenceKind = z.infer<typeof AbsenceKind>

/** Fixed meanings, whatever the office calls them. */
export const BookingState = z.enum(['planning', 'hold', 'confirmed', 'released', 'cancelled'])
export type BookingState = z.infer<typeof BookingState>

export const EngagementId = idOf('EngagementId')
export type EngagementId = z.infer<typeof EngagementId>
const AvailabilityId = idOf('AvailabilityId')
export type AvailabilityId = z.infer<typeof AvailabilityId>

/** What may be booked: a person, a place, or a room or vehicle by id, a unit by its name in the production. */
export const BookedResource = z.object({
  kind: z.enum(['person', 'location', 'unit', 'bookable']),
  id: z.string().min(1).max(60),
})
export type BookedResource = z.infer<typeof BookedResource>

/** What a production enters days away of; a room or vehicle is out of service by the office's list. */
const AbsentResource = z.object({ kind: z.enum(['person', 'location', 'unit']), id: z.string().min(1).max(60) })
export type AbsentResource = z.infer<typeof AbsentResource>

/** One day, or hours of it, on which somebody or something cannot work. `until` is not included. */
export const Absence = z.object({
  id: AvailabilityId,
  resource: AbsentResource,
  productionId: ProductionId.nullable(),
  onDate: PlainDay,
  from: DayMinute.nullable(),
  until: DayMinute.nullable(),
  kind: AbsenceKind,
  note: z.string(),
  source: z.string(),
  /** The same for days that come back every week. */
  seriesId: z.string().nullable(),
})
export type Absence = z.infer<typeof Absence>

export const BookedDay = z.object({ engagementId: EngagementId, onDate: PlainDay, state: BookingState })
export type BookedDay = z.infer<typeof BookedDay>

const Dates = Window.refine(isInOrder, outOfOrder).refine(isWithin(400), tooMany(400))

const params = z.object({ productionId: ProductionId })

export const getBookings = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/bookings',
  summary: 'Booked days and absences of everybody and everything on the production',
  access: { ability: 'bookings.read', on: 'production' },
  params,
  query: Dates,
  response: z.object({
    days: z.array(BookedDay),
    absences: z.array(Absence),
    /** Days on which people of this production are confirmed elsewhere, by the code of that production only. */
    elsewhere: z.array(z.object({ personId: PersonId, onDate: PlainDay, state: BookingState, code: z.string() })),
    can: z.object({ edit: z.boolean() }),
  }),
})

export const bookDays = route({
  method: 'PUT',
  path: '/v1/productions/{productionId}/bookings',
  summary: 'Confirm, hold or release days; a day without a state is as the engagement has it',
  access: { ability: 'bookings.edit', on: 'production' },
  params,
  body: z.object({
    days: z
      .array(BookedDay.extend({ state: z.enum(['planning', 'hold', 'confirmed', 'released']).nullable() }))
      .min(1)
      .max(2000),
  }),
  preview: true,
  response: z.object({ days: z.array(BookedDay) }),
  problems: [AlreadyBooked, PapersMissing],
})

const NewAbsence = z
  .object({
    resource: AbsentResource,
    from: PlainDay,
    to: PlainDay,
    fromMinute: DayMinute.nullable().default(null),
    untilMinute: DayMinute.nullable().default(null),
    kind: AbsenceKind,
    note: z.string().trim().max(500).default(''),
    source: z.string().trim().max(120).default(''),
    /** Only these weekdays of the span, 1 Monday to 7 Sunday; none: every day. */
    weekdays: z.array(z.number().int().min(1).max(7)).max(7).default([]),
  })
  .refine(isInOrder, outOfOrder)
  .refine(({ fromMinute, untilMinute }) => fromMinute === null || untilMinute === null || fromMinute < untilMinute, {
    error: 'The hours end before they begin.',
    path: ['untilMinute'],
  })
export type NewAbsence = z.infer<typeof NewAbsence>

export const addAbsence = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/absences',
  summary: 'Enter when somebody on the production, a place or a unit cannot work',
  access: { ability: 'bookings.edit', on: 'production' },
  params,
  body: NewAbsence,
  idempotencyKey: 'accepted',
  preview: true,
  response: z.object({ items: z.array(Absence) }),
  status: 201,
})

export const removeAbsences = route({
  method: 'DELETE',
  path: '/v1/productions/{productionId}/absences/{availabilityId}',
  summary: 'Take an absence back, or this and all later days of its weekly row',
  access: { ability: 'bookings.edit', on: 'production' },
  params: params.extend({ availabilityId: AvailabilityId }),
  query: z.object({ and: z.enum(['later']).optional() }),
  preview: true,
  response: z.null(),
})

export const getPersonAbsences = route({
  method: 'GET',
  path: '/v1/people/{personId}/absences',
  summary: 'When a person cannot work, whatever the production',
  access: { ability: 'people.read', on: 'office' },
  params: z.object({ personId: PersonId }),
  query: Dates,
  response: z.object({ items: z.array(Absence) }),
})
