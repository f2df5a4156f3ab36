/** A stretch of the day in which nobody is seen: minutes from midnight, half-open. */
export interface Break {
  readonly at: number
  readonly minutes: number
}

interface Frame {
  readonly fromMinute: number
  readonly untilMinute: number
  readonly slotMinutes: number
  readonly perSlot: number
  readonly breaks: readonly Break[]
}

/**
 * Where each slot begins. A slot never runs into a break or past the end; after a break the next one begins with its end.
 * @example slotsOf({ fromMinute: 540, untilMinute: 720, slotMinutes: 15, breaks: [{ at: 630, minutes: 15 }], perSlot: 1 }).length // 11
 */
export function slotsOf({ fromMinute, untilMinute, slotMinutes, breaks }: Frame): number[] {
  const slots: number[] = []
  for (let at = fromMinute; at + slotMinutes <= untilMinute;) {
    const rest = breaks.find((it) => it.at < at + slotMinutes && at < it.at + it.minutes)
    if (rest === undefined) {
      slots.push(at)
      at += slotMinutes
    } else at = rest.at + rest.minutes
  }
  return slots
}

interface Seat {
  readonly minute: number
  readonly seat: number
}

/** Seats nobody has, the earliest first. */
export function freeSeats(frame: Frame, taken: readonly Seat[]): Seat[] {
  const held = new Set(taken.map(({ minute, seat }) => `${minute} ${seat}`))
  return slotsOf(frame).flatMap((minute) =>
    Array.from({ length: frame.perSlot }, (_, at) => ({ minute, seat: at + 1 })).filter(
      ({ seat }) => !held.has(`${minute} ${seat}`),
    ),
  )
}

export interface Wanting {
  readonly id: string
  readonly choice: number | null
  readonly verdict: 'yes' | 'maybe' | 'no' | 'split' | null
  readonly isMinor: boolean
  readonly number: number
}

const worth = { yes: 0, split: 1, maybe: 2, no: 4 } as const

/** The best marked are seen first; whom everybody marked no is not asked. Minors take the first seat after school. */
export function autoFill(
  frame: Frame,
  taken: readonly Seat[],
  wanting: readonly Wanting[],
  schoolUntil: number | null,
): { placed: (Seat & { id: string })[]; left: string[] } {
  const free = freeSeats(frame, taken)
  const order = wanting
    .filter(({ verdict }) => verdict !== 'no')
    .toSorted(
      (a, b) =>
        (a.choice ?? 9) - (b.choice ?? 9) ||
        (a.verdict === null ? 3 : worth[a.verdict]) - (b.verdict === null ? 3 : worth[b.verdict]) ||
        a.number - b.number,
    )
  const placed: (Seat & { id: string })[] = []
  const left: string[] = []
  // Minors have the fewer seats to choose from, so they choose first.
  for (const it of [...order.filter(({ isMinor }) => isMinor), ...order.filter(({ isMinor }) => !isMinor)]) {
    const at = free.findIndex(({ minute }) => !it.isMinor || schoolUntil === null || minute >= schoolUntil)
    const [seat] = at < 0 ? [] : free.splice(at, 1)
    if (seat === undefined) left.push(it.id)
    else placed.push({ ...seat, id: it.id })
  }
  return { placed, left }
}

/** School ends a weekday's morning for a minor; weekends are free. */
export const isInSchool = (isMinor: boolean, weekday: number, minute: number, schoolUntil: number): boolean =>
  isMinor && weekday <= 5 && minute < schoolUntil
