import { expect, test } from 'vitest'
import { bySeverityAndDate, folded, type Concern } from './concern.ts'

const concern = (key: string, code: string, different: Partial<Concern> = {}): Concern => ({
  code,
  key,
  severity: 'blocks',
  message: key,
  causes: [],
  remedy: '',
  subject: { kind: 'person', id: key, label: key },
  ...different,
})

test('many of one kind stand behind the first two, and hide no other kind', () => {
  const papers = ['a', 'b', 'c', 'd', 'e'].map((key) => concern(key, 'papers_open'))
  const clash = concern('x', 'double_booking')
  expect(folded([...papers, clash]).map((it) => [it.concern.key, it.alike.map(({ key }) => key)])).toEqual([
    ['a', []],
    ['b', ['c', 'd', 'e']],
    ['x', []],
  ])
})

test('one more than stands alone is shown: a fold for one line saves nothing', () => {
  const three = ['a', 'b', 'c'].map((key) => concern(key, 'papers_open'))
  expect(folded(three).map(({ alike }) => alike.length)).toEqual([0, 0, 0])
})

test('what blocks does not stand behind what warns', () => {
  const kinds = (['blocks', 'warns'] as const).flatMap((severity) =>
    ['a', 'b', 'c', 'd'].map((key) => concern(`${severity} ${key}`, 'papers_open', { severity })),
  )
  expect(folded(kinds).filter(({ alike }) => alike.length > 0)).toHaveLength(2)
})

test('what has a day stands before what has none', () => {
  const order = [concern('a', 'papers_open'), concern('b', 'minor_hours', { onDate: '2026-05-12' as never })]
  expect(order.toSorted(bySeverityAndDate).map(({ key }) => key)).toEqual(['b', 'a'])
})
