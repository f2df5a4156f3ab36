import { expect, test } from 'vitest'
import type { ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { DayType } from './board.contract.ts'
import { barsOf } from './today.rules.ts'

const day = (productionId: string, onDate: string, type: DayType = 'shoot', unit = 'Main unit') => ({
  productionId: productionId as ProductionId,
  onDate: onDate as PlainDay,
  type,
  unit,
})

test('days that touch are one bar, a second unit does not lengthen it, and a weekend breaks it', () => {
  const bars = barsOf([
    day('a', '2026-05-11', 'prep'),
    day('a', '2026-05-12'),
    day('a', '2026-05-12', 'shoot', 'Second unit'),
    day('b', '2026-05-12'),
    day('a', '2026-05-13'),
    day('a', '2026-05-14', 'off'),
    day('a', '2026-05-18'),
  ])
  expect(bars.map(({ productionId, label, from, until }) => [productionId, label, from, until])).toEqual([
    ['a', 'Prep', '2026-05-11', '2026-05-12'],
    ['a', 'Shoot', '2026-05-12', '2026-05-14'],
    ['b', 'Shoot', '2026-05-12', '2026-05-13'],
    ['a', 'Shoot', '2026-05-18', '2026-05-19'],
  ])
})
