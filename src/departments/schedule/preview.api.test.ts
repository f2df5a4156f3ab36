import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import type { Preview } from '../../kernel/concern.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { BoardId } from './board.contract.ts'
import * as boards from './boards.contract.ts'
import type { BoardView } from './boards.contract.ts'
import { dayAt, lanes, laidOut, stripOf } from './fixtures/laidBoard.ts'
import * as marks from './marks.contract.ts'
import * as strips from './strips.contract.ts'

const office = useOffice()
let ana: TestActor
beforeAll(async () => {
  ana = await office.as('coordinator')
})

describe('N-1 what a move would do', () => {
  const moveOf = (
    view: BoardView,
    params: { productionId: ProductionId; boardId: BoardId },
    number: string,
    day: number,
  ) => ({
    params,
    ifMatch: view.version,
    body: { moves: [{ stripIds: [stripOf(view, number)], dayId: dayAt(view, day), before: null }] },
  })

  test('N-1 a move raises and clears concerns, changes headers, and leaves no trace', async () => {
    const { productionId, params, view, elementIds } = await laidOut(office, ana)
    await ana.call(marks.addFlag, {
      params: { productionId },
      body: {
        onDate: '2026-05-13' as PlainDay,
        elementId: elementIds.get('EDDA') ?? null,
        reason: 'Theatre matinee',
        isHard: true,
      },
    })
    const preview = (await ana.preview(strips.arrangeBoard, moveOf(view, params, '8', 1))) as Preview
    expect(preview.raises.map((concern) => concern.code)).toContain('schedule.flag')
    expect(preview.changes['schedule.days']?.map((change) => [change.label, change.before, change.after])).toEqual([
      ['Day 1, Tue 12 May', 'Day 1, call 07:00, 2 5/8 pages, wrap 12:00', 'Day 1, call 07:00, 1 6/8 pages, wrap 10:50'],
      ['Day 2, Wed 13 May', 'Day 2, call 07:00, 1 3/8 pages, wrap 10:20', 'Day 2, call 07:00, 2 2/8 pages, wrap 11:30'],
    ])
    const after = await ana.call(boards.readBoard, { params })
    expect([after.version, lanes(after)]).toEqual([view.version, lanes(view)])
    await ana.call(strips.arrangeBoard, moveOf(view, params, '8', 1))
    const back = (await ana.preview(
      strips.arrangeBoard,
      moveOf(await ana.call(boards.readBoard, { params }), params, '8', 0),
    )) as Preview
    expect(back.clears.map((concern) => concern.code)).toContain('schedule.flag')
  })

  test('N-1 a draft is looked at as if it were the active plan, and the active one stays', async () => {
    const first = await laidOut(office, ana)
    const copy = await ana.call(boards.createBoard, {
      params: { productionId: first.productionId },
      body: { name: 'Draft B', copyOf: first.params.boardId },
    })
    const params = { ...first.params, boardId: copy.id }
    const view = await ana.call(boards.readBoard, { params })
    const preview = (await ana.preview(strips.arrangeBoard, moveOf(view, params, '8', 1))) as Preview
    expect(preview.changes['schedule.days']).toHaveLength(2)
    const { items } = await ana.call(boards.listBoards, { params: { productionId: first.productionId } })
    expect(items.map((board) => board.state)).toEqual(['active', 'draft'])
  })
})
