import { z } from 'zod'
import { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import { CallWord } from './timed.view.ts'
import { ViewPerson } from './people.view.ts'
import { Place } from './day.view.ts'

/** What concerns one person, and which copy they get. */

/** Which copy a person gets. Phones of the crew stand on the crew copy only; cast and reps see their own times only. */
export const CopyList = z.enum(['full', 'crew', 'cast', 'client', 'vendor', 'security', 'archive'])
export type CopyList = z.infer<typeof CopyList>

/** One fact on a person's own page. `at` is set where the value is a time, so that pages can count down to it. */
export const PersonalField = z.object({
  key: z.string(),
  label: z.string(),
  value: z.string(),
  at: DayMinute.nullable(),
})
export type PersonalField = z.infer<typeof PersonalField>

/**
 * What concerns one person. A change in `mustConfirm` (call and own times, date, place to report to, pick-up,
 * transport) asks for a new confirmation; a change in `told` only informs.
 */
export const PersonalView = z.object({
  engagementId: z.string(),
  personId: z.string().nullable(),
  name: z.string(),
  position: z.string(),
  department: z.string(),
  kind: ViewPerson.shape.kind,
  copy: CopyList,
  onDate: PlainDay,
  timeZone: ZoneName,
  /** The time huge on the phone and in the subject line; null with `callWord` for people without one. */
  call: DayMinute.nullable(),
  callWord: CallWord.nullable(),
  callText: z.string(),
  reportTo: Place.nullable(),
  mustConfirm: z.array(PersonalField),
  told: z.array(PersonalField),
  /** Their day in order: arrivals, first frame, lunch, wrap. */
  steps: z.array(z.object({ at: DayMinute, text: z.string() })),
})
export type PersonalView = z.infer<typeof PersonalView>
