import { setTimeout as pause } from 'node:timers/promises'

/** What was measured against what was aimed at; times in milliseconds. */
export interface Figure {
  readonly name: string
  readonly median: number
  readonly p95: number
  readonly runs: number
  /** What the architecture aims at, and which of the two figures it is about; none for figures without an aim. */
  readonly aim?: { readonly milliseconds: number; readonly of: 'median' | 'p95' }
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export function figure(name: string, times: readonly number[], aim?: Figure['aim']): Figure {
  const sorted = times.toSorted((a, b) => a - b)
  return { name, median: at(sorted, 0.5), p95: at(sorted, 0.95), runs: times.length, ...(aim && { aim }) }
}

/** Runs `work` so many times, one after another, after one run that does not count. */
export async function repeat(runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  await work(-1)
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now()
    await work(run)
    times.push(performance.now() - started)
  }
  return times
}

/** People read what they asked for: each asks about once a second. */
const thinkingMilliseconds = 1000

/** So many people at work at the same time, each asking so many times with a pause between; every answer is timed. */
export async function together(people: number, each: number, ask: () => Promise<unknown>): Promise<number[]> {
  await ask()
  const times: number[] = []
  await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      await pause((thinkingMilliseconds * person) / people)
      for (let turn = 0; turn < each; turn += 1) {
        const started = performance.now()
        await ask()
        times.push(performance.now() - started)
        await pause(thinkingMilliseconds)
      }
    }),
  )
  return times
}

const ms = (n: number) => `${n < 10 ? n.toFixed(1) : Math.round(n)} ms`

/** One line a figure: name, median, p95, and the ratio to its aim. Below 1 is within it. */
export function table(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length))
  return figures
    .map((each) => {
      const ratio = each.aim && each[each.aim.of] / each.aim.milliseconds
      const against =
        each.aim &&
        `aim ${each.aim.of} ${ms(each.aim.milliseconds)}, ratio ${ratio?.toFixed(2)}${(ratio ?? 0) > 1 ? '  MISSED' : ''}`
      return `${each.name.padEnd(width)}  median ${ms(each.median).padStart(8)}  p95 ${ms(each.p95).padStart(8)}  n ${String(each.runs).padStart(4)}  ${against ?? ''}`
    })
    .join('\n')
}
