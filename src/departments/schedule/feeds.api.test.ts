import ICAL from 'ical.js'
import { beforeAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import {
  archiveEngagement,
  changeEngagement,
  createEngagement,
  listEngagements,
} from '../people/engagement.contract.ts'
import { createPerson, listDepartments } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import type { BoardId } from './board.contract.ts'
import * as boards from './boards.contract.ts'
import * as days from './days.contract.ts'
import { createFeed, listFeeds, revokeFeed, type FeedAudience } from './feeds.contract.ts'
import { layScript } from './fixtures/scriptRows.ts'
import * as strips from './strips.contract.ts'

const office = useOffice()
let ana: TestActor
let productionId: ProductionId
let boardId: BoardId
let mara: PersonId
let gaffer: PersonId

beforeAll(async () => {
  ana = await office.as('coordinator')
  const production = await ana.call(createProduction, {
    body: {
      code: 'HLT',
      title: 'Harbour Light',
      kind: 'narrative',
      startsOn: '2026-05-12' as PlainDay,
      timeZone: 'Europe/London',
    },
  })
  productionId = production.id
  const { elementIds } = await layScript(
    office.app,
    productionId,
    [
      { number: '1', cast: ['MARA', 'TOM'], set: 'FERRY DECK' },
      { number: '2', cast: ['TOM'], set: 'SECRET CAVE' },
    ],
    [
      { name: 'MARA', boardId: '1' },
      { name: 'TOM', boardId: '2' },
    ],
  )
  const { items } = await ana.call(listDepartments)
  const engage = async (name: string, more: object) => {
    const person = await ana.call(createPerson, { body: { name } })
    await ana.call(createEngagement, {
      params: { productionId },
      body: { departmentId: items[0]!.id, title: 'Crew', personId: person.id, ...more },
    })
    return person.id
  }
  mara = await engage('Imogen Vale', { kind: 'cast', elementId: elementIds.get('MARA') })
  gaffer = await engage('Anders Kvist', {})
  const board = await ana.call(boards.createBoard, { params: { productionId }, body: { name: 'Plan A' } })
  boardId = board.id
  const added = await ana.call(days.addDays, {
    params: { productionId, boardId },
    ifMatch: board.version,
    body: { count: 2 },
  })
  const stripOf = (number: string) => {
    const scene = added.facts.scenes.find((it) => it.number === number)
    return added.facts.strips.find(({ sceneId }) => sceneId === scene?.id)!.id
  }
  await ana.call(strips.arrangeBoard, {
    params: { productionId, boardId },
    ifMatch: added.version,
    body: {
      moves: ['1', '2'].map((number, at) => ({
        stripIds: [stripOf(number)],
        dayId: added.facts.days[at]!.id,
        before: null,
      })),
    },
  })
})

const view = () => ana.call(boards.readBoard, { params: { productionId, boardId } })
const publish = async () =>
  ana.call(boards.publishBoard, { params: { productionId, boardId }, ifMatch: (await view()).version })
const feed = (audience: FeedAudience, personId: PersonId | null = null) =>
  ana.call(createFeed, { params: { productionId }, body: { audience, personId } })
const get = (address: string, headers: Record<string, string> = {}) => {
  const { pathname } = new URL(address)
  return office.nobody.fetch(pathname, { headers })
}

/** Read by a library that did not write it. */
async function events(address: string) {
  const text = await (await get(address)).text()
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description ?? '',
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      zone: event.startDate.zone?.tzid,
      status: String(component.getFirstPropertyValue('status')),
      sequence: Number(component.getFirstPropertyValue('sequence')),
    }
  })
}

test('SC-10 a feed holds nothing before the schedule is published, then every day with its clock', async () => {
  const { address } = await feed('team')
  expect(await events(address)).toEqual([])
  await publish()
  const [first, second] = await events(address)
  expect(first).toMatchObject({
    summary: 'HLT day 1 of 2',
    start: '2026-05-12T07:00:00',
    zone: 'Europe/London',
    status: 'CONFIRMED',
    sequence: 0,
  })
  expect(first?.description).toContain('Scene 1: FERRY DECK')
  expect(second?.summary).toBe('HLT day 2 of 2')
})

test('SC-10 a client sees dates and hours, never scenes or sets', async () => {
  const told = await events((await feed('client')).address)
  expect(told).toHaveLength(2)
  expect(JSON.stringify(told)).not.toMatch(/CAVE|DECK|Scene/)
  expect(told[0]?.description).toContain('Call 07:00')
})

test('SC-10 a person sees their own days and nobody else’s', async () => {
  const own = await events((await feed('person', mara)).address)
  expect(own.map(({ summary }) => summary)).toEqual(['HLT day 1 of 2: you from 08:00'])
  expect(JSON.stringify(own)).not.toMatch(/TOM|CAVE|Kvist/)
  expect(await events((await feed('person', gaffer)).address)).toHaveLength(2)
  const nobody = await ana.refused(createFeed, {
    params: { productionId },
    body: { audience: 'person', personId: '01900000-0000-7000-8000-000000000000' },
  })
  expect(nobody.status).toBe(404)
})

test('SC-10 who is taken off the production is told that their days are cancelled, though nothing was published', async () => {
  const { address } = await feed('person', gaffer)
  expect((await events(address)).map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED'])
  const { items } = await ana.call(listEngagements, { params: { productionId } })
  const { id, version } = items.find(({ personId }) => personId === gaffer)!
  const params = { productionId, engagementId: id }
  const gone = await ana.call(archiveEngagement, { params, ifMatch: version, body: { archived: true } })
  const told = await events(address)
  expect(told.map(({ status, sequence }) => `${status} ${sequence}`)).toEqual(['CANCELLED 1', 'CANCELLED 1'])
  await ana.call(archiveEngagement, { params, ifMatch: gone.version, body: { archived: false } })
  expect((await events(address)).map(({ status, sequence }) => `${status} ${sequence}`)).toEqual([
    'CONFIRMED 2',
    'CONFIRMED 2',
  ])
})

test('SC-10 who loses their part is told that its days are cancelled, and counts on when it comes back', async () => {
  const { address } = await feed('person', mara)
  const told = async () => (await events(address)).map(({ status, sequence }) => `${status} ${sequence}`)
  expect(await told()).toEqual(['CONFIRMED 0'])
  const { items } = await ana.call(listEngagements, { params: { productionId } })
  const { id, version, elementId } = items.find(({ personId }) => personId === mara)!
  const params = { productionId, engagementId: id }
  const lost = await ana.call(changeEngagement, { params, ifMatch: version, body: { elementId: null } })
  expect(await told()).toEqual(['CANCELLED 1'])
  expect(await told()).toEqual(['CANCELLED 1'])
  await ana.call(changeEngagement, { params, ifMatch: lost.version, body: { elementId } })
  expect(await told()).toEqual(['CONFIRMED 2'])
})

test('SC-10 two programs that read one calendar at the same moment hear the same', async () => {
  const { address } = await feed('team')
  const texts = await Promise.all([1, 2, 3].map(async () => (await get(address)).text()))
  expect(new Set(texts).size).toBe(1)
  expect(await events(address)).toHaveLength(2)
})

test.each<[FeedAudience, boolean]>([
  ['department_head', true],
  ['crew', true],
  ['vendor', false],
])('SC-10 a calendar for the role %s says scenes: %s', async (audience, scenes) => {
  const made = await feed(audience)
  const said = JSON.stringify(await events(made.address))
  expect(said.includes('Scene 1: FERRY DECK')).toBe(scenes)
  expect(said).toContain('Call 07:00')
  expect(made.label).toMatch(/^Calendar for (heads of department|the crew|vendors)$/)
})

test('SC-10 a calendar that has it already is told so, until something changes', async () => {
  const { address } = await feed('team')
  const first = await get(address)
  const etag = first.headers.get('etag')!
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect((await get(address, { 'if-none-match': etag })).status).toBe(304)
  expect((await get(address, { 'if-none-match': `W/${etag}, "other"` })).status).toBe(304)
  const now = await view()
  const last = now.facts.days[1]!
  await ana.call(days.changeDay, {
    params: { productionId, boardId, dayId: last.id },
    ifMatch: now.version,
    body: { callTime: 480 },
  })
  expect((await get(address, { 'if-none-match': etag })).status).toBe(304)
  await publish()
  expect((await get(address, { 'if-none-match': etag })).status).toBe(200)
  expect((await events(address)).map(({ sequence }) => sequence)).toEqual([0, 1])
})

test('SC-10 an address that is withdrawn, or was never ours, opens nothing; the others still do', async () => {
  const [one, other] = [await feed('team'), await feed('team')]
  await ana.call(revokeFeed, { params: { productionId, feedId: one.id } })
  const refused = await get(one.address)
  expect([refused.status, ((await refused.json()) as { reason: string }).reason]).toEqual([410, 'revoked'])
  expect((await get(other.address)).status).toBe(200)
  expect((await get(other.address.replace(/feeds\/.{4}/, 'feeds/AAAA'))).status).toBeGreaterThanOrEqual(400)
  const { items } = await ana.call(listFeeds, { params: { productionId } })
  expect(items.map(({ id }) => id)).not.toContain(one.id)
  const crew = await office.member(productionId, 'crew')
  expect((await crew.refused(createFeed, { params: { productionId }, body: { audience: 'team' } })).status).toBe(403)
})
