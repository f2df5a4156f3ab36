import type { ZoneName } from '../../kernel/time.ts'
import type { ChallengeState } from './challenge.contract.ts'

/** `Mon 4 May, 12:00` on the clock of the challenged party. */
export const whenText = (at: Temporal.Instant, zone: ZoneName): string =>
  at.toZonedDateTimeISO(zone).toLocaleString('en-GB', {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  })

export const OVER: Record<ChallengeState, string> = {
  open: 'The answer is awaited.',
  booked: 'It was booked.',
  released: 'It was released.',
  lapsed: 'Nobody answered in time, so the hold was released.',
  withdrawn: 'The challenge was withdrawn.',
}
