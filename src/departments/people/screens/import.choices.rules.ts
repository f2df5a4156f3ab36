import type { PlanRow, RowChoice } from '../plan.contract.ts'
import { defaultChoice } from '../plan.rules.ts'

export type RowChoices = Readonly<Record<number, RowChoice>>

/** What will happen to a line, as a value a choice list can hold. */
export const valueOf = (choice: RowChoice | null): string | null =>
  choice === null
    ? null
    : choice.do === 'complete'
      ? `complete:${choice.recordId}`
      : choice.do === 'complete_line'
        ? `line:${choice.line}`
        : choice.do

export function choiceOf(value: string): RowChoice {
  if (value.startsWith('complete:')) return { do: 'complete', recordId: value.slice(9) }
  if (value.startsWith('line:')) return { do: 'complete_line', line: Number(value.slice(5)) }
  return value === 'add' ? { do: 'add' } : { do: 'skip' }
}

/** What somebody can decide about a line, the likeliest first. */
export function optionsOf(row: PlanRow): { value: string; label: string }[] {
  const matches = row.matches.map(({ recordId, line, name, detail, adds }) => ({
    value: recordId === null ? `line:${line}` : `complete:${recordId}`,
    label:
      recordId === null
        ? `Same as line ${line}`
        : `Complete ${[name, detail].filter(Boolean).join(', ')}${adds.length === 0 ? '' : ` (${adds.join(', ')})`}`,
  }))
  return [...matches, { value: 'add', label: 'Add as new' }, { value: 'skip', label: 'Leave out' }]
}

/** What stands for every line now: what was chosen, else what the product proposes. */
export const standing = (row: PlanRow, choices: RowChoices): RowChoice | null => choices[row.line] ?? defaultChoice(row)

interface Tally {
  readonly add: number
  readonly complete: number
  readonly open: number
}

/** What pressing Import will do. Lines nobody decided about are counted as open. */
export function tally(rows: readonly PlanRow[], choices: RowChoices): Tally {
  const kinds = rows
    .filter(({ status }) => status !== 'unreadable' && status !== 'same')
    .map((row) => standing(row, choices)?.do ?? 'open')
  const count = (...wanted: string[]) => kinds.filter((kind) => wanted.includes(kind)).length
  return { add: count('add'), complete: count('complete', 'complete_line'), open: count('open') }
}
