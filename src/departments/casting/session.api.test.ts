import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { pdfText } from '../../../tests/support/pdfText.ts'
import { withoutIds } from '../../../tests/support/withoutIds.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import * as candidate from './candidate.contract.ts'
import type { CandidateId } from './candidate.contract.ts'
import { castingOf, film, sendUpload } from './casting.fixture.ts'
import type { RoleId } from './role.contract.ts'
import * as door from './door.contract.ts'
import * as contract from './session.contract.ts'
import type { SessionId } from './session.contract.ts'
import * as time from './sessionTime.contract.ts'

const office = useOffice()
let ana: TestActor
let productionId: ProductionId
let roleId: RoleId
let id: SessionId
const people: Record<string, CandidateId> = {}

const params = () => ({ productionId })
const at = () => ({ productionId, sessionId: id })
const seen = (name: string) => ({ ...at(), candidateId: people[name] as CandidateId })
const now = () => ana.call(contract.getSession, { params: at() })
const minuteOf = async (name: string) => (await now()).appointments.find((it) => it.name === name)?.minute
const tokenOf = async (name: string) => {
  const letter = await office.app.db
    .selectFrom('mail_message')
    .select('body_text')
    .where('about_id', '=', people[name] as string)
    .executeTakeFirstOrThrow()
  return /\/casting\/time\/(\S+)/.exec(letter.body_text)?.[1] as string
}

beforeAll(async () => {
  ;({ ana, productionId, roleId } = await castingOf(office))
  for (const [name, different] of Object.entries({
    Ada: { email: 'ada@example.com' },
    Ben: { email: 'ben@example.com', agentName: 'Agnes Rep', agentEmail: 'agnes@example.com', agentFirst: true },
    Cleo: { email: 'cleo@example.com', birthDate: '2014-03-01' },
    Dan: { sizes: 'Chest 102' },
    Eve: { email: 'eve@example.com' },
  })) {
    const body = { roleId, source: 'typed' as const, typed: { name, ...different } as never }
    people[name] = (await ana.call(candidate.addCandidates, { params: params(), body })).added[0] as CandidateId
  }
  await ana.call(candidate.markCandidate, {
    params: { productionId, candidateId: people['Eve'] as CandidateId },
    body: { mark: 'yes' },
  })
})

test('CR-18 a day is laid out with its breaks and filled by mark; a minor has no time in school hours', async () => {
  const body = {
    roleId,
    kind: 'audition' as const,
    onDate: '2026-05-06' as never,
    fromMinute: 540,
    untilMinute: 615,
    slotMinutes: 15,
    breaks: [{ at: 555, minutes: 15 }],
  }
  const made = await ana.call(contract.createSession, { params: params(), body })
  id = made.id
  expect(made.slots).toEqual([540, 570, 585, 600])
  expect(await ana.call(contract.fillSession, { params: at() })).toEqual({ placed: 4, left: 1 })
  expect((await now()).appointments.map(({ name, minute }) => `${name} ${minute}`)).toEqual([
    'Eve 540',
    'Ada 570',
    'Ben 585',
    'Dan 600',
  ])
  expect(await ana.call(contract.fillSession, { params: at() })).toEqual({ placed: 0, left: 1 })
})

test('CR-18 nobody is in two rooms at once, and a taken time says so', async () => {
  expect(await ana.refused(contract.placeCandidate, { params: seen('Cleo'), body: { minute: 540 } })).toMatchObject({
    status: 409,
    detail: expect.stringContaining('09:00'),
  })
  const other = await ana.call(contract.createSession, {
    params: params(),
    body: {
      roleId,
      kind: 'callback',
      onDate: '2026-05-06' as never,
      fromMinute: 545,
      untilMinute: 600,
      slotMinutes: 20,
    },
  })
  const there = { productionId, sessionId: other.id, candidateId: people['Eve'] as CandidateId }
  expect(await ana.refused(contract.placeCandidate, { params: there, body: { minute: 545 } })).toMatchObject({
    status: 409,
  })
  await ana.call(contract.placeCandidate, { params: there, body: { minute: 565 } })
})

test('CR-19 the representative is written to first; who has no address is named; sending again writes to nobody twice', async () => {
  expect(await ana.call(contract.sendTimes, { params: at() })).toEqual({ written: 4, unreachable: ['Dan'] })
  const letters = await office.app.db.selectFrom('mail_message').select(['to_address', 'body_text']).execute()
  expect(letters.map(({ to_address }) => to_address).toSorted()).toEqual([
    'ada@example.com',
    'agnes@example.com',
    'cleo@example.com',
    'eve@example.com',
  ])
  expect(letters.find(({ to_address }) => to_address === 'cleo@example.com')?.body_text).toContain('Choose a time here')
  expect((await ana.call(contract.sendTimes, { params: at() })).written).toBe(0)
})

test('CR-18 of two who choose the same time by link the first has it; a time given back goes to who waits', async () => {
  const choose = async (name: string, body: object) =>
    office.nobody.call(time.chooseSlot, { params: { token: await tokenOf(name) }, body: body as never })
  await ana.call(contract.placeCandidate, { params: seen('Dan'), body: { minute: null } })
  const page = await (await office.nobody.fetch(`/casting/time/${await tokenOf('Cleo')}`)).text()
  expect(page).toContain('10:00')
  expect(page).not.toContain('09:30')
  const race = await Promise.allSettled([
    choose('Cleo', { answer: 'time', minute: 600 }),
    choose('Ada', { answer: 'time', minute: 600 }),
  ])
  expect(race.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await choose('Cleo', { answer: 'wait' })
  expect((await now()).waiting.map(({ name }) => name)).toEqual(['Cleo'])
  await choose('Eve', { answer: 'no' })
  expect([await minuteOf('Eve'), await minuteOf('Cleo'), (await now()).waiting]).toEqual([undefined, 540, []])
  expect((await now()).appointments.find(({ name }) => name === 'Cleo')).toMatchObject({
    isMinor: true,
    inSchool: true,
  })
})

test('CR-22 signed in under the text by name, signed out, and the report has the times and no address', async () => {
  const head = await office.member(productionId, 'department_head')
  expect(await head.refused(door.signAtDoor, { params: seen('Ada'), body: { what: 'out' } })).toMatchObject({
    status: 422,
  })
  await head.call(door.signAtDoor, { params: seen('Ada'), body: { what: 'in', name: 'Ada' } })
  office.clock.advance({ minutes: 12 })
  await head.call(door.signAtDoor, { params: seen('Ada'), body: { what: 'out' } })
  const base = `/v1/productions/${productionId}/casting/sessions/${id}/report`
  const csv = await (await ana.fetch(`${base}/csv`)).text()
  expect(csv).toMatch(/Ada,10:00,10:12/)
  expect(csv).not.toContain('@example.com')
  const { pages } = await pdfText(new Uint8Array(await (await ana.fetch(`${base}/pdf`)).arrayBuffer()))
  expect(pages[0]?.text).toContain('Casting session')
})

test('CR-22 a day is changed after it was laid out; nobody loses their time by it, and of two who change it one is told', async () => {
  const before = await now()
  const change = (body: object, ifMatch: number) => ({ params: at(), body: body as never, ifMatch })
  const after = await ana.call(
    contract.changeSession,
    change({ untilMinute: before.untilMinute + 60, place: 'Room 2', releaseText: 'Other words' }, before.version),
  )
  const times = ({ appointments }: contract.Session) => appointments.map(({ name, minute }) => `${name} ${minute}`)
  expect(after).toMatchObject({ place: 'Room 2', releaseText: 'Other words' })
  expect(times(after)).toEqual(times(before))
  expect(after.appointments.map(({ toldAt }) => toldAt)).toEqual(before.appointments.map(() => null))
  expect(after.slots.length).toBeGreaterThan(before.slots.length)
  expect(await ana.refused(contract.changeSession, change({ place: 'Room 3' }, before.version))).toMatchObject({
    status: 412,
  })
  expect(await ana.refused(contract.changeSession, change({ onDate: '2026-05-30' }, after.version))).toMatchObject({
    status: 422,
  })
})

test('CR-22 a tablet at the door signs people in by its own link, a guardian for a minor, and shows nothing but names', async () => {
  await ana.call(contract.placeCandidate, { params: seen('Dan'), body: { minute: 630 } })
  const { address } = await ana.call(door.openDoor, { params: at() })
  expect((await ana.call(door.openDoor, { params: at() })).address).toBe(address)
  const token = address.split('/').at(-1) as string
  const page = async (language = 'en') =>
    office.nobody.fetch(`/casting/door/${token}`, { headers: { 'accept-language': language } })
  const html = await (await page()).text()
  expect(html).toContain('Cleo')
  expect(html).toContain('Other words')
  expect(withoutIds(html)).not.toMatch(/example\.com|Chest 102|2014/)
  expect(await (await page('de-DE')).text()).toContain('Tippen Sie auf Ihren Namen')
  const sign = (name: string, body: object) => ({
    params: { token, candidateId: people[name] as CandidateId },
    body: body as never,
  })
  expect(await office.nobody.refused(door.signByLink, sign('Cleo', { what: 'in', name: 'Cleo' }))).toMatchObject({
    status: 422,
    errors: [{ pointer: '/guardian' }],
  })
  expect(await office.nobody.refused(door.signByLink, sign('Eve', { what: 'in', name: 'Eve' }))).toMatchObject({
    status: 404,
  })
  await office.nobody.call(door.signByLink, sign('Cleo', { what: 'in', name: 'Cleo', guardian: 'Ida Roe' }))
  await office.nobody.call(door.signByLink, sign('Dan', { what: 'in', name: 'Dan' }))
  expect((await now()).appointments.find(({ name }) => name === 'Cleo')).toMatchObject({
    signedName: 'Cleo',
    signedGuardian: 'Ida Roe',
  })
  await office.nobody.call(door.signByLink, sign('Cleo', { what: 'out' }))
  expect((await now()).hasDoor).toBe(true)
  await ana.call(door.closeDoor, { params: at() })
  expect((await page()).status).toBe(410)
  expect(await office.nobody.refused(door.signByLink, sign('Dan', { what: 'out' }))).toMatchObject({ status: 410 })
})

test('CR-22 one recording lies with everybody who is on it, and goes for all when one is erased', async () => {
  const ids = [people['Cleo'], people['Dan']] as CandidateId[]
  const record = async (candidateIds: CandidateId[]) =>
    ana.call(door.recordSession, {
      params: at(),
      body: { fileId: await sendUpload(ana, film, 'IMG_2.MOV'), candidateIds },
    })
  await record(ids)
  await record([people['Dan'] as CandidateId])
  const tapesOf = async (name: string) =>
    (
      await ana.call(candidate.listCandidates, { params: params(), query: { ids: [people[name] as CandidateId] } })
    ).items[0]?.media.map((it) => `${it.purpose} ${it.name}`)
  expect(await tapesOf('Cleo')).toEqual(['session NORA_Group_0900_1.mp4'])
  expect(await tapesOf('Dan')).toEqual(['session NORA_Group_0900_1.mp4', 'session NORA_Dan_2.mp4'])
  const stranger = [people['Eve']] as CandidateId[]
  const fileId = await sendUpload(ana, film, 'IMG_3.MOV')
  expect(
    await ana.refused(door.recordSession, { params: at(), body: { fileId, candidateIds: stranger } }),
  ).toMatchObject({ status: 422 })
  const { items } = await ana.call(candidate.listCandidates, { params: params(), query: { ids: ids[0] } })
  const erased = { params: { productionId, candidateId: ids[0] as CandidateId }, body: {} as never }
  expect(await ana.call(candidate.eraseCandidate, { ...erased, ifMatch: items[0]?.version as number })).toEqual({
    files: 1,
  })
  expect(await tapesOf('Dan')).toEqual(['session NORA_Dan_2.mp4'])
})

test('CR-22 size cards print the sizes for who may see them, and for nobody else', async () => {
  const head = await office.member(productionId, 'department_head')
  const cards = async (who: TestActor) => {
    const answer = await who.fetch(`/v1/productions/${productionId}/casting/size-cards?session=${id}`)
    expect(answer.status).toBe(200)
    return (await pdfText(new Uint8Array(await answer.arrayBuffer()))).pages.map(({ text }) => text).join(' ')
  }
  expect(await cards(ana)).toMatch(/Dan.*Chest 102/s)
  expect(await cards(head)).toContain('Dan')
  expect(await cards(head)).not.toContain('Chest 102')
})

test('CR-18 casting days come page by page, and what is over is asked for by itself', async () => {
  const { productionId: other, roleId: role } = await castingOf(office)
  const today = Temporal.PlainDate.from(office.clock.now().toString().slice(0, 10))
  for (const days of [-2, -1, 1, 2, 3])
    await ana.call(contract.createSession, {
      params: { productionId: other },
      body: {
        roleId: role,
        kind: 'audition',
        onDate: today.add({ days }).toString() as never,
        fromMinute: 540,
        untilMinute: 600,
        slotMinutes: 15,
        perSlot: 2,
      },
    })
  const daysOf = async (query: object) => {
    const { items, next } = await ana.call(contract.listSessions, {
      params: { productionId: other },
      query: query as never,
    })
    return { days: items.map(({ onDate }) => today.until(onDate).days), seats: items[0]?.seats, next }
  }
  const first = await daysOf({ limit: 2 })
  expect(first).toMatchObject({ days: [1, 2], seats: 8 })
  expect(await daysOf({ limit: 2, after: first.next })).toEqual({ days: [3], seats: 8, next: null })
  expect(await daysOf({ show: 'past' })).toMatchObject({ days: [-1, -2], next: null })
})

test('CR-19 who is booked already says no to a day and keeps the role; a day that moves takes its links along', async () => {
  const { version } = (
    await ana.call(candidate.listCandidates, { params: params(), query: { show: 'all' } })
  ).items.find((it) => it.id === people['Ben'])!
  const ben = { productionId, candidateId: people['Ben'] as CandidateId }
  await ana.call(candidate.changeCandidate, { params: ben, ifMatch: version, body: { state: 'booked' } })
  const token = await tokenOf('Ben')
  await office.nobody.call(time.chooseSlot, { params: { token }, body: { answer: 'no' } })
  const { items } = await ana.call(candidate.listCandidates, { params: params(), query: { show: 'all' } })
  expect([items.find((it) => it.id === people['Ben'])?.state, await minuteOf('Ben')]).toEqual(['booked', undefined])

  for (const { candidateId } of (await now()).appointments)
    await ana.call(contract.placeCandidate, { params: { ...at(), candidateId }, body: { minute: null } })
  const body = { onDate: '2026-05-20' as never }
  await ana.call(contract.changeSession, { params: at(), ifMatch: (await now()).version, body })
  const asked = await office.app.db
    .selectFrom('link')
    .select('expires_at')
    .where('subject_id', '=', people['Ben'] as string)
    .executeTakeFirstOrThrow()
  expect(asked.expires_at?.toString()).toMatch(/^2026-05-20/)
})
