import { z } from 'zod'
import { idOf, ProductionId } from '../../kernel/ids.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import { Bar, ResourceId } from './timeline.contract.ts'
import { isInOrder, isWithin, outOfOrder, tooMany, Window } from './window.contract.ts'

export const BookableId = idOf('BookableId')
export type BookableId = z.infer<typeof BookableId>

export const BookableKind = z.enum(['room', 'vehicle', 'kit'])
export type BookableKind = z.infer<typeof BookableKind>

/** A room, a vehicle or another thing of the office that productions book. */
export const Bookable = z.object({
  id: BookableId,
  kind: BookableKind,
  name: z.string(),
  /** Where it is: a floor, a yard, a town. */
  place: z.string(),
  /** A number plate, a door, a serial number. */
  mark: z.string(),
  /** Seats of a vehicle, people in a room; null: nobody counted. */
  capacity: z.number().int().nullable(),
  notes: z.string(),
  /** The clock its hours are of. */
  zone: ZoneName,
  /** Booked by hours rather than whole days. */
  byHours: z.boolean(),
  /** Minutes of the day it can be had; null: from midnight, to midnight. */
  opens: DayMinute.nullable(),
  closes: DayMinute.nullable(),
  isArchived: z.boolean(),
  version: z.number().int(),
})
export type Bookable = z.infer<typeof Bookable>

const settable = {
  kind: BookableKind,
  name: z.string().trim().min(1, 'Give it a name.').max(80),
  place: z.string().trim().max(120),
  mark: z.string().trim().max(40),
  capacity: z.number().int().min(1, 'At least one.').max(5000).nullable(),
  notes: z.string().trim().max(2000),
  zone: ZoneName,
  byHours: z.boolean(),
  opens: DayMinute.refine((minute) => minute >= 0 && minute < 1440, { error: 'Say an hour of the day.' }).nullable(),
  closes: DayMinute.nullable(),
}
type Hours = { opens?: DayMinute | null | undefined; closes?: DayMinute | null | undefined }
const opensFirst = ({ opens, closes }: Hours) => (opens ?? 0) < (closes ?? 1440)
const closesEarly = { error: 'It closes before it opens.', path: ['closes'] }

export const NewBookable = z
  .object({
    ...settable,
    place: settable.place.default(''),
    mark: settable.mark.default(''),
    capacity: settable.capacity.default(null),
    notes: settable.notes.default(''),
    byHours: z.boolean().default(false),
    opens: settable.opens.default(null),
    closes: settable.closes.default(null),
  })
  .refine(opensFirst, closesEarly)
export type NewBookable = z.infer<typeof NewBookable>

export const NameTaken = problemType('bookable-name-taken', 409, 'Something of this kind has this name already')

const one = z.object({ bookableId: BookableId })
const read = { ability: 'bookings.timeline', on: 'office' } as const
const edit = { ability: 'bookables.edit', on: 'office' } as const

export const listBookables = route({
  method: 'GET',
  path: '/v1/bookables',
  summary: 'Rooms, vehicles and other things that productions book, by kind and name',
  access: read,
  query: z.object({
    q: z.string().max(100).optional(),
    kind: BookableKind.optional(),
    /** Takes at least so many. */
    capacity: z.coerce.number().int().min(1).optional(),
    show: z.enum(['current', 'archived']).default('current'),
    after: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: z.object({
    items: z.array(Bookable),
    next: z.string().nullable(),
    can: z.object({ edit: z.boolean() }),
  }),
})

export const readBookable = route({
  method: 'GET',
  path: '/v1/bookables/{bookableId}',
  summary: 'One room, vehicle or thing',
  access: read,
  params: one,
  response: Bookable,
})

export const createBookable = route({
  method: 'POST',
  path: '/v1/bookables',
  summary: 'Add a room, a vehicle or another thing to book',
  access: edit,
  body: NewBookable,
  idempotencyKey: 'accepted',
  response: Bookable,
  status: 201,
  problems: [NameTaken],
})

export const changeBookable = route({
  method: 'PATCH',
  path: '/v1/bookables/{bookableId}',
  summary: 'Change a room, vehicle or thing; what is booked of it stays',
  access: edit,
  params: one,
  body: z.object(settable).partial(),
  ifMatch: 'required',
  response: Bookable,
  problems: [NameTaken, Stale],
})

export const archiveBookable = route({
  method: 'POST',
  path: '/v1/bookables/{bookableId}/archive',
  summary: 'Take something out of use, or back into it; nothing new is booked of what is out of use',
  access: edit,
  params: one,
  body: z.object({ archived: z.boolean() }),
  ifMatch: 'required',
  response: Bookable,
  problems: [NameTaken, Stale],
})

/** Days, or hours of them, on which it cannot be had. */
export const OutOfService = z.object({
  id: z.uuid(),
  resourceId: ResourceId,
  onDate: PlainDay,
  from: DayMinute.nullable(),
  until: DayMinute.nullable(),
  note: z.string(),
})
export type OutOfService = z.infer<typeof OutOfService>

export const addOutOfService = route({
  method: 'POST',
  path: '/v1/bookables/{bookableId}/out-of-service',
  summary: 'Say when something cannot be had: repair, cleaning, let to somebody else',
  access: edit,
  params: one,
  body: z
    .object({
      from: PlainDay,
      to: PlainDay,
      fromMinute: DayMinute.nullable().default(null),
      untilMinute: DayMinute.nullable().default(null),
      note: z.string().trim().max(500).default(''),
    })
    .refine(isInOrder, outOfOrder)
    .refine(isWithin(400), tooMany(400, 'Enter'))
    .refine(({ fromMinute, untilMinute }) => (fromMinute ?? 0) < (untilMinute ?? 1440), {
      error: 'The hours end before they begin.',
      path: ['untilMinute'],
    }),
  idempotencyKey: 'accepted',
  response: z.object({ items: z.array(OutOfService) }),
  status: 201,
})

export const removeOutOfService = route({
  method: 'DELETE',
  path: '/v1/bookables/{bookableId}/out-of-service',
  summary: 'It can be had again on these days',
  access: edit,
  params: one,
  query: z.object({ from: PlainDay, to: PlainDay }),
  response: z.null(),
})

export const readBookableTimeline = route({
  method: 'GET',
  path: '/v1/bookables/timeline',
  summary: 'What is booked and held of rooms, vehicles and things within a window of days; free ones too',
  access: read,
  query: Window.extend({
    q: z.string().max(100).optional(),
    kind: BookableKind.optional(),
    capacity: z.coerce.number().int().min(1).optional(),
    after: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  })
    .refine(isInOrder, outOfOrder)
    .refine(isWithin(92), tooMany(92)),
  response: z.object({
    items: z.array(Bookable),
    bars: z.array(Bar),
    outOfService: z.array(OutOfService),
    productions: z.array(z.object({ id: ProductionId, code: z.string(), title: z.string(), mayEdit: z.boolean() })),
    next: z.string().nullable(),
    can: z.object({ edit: z.boolean() }),
  }),
})
export type BookableTimeline = z.output<typeof readBookableTimeline.response>
