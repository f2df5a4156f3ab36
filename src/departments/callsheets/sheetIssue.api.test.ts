import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { pdfText } from '../../../tests/support/pdfText.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { somebodyWaits } from '../../../tests/support/waiting.ts'
import type { ProblemDocument } from '../../kernel/problems.ts'
import { clockOf } from '../../kernel/time.ts'
import { systemScope } from '../../platform/access/scope.ts'
import { within } from '../../platform/app.ts'
import { remove } from '../schedule/days.actions.ts'
import { arrangeBoard } from '../schedule/strips.contract.ts'
import type { CallSheetView } from './callsheet.view.ts'
import { callsheets } from './department.ts'
import { personalPapers } from './paper.actions.ts'
import { findCopy } from './paper.contract.ts'
import { aShootingDay, firstDay } from './sheet.fixture.ts'
import type { ShootingDay } from './sheet.fixture.ts'
import * as contract from './sheet.contract.ts'
import { peopleOf } from './sheetPersonal.rules.ts'
import { sheetWork } from './work.actions.ts'

// A whole day is made through the contracts before each test; on a busy machine that takes its time.
const office = useOffice()

const clock = (minutes: number | null | undefined) =>
  minutes === null || minutes === undefined ? '—' : clockOf(minutes)
const callOf = (view: CallSheetView, name: string) =>
  clock(peopleOf(view).find((person) => person.name === name)?.call.minutes)
const at = ({ productionId, sheet }: Pick<ShootingDay, 'productionId' | 'sheet'>) => ({
  productionId,
  callSheetId: sheet.id,
})

test('CS-7 CS-8 published as v1 WHITE, frozen for good; the next plan is seen against it and becomes v2 BLUE', async () => {
  const day = await aShootingDay(office)
  const { ana, productionId } = day
  const publish = (version: number) =>
    ana.call(contract.publishCallSheet, {
      params: at(day),
      body: {},
      ifMatch: version,
      idempotencyKey: crypto.randomUUID(),
    })
  const out = await publish(1)
  expect(out).toMatchObject({ status: 'published', current: { word: 'v1 WHITE', number: 1 } })
  expect(out.touched).toEqual({ ask: [], tell: [], release: [] })

  const key = `person.${day.engagement('Dana Okafor')}.call`
  const changed = await ana.call(contract.setOverride, {
    params: { ...at(day), key },
    body: { value: 370 },
    ifMatch: out.version,
  })
  expect(changed.touched.ask.map((each) => each.name)).toEqual(['Dana Okafor'])
  expect(changed.view.revision).toMatchObject({ word: 'v2 BLUE', replaces: 'v1 WHITE' })
  const issued = await office.app.db
    .selectFrom('call_sheet_issue')
    .select(['view', 'sha256'])
    .where('id', '=', out.current!.id)
    .executeTakeFirstOrThrow()
  expect(callOf(issued.view, 'Dana Okafor')).toBe('06:40')
  expect(issued.sha256).toMatch(/^[0-9a-f]{64}$/)
  await expect(
    office.app.transaction((tx) =>
      tx.updateTable('call_sheet_issue').set({ number: 9 }).where('id', '=', out.current!.id).execute(),
    ),
  ).rejects.toThrow('An issued call sheet never changes')

  const again = await publish(changed.version)
  expect(again.current).toMatchObject({ word: 'v2 BLUE', number: 2 })
  const { items } = await ana.call(contract.listIssues, { params: at(day) })
  expect(items.map((issue) => issue.word)).toEqual(['v2 BLUE', 'v1 WHITE'])
  const { items: lines } = await ana.call(contract.listCallSheets, { params: { productionId } })
  expect(lines).toMatchObject([{ status: 'published', toAsk: 0, people: 12 }])
})

test('N-13 an issued sheet is work of everybody on it, by its latest issue', async () => {
  const day = await aShootingDay(office)
  const publish = (ifMatch: number) =>
    day.ana.call(contract.publishCallSheet, { params: at(day), body: {}, ifMatch, idempotencyKey: crypto.randomUUID() })
  const out = await publish(1)
  const dana = peopleOf(out.view).find(({ name }) => name === 'Dana Okafor')?.personId as never
  const works = () => sheetWork(office.app.db, { personIds: [dana], from: firstDay, to: firstDay })
  const [first] = await works()
  expect(first).toMatchObject({ personId: dana, productionId: day.productionId, onDate: firstDay, known: 'sheet' })
  const key = `person.${day.engagement('Dana Okafor')}.call`
  const later = await day.ana.call(contract.setOverride, {
    params: { ...at(day), key },
    body: { value: 370 },
    ifMatch: out.version,
  })
  expect(await works()).toEqual([first])
  await publish(later.version)
  const [second] = await works()
  expect([(await works()).length, first?.from.equals(second!.from)]).toEqual([1, false])
  expect(second?.until.toString()).toBe(first?.until.toString())
  // Another variant of the day whose unit was typed in capitals is the same unit's newest sheet.
  await sql`
    insert into call_sheet_issue
    select (jsonb_populate_record(it, jsonb_build_object('id', gen_random_uuid(), 'unit', upper(unit), 'number', number + 1,
      'issued_at', issued_at + interval '1 minute'))).*
    from call_sheet_issue as it where production_id = ${day.productionId} order by number desc limit 1`.execute(
    office.app.db as never,
  )
  expect(await works()).toHaveLength(1)
})

test('CS-7 publishing twice with one key issues once', async () => {
  const day = await aShootingDay(office)
  const args = { params: at(day), body: {}, ifMatch: 1, idempotencyKey: crypto.randomUUID() }
  const [first, second] = [
    await day.ana.call(contract.publishCallSheet, args),
    await day.ana.call(contract.publishCallSheet, args),
  ]
  expect(second.current?.id).toBe(first.current?.id)
  expect((await day.ana.call(contract.listIssues, { params: at(day) })).items).toHaveLength(1)
})

test('CS-7 weather cover B is a variant; publishing it takes the place of A and asks only those it touches', async () => {
  const day = await aShootingDay(office)
  const { ana, productionId } = day
  await ana.call(contract.publishCallSheet, {
    params: at(day),
    body: {},
    ifMatch: 1,
    idempotencyKey: crypto.randomUUID(),
  })
  const cover = await ana.call(contract.createCallSheet, {
    params: { productionId },
    body: { onDate: firstDay, variant: 'Weather cover' },
  })
  const params = { productionId, callSheetId: cover.id }
  const key = `person.${day.engagement('Kit Marlow')}.call`
  const b = await ana.call(contract.setOverride, {
    params: { ...params, key },
    body: { value: 600 },
    ifMatch: cover.version,
  })
  expect(b.touched.ask.map((each) => each.name)).toEqual(['Kit Marlow'])
  const out = await ana.call(contract.publishCallSheet, {
    params,
    body: {},
    ifMatch: b.version,
    idempotencyKey: crypto.randomUUID(),
  })
  expect(out.current).toMatchObject({ word: 'v2 BLUE', callSheetId: cover.id })
  expect(out.variants).toEqual([{ id: day.sheet.id, variant: '', status: 'draft' }])
  const query = { text: '12 may', productionIds: [productionId], limit: 5 }
  const found = await callsheets.search!(office.app.db, undefined as never, query)
  expect(found.map((hit) => hit.label).sort()).toEqual([
    'Call sheet Tue 12 May',
    'Call sheet Tue 12 May, Weather cover',
  ])
})

test('CS-8 a day emptied under a sheet keeps the sheet, blocks it in words, and the issue stays', async () => {
  const day = await aShootingDay(office)
  const { ana, productionId, boardId } = day
  await ana.call(contract.publishCallSheet, {
    params: at(day),
    body: {},
    ifMatch: 1,
    idempotencyKey: crypto.randomUUID(),
  })
  const strips = await Promise.all(['1', '2', '3'].map(async (number) => (await day.strip(number)).id))
  const preview = (await ana.preview(arrangeBoard, {
    params: { productionId, boardId },
    body: { moves: [{ stripIds: strips, dayId: null, before: null }] },
    ifMatch: (await day.board()).version,
  })) as { changes: Record<string, { label: string; before: string | null; after: string | null }[]> }
  expect(preview.changes['callsheets.sheets']).toEqual([
    {
      key: day.sheet.id,
      label: 'Call sheet Tue 12 May, out as v1 WHITE',
      before: null,
      after: 'Imogen Vale, Desmond Achterberg, Kit Marlow',
    },
  ])
  expect((await ana.call(contract.getCallSheet, { params: at(day) })).view.cast).toHaveLength(3)
})

test('CS-8 a day taken off the plan while its sheet is published: no sheet leaves for a day that is gone', async () => {
  const day = await aShootingDay(office)
  const { ana, productionId, boardId } = day
  const { version, facts } = await day.board()
  const taken = facts.days.find(({ onDate }) => onDate === firstDay)!
  let publishing: Promise<ProblemDocument> | undefined
  await office.app.transaction(async (tx) => {
    await remove(within(office.app, tx), {
      scope: systemScope(productionId, 'test'),
      actor: { kind: 'system', name: 'test' },
      boardId,
      expected: version,
      dayId: taken.id,
      strips: 'boneyard',
    })
    publishing = ana.refused(contract.publishCallSheet, {
      params: at(day),
      body: {},
      ifMatch: 1,
      idempotencyKey: crypto.randomUUID(),
    })
    await somebodyWaits(office.app.db)
  })
  const refusal = await publishing
  expect(refusal?.type).toBe('/problems/callsheet-not-ready')
  expect(refusal?.['blockers']).toContainEqual(expect.objectContaining({ code: 'no_day' }))
})

test('CS-16 each copy carries its own code, and the code leads back to its holder', async () => {
  const day = await aShootingDay(office)
  const { ana, productionId } = day
  await ana.call(contract.publishCallSheet, {
    params: at(day),
    body: {},
    ifMatch: 1,
    idempotencyKey: crypto.randomUUID(),
  })
  const notices = await office.app.db
    .selectFrom('call_sheet_notice')
    .select(['name', 'code'])
    .where('production_id', '=', productionId)
    .execute()
  expect(new Set(notices.map((notice) => notice.code)).size).toBe(12)
  const dana = notices.find((notice) => notice.name === 'Dana Okafor')!
  const found = await ana.call(findCopy, { params: { productionId, code: ` ${dana.code.toLowerCase()} ` } })
  expect(found).toMatchObject({ name: 'Dana Okafor', word: 'v1 WHITE', onDate: firstDay })
  expect((await ana.refused(findCopy, { params: { productionId, code: 'NOBODY' } })).status).toBe(404)
  const [bytes] = await personalPapers(office.app.pdf, day.sheet.view, [
    {
      engagementId: day.engagement('Dana Okafor'),
      code: dana.code,
      confirmAt: null,
      copyNumber: '6 of 12',
      printedAt: office.clock.now(),
    },
  ])
  const { pages } = await pdfText(bytes!)
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) expect(page.text).toContain(dana.code)
})
