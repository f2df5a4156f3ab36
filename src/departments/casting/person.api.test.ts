import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { createPerson } from '../people/person.contract.ts'
import * as candidate from './candidate.contract.ts'
import type { CandidateId } from './candidate.contract.ts'
import { castingOf } from './casting.fixture.ts'
import * as hold from './hold.contract.ts'
import { changeRole, listRoles, type RoleId } from './role.contract.ts'

const office = useOffice()
let ana: TestActor
let productionId: ProductionId
let roleId: RoleId

const one = (candidateId: CandidateId) => ({ productionId, candidateId })
const put = async (name: string, email: string, different: object = {}) =>
  (
    await ana.call(candidate.addCandidates, {
      params: { productionId },
      body: { roleId, source: 'typed', typed: { name, email, ...different } },
    })
  ).added[0] as CandidateId
const see = async (id: CandidateId) =>
  (await ana.call(candidate.listCandidates, { params: { productionId }, query: { show: 'all' } })).items.find(
    (it) => it.id === id,
  ) as candidate.Candidate
const holdNow = async (id: CandidateId) =>
  ana.call(hold.holdCandidate, { params: one(id), body: {}, ifMatch: (await see(id)).version })
const known = (name: string, email: string) =>
  ana.call(createPerson, { body: { name, emails: [{ label: null, value: email }] } })
const letters = () =>
  office.app.db.selectFrom('mail_message').select(['to_address', 'subject', 'body_text']).orderBy('id').execute()

beforeAll(async () => {
  ;({ ana, productionId, roleId } = await castingOf(office, { shootDays: ['2026-05-12'] as never }))
})

test('CR-24 talent with the e-mail of somebody in the directory is proposed as them, and held only once that is said', async () => {
  const person = await known('Ines Falk', 'Ines@Example.com')
  const id = await put('Ines Falk', 'ines@example.com')
  expect(await see(id)).toMatchObject({ personId: null, sameAddress: [{ id: person.id, name: 'Ines Falk' }] })
  expect(
    await ana.refused(hold.holdCandidate, { params: one(id), body: {}, ifMatch: (await see(id)).version }),
  ).toMatchObject({ status: 409, people: [{ id: person.id, name: 'Ines Falk' }] })
  const decided = await ana.call(hold.decidePerson, {
    params: one(id),
    body: { personId: person.id },
    ifMatch: (await see(id)).version,
  })
  expect(decided).toMatchObject({ personId: person.id, sameAddress: [] })
  expect(await holdNow(id)).toMatchObject({ state: 'on_hold', personId: person.id })
  expect(
    await ana.refused(hold.decidePerson, {
      params: one(id),
      body: { personId: null },
      ifMatch: (await see(id)).version,
    }),
  ).toMatchObject({ status: 422 })
})

test('CR-24 somebody else at the same address gets a record of their own, and nobody is two people of one role', async () => {
  const parent = await known('Rowan Moss', 'moss@example.com')
  const [child, twin] = [await put('Pip Moss', 'moss@example.com'), await put('Rowan Moss', 'moss@example.com')]
  const say = async (id: CandidateId, personId: string | null) => ({
    params: one(id),
    body: { personId },
    ifMatch: (await see(id)).version,
  })
  await ana.call(hold.decidePerson, await say(child, null))
  expect((await see(child)).sameAddress).toEqual([])
  expect((await holdNow(child)).personId).not.toBe(parent.id)
  await ana.call(hold.decidePerson, await say(twin, parent.id))
  const third = await put('R. Moss', 'moss@example.com')
  expect(await ana.refused(hold.decidePerson, await say(third, parent.id))).toMatchObject({ status: 422 })
})

test('CR-24 who has days held is not moved by a word: neither alone nor among others, and the days say where they stand', async () => {
  const id = await put('Noor Vale', 'vale@example.com')
  const other = await put('Ivo Lind', 'lind@example.com')
  await holdNow(id)
  const moving = (ids: CandidateId[]) => ({ params: { productionId }, body: { ids, state: 'shortlisted' as const } })
  expect(await ana.refused(candidate.moveCandidates, moving([other, id]))).toMatchObject({
    status: 409,
    dependants: [{ kind: 'booking', label: 'Noor Vale' }],
  })
  const alone = { params: one(id), ifMatch: (await see(id)).version, body: { state: 'released' as const } }
  expect((await ana.refused(candidate.changeCandidate, alone)).detail).toMatch(/^Noor Vale still has days held\./)
  expect((await ana.call(candidate.moveCandidates, moving([other]))).changed).toBe(1)
  expect((await see(id)).state).toBe('on_hold')
})

test('CR-24 check 16: the erasure log is found again by who brings the name and address, and holds neither', async () => {
  const id = await put('Vera Planted', 'Vera.Planted@example.com')
  await ana.call(candidate.eraseCandidate, { params: one(id), ifMatch: (await see(id)).version, body: {} })
  const find = (name: string, email: string | null) =>
    ana.call(candidate.findErasure, { params: { productionId }, body: { name, email } })
  expect((await find('vera planted', 'vera.planted@example.com')).items).toMatchObject([{ reason: 'asked', files: 0 }])
  expect((await find('Vera Planted', null)).items).toEqual([])
  expect((await find('Vera Other', 'vera.planted@example.com')).items).toEqual([])
  const rows = await office.app.db.selectFrom('casting_erasure').selectAll().execute()
  expect(JSON.stringify(rows).toLowerCase()).not.toContain('planted')
})

test('CR-23 the release of who is held goes out by link for the use of the role; what is unclear keeps it a draft', async () => {
  const sendTo = async (id: CandidateId) =>
    ana.call(hold.sendRelease, {
      params: one(id),
      body: { pay: 'You are paid £420 a day' },
      ifMatch: (await see(id)).version,
    })
  const usage = async (usageMedia: string) => {
    const [role] = (await ana.call(listRoles, { params: { productionId } })).items
    await ana.call(changeRole, {
      params: { productionId, roleId },
      body: { usageMedia, usageTerritory: 'UK', usageMonths: 12 },
      ifMatch: role?.version as number,
    })
  }
  const id = await put('Mara Quill', 'mara@example.com')
  expect(
    await ana.refused(hold.sendRelease, { params: one(id), body: {}, ifMatch: (await see(id)).version }),
  ).toMatchObject({ status: 422 })
  await usage('TV, online')
  await holdNow(id)
  const sent = await sendTo(id)
  expect(sent).toMatchObject({ blockers: [], candidate: { release: { state: 'pending' } } })
  const letter = (await letters()).findLast((it) => it.to_address === 'mara@example.com')
  expect(letter?.body_text).toMatch(/\/a\/\S+/)
  const paper = await (await office.nobody.fetch(/\/a\/\S+/.exec(letter?.body_text ?? '')?.[0] as string)).text()
  expect(paper).toContain('television and online')
  expect((await sendTo(id)).candidate.release).toEqual(sent.candidate.release)

  await usage('TV, holograms')
  const second = await put('Odd One', 'odd@example.com')
  await holdNow(second)
  expect(await sendTo(second)).toMatchObject({
    blockers: ['“holograms” is no medium a release knows.'],
    candidate: { release: { state: 'draft' } },
  })
  await usage('TV')
  const minor = await put('Kit Small', 'kit@example.com', {
    birthDate: '2015-03-01',
    guardianName: 'Gail Small',
    guardianEmail: 'gail@example.com',
  })
  await holdNow(minor)
  expect((await sendTo(minor)).blockers).toEqual([])
  expect((await letters()).map((it) => it.to_address)).toContain('gail@example.com')
  expect((await letters()).map((it) => it.to_address)).not.toContain('kit@example.com')
})
