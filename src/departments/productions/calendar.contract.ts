import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

/** `work` makes a working day of a weekday that is off; the others take a day out of the plan, and say why. */
export const CalendarDayKind = z.enum(['off', 'holiday', 'travel', 'hiatus', 'work'])
export type CalendarDayKind = z.infer<typeof CalendarDayKind>

export const CalendarDay = z.object({
  onDate: PlainDay,
  kind: CalendarDayKind,
  label: z.string().trim().max(120),
})
export type CalendarDay = z.infer<typeof CalendarDay>

export const Calendar = z.object({
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  daysOff: z.array(z.number().int()),
  days: z.array(CalendarDay),
})
export type Calendar = z.infer<typeof Calendar>

/** The calendar as it was read: what `If-Match` of a change names. */
export const CalendarRead = Calendar.extend({ version: z.number().int() })
export type CalendarRead = z.infer<typeof CalendarRead>

const params = z.object({ productionId: ProductionId })
const path = '/v1/productions/{productionId}/calendar'

export const getCalendar = route({
  method: 'GET',
  path,
  summary: 'Weekdays off, and the days that differ from them',
  access: { ability: 'production.read', on: 'production' },
  params,
  response: CalendarRead,
})

export const setCalendarDays = route({
  method: 'PUT',
  path,
  summary: 'Mark days as off, holiday, travel, hiatus or working; a day with no kind goes back to its weekday',
  access: { ability: 'production.edit', on: 'production' },
  params,
  body: z.object({
    days: z
      .array(CalendarDay.extend({ kind: CalendarDayKind.nullable(), label: CalendarDay.shape.label.default('') }))
      .min(1)
      .max(400),
  }),
  ifMatch: 'required',
  preview: true,
  response: CalendarRead,
  problems: [Stale],
})
