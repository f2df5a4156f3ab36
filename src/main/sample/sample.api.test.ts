import { expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { engagementsOf } from '../../departments/people/index.ts'
import { activeBoard, boardSheet, issues } from '../../departments/schedule/index.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { systemScope } from '../../platform/access/scope.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { readTimeline } from '../../departments/bookings/timeline.contract.ts'
import { listChallenges } from '../../departments/bookings/challenge.contract.ts'
import { listShares } from '../../departments/documents/access.contract.ts'
import { listDocuments } from '../../departments/documents/document.contract.ts'
import { listTimesheets } from '../../departments/timesheets/timesheet.contract.ts'
import { loadSample } from './loadSample.ts'

const office = useOffice()

const scope = async () => {
  const { id } = await office.app.db
    .selectFrom('production')
    .select('id')
    .where('code', '=', 'HLT')
    .executeTakeFirstOrThrow()
  return systemScope(id as ProductionId, 'test')
}

test('the sample production loads whole, and a second time changes nothing', async () => {
  // The office's clock stands at Monday 4 May 2026.
  expect(await loadSample(office.app)).toEqual({
    code: 'HLT',
    title: 'Harbour Light',
    firstDay: '2026-05-13',
    isNew: true,
  })
  expect((await loadSample(office.app)).isNew).toBe(false)
  const here = await scope()
  const { length } = await engagementsOf(office.app.db, here)
  expect(length).toBeGreaterThanOrEqual(12)
  const board = await activeBoard(office.app.db, here)
  const { days, facts } = await boardSheet(office.app.db, here, board!.id)
  expect(days.map(({ day }) => day.onDate)).toEqual(['2026-05-13', '2026-05-14', '2026-05-15'])
  const laid = facts.strips.filter(({ kind, dayId }) => kind === 'scene' && dayId !== null)
  expect(laid).toHaveLength(facts.scenes.length)
  expect(await issues(office.app.db, here)).toHaveLength(1)
  const cast = await office.app.db.selectFrom('casting_candidate').select('state').execute()
  expect(cast).toHaveLength(7)
  const papers = await office.app.db.selectFrom('agreement').select(['number', 'state']).orderBy('number').execute()
  expect(papers).toEqual([
    { number: 'HLT-DM-001', state: 'executed' },
    { number: 'HLT-DM-002', state: 'draft' },
    { number: 'HLT-TR-001', state: 'pending' },
    { number: 'HLT-TR-002', state: 'declined' },
  ])
  const unsaid = office.app.db.selectFrom('mail_message').select('id').where('about_kind', '=', 'agreement_party')
  expect(await unsaid.where('withdrawn_at', 'is', null).execute()).toEqual([])
  expect(await office.app.db.selectFrom('casting_appointment').select('minute').execute()).toHaveLength(4)
})

test('CR-12 the timesheets of the sample open on last week, with hours that are paid and some that are approved', async () => {
  const ana = await office.as('coordinator')
  const params = { productionId: (await scope()).productionId }
  const week = (from: string, until: string) =>
    ana.call(listTimesheets, { params, query: { from: from as PlainDay, until: until as PlainDay } })
  expect((await week('2026-05-04', '2026-05-10')).elsewhere).toBe('2026-05-01')
  const { items } = await week('2026-04-27', '2026-05-03')
  expect(items.map(({ pay, approvedBy }) => [pay !== null, approvedBy !== null])).toEqual([
    ...Array.from({ length: 2 }, () => [true, true]),
    ...Array.from({ length: 5 }, () => [true, false]),
  ])
})

test('DO-12 the sample has papers in folders, read and pictured, and one of them is out on a link', async () => {
  await office.work()
  const ana = await office.as('coordinator')
  const { productionId } = await scope()
  const { items, folders } = await ana.call(listDocuments, { params: { productionId } })
  const filed = items.filter(({ folderId }) => folderId !== null)
  expect(filed.map(({ state, hasThumbnail }) => [state, hasThumbnail])).toEqual(filed.map(() => ['ready', true]))
  expect(folders.map(({ name, documents }) => [name, documents])).toEqual([
    ['Insurance', 1],
    ['Locations', 1],
    ['Storyboard', 1],
  ])
  const plan = filed.find(({ name }) => name.includes('unit plan'))
  expect(plan?.subjects.map(({ label }) => label)).toEqual([expect.stringContaining('Point Sorrel harbor')])
  const board = filed.find(({ name }) => name.includes('storyboard'))!
  const { items: shares } = await ana.call(listShares, { params: { productionId, documentId: board.id } })
  expect(shares).toMatchObject([{ state: 'open', holderName: 'Studio of North & Daughter' }])
})

test('the sample holds a handful of problems for the checks to find, and no others', async () => {
  const here = await scope()
  const now = office.clock.now()
  const found: string[] = []
  for (const { checks = [] } of office.app.departments())
    for (const check of checks)
      for (const { code, message } of await check.concerns(office.app.db, here, now))
        if (code.startsWith('schedule.')) found.push(`${code}: ${message}`)
  expect(found.toSorted()).toEqual([
    'schedule.daylight: Scene 5 is planned before it is dark on Wed 13 May',
    'schedule.flag: Spring tide: the ferry slip is under water from 16:40 to 18:10 (Fri 15 May)',
    'schedule.minor_hours: Wren over a minor’s hours on Thu 14 May',
    'schedule.short_turnaround: Ray Tomassi is 25 min short of rest before Fri 15 May',
    'schedule.unavailable: Ivar Castlemaine is not available on Fri 15 May',
  ])
})

test('SC-7 CR-2 CR-3 its timeline is alive: two holds of one person, a challenge that runs, a travel day, open positions', async () => {
  const here = await scope()
  const ana = await office.as('owner')
  const timeline = await ana.call(readTimeline, {
    query: { from: '2026-05-11' as PlainDay, to: '2026-05-24' as PlainDay },
  })
  const bars = (name: string) => {
    const person = timeline.people.find((it) => it.name === name)
    return timeline.bars
      .filter(({ resourceId }) => resourceId === person?.id)
      .map(({ holder, state, rank }) => [holder, state, rank])
  }
  expect(bars('Noor Castelline').toSorted()).toEqual([
    ['', 'hold', 2],
    ['Tidewater Pictures', 'hold', 1],
  ])
  expect(bars('Dov Ellering')).toEqual([['', 'hold', 1]])
  expect(timeline.away.map(({ kind }) => kind)).toContain('travel')
  expect(timeline.gaps.map(({ title }) => title)).toContain('Best boy electric')
  const params = { productionId: here.productionId }
  const { bookingId } = timeline.bars.find(({ rank }) => rank === 2)!
  expect((await ana.call(listChallenges, { params, query: { bookingId } })).items).toMatchObject([
    { state: 'open', side: 'ours' },
  ])
})
