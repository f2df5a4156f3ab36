import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { changeMinorProfile, listMinorProfiles } from '../productions/minors.contract.ts'
import { changeLayout, createLayout, listLayouts } from '../schedule/layout.contract.ts'
import { changeCategory, listOfficeCategories } from '../script/element.contract.ts'
import { shippedState, writeRow } from '../../platform/shippedWrite.ts'
import { listShipped, readShipped, resetShipped, undoReset } from './shipped.contract.ts'

const office = useOffice()
let ana: TestActor
let owner: TestActor
beforeAll(async () => {
  ana = await office.as('coordinator')
  owner = await office.as('admin')
})

const rowsOf = async (list: string) => (await owner.call(readShipped, { params: { list } })).items
const differing = async (list: string) => (await rowsOf(list)).filter(({ changes }) => changes.length > 0)
const back = (list: string, rows: readonly { id: string; seen: string }[]) =>
  owner.call(resetShipped, { params: { list }, body: { rows: rows.map(({ id, seen }) => ({ id, seen })) } })

test('ST-2 a fresh office has every list exactly as it came', async () => {
  const { items } = await ana.call(listShipped)
  expect(items.length).toBeGreaterThanOrEqual(17)
  expect(items.filter(({ changed }) => changed > 0)).toEqual([])
  expect(items.filter(({ rows }) => rows === 0)).toEqual([])
})

test('ST-2 every row of every list can be written as it came: each field a list names is a column of its own', async () => {
  const lists = office.app.departments().flatMap(({ shipped = [] }) => [...shipped])
  for (const list of lists) {
    const rows = await rowsOf(list.key)
    await office.app.transaction(async (tx) => {
      for (const { id, isGone } of rows) await writeRow(tx, list, { id, isGone, to: await shippedState(tx, list, id) })
      const { row } = await shippedState(tx, list, rows[0]!.id)
      expect(
        Object.keys(list.fields).filter((column) => !(column in row)),
        list.key,
      ).toEqual([])
    })
    expect(await differing(list.key), list.key).toEqual([])
  }
})

test('ST-2 a changed layout says what setting it back would change, goes back alone, and what was added stays', async () => {
  const [classic, two] = (await owner.call(listLayouts)).items
  if (!classic || !two) throw new Error('No layouts came.')
  const ours = await owner.call(createLayout, {
    body: { name: 'Ours', source: 'House', dated: classic.dated, shape: classic.shape },
  })
  for (const it of [classic, two])
    await owner.call(changeLayout, {
      params: { layoutId: it.id },
      ifMatch: it.version,
      body: { name: `${it.name} changed`, shape: { ...it.shape, height: 60 } },
    })
  const changed = await differing('strip-layouts')
  expect(changed.map(({ label }) => label)).toEqual(['Classic changed', 'Two lines changed'])
  expect(changed[0]?.changes).toEqual([
    { field: 'Name', now: 'Classic changed', shipped: 'Classic' },
    { field: 'Layout', now: expect.stringContaining('60 high'), shipped: expect.stringContaining('28 high') },
  ])
  const { items } = await back('strip-layouts', changed.slice(0, 1))
  expect(items.filter(({ changes }) => changes.length > 0).map(({ label }) => label)).toEqual(['Two lines changed'])
  const now = (await owner.call(listLayouts)).items
  expect(now.find(({ id }) => id === classic.id)).toMatchObject({
    name: 'Classic',
    shape: classic.shape,
    version: classic.version + 2,
  })
  expect(now.find(({ id }) => id === ours.id)).toMatchObject({ name: 'Ours', version: 1 })
  const entry = await office.app.db
    .selectFrom('audit_entry')
    .innerJoin('audit_change', 'audit_change.entry_id', 'audit_entry.id')
    .select(['audit_entry.subject_id', 'audit_change.field', 'audit_change.after'])
    .where('verb', '=', 'strip_layout.set_back')
    .where('audit_change.field', '=', 'Name')
    .executeTakeFirst()
  expect(entry).toEqual({ subject_id: classic.id, field: 'Name', after: 'Classic' })
})

test('ST-5 the whole of a list goes back at once', async () => {
  const { items } = await owner.call(listOfficeCategories)
  for (const it of items.slice(0, 2))
    await owner.call(changeCategory, {
      params: { code: it.code },
      ifMatch: it.version,
      body: { name: `${it.name}, ours` },
    })
  expect(await differing('breakdown')).toHaveLength(2)
  await back('breakdown', await rowsOf('breakdown'))
  expect(await differing('breakdown')).toEqual([])
})

test('ST-3 minors’ hours go back with their ages', async () => {
  const england = (await owner.call(listMinorProfiles)).items.find(({ id }) => id === 'England')
  if (!england) throw new Error('England did not come.')
  const { name, source, dated, mealExtendsMinutes, rows } = england
  await owner.call(changeMinorProfile, {
    params: { minorProfileId: england.id },
    ifMatch: england.version,
    body: { name, source, dated, mealExtendsMinutes, rows: rows.slice(0, 1) },
  })
  const [row] = await differing('minors-hours')
  expect(row?.changes.map(({ field }) => field)).toEqual(['Hours'])
  await back('minors-hours', [row!])
  const again = (await owner.call(listMinorProfiles)).items.find(({ id }) => id === 'England')
  expect(again?.rows).toEqual(rows)
})

test('ST-2 nothing goes back that somebody changed after it was looked at; a coordinator may look, not set back', async () => {
  const [row] = await rowsOf('strip-layouts')
  if (!row) throw new Error('No layouts came.')
  const body = { rows: [{ id: row.id, seen: 'something else' }] }
  const stale = await owner.refused(resetShipped, { params: { list: 'strip-layouts' }, body })
  expect([stale.status, stale.detail]).toEqual([412, expect.stringContaining('Look again')])
  expect((await ana.refused(resetShipped, { params: { list: 'strip-layouts' }, body })).status).toBe(403)
  expect((await ana.call(readShipped, { params: { list: 'strip-layouts' } })).mayReset).toBe(false)
  expect((await owner.refused(readShipped, { params: { list: 'nothing' } })).status).toBe(404)
})

test('ST-2 a row that was taken away comes again, and a name that is taken by now is named', async () => {
  const { db } = office.app
  await office.app.transaction((tx) => tx.deleteFrom('cancellation_step').where('within_hours', '=', 72).execute())
  const [gone] = await differing('cancellation-steps')
  expect(gone).toMatchObject({ isGone: true, label: 'Within 72 hours' })
  await back('cancellation-steps', [gone!])
  const steps = await db.selectFrom('cancellation_step').select('fee_percent').orderBy('within_hours').execute()
  expect(steps.map((it) => it.fee_percent)).toEqual([100, 50])
  await office.app.transaction((tx) =>
    tx.updateTable('cancellation_step').set({ within_hours: 48 }).where('within_hours', '=', 72).execute(),
  )
  await office.app.transaction((tx) =>
    tx
      .insertInto('cancellation_step')
      .values({
        id: office.app.ids.next(),
        within_hours: 72,
        fee_percent: 10,
        source: 'Ours',
        dated: '2026-11-01' as never,
      })
      .execute(),
  )
  const [moved] = await differing('cancellation-steps')
  const refused = await owner.refused(resetShipped, {
    params: { list: 'cancellation-steps' },
    body: { rows: [{ id: moved!.id, seen: moved!.seen }] },
  })
  expect([refused.status, refused.detail]).toEqual([409, expect.stringContaining('Within 48 hours cannot go back')])
})

test('ST-2 setting back is undone in one act, gone rows and ages with it, unless somebody changed a row since', async () => {
  const undo = (list: string, resetId: string) => ({ params: { list, resetId } })
  const [reset] = (await owner.call(readShipped, { params: { list: 'minors-hours' } })).resets
  expect(reset).toMatchObject({ rows: ['England'], mayUndo: true, undoneAt: null })
  const { resets } = await owner.call(undoReset, undo('minors-hours', reset!.id))
  expect(resets[0]).toMatchObject({ id: reset!.id, mayUndo: false })
  const england = (await owner.call(listMinorProfiles)).items.find(({ id }) => id === 'England')
  expect(england?.rows).toHaveLength(1)
  expect((await owner.refused(undoReset, undo('minors-hours', reset!.id))).status).toBe(404)

  const { db } = office.app
  await office.app.transaction((tx) =>
    tx.deleteFrom('casting_reading_speed').where('language', '=', 'English').execute(),
  )
  const [gone] = await differing('reading-speeds')
  const put = await back('reading-speeds', [gone!])
  await owner.call(undoReset, undo('reading-speeds', put.resets[0]!.id))
  expect(await db.selectFrom('casting_reading_speed').select('id').where('language', '=', 'English').execute()).toEqual(
    [],
  )

  const category = (await owner.call(listOfficeCategories)).items[0]!
  const called = async (name: string) => {
    const now = (await owner.call(listOfficeCategories)).items.find(({ code }) => code === category.code)!
    await owner.call(changeCategory, { params: { code: now.code }, ifMatch: now.version, body: { name } })
  }
  await called('Ours once')
  const again = await back('breakdown', await differing('breakdown'))
  await called('Ours twice')
  expect((await owner.call(readShipped, { params: { list: 'breakdown' } })).resets[0]).toMatchObject({ mayUndo: false })
  expect((await owner.refused(undoReset, undo('breakdown', again.resets[0]!.id))).status).toBe(412)
  expect((await ana.refused(undoReset, undo('breakdown', again.resets[0]!.id))).status).toBe(403)
})
