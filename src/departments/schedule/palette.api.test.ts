import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import { changeBoard, createBoard, publishBoard, readBoard, readScheduleIssue } from './boards.contract.ts'
import { laidOut } from './fixtures/laidBoard.ts'
import { archivePalette, changePalette, createPalette, listPalettes } from './palette.contract.ts'
import type { StripPalette } from './palette.contract.ts'

const office = useOffice()
let ana: TestActor
let owner: TestActor
beforeAll(async () => {
  ana = await office.as('coordinator')
  owner = await office.as('admin')
})

const all = async () => (await ana.call(listPalettes)).items
const named = async (name: string) => (await all()).find((it) => it.name === name) as StripPalette

describe('ST-2 strip colours are a table', () => {
  test('ST-2 the two sets of the handbook are shipped with their source', async () => {
    const shipped = await all()
    expect(shipped.map(({ name, isShipped }) => [name, isShipped])).toEqual([
      ['Scheduling software', true],
      ['Singleton', true],
    ])
    const [a, b] = shipped
    // What is blue by night inside in one is blue by night outside in the other.
    expect([b?.colours.extNight, b?.colours.intNight]).toEqual([a?.colours.intNight, a?.colours.extNight])
    expect(shipped.every(({ source }) => source !== '')).toBe(true)
  })

  test('ST-2 a set of one’s own is worn by a board, put away without being lost, and taken out again', async () => {
    const { params, view } = await laidOut(office, ana)
    const { name: _, ...like } = await named('Singleton')
    const ours = await owner.call(createPalette, {
      body: { name: 'Night owls', source: 'House style', dated: like.dated, colours: like.colours },
    })
    const worn = await ana.call(changeBoard, { params, ifMatch: view.version, body: { look: { palette: ours.id } } })
    expect(worn.facts.colours).toEqual(like.colours)
    expect((await named('Night owls')).boards).toBe(1)
    const away = await owner.call(archivePalette, {
      params: { paletteId: ours.id },
      ifMatch: ours.version,
      body: { archived: true },
    })
    expect((await ana.call(readBoard, { params })).facts.colours).toEqual(like.colours)
    expect((await all()).at(-1)).toMatchObject({ name: 'Night owls', isArchived: true })
    const other = await ana.call(createBoard, { params, body: { name: 'Other' } })
    const refused = await ana.refused(changeBoard, {
      params: { ...params, boardId: other.id },
      ifMatch: other.version,
      body: { look: { palette: ours.id } },
    })
    expect(refused.detail).toContain('Choose another set')
    const back = { params: { paletteId: ours.id }, ifMatch: away.version, body: { archived: false } }
    expect((await owner.call(archivePalette, back)).isArchived).toBe(false)
  })

  test('ST-2 a changed set shows on its boards, not on what was published', async () => {
    const { productionId, params, view } = await laidOut(office, ana)
    const issue = await ana.call(publishBoard, { params, ifMatch: view.version, body: {} })
    const before = await named('Scheduling software')
    const on = { params: { paletteId: before.id } }
    const colours = { ...before.colours, extDay: '#ffe08a' }
    await owner.call(changePalette, { ...on, ifMatch: before.version, body: { colours } })
    expect((await ana.call(readBoard, { params })).facts.colours?.extDay).toBe('#ffe08a')
    const kept = await ana.call(readScheduleIssue, { params: { productionId, issueId: issue.id } })
    expect(kept.facts.colours).toEqual(before.colours)
  })

  test('ST-2 colours nobody could read are refused and named; so is a stale change, and a coordinator', async () => {
    const { id, version, colours } = await named('Scheduling software')
    const on = { params: { paletteId: id }, ifMatch: version }
    const dark = await owner.refused(changePalette, { ...on, body: { colours: { ...colours, intNight: '#1d3557' } } })
    expect([dark.status, dark.detail]).toEqual([422, expect.stringContaining('INT, night')])
    const stale = await owner.refused(changePalette, { ...on, ifMatch: version + 5, body: { name: 'X' } })
    expect(stale.status).toBe(412)
    expect((await ana.refused(changePalette, { ...on, body: { name: 'X' } })).status).toBe(403)
    const own = { body: { name: 'X', source: 'Y', dated: '2026-01-01', colours } }
    expect((await ana.refused(createPalette, own)).status).toBe(403)
  })

  test('ST-2 the last set cannot be put away, even by two people at once', async () => {
    const left = (await all()).filter((it) => !it.isArchived)
    const away = (it: StripPalette) =>
      owner
        .call(archivePalette, { params: { paletteId: it.id }, ifMatch: it.version, body: { archived: true } })
        .then(() => 'away')
        .catch((refused: Error) => refused.message)
    await Promise.all(left.map(away))
    const still = (await all()).filter((it) => !it.isArchived)
    expect(still).toHaveLength(1)
  })
})
