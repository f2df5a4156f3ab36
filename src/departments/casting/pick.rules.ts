const points = { yes: 2, maybe: 1, no: 0 } as const

/** What the voices say of one person together: `2 yes, 1 no`, and a score to sort by in which a first rank counts most. */
export function tallyOf(picks: readonly { pick: keyof typeof points | null; rank: number | null }[]): {
  words: string
  score: number
} {
  const count = (mark: keyof typeof points) => picks.filter(({ pick }) => pick === mark).length
  const words = (['yes', 'maybe', 'no'] as const)
    .filter((mark) => count(mark) > 0)
    .map((mark) => `${count(mark)} ${mark}`)
    .join(', ')
  const score = picks.reduce(
    (sum, { pick, rank }) => sum + (pick === null ? 0 : points[pick]) + (rank === null ? 0 : 1 / rank),
    0,
  )
  return { words, score }
}
