import { z } from 'zod'
import { idOf, ProductionId } from '../../kernel/ids.ts'
import { NotFound } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { DayMinute, PlainDay } from '../../kernel/time.ts'
import { ElementEventId, FlagId } from './board.contract.ts'

const reads = { ability: 'schedule.read', on: 'production' } as const
const edits = { ability: 'schedule.edit', on: 'production' } as const
const ofProduction = z.object({ productionId: ProductionId })
const AnyElementId = idOf('ElementId')

/** A red flag: something a person wants remembered of a date, or of an element on a date. */
export const FlagRecord = z.object({
  id: FlagId,
  onDate: PlainDay,
  elementId: z.string().nullable(),
  reason: z.string(),
  /** Where it comes from: an e-mail, an agent, a permit. */
  source: z.string(),
  isHard: z.boolean(),
  expiresOn: PlainDay.nullable(),
})
export type FlagRecord = z.infer<typeof FlagRecord>

/** A travel day, a rehearsal, a fitting of somebody or something, beside the strips. */
export const EventRecord = z.object({
  id: ElementEventId,
  elementId: z.string().nullable(),
  personId: z.string().nullable(),
  onDate: PlainDay,
  fromMinute: DayMinute.nullable(),
  untilMinute: DayMinute.nullable(),
  kind: z.enum(['travel', 'rehearsal', 'fitting', 'other']),
  note: z.string(),
})
export type EventRecord = z.infer<typeof EventRecord>

export const listMarks = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/schedule/marks',
  summary: 'Flags and events of a production',
  access: reads,
  params: ofProduction,
  response: z.object({ flags: z.array(FlagRecord), events: z.array(EventRecord) }),
})

export const addFlag = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/schedule/flags',
  summary: 'Raise a flag on a date, or on an element at a date',
  access: edits,
  params: ofProduction,
  body: z.object({
    onDate: PlainDay,
    elementId: AnyElementId.nullable().default(null),
    reason: z.string().trim().min(1, 'Say what the flag is about.').max(200),
    source: z.string().trim().max(120).default(''),
    isHard: z.boolean().default(false),
    expiresOn: PlainDay.nullable().default(null),
  }),
  preview: true,
  idempotencyKey: 'accepted',
  status: 201,
  response: FlagRecord,
  problems: [NotFound],
})

export const removeFlag = route({
  method: 'DELETE',
  path: '/v1/productions/{productionId}/schedule/flags/{flagId}',
  summary: 'Take a flag down',
  access: edits,
  params: ofProduction.extend({ flagId: FlagId }),
  preview: true,
  response: z.null(),
  problems: [NotFound],
})

export const addEvent = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/schedule/events',
  summary: 'Note a travel day, rehearsal or fitting of an element or a person',
  access: edits,
  params: ofProduction,
  body: z
    .object({
      elementId: AnyElementId.nullable().default(null),
      personId: idOf('PersonId').nullable().default(null),
      onDate: PlainDay,
      fromMinute: DayMinute.nullable().default(null),
      untilMinute: DayMinute.nullable().default(null),
      kind: EventRecord.shape.kind,
      note: z.string().trim().max(200).default(''),
    })
    .refine((event) => (event.elementId === null) !== (event.personId === null), {
      error: 'Say whose event it is: a character or thing, or a person.',
    }),
  preview: true,
  idempotencyKey: 'accepted',
  status: 201,
  response: EventRecord,
  problems: [NotFound],
})

export const removeEvent = route({
  method: 'DELETE',
  path: '/v1/productions/{productionId}/schedule/events/{eventId}',
  summary: 'Take an event off the schedule',
  access: edits,
  params: ofProduction.extend({ eventId: ElementEventId }),
  preview: true,
  response: z.null(),
  problems: [NotFound],
})
