/** A fact as a source brings it; see platform/vendorFacts.ts. */
interface Fact {
  readonly kind: string
  readonly result: 'good' | 'bad' | 'neutral'
}

interface KindScore {
  readonly kind: string
  readonly label: string
  readonly good: number
  readonly bad: number
  /** 0 to 100; null where nothing counts yet. */
  readonly points: number | null
}

/** Fewer facts than this make no number: one late answer is no verdict. */
export const FEWEST_FACTS = 3

/** What a complete score also asks, and which departments will bring it. */
export const KINDS_TO_COME: readonly { readonly kind: string; readonly label: string }[] = [
  { kind: 'confirmations', label: 'Confirmations in time' },
  { kind: 'orders', label: 'Invoices against their orders' },
  { kind: 'returns', label: 'Deliveries and returns in time' },
  { kind: 'damage', label: 'Loss and damage' },
]

/**
 * Each kind counts the same, however many facts it has: three answers in time and one price too high of four are 100 and 75,
 * together 88. Nothing but counted facts goes in.
 */
export function scoreOf(kinds: readonly { kind: string; label: string }[], facts: readonly Fact[]) {
  const rows = kinds.map(({ kind, label }): KindScore => {
    const of = facts.filter((it) => it.kind === kind)
    const [good, bad] = [
      of.filter(({ result }) => result === 'good').length,
      of.filter(({ result }) => result === 'bad').length,
    ]
    return { kind, label, good, bad, points: good + bad === 0 ? null : Math.round((100 * good) / (good + bad)) }
  })
  const counted = rows.filter(({ points }) => points !== null)
  const total = rows.reduce((sum, { good, bad }) => sum + good + bad, 0)
  const score =
    total < FEWEST_FACTS
      ? null
      : Math.round(counted.reduce((sum, { good, bad }) => sum + (100 * good) / (good + bad), 0) / counted.length)
  return { score, kinds: rows, counted: total }
}

/** @param tolerance what a price may rise against the last one before it counts against a vendor, in percent */
export const judgePrice = (percent: number | null, tolerance: number): Fact['result'] =>
  percent === null ? 'neutral' : percent <= 0 ? 'good' : percent > tolerance ? 'bad' : 'neutral'

export const judgeAnswer = (
  state: 'asked' | 'answered' | 'declined' | 'expired' | 'chosen' | 'not_chosen',
  answered: { at: Temporal.Instant | null; by: Temporal.Instant },
): Fact['result'] | null => {
  if (state === 'asked') return null
  if (state === 'expired' || answered.at === null) return 'bad'
  return Temporal.Instant.compare(answered.at, answered.by) <= 0 ? 'good' : 'bad'
}
