import { expect, test } from 'vitest'
import { compared, whereTheyDiffer } from './formConflict.ts'

interface Draft {
  name: string
  hours: number | null
  ours: boolean
  tags: string[]
  private: string
}

const mine: Draft = { name: 'Late', hours: 12, ours: true, tags: ['a', 'b'], private: 'x' }

test('ST-2 both sides of what two people changed stand in words, and only what the form names', () => {
  const words = {
    name: 'Name',
    hours: { word: 'Rest', say: (it: number | null) => `${it} h` },
    ours: 'Ours',
    tags: 'Tags',
  }
  expect(compared<Draft>(words, mine, { ...mine, name: 'Early', hours: null, tags: [] })).toEqual([
    { label: 'Name', mine: 'Late', theirs: 'Early' },
    { label: 'Rest', mine: '12 h', theirs: 'null h' },
    { label: 'Ours', mine: 'yes', theirs: 'yes' },
    { label: 'Tags', mine: 'a, b', theirs: '' },
  ])
})

test.each([
  ['one line', 'Ana', 'Ben', ['Ana', 'Ben']],
  ['the middle', 'a\nb\nc', 'a\nX\nY\nc', ['…\nb\n…', '…\nX\nY\n…']],
  ['more at the end', 'a\nb', 'a\nb\nc', ['…', '…\nc']],
  ['a repeated line', 'a\na', 'a', ['…\na', '…']],
  ['nothing', 'a\nb', 'a\nb', ['a\nb', 'a\nb']],
])('of two long texts only what differs is compared: %s', (_, mine, theirs, expected) =>
  expect(whereTheyDiffer(mine, theirs)).toEqual(expected),
)
