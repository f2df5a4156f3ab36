import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import { readReport } from '../reports/report.contract.ts'
import { changeBoard, createBoard, publishBoard, readBoard, readScheduleIssue } from './boards.contract.ts'
import { laidOut } from './fixtures/laidBoard.ts'
import { archiveLayout, changeLayout, createLayout, listLayouts } from './layout.contract.ts'
import type { StripLayout, StripShape } from './layout.contract.ts'

const office = useOffice()
let ana: TestActor
let owner: TestActor
beforeAll(async () => {
  ana = await office.as('coordinator')
  owner = await office.as('admin')
})

const all = async () => (await ana.call(listLayouts)).items
const named = async (name: string) => (await all()).find((it) => it.name === name) as StripLayout
const ours: StripShape = { upper: ['number', 'intExt', 'set', 'cast'], lower: ['synopsis', 'scriptDay'], height: 46 }
const likeOurs = { name: 'Our board', source: 'House style', dated: '2026-11-01' as StripLayout['dated'], shape: ours }

describe('ST-2 strip layouts are a table', () => {
  test('ST-2 the shipped layouts say where they are from, and a new board shows the first', async () => {
    const shipped = await all()
    expect(shipped.map(({ name, isShipped }) => [name, isShipped])).toEqual([
      ['Classic', true],
      ['Two lines', true],
      ['Cast first', true],
      ['Dense', true],
    ])
    expect(shipped.every(({ source }) => source !== '')).toBe(true)
    const { view } = await laidOut(office, ana)
    expect(view.facts.layout).toEqual(shipped[0]?.shape)
  })

  test('ST-2, ST-6 a board shows a layout of one’s own, and its one-liner and spreadsheet follow', async () => {
    const { productionId, params, view } = await laidOut(office, ana)
    const { id } = await owner.call(createLayout, { body: likeOurs })
    const shown = await ana.call(changeBoard, { params, ifMatch: view.version, body: { look: { layout: id } } })
    expect(shown.facts.layout).toEqual(ours)
    expect((await named('Our board')).boards).toBe(1)
    const report = await ana.call(readReport, { params: { productionId, report: 'one-liner' } })
    const titles = report.content.kind === 'table' ? report.content.columns.map((it) => it.title) : []
    expect(titles).toEqual(['Time', 'Scene', 'I/E', 'Set and synopsis', 'Cast', 'Script day', 'Pages'])
  })

  test('ST-2 put away it stays on its boards, cannot be chosen, and comes back', async () => {
    const { params, view } = await laidOut(office, ana)
    const made = await owner.call(createLayout, { body: { ...likeOurs, name: 'Put away soon' } })
    await ana.call(changeBoard, { params, ifMatch: view.version, body: { look: { layout: made.id } } })
    const on = { params: { layoutId: made.id } }
    const away = await owner.call(archiveLayout, { ...on, ifMatch: made.version, body: { archived: true } })
    expect((await ana.call(readBoard, { params })).facts.layout).toEqual(ours)
    const other = await ana.call(createBoard, { params, body: { name: 'Other' } })
    const refused = await ana.refused(changeBoard, {
      params: { ...params, boardId: other.id },
      ifMatch: other.version,
      body: { look: { layout: made.id } },
    })
    expect(refused.detail).toContain('Choose another one')
    const back = await owner.call(archiveLayout, { ...on, ifMatch: away.version, body: { archived: false } })
    expect(back.isArchived).toBe(false)
  })

  test('ST-2 a changed layout shows on its boards, not on what was published', async () => {
    const { productionId, params, view } = await laidOut(office, ana)
    const issue = await ana.call(publishBoard, { params, ifMatch: view.version, body: {} })
    const before = await named('Classic')
    const shape = { ...before.shape, height: 32 }
    await owner.call(changeLayout, { params: { layoutId: before.id }, ifMatch: before.version, body: { shape } })
    expect((await ana.call(readBoard, { params })).facts.layout.height).toBe(32)
    const kept = await ana.call(readScheduleIssue, { params: { productionId, issueId: issue.id } })
    expect(kept.facts.layout.height).toBe(28)
  })

  test('ST-2 a layout nobody could tell strips apart by is refused; so is a stale change, and a coordinator', async () => {
    const { id, version } = await named('Dense')
    const on = { params: { layoutId: id }, ifMatch: version }
    const bare = await owner.refused(changeLayout, {
      ...on,
      body: { shape: { upper: ['number'], lower: [], height: 28 } },
    })
    expect([bare.status, bare.detail]).toEqual([422, expect.stringContaining('INT/EXT has to stand on it')])
    expect((await owner.refused(changeLayout, { ...on, ifMatch: version + 1, body: { name: 'X' } })).status).toBe(412)
    expect((await ana.refused(changeLayout, { ...on, body: { name: 'X' } })).status).toBe(403)
    expect((await ana.refused(createLayout, { body: likeOurs })).status).toBe(403)
  })

  test('ST-2 the last layout cannot be put away, even by two people at once', async () => {
    const left = (await all()).filter((it) => !it.isArchived)
    await Promise.all(
      left.map(({ id, version }) =>
        owner
          .call(archiveLayout, { params: { layoutId: id }, ifMatch: version, body: { archived: true } })
          .catch((refused: Error) => refused.message),
      ),
    )
    expect((await all()).filter((it) => !it.isArchived)).toHaveLength(1)
  })
})
