import { describe, expect, test } from 'vitest'
import type { TradeDepartment } from './person.contract.ts'
import { placedBy, positionsOffered } from './placing.rules.ts'

const department = (id: string, name: string, ...positions: string[]) => ({
  id: id as TradeDepartment['id'],
  name,
  positions: positions.map((position) => ({
    id: position,
    name: position,
    also: position === 'Gaffer' ? ['Chief lighting technician'] : [],
  })),
})
const departments = [
  department('1', 'Electric', 'Gaffer', 'Best boy'),
  department('2', 'Grip', 'Key grip', 'Best boy'),
  department('3', 'Nobody yet'),
]

describe('usual positions', () => {
  test('CR-9 all departments offer theirs until one is chosen, and no word twice', () => {
    expect(positionsOffered(departments, null)).toEqual([
      { group: 'Electric', items: ['Gaffer', 'Best boy'] },
      { group: 'Grip', items: ['Key grip'] },
    ])
    expect(positionsOffered(departments, '2')).toEqual([{ group: 'Grip', items: ['Key grip', 'Best boy'] }])
  })

  test.each([
    ['only one department has it', null, ' gaffer', { departmentId: '1' }],
    ['by another of its names', null, 'chief lighting technician', { departmentId: '1' }],
    ['two have it', null, 'Best boy', {}],
    ['nobody has it', null, 'Wrangler of clouds', {}],
    ['the department was chosen already', '2', 'Gaffer', {}],
    ['nothing is typed', null, '', {}],
  ])('CR-9 a position names its department: %s', (_, chosen, position, placed) =>
    expect(placedBy(departments, chosen, position)).toEqual(placed),
  )
})
