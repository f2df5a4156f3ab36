import { given } from '../../kernel/patch.ts'
import { clockOf } from '../../kernel/time.ts'
import type { Session, SessionChange } from './session.contract.ts'
import { slotsOf } from './slot.rules.ts'

type Laid = Pick<Session, 'onDate' | 'fromMinute' | 'untilMinute' | 'slotMinutes' | 'perSlot' | 'breaks'>
type Seat = Pick<Session['appointments'][number], 'name' | 'minute' | 'seat' | 'signedInAt'>

interface Refusal {
  readonly at: string
  readonly words: string
}

/**
 * Why a day cannot become another one: nobody who has a time loses it in passing. Rooms, streams and the text at the door
 * always change.
 */
export function refusalsOf(now: Laid, change: SessionChange, seats: readonly Seat[]): Refusal[] {
  const next = { ...now, ...given(change) }
  if (next.fromMinute >= next.untilMinute) return [{ at: '/untilMinute', words: 'It ends after it begins.' }]
  const slots = new Set(slotsOf(next))
  if (slots.size === 0)
    return [
      { at: '/slotMinutes', words: 'No slot fits between from and until. Make the day longer or the slots shorter.' },
    ]
  if (seats.length === 0) return []
  const fixed = (['onDate', 'slotMinutes'] as const).filter((field) => next[field] !== now[field])
  const cut = seats.filter(({ minute, seat }) => !slots.has(minute) || seat > next.perSlot)
  return [
    ...fixed.map((field) => ({
      at: `/${field}`,
      words: `${seats.length === 1 ? 'One person has' : `${seats.length} people have`} a time on this day. Free their times first.`,
    })),
    ...(fixed.length === 0 && cut.length > 0
      ? [
          {
            at: '/untilMinute',
            words: `${cut.map(({ name, minute }) => `${name} at ${clockOf(minute)}`).join(', ')} would have no slot. Give them another time first.`,
          },
        ]
      : []),
  ]
}
