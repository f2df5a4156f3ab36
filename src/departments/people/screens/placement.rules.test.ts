import { expect, test } from 'vitest'
import type { PlanRow } from '../plan.contract.ts'
import { engagementsFrom, proposed, standingOf } from './placement.rules.ts'

const department = (id: string, name: string, ...positions: string[]) => ({
  id: id as never,
  name,
  isCast: name === 'Cast',
  positions: positions.map((position) => ({
    id: position,
    name: position,
    also: position === 'Gaffer' ? ['Chief lighting technician'] : [],
  })),
})
const departments = [
  department('direction', 'Direction', 'Director', '1st AD'),
  department('electric', 'Electric', 'Gaffer'),
  department('cast', 'Cast', 'Actor'),
]
const parts = [
  { id: 'porter', name: 'PORTER', boardId: null },
  { id: 'tilda', name: 'TILDA', boardId: '1' },
]
const row = (part: Partial<PlanRow>): PlanRow => ({
  line: 2,
  status: 'new',
  kind: 'person',
  name: 'Jo Quill',
  detail: null,
  department: null,
  position: null,
  character: null,
  reason: null,
  warnings: [],
  matches: [],
  ...part,
})

test.each([
  ['a department that is named', row({ department: 'electric', position: 'Best boy' }), 'electric', 'Best boy', null],
  ['the department that has the position', row({ position: 'gaffer' }), 'electric', 'gaffer', null],
  [
    'another name of the position',
    row({ position: 'Chief Lighting-Technician' }),
    'electric',
    'Chief Lighting-Technician',
    null,
  ],
  ['a character by name', row({ character: 'Tilda' }), 'cast', 'Actor', 'tilda'],
  ['a character by number', row({ character: '1', position: 'Lead' }), 'cast', 'Lead', 'tilda'],
  ['a character where the position is written', row({ position: 'TILDA' }), 'cast', 'Actor', 'tilda'],
  ['a character the script does not have', row({ character: 'Nobody' }), 'cast', 'Actor', null],
  ['nothing to go by', row({}), null, '', null],
])('CR-1 a line of a crew list is placed by %s', (_, line, departmentId, title, elementId) => {
  expect(proposed(line, departments, parts)).toEqual({ departmentId, title, elementId })
})

const placed = { departmentId: 'electric', title: 'Gaffer', elementId: null }
test.each([
  ['placed', row({}), { do: 'add' } as const, placed, 'ready'],
  ['already in the directory', row({ status: 'same' }), { do: 'skip' } as const, placed, 'ready'],
  ['without a position', row({}), { do: 'add' } as const, { ...placed, title: ' ' }, 'needs_place'],
  ['perhaps somebody known', row({ status: 'possible_duplicate' }), null, placed, 'needs_choice'],
  ['left out', row({}), { do: 'skip' } as const, placed, 'left_out'],
  ['a company', row({ kind: 'company' }), { do: 'add' } as const, placed, 'left_out'],
])('CR-1 a line %s', (_, line, choice, placement, is) => {
  expect(standingOf(line, choice, placement)).toBe(is)
})

test('CR-1 cast come as cast and play, crew do not; who has no place stays off', () => {
  const at: Record<number, typeof placed | { departmentId: string; title: string; elementId: string }> = {
    2: placed,
    3: { departmentId: 'cast', title: 'Actor', elementId: 'tilda' },
  }
  const people = [2, 3, 4].map((line) => ({ line, personId: `person ${line}` as never }))
  expect(engagementsFrom(people, (line) => at[line], departments)).toEqual([
    { personId: 'person 2', companyId: null, departmentId: 'electric', title: 'Gaffer', kind: 'crew' },
    { personId: 'person 3', companyId: null, departmentId: 'cast', title: 'Actor', kind: 'cast', elementId: 'tilda' },
  ])
})
