import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { firstDraft, importScript } from '../../../tests/support/script.ts'
import { pdfText } from '../../../tests/support/pdfText.ts'
import { createProduction } from '../../../tests/support/production.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/database.ts'
import { createPerson } from '../people/person.contract.ts'
import { changeProfile } from '../people/profile.contract.ts'
import { castingOf, film, sendUpload } from './casting.fixture.ts'
import * as candidate from './candidate.contract.ts'
import type { CandidateId } from './candidate.contract.ts'
import { eraseOverdue } from './erasure.actions.ts'
import * as role from './role.contract.ts'
import { changeCastingRules, readCastingRules } from './rule.contract.ts'
import type { RoleId } from './role.contract.ts'

const office = useOffice()
let ana: TestActor
let productionId: ProductionId
let roleId: RoleId
beforeAll(async () => {
  ;({ ana, productionId, roleId } = await castingOf(office, {
    breakdown: 'A ferry pilot who has seen it all.',
    ageFrom: 55,
    ageUntil: 70,
    rate: '1,200 / day',
    category: 'beer',
    exclusiveMonths: 12,
    usageMedia: 'Web and cinema',
    usageTerritory: 'UK',
    usageMonths: 12,
    deadlineOn: '2026-05-08' as never,
    deadlineMinute: 1080,
    deadlineZone: 'Europe/London' as never,
  }))
})

const params = () => ({ productionId })
const one = (candidateId: CandidateId) => ({ productionId, candidateId })
const put = async (name: string, different: object = {}) =>
  (
    await ana.call(candidate.addCandidates, {
      params: params(),
      body: { roleId, source: 'agent', typed: { name, ...different } },
    })
  ).added[0] as CandidateId
const see = async (who: TestActor, id: CandidateId) =>
  (await who.call(candidate.listCandidates, { params: params(), query: { show: 'all' } })).items.find(
    (it) => it.id === id,
  )

describe('CR-18 roles', () => {
  test('characters of the script become roles once, with age and name; the second time nothing is added', async () => {
    const film = await createProduction(office)
    await importScript(ana, film, firstDraft)
    const before = await ana.call(role.listRoles, { params: { productionId: film } })
    expect(before.uncast.map(({ name }) => name).toSorted()).toEqual(['Kim', 'Oda'])
    const body = { elementIds: before.uncast.map(({ elementId }) => elementId) }
    // Oda is forty, and this office casts eight years to either side.
    const owner = await office.as('owner')
    const { version, can: _, ...rules } = await owner.call(readCastingRules)
    await owner.call(changeCastingRules, { body: { ...rules, scriptAgeYears: 8 }, ifMatch: version })
    const oda = before.uncast.find(({ name }) => name === 'Oda')?.elementId as never
    await office.app.transaction((tx) => tx.updateTable('element').set({ age: 40 }).where('id', '=', oda).execute())
    expect(await ana.call(role.createRolesFromScript, { params: { productionId: film }, body })).toEqual({ added: 2 })
    expect(await ana.call(role.createRolesFromScript, { params: { productionId: film }, body })).toEqual({ added: 0 })
    const { items, uncast } = await ana.call(role.listRoles, { params: { productionId: film } })
    expect([items.map(({ name }) => name).toSorted(), uncast]).toEqual([['Kim', 'Oda'], []])
    expect(items.find(({ name }) => name === 'Oda')).toMatchObject({ ageFrom: 32, ageUntil: 48 })
  })

  test('a role is changed on the version that was seen, and ages stand the right way round', async () => {
    const made = await ana.call(role.createRole, { params: params(), body: { name: 'Deckhand' } })
    const at = { productionId, roleId: made.id }
    await ana.call(role.changeRole, { params: at, ifMatch: 1, body: { state: 'auditioning', skills: ['ropes'] } })
    expect(await ana.refused(role.changeRole, { params: at, ifMatch: 1, body: { look: 'x' } })).toMatchObject({
      status: 412,
    })
    expect(
      JSON.stringify(
        await ana.refused(role.changeRole, { params: at, ifMatch: 2, body: { ageFrom: 40, ageUntil: 30 } }),
      ),
    ).toContain('older age')
  })

  test('CR-24 the breakdown leaves as CSV and PDF without the fee, and a confidential role only when it is named', async () => {
    const secret = await ana.call(role.createRole, {
      params: params(),
      body: { name: 'The Captain', isConfidential: true },
    })
    const base = `/v1/productions/${productionId}/casting/breakdown`
    const csv = await (await ana.fetch(`${base}/csv`)).text()
    expect(csv).toContain('A ferry pilot who has seen it all.')
    expect(csv).toContain('Fri 8 May 2026 18:00 Europe/London')
    expect(csv).not.toContain('1,200')
    expect(csv).not.toContain('The Captain')
    expect(await (await ana.fetch(`${base}/csv?rates=yes&role=${roleId}&role=${secret.id}`)).text()).toMatch(
      /1,200[\s\S]*The Captain/,
    )
    const pdf = await pdfText(new Uint8Array(await (await ana.fetch(`${base}/pdf`)).arrayBuffer()))
    expect(pdf.pages.map(({ text }) => text).join(' ')).toContain('No other beer in the last 12 months')
  })
})

describe('CR-21 candidates', () => {
  test('people of the directory come with their representative, and are in a role once', async () => {
    const agent = await ana.call(createPerson, {
      body: { name: 'Agnes Rep', emails: [{ label: null, value: 'agnes@example.com' }] },
    })
    const person = await ana.call(createPerson, {
      body: { name: 'Maria Reyes', agentId: agent.id, birthDate: '1964-02-01', homeBase: 'Leith' },
    })
    const ruled = { params: { personId: person.id }, ifMatch: person.version }
    await ana.call(changeProfile, { ...ruled, body: { representation: 'agent_first' } })
    const copied = await ana.call(createPerson, { body: { name: 'Copied Too', agentId: agent.id } })
    const copying = { params: { personId: copied.id }, ifMatch: copied.version }
    await ana.call(changeProfile, { ...copying, body: { representation: 'agent_copied' } })
    const other = await ana.call(candidate.addCandidates, {
      params: params(),
      body: { roleId, personIds: [copied.id] },
    })
    expect(await see(ana, other.added[0] as CandidateId)).toMatchObject({ agentFirst: false, agentCopied: true })
    const body = { roleId, personIds: [person.id] }
    const first = await ana.call(candidate.addCandidates, { params: params(), body })
    const again = await ana.call(candidate.addCandidates, { params: params(), body })
    expect([first.added.length, again]).toEqual([1, { added: [], already: first.added }])
    expect(await see(ana, first.added[0] as CandidateId)).toMatchObject({
      name: 'Maria Reyes',
      agentName: 'Agnes Rep',
      agentFirst: true,
      age: 62,
      isMinor: false,
      state: 'submitted',
    })
  })

  test('every reviewer has their own mark; a yes is the shortlist, and a head of department may only mark', async () => {
    const id = await put('Pat Moss', { phone: '+44 20 7946 0111', rateWish: '900', message: 'I sail.' })
    const head = await office.member(productionId, 'department_head')
    await ana.call(candidate.markCandidate, { params: one(id), body: { mark: 'no', note: 'Too young' } })
    await head.call(candidate.markCandidate, { params: one(id), body: { mark: 'yes' } })
    const found = await see(head, id)
    expect(found).toMatchObject({
      state: 'shortlisted',
      mine: 'yes',
      phone: null,
      rateWish: null,
      message: null,
      birthDate: null,
    })
    expect(found?.marks.map(({ mark, note }) => [mark, note])).toEqual(
      expect.arrayContaining([
        ['no', 'Too young'],
        ['yes', ''],
      ]),
    )
    expect(
      await head.refused(candidate.changeCandidate, { params: one(id), ifMatch: 3, body: { choice: 1 } }),
    ).toMatchObject({ status: 403 })
    const finance = await office.member(productionId, 'finance')
    expect(await finance.refused(candidate.markCandidate, { params: one(id), body: { mark: 'no' } })).toMatchObject({
      status: 403,
    })
  })

  test('nobody becomes somebody who is in the role already, and where one stands says how far the role has come', async () => {
    const twin = { name: 'Twice Told', email: 'twice@example.com' }
    await put(twin.name, twin)
    const id = await put('Other Name')
    expect(await ana.refused(candidate.changeCandidate, { params: one(id), ifMatch: 1, body: twin })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/email' }],
    })
    await ana.call(candidate.changeCandidate, { params: one(id), ifMatch: 1, body: { state: 'callback' } })
    const roles = (await ana.call(role.listRoles, { params: params() })).items
    expect(roles.find((it) => it.id === roleId)?.state).toBe('callbacks')
  })

  test('two coordinators putting forward at the same moment get two numbers', async () => {
    const made = await ana.call(role.createRole, { params: params(), body: { name: 'Twins' } })
    const put = (name: string) =>
      ana.call(candidate.addCandidates, { params: params(), body: { roleId: made.id, typed: { name } } })
    await Promise.all(['A', 'B', 'C', 'D', 'E'].map(put))
    const { items } = await ana.call(candidate.listCandidates, { params: params(), query: { roleId: made.id } })
    expect(items.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5])
  })

  test('pages follow each other by key, and filters narrow them', async () => {
    const { items, next } = await ana.call(candidate.listCandidates, {
      params: params(),
      query: { limit: 2, show: 'all' },
    })
    const rest = await ana.call(candidate.listCandidates, {
      params: params(),
      query: { limit: 200, show: 'all', after: next as string },
    })
    expect(new Set([...items, ...rest.items].map(({ id }) => id)).size).toBe(items.length + rest.items.length)
    expect(
      (await ana.call(candidate.listCandidates, { params: params(), query: { mark: 'no' } })).items.map(
        ({ name }) => name,
      ),
    ).toEqual(['Pat Moss'])
    expect(
      (await ana.call(candidate.listCandidates, { params: params(), query: { q: 'moss', show: 'all' } })).items,
    ).toHaveLength(1)
    expect(
      (await ana.call(candidate.listCandidates, { params: params(), query: { q: '%', show: 'all' } })).items,
    ).toHaveLength(0)
  })
})

describe('CR-24 media', () => {
  test('a tape is filed by the rule and plays in ranges; a photo is drawn anew and its original is gone', async () => {
    const id = await put('Maria Stone')
    const tape = await sendUpload(ana, film, 'IMG_0042.MOV')
    const found = await ana.call(candidate.attachMedia, {
      params: one(id),
      body: { fileId: tape, purpose: 'self_tape' },
    })
    expect(found.media).toMatchObject([{ kind: 'video', name: 'NORA_Stone_Maria_1.mp4', take: 1 }])
    const again = await ana.call(candidate.attachMedia, {
      params: one(id),
      body: { fileId: tape, purpose: 'self_tape' },
    })
    expect(again.media).toHaveLength(1)
    const address = `/v1/productions/${productionId}/casting/media/${found.media[0]?.id}`
    const part = await ana.fetch(address, { headers: { range: 'bytes=4-7' } })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 4-7/${film.length}`,
      'ftyp',
    ])
    expect((await ana.fetch(address, { headers: { range: 'bytes=900-' } })).status).toBe(416)
    expect((await office.nobody.fetch(address)).status).toBe(401)

    const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
      .withExif({ IFD0: { Artist: 'Planted Name' } })
      .jpeg()
      .toBuffer()
    const photo = await sendUpload(ana, jpeg, 'me.jpg')
    await ana.call(candidate.attachMedia, { params: one(id), body: { fileId: photo } })
    await office.work()
    expect(await office.app.storage.head(`files/${photo}`)).toBeUndefined()
    const shown = (await see(ana, id))?.media.find(({ kind }) => kind === 'photo')
    const bytes = Buffer.from(
      await (await ana.fetch(`/v1/productions/${productionId}/casting/media/${shown?.id}`)).arrayBuffer(),
    )
    expect(bytes.includes('Planted')).toBe(false)
  })

  test('a page that calls itself a photo, and a file somebody else sent, are refused', async () => {
    const id = await put('Kit Dow')
    const page = await sendUpload(ana, Buffer.from('<script>1</script>'), 'photo.jpg')
    expect(await ana.refused(candidate.attachMedia, { params: one(id), body: { fileId: page } })).toMatchObject({
      status: 422,
      reason: 'unknown',
    })
    const other = await sendUpload(await office.as('coordinator'), film, 'tape.mp4')
    expect(await ana.refused(candidate.attachMedia, { params: one(id), body: { fileId: other } })).toMatchObject({
      status: 422,
    })
  })
})

test('CR-24 who asks to be erased is: tapes, photo, words and history, and only the log of the request is left', async () => {
  const id = await put('Vera Planted', { email: 'vera.planted@example.com', message: 'planted message' })
  const tape = await sendUpload(ana, film, 'tape.mp4')
  const { version } = await ana.call(candidate.attachMedia, { params: one(id), body: { fileId: tape } })
  await ana.call(candidate.markCandidate, { params: one(id), body: { mark: 'no', note: 'planted note' } })
  expect(await ana.refused(candidate.eraseCandidate, { params: one(id), ifMatch: version, body: {} })).toMatchObject({
    status: 412,
  })
  const now = await see(ana, id)
  expect(
    await ana.call(candidate.eraseCandidate, { params: one(id), ifMatch: now?.version as number, body: {} }),
  ).toEqual({ files: 1 })
  await office.work()
  expect(await office.app.storage.head(`files/${tape}`)).toBeUndefined()
  const { items } = await ana.call(candidate.listErasures, { params: params() })
  expect(items).toMatchObject([{ reason: 'asked', files: 1 }])
  const { db } = office.app
  const left = [
    await db.selectFrom('audit_entry').selectAll().execute(),
    await db.selectFrom('audit_change').selectAll().execute(),
    await db.selectFrom('casting_candidate').selectAll().execute(),
    await db.selectFrom('casting_mark').selectAll().execute(),
    await db.selectFrom('casting_erasure').selectAll().execute(),
    await db.selectFrom('file').selectAll().execute(),
    await db.selectFrom('upload').selectAll().execute(),
  ]
  expect(JSON.stringify(left).toLowerCase()).not.toContain('planted')
})

test('CR-24 the night job erases what is over, and leaves who was booked or agreed to stay', async () => {
  const [over, kept, booked] = [
    await put('Over'),
    await put('Kept', { mayKeep: true }),
    await put('Booked', { state: 'booked' }),
  ]
  const overNow = (tx: Tx) =>
    tx
      .updateTable('casting_candidate')
      .set({ erase_on: '2026-05-04' as never })
      .where('id', 'in', [over, kept, booked])
      .execute()
  await office.app.transaction(overNow)
  expect([await eraseOverdue(office.app), await eraseOverdue(office.app)]).toEqual([1, 0])
  expect([await see(ana, over), (await see(ana, kept))?.name, (await see(ana, booked))?.name]).toEqual([
    undefined,
    'Kept',
    'Booked',
  ])
})
