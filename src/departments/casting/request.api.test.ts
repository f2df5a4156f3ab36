import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import * as candidate from './candidate.contract.ts'
import type { CandidateId } from './candidate.contract.ts'
import { castingOf, film, sendUpload } from './casting.fixture.ts'
import { remindDue } from './request.actions.ts'
import * as contract from './request.contract.ts'
import type { RoleId } from './role.contract.ts'
import { changeCastingRules, readCastingRules } from './rule.contract.ts'

const office = useOffice({ now: '2026-05-04T09:00:00Z' })
let ana: TestActor
let productionId: ProductionId
let roleId: RoleId
let [ines, pat] = ['', ''] as CandidateId[]

const put = async (name: string, different: object = {}) =>
  (
    await ana.call(candidate.addCandidates, {
      params: { productionId },
      body: {
        roleId,
        source: 'typed',
        typed: { name, email: `${name.split(' ')[0]?.toLowerCase()}@example.com`, ...different },
      },
    })
  ).added[0] as CandidateId
const ask = (body: object) =>
  ana.call(contract.createRequests, {
    params: { productionId },
    body: { kind: 'self_tape', body: 'Slate, then both sides.', dueOn: '2026-05-08', ...body } as never,
  })
const queue = async (show: 'all' | 'waiting' | 'answered' = 'all') =>
  (await ana.call(contract.listRequests, { params: { productionId }, query: { show } })).items
const of = async (id: CandidateId | undefined) => (await queue()).find(({ candidateId }) => candidateId === id)
const letters = async (to: string) =>
  office.app.db
    .selectFrom('mail_message')
    .select(['subject', 'body_text'])
    .where('to_address', '=', to)
    .orderBy('id')
    .execute()
const tokenIn = (text: string | undefined) => /\/casting\/request\/(\S+)/.exec(text ?? '')?.[1] as string
const answer = (token: string, body: object) =>
  office.nobody.call(contract.answerRequest, { params: { token }, body: body as never })

beforeAll(async () => {
  ;({ ana, productionId, roleId } = await castingOf(office))
  ines = await put('Ines Falk')
  pat = await put('Pat Moss', { agentName: 'Agnes Rep', agentEmail: 'agnes@example.com', agentFirst: true })
})

test('CR-19 a self-tape is asked for by link, arrives under the name of the house, and moves the talent on', async () => {
  const bare = await put('Bare Name', { email: null })
  expect(await ask({ candidateIds: [ines, bare], dueZone: 'America/New_York' })).toEqual({
    written: 1,
    unreachable: ['Bare Name'],
    already: [],
  })
  expect(await ask({ candidateIds: [ines] })).toMatchObject({ written: 0, already: ['Ines Falk'] })
  const [letter] = await letters('ines@example.com')
  expect(letter?.body_text).toContain('Until Fri 8 May 2026, 18:00 EDT')
  const token = tokenIn(letter?.body_text)
  const page = await (await office.nobody.fetch(`/casting/request/${token}`)).text()
  expect(page).toContain('Slate, then both sides.')
  expect(page).toContain('18:00 EDT')
  expect(page).not.toContain('ines@example.com')
  expect(
    await office.nobody.refused(contract.answerRequest, { params: { token }, body: { answer: 'send' } }),
  ).toMatchObject({ status: 422 })
  const fileId = await sendUpload(office.nobody, film, 'IMG_1.MOV', `/v1/casting-request-links/${token}/files`)
  expect(await answer(token, { answer: 'send', text: 'Second take is better', fileIds: [fileId] })).toEqual({
    state: 'answered',
    turn: 'talent',
  })
  expect(await of(ines)).toMatchObject({ state: 'answered', answer: 'Second take is better', nextReminderAt: null })
  const { items } = await ana.call(candidate.listCandidates, { params: { productionId }, query: {} })
  expect(items.find(({ id }) => id === ines)).toMatchObject({
    state: 'auditioned',
    media: [{ purpose: 'self_tape', name: 'NORA_Falk_Ines_1.mp4' }],
  })
})

test('CR-19 the representative is asked first, and the talent hears only when it is passed on', async () => {
  await ask({ candidateIds: [pat] })
  expect(await letters('pat@example.com')).toEqual([])
  const [first] = await letters('agnes@example.com')
  expect(await of(pat)).toMatchObject({ turn: 'agent', state: 'asked' })
  const token = tokenIn(first?.body_text)
  expect(await answer(token, { answer: 'pass_on' })).toEqual({ state: 'asked', turn: 'talent' })
  const [own] = await letters('pat@example.com')
  expect(tokenIn(own?.body_text)).toBe(token)
  expect(
    await office.nobody.refused(contract.answerRequest, { params: { token }, body: { answer: 'pass_on' } }),
  ).toMatchObject({ status: 422 })
})

test('CR-19 who has not answered is reminded before the end, once each step; late is shown and still taken', async () => {
  const before = (await letters('pat@example.com')).length
  expect(await remindDue(office.app)).toBe(0)
  office.clock.advance({ hours: 32 })
  expect([await remindDue(office.app), await remindDue(office.app)]).toEqual([1, 0])
  office.clock.advance({ hours: 48 })
  expect([await remindDue(office.app), await remindDue(office.app)]).toEqual([1, 0])
  expect((await letters('pat@example.com')).slice(before).map(({ subject }) => subject)).toEqual([
    expect.stringContaining('Reminder: Self-tape'),
    expect.stringContaining('Reminder: Self-tape'),
  ])
  office.clock.advance({ hours: 24 })
  expect(await of(pat)).toMatchObject({ isLate: true, reminders: 2, nextReminderAt: null })
  expect((await queue('waiting')).map(({ candidateId }) => candidateId)).toEqual([pat])
  const token = tokenIn((await letters('pat@example.com'))[0]?.body_text)
  expect(await answer(token, { answer: 'no', text: 'Away' })).toMatchObject({ state: 'declined' })
  expect(await of(pat)).toMatchObject({ isLate: false, answer: 'Away' })
})

test('CR-19 a question is answered in words; one taken back has a link that is gone, and nobody out is reminded', async () => {
  const [kit, mo] = [await put('Kit Dow'), await put('Mo Lane')]
  await ask({ candidateIds: [kit], kind: 'question', body: 'Can you ride?', dueOn: null })
  const token = tokenIn((await letters('kit@example.com'))[0]?.body_text)
  await answer(token, { answer: 'send', text: 'Since I was six' })
  expect(await of(kit)).toMatchObject({ kind: 'question', state: 'answered', answer: 'Since I was six', dueAt: null })

  await ask({ candidateIds: [mo], dueOn: '2026-05-20' })
  const asked = await of(mo)
  await ana.call(candidate.moveCandidates, { params: { productionId }, body: { ids: [mo], state: 'released' } })
  office.clock.advance({ hours: 24 * 11 })
  expect(await remindDue(office.app)).toBe(0)
  await ana.call(contract.withdrawRequests, {
    params: { productionId },
    body: { ids: [asked?.id as contract.RequestId] },
  })
  const gone = tokenIn((await letters('mo@example.com'))[0]?.body_text)
  expect((await office.nobody.fetch(`/casting/request/${gone}`)).status).toBe(410)
  expect(await of(mo)).toMatchObject({ state: 'withdrawn' })
})

test('CR-19 when talent is reminded is the office’s to say; who waits already goes by the new hours', async () => {
  const { version, can, ...rules } = await ana.call(readCastingRules, {})
  expect(can.edit).toBe(false)
  const owner = await office.as('owner')
  const lina = await put('Lina Marsh')
  await ask({ candidateIds: [lina], dueOn: '2026-06-30' })
  const hoursLeft = async () => {
    const it = await of(lina)
    return Temporal.Instant.from(it?.dueAt as string)
      .since(it?.nextReminderAt as string)
      .total('hours')
  }
  expect(await hoursLeft()).toBe(72)
  const body = { ...rules, reminderHours: [12, 48], source: 'House' }
  expect(await ana.refused(changeCastingRules, { body, ifMatch: version })).toMatchObject({ status: 403 })
  const changed = await owner.call(changeCastingRules, { body, ifMatch: version })
  expect(changed).toMatchObject({ reminderHours: [48, 12], version: version + 1 })
  expect(await hoursLeft()).toBe(48)
  expect(await owner.refused(changeCastingRules, { body, ifMatch: version })).toMatchObject({ status: 412 })
  const speed = { wordsFrom: 120, wordsUntil: 130, source: 'Studio' }
  const twice = { ...body, speeds: ['German', 'german'].map((language) => ({ language, ...speed })) }
  expect(await owner.refused(changeCastingRules, { body: twice, ifMatch: changed.version })).toMatchObject({
    status: 422,
    errors: [{ pointer: '/speeds', message: 'Two lines speak of the same language.' }],
  })
})
