import { clockOf, minuteOf, type WallTime } from '../../../kernel/time.ts'
import type { Shared } from '../../../ui/formConflict.ts'
import type { Session } from '../session.contract.ts'

export const minutes = (time: string | null) => (time === null ? null : minuteOf(time as WallTime))

/** The break that stands in the form; others that came with the day are kept behind it. */
export const breaksOf = (
  { breakAt, breakMinutes }: Pick<SessionDraft, 'breakAt' | 'breakMinutes'>,
  others: Session['breaks'] = [],
) => [
  ...(breakAt === null || breakMinutes === null ? [] : [{ at: minutes(breakAt) as number, minutes: breakMinutes }]),
  ...others,
]

/** A casting day as the form that changes it holds it. */
export interface SessionDraft {
  fromMinute: string | null
  untilMinute: string | null
  perSlot: number | null
  breakAt: string | null
  breakMinutes: number | null
  place: string
  stream: string
  releaseText: string
}

export const sessionDraft = (it: Session): SessionDraft => ({
  fromMinute: clockOf(it.fromMinute),
  untilMinute: clockOf(it.untilMinute),
  perSlot: it.perSlot,
  breakAt: it.breaks[0] ? clockOf(it.breaks[0].at) : null,
  breakMinutes: it.breaks[0]?.minutes ?? null,
  place: it.place,
  stream: it.stream,
  releaseText: it.releaseText,
})

/** Only what was changed is sent: saving over somebody else's change leaves the rest as they left it. */
export function sessionChange(
  now: SessionDraft,
  began: SessionDraft,
  others: Session['breaks'],
): Record<string, unknown> {
  const { breakAt, breakMinutes, ...plain } = now
  const sent = { ...plain, fromMinute: minutes(now.fromMinute), untilMinute: minutes(now.untilMinute) }
  const changed = Object.entries(sent).filter(
    ([key]) => now[key as keyof SessionDraft] !== began[key as keyof SessionDraft],
  )
  const isOtherBreak = breakAt !== began.breakAt || breakMinutes !== began.breakMinutes
  return { ...Object.fromEntries(changed), ...(isOtherBreak && { breaks: breaksOf(now, others) }) }
}

/** Both sides of a conflict, field by field: every one that is sent. */
export const sessionWords: Required<Shared<SessionDraft>['words']> = {
  fromMinute: 'From',
  untilMinute: 'Until',
  perSlot: 'At a time',
  breakAt: 'Break at',
  breakMinutes: 'Break in minutes',
  place: 'Room',
  stream: 'Stream',
  releaseText: 'Text at the door',
}
