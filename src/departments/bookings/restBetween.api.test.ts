import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { createEngagement } from '../people/engagement.contract.ts'
import { createPerson, listDepartments } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import { listProfiles } from '../productions/profile.contract.ts'
import { enterHours } from '../timesheets/timesheet.contract.ts'
import * as engine from './engine.contract.ts'
import { readRestBefore } from './restBetween.contract.ts'
import { readTimeline } from './timeline.contract.ts'

const office = useOffice()
const day = (text: string) => text as PlainDay
const h = (hours: number) => Math.round(hours * 60)
let ana: TestActor
let [here, there]: ProductionId[] = []
let personId: string
let due: number
beforeAll(async () => {
  ana = await office.as('coordinator')
  const profile = (await ana.call(listProfiles)).items[0]!
  due = profile.dailyRestMinutes
  const produce = async (code: string) =>
    (
      await ana.call(createProduction, {
        body: { code, title: code, kind: 'commercial', timeZone: 'Europe/London', profileId: profile.id },
      })
    ).id
  ;[here, there] = [await produce('HERE'), await produce('THRE')]
  personId = (await ana.call(createPerson, { body: { name: 'Tess Tired' } })).id
  const departmentId = (await ana.call(listDepartments, {})).items[0]!.id
  const engaged = await ana.call(createEngagement, {
    params: { productionId: here! },
    body: { personId, departmentId, title: 'Gaffer', works: 'listed_days' },
  })
  // Planned until six, worked until eleven.
  await ana.call(engine.addBooking, {
    params: { productionId: here! },
    body: {
      engagementId: engaged.id,
      spans: [{ onDate: '2026-05-05', from: h(8), until: h(18) }],
      state: 'confirmed',
    },
  })
  await ana.call(enterHours, {
    params: { productionId: here!, engagementId: engaged.id, onDate: day('2026-05-05') },
    ifMatch: 0,
    body: { startMinute: h(8), endMinute: h(23), mealMinutes: 60 },
  })
})
const asked = (more: object) =>
  ana.call(readRestBefore, {
    params: { personId },
    query: { productionId: there!, days: '2026-05-06', ...more },
  })

test('N-13 before booking it is said what the hours would do to the rest, and from when they have rested', async () => {
  const tired = await asked({ from: h(7), until: h(17) })
  expect(tired.short).toMatchObject([{ onDate: '2026-05-06', shortMinutes: due - 480 }])
  expect(tired.short[0]?.causes).toEqual([
    'HERE until 23:00 on Tue 5 May, as entered on the timesheet',
    'THRE from 07:00 on Wed 6 May, as booked',
    expect.stringContaining('8 h of rest'),
  ])
  const rested = await asked({ from: h(14), until: h(20) })
  expect([rested.short, rested.earliest?.because]).toEqual([
    [],
    'HERE until 23:00 on Tue 5 May, as entered on the timesheet',
  ])
  expect((await asked({})).short).toEqual([])
})

test('N-13 what was booked all the same stands on the timeline of both productions, with its causes', async () => {
  const query = { from: day('2026-05-04'), to: day('2026-05-10') }
  expect((await ana.call(readTimeline, { query })).rest).toEqual([])
  await ana.call(engine.addBooking, {
    params: { productionId: there! },
    body: {
      personId,
      title: 'Gaffer',
      spans: [{ onDate: '2026-05-06', from: h(7), until: h(17) }],
      state: 'confirmed',
    },
  })
  const { rest } = await ana.call(readTimeline, { query })
  expect(rest).toMatchObject([{ resourceId: personId, onDate: '2026-05-06', shortMinutes: due - 480 }])
  expect(rest[0]?.causes.join(' ')).toMatch(/HERE until 23:00.*THRE from 07:00/)
})
