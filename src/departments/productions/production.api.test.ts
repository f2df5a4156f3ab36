import { describe, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { ZoneName, PlainDay } from '../../kernel/time.ts'
import { getCalendar, setCalendarDays } from './calendar.contract.ts'
import * as contract from './production.contract.ts'
import { changeProfile, listProfiles } from './profile.contract.ts'

const office = useOffice()
const zone = (name: string) => name as ZoneName
const day = (text: string) => text as PlainDay
let count = 0
const body = (more: Partial<contract.NewProduction> = {}): contract.NewProduction => ({
  code: `P${++count}X`,
  title: 'Harbour Light',
  kind: 'commercial',
  ...more,
})

describe('CR-1 productions are begun, changed and put away', () => {
  test('what is not said comes from the office and from the country', async () => {
    const ana = await office.as('coordinator')
    const here = await ana.call(contract.createProduction, { body: body() })
    expect(here).toMatchObject({
      timeZone: 'Europe/London',
      paperSize: 'a4',
      profileId: 'uk-statute',
      daysOff: [6, 7],
      version: 1,
    })
    expect(here.revisionColours.map(({ name }) => name).slice(0, 3)).toEqual(['White', 'Blue', 'Pink'])
    expect(here.can).toContain('production.edit')
    const there = await ana.call(contract.createProduction, {
      body: body({ kind: 'narrative', timeZone: zone('America/Los_Angeles') }),
    })
    expect(there).toMatchObject({ paperSize: 'letter', profileId: 'us-crew-union' })
  })

  test('a change needs the version it was made on, and leaves a trail of what it changed', async () => {
    const ana = await office.as('admin')
    const made = await ana.call(contract.createProduction, { body: body() })
    const params = { productionId: made.id }
    const changed = await ana.call(contract.changeProduction, {
      params,
      ifMatch: 1,
      body: { title: 'Harbour Light II' },
    })
    expect(changed).toMatchObject({ title: 'Harbour Light II', version: 2, kind: 'commercial' })
    const stale = await ana.refused(contract.changeProduction, { params, ifMatch: 1, body: { title: 'Lost' } })
    expect(stale).toMatchObject({ status: 412, expected: 1, current: 2 })
    const trail = await office.app.db
      .selectFrom('audit_change')
      .innerJoin('audit_entry', 'audit_entry.id', 'audit_change.entry_id')
      .select(['field', 'before', 'after'])
      .where('verb', '=', 'production.changed')
      .where('production_id', '=', made.id)
      .execute()
    expect(trail).toEqual([{ field: 'title', before: 'Harbour Light', after: 'Harbour Light II' }])
  })

  test('a code belongs to one production until that one is put away', async () => {
    const ana = await office.as('coordinator')
    const first = await ana.call(contract.createProduction, { body: body({ code: 'TWIN' }) })
    expect(await ana.refused(contract.createProduction, { body: body({ code: 'twin' }) })).toMatchObject({
      status: 409,
      code: 'twin',
    })
    const params = { productionId: first.id }
    await ana.call(contract.archiveProduction, { params, ifMatch: 1, body: { archived: true } })
    await ana.call(contract.createProduction, { body: body({ code: 'TWIN' }) })
    expect(
      await ana.refused(contract.archiveProduction, { params, ifMatch: 2, body: { archived: false } }),
    ).toMatchObject({ status: 409 })
    const archived = await ana.call(contract.listProductions, { query: { show: 'archived' } })
    expect(archived.items.map(({ id }) => id)).toContain(first.id)
  })

  test.each([
    ['reversed dates', { startsOn: day('2026-06-02'), endsOn: day('2026-06-01') }, /before the first/],
    ['a code with a space', { code: 'A B' }, /short code/],
    ['no day left to work', { daysOff: [1, 2, 3, 4, 5, 6, 7] }, /working day/],
  ])('%s are refused in words', async (_, wrong, words) => {
    const ana = await office.as('coordinator')
    const problem = await ana.refused(contract.createProduction, { body: { ...body(), ...wrong } })
    expect(problem.status).toBe(422)
    expect(JSON.stringify(problem)).toMatch(words)
  })

  test('the list is paged by key, soonest first, and shows a member only their own', async () => {
    const ana = await office.as('owner')
    const made = []
    for (const startsOn of ['2026-03-03', '2026-03-01', '2026-03-02'])
      made.push(await ana.call(contract.createProduction, { body: body({ title: 'Paged', startsOn: day(startsOn) }) }))
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await ana.call(contract.listProductions, { query: { limit: 2, ...(after && { after }) } })
      seen.push(...page.items.filter(({ title }) => title === 'Paged').map(({ startsOn }) => startsOn ?? ''))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(seen).toEqual(['2026-03-01', '2026-03-02', '2026-03-03'])
    const crew = await office.member(made[0]!.id, 'crew')
    const own = await crew.call(contract.listProductions, {})
    expect(own.items.map(({ id }) => id)).toEqual([made[0]!.id])
    const coded = async (actor: typeof ana, code: string) =>
      (await actor.call(contract.listProductions, { query: { code, limit: 1 } })).items.map(({ id }) => id)
    expect(await coded(ana, made[1]!.code.toLowerCase())).toEqual([made[1]!.id])
    expect(await coded(crew, made[1]!.code)).toEqual([])
    expect(await crew.refused(contract.getProduction, { params: { productionId: made[1]!.id } })).toMatchObject({
      status: 404,
    })
    expect(
      await crew.refused(contract.changeProduction, { params: { productionId: made[0]!.id }, ifMatch: 1, body: {} }),
    ).toMatchObject({ status: 403 })
  })
})

test('SC-8 the calendar marks days and lets them go back to their weekday', async () => {
  const ana = await office.as('coordinator')
  const { id } = await ana.call(contract.createProduction, { body: body() })
  const params = { productionId: id }
  const { version } = await ana.call(setCalendarDays, {
    params,
    ifMatch: 1,
    body: {
      days: [
        { onDate: day('2026-05-16'), kind: 'work', label: 'Weekend shoot' },
        { onDate: day('2026-05-25'), kind: 'holiday', label: 'Bank holiday' },
      ],
    },
  })
  const unmark = { days: [{ onDate: day('2026-05-16'), kind: null, label: '' }] }
  await ana.call(setCalendarDays, { params, ifMatch: version, body: unmark })
  expect(await ana.call(getCalendar, { params })).toEqual({
    daysOff: [6, 7],
    days: [{ onDate: '2026-05-25', kind: 'holiday', label: 'Bank holiday' }],
    version: 3,
  })
  const stale = await ana.refused(setCalendarDays, { params, ifMatch: version, body: unmark })
  expect(stale).toMatchObject({ status: 412, current: 3 })
})

test('CR-1 members get a role in the production and lose it again', async () => {
  const ana = await office.as('admin')
  const guest = await office.as('member')
  const { id } = await ana.call(contract.createProduction, { body: body() })
  const params = { productionId: id }
  const member = { productionId: id, userId: guest.userId! }
  expect(await guest.refused(contract.getProduction, { params })).toMatchObject({ status: 404 })
  await ana.call(contract.setMember, { params: member, body: { role: 'department_head' } })
  expect((await guest.call(contract.getProduction, { params })).can).toContain('breakdown.edit')
  const { members } = await ana.call(contract.listMembers, { params })
  expect(members.map(({ role }) => role).sort()).toEqual(['department_head', 'producer'])
  await ana.call(contract.removeMember, { params: member })
  expect(await guest.refused(contract.getProduction, { params })).toMatchObject({ status: 404 })
})

test('N-13 working-time profiles ship with a source and a date, and the office may correct them', async () => {
  const ana = await office.as('admin')
  const { items } = await ana.call(listProfiles, {})
  expect(items.map(({ id, dailyRestMinutes }) => [id, dailyRestMinutes]).sort()).toEqual([
    ['eu-statute', 660],
    ['uk-statute', 660],
    ['us-crew-nonunion', 600],
    ['us-crew-union', 600],
    ['us-performers', 720],
  ])
  for (const profile of items) expect([profile.source.length > 10, profile.dated]).toEqual([true, '2026-11-01'])
  expect(items.find(({ id }) => id === 'us-performers')?.mealPenalty).toMatchObject({ amounts: [25, 35], then: 50 })
  const changed = await ana.call(changeProfile, {
    params: { profileId: 'uk-statute' },
    ifMatch: 1,
    body: { dailyRestMinutes: 720 },
  })
  expect(changed).toMatchObject({ dailyRestMinutes: 720, version: 2 })
  const coordinator = await office.as('coordinator')
  expect(
    await coordinator.refused(changeProfile, { params: { profileId: 'uk-statute' }, ifMatch: 2, body: {} }),
  ).toMatchObject({ status: 403 })
})

test('CR-1 a production is not given a client or working hours that are not there', async () => {
  const ana = await office.as('admin')
  const gone = '01990000-0000-7000-8000-000000000000'
  const { id, version } = await ana.call(contract.createProduction, { body: body() })
  for (const wrong of [{ profileId: 'no-such-hours' }, { clientCompanyId: gone }, { agencyCompanyId: gone }]) {
    const changing = { params: { productionId: id }, ifMatch: version, body: wrong }
    expect(await ana.refused(contract.changeProduction, changing)).toMatchObject({ status: 404 })
    const beginning = { body: { ...body(), ...wrong } }
    expect(await ana.refused(contract.createProduction, beginning)).toMatchObject({ status: 404 })
  }
})
