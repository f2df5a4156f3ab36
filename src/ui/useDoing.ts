import { useState } from 'react'
import { problemOf, type ShownProblem } from './problem.ts'

/**
 * Work that takes a while: `busy` until it ends, and what it was refused for, to be shown beside the button.
 * @example const { doing, busy, problem } = useDoing(); const send = () => doing(() => browser.call(…))
 */
export function useDoing() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ShownProblem>()
  const doing = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    await work().catch((thrown: unknown) => setProblem(problemOf(thrown)))
    setBusy(false)
  }
  return { doing, busy, problem }
}
