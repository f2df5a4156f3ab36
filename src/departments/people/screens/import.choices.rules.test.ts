import { expect, test } from 'vitest'
import type { PlanRow } from '../plan.contract.ts'
import { choiceOf, optionsOf, tally, valueOf } from './import.choices.rules.ts'

const row = (line: number, status: PlanRow['status'], score?: number): PlanRow => ({
  line,
  status,
  kind: 'person',
  name: `Row ${line}`,
  detail: null,
  department: null,
  position: null,
  character: null,
  reason: null,
  warnings: [],
  matches:
    score === undefined
      ? []
      : [
          {
            recordId: '01990000-0000-7000-8000-000000000001',
            line: null,
            name: 'Jo',
            detail: null,
            score,
            reasons: [],
            adds: ['Phone'],
          },
        ],
})
const rows = [
  row(2, 'new'),
  row(3, 'possible_duplicate', 98),
  row(4, 'possible_duplicate', 70),
  row(5, 'same'),
  row(6, 'unreadable'),
]

test('CR-1 what pressing Import will do is counted before it is done', () => {
  expect(tally(rows, {})).toEqual({ add: 1, complete: 1, open: 1 })
  expect(tally(rows, { 4: { do: 'add' }, 2: { do: 'skip' } })).toEqual({ add: 1, complete: 1, open: 0 })
})

test('CR-1 every option of a line reads back as the choice it stands for', () => {
  const options = optionsOf(rows[1]!)
  expect(options.map(({ label }) => label)).toEqual(['Complete Jo (Phone)', 'Add as new', 'Leave out'])
  for (const { value } of options) expect(valueOf(choiceOf(value))).toBe(value)
  expect(choiceOf('line:7')).toEqual({ do: 'complete_line', line: 7 })
})
